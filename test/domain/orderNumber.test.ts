import type { NumberedSibling } from '../../nodes/domain/orderNumber';
import { targetOrderNumber } from '../../nodes/domain/orderNumber';

const PLAIN = { alwaysAppend: false, withoutHash: false, prefix: '' };

const siblings = (...ids: readonly string[]): readonly NumberedSibling[] =>
	ids.map((legacyId) => ({ legacyId, deliveryMethod: 'SHIPPING' }));

describe('the target order number', () => {
	it.each([
		['the only fulfillment order', '6837101', ['6837101'], PLAIN, '#1042'],
		['the lowest of two', '6837101', ['6837114', '6837101'], PLAIN, '#1042'],
		['the other of two', '6837114', ['6837114', '6837101'], PLAIN, '#1042-6837114'],
		['the lowest by number, not by letters', '999', ['1000', '999'], PLAIN, '#1042'],
		['a longer id after a shorter one', '1000', ['1000', '999'], PLAIN, '#1042-1000'],
		['a second offer', '6837101:2', ['6837101'], PLAIN, '#1042-6837101-2'],
		['a third offer of another', '6837114:3', ['6837101', '6837114'], PLAIN, '#1042-6837114-3'],
		['sent again', '6837101-r2', ['6837101'], PLAIN, '#1042-r2'],
		['a second offer sent again', '6837101:2-r3', ['6837101'], PLAIN, '#1042-6837101-2-r3'],
		[
			'the other of two, sent again',
			'6837114-r2',
			['6837101', '6837114'],
			PLAIN,
			'#1042-6837114-r2',
		],
		['always appended', '6837101', ['6837101'], { ...PLAIN, alwaysAppend: true }, '#1042-6837101'],
		['without hash', '6837101', ['6837101'], { ...PLAIN, withoutHash: true }, '1042'],
		['with a prefix', '6837101', ['6837101'], { ...PLAIN, prefix: 'HG-' }, 'HG-#1042'],
		[
			'all at once',
			'6837114:2-r2',
			['6837101', '6837114'],
			{ alwaysAppend: true, withoutHash: true, prefix: 'HG-' },
			'HG-1042-6837114-2-r2',
		],
		['a key of another kind', 'by-hand', ['6837101'], PLAIN, '#1042-by-hand'],
	])('%s', (_, key, ids, style, expected) => {
		expect(targetOrderNumber('#1042', key, siblings(...ids), style)).toBe(expected);
	});

	it('takes away only the first sign of a name', () => {
		const style = { ...PLAIN, withoutHash: true };

		expect(targetOrderNumber('SHOP#1042', '7', siblings('7'), style)).toBe('SHOP#1042');
	});

	it('passes over fulfillment orders that ship nothing', () => {
		const all = [{ legacyId: '6837100', deliveryMethod: 'NONE' }, ...siblings('6837101')];

		expect(targetOrderNumber('#1042', '6837101', all, PLAIN)).toBe('#1042');
		expect(targetOrderNumber('#1042', '6837100', all, PLAIN)).toBe('#1042-6837100');
	});

	it('counts fulfillment orders without a delivery method', () => {
		const all = [{ legacyId: '6837100', deliveryMethod: null }, ...siblings('6837101')];

		expect(targetOrderNumber('#1042', '6837101', all, PLAIN)).toBe('#1042-6837101');
	});
});
