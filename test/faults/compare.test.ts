import type { ParcelUnits, ShopLine, TargetLine } from './compare';
import { compareParcels, compareUnits, NO_EXCUSES } from './compare';

const LINE = 'gid://shopify/LineItem/1';

const shopLine = (more: Partial<ShopLine> = {}): ShopLine => ({
	order: '#1001',
	line: LINE,
	left: 2,
	ready: 2,
	uploaded: 0,
	excuses: NO_EXCUSES,
	...more,
});

const targetLine = (ordered: number, more: Partial<TargetLine> = {}): TargetLine => ({
	line: LINE,
	ordered,
	shipped: 0,
	cancelled: false,
	...more,
});

/** What is found, e.g. `1 lost`. */
const found = (line: Partial<ShopLine>, target: readonly TargetLine[]): readonly string[] =>
	compareUnits([shopLine(line)], target).map(({ units, kind }) => `${units} ${kind}`);

const excused = (more: Partial<ShopLine['excuses']>): Partial<ShopLine> => ({
	excuses: { ...NO_EXCUSES, ...more },
});

describe('units', () => {
	test.each<[string, Partial<ShopLine>, readonly TargetLine[], readonly string[]]>([
		['all there', {}, [targetLine(2)], []],
		['in two orders', {}, [targetLine(1), targetLine(1)], []],
		['nothing there', {}, [], ['2 lost']],
		['a part there', {}, [targetLine(1)], ['1 lost']],
		['in an order that is cancelled', {}, [targetLine(2, { cancelled: true })], ['2 lost']],
		['ordered twice', {}, [targetLine(2), targetLine(2)], ['2 doubled']],
		['more than there are', {}, [targetLine(3)], ['1 doubled']],
		['never wanted from here', { left: 0, ready: 0 }, [targetLine(2)], ['2 doubled']],
		['held, not ordered', { ready: 0 }, [], []],
		['held, ordered before', { ready: 0 }, [targetLine(2)], []],
		['held, ordered twice', { ready: 0 }, [targetLine(2), targetLine(1)], ['1 doubled']],
		['shipped by the target', { left: 0, ready: 0, uploaded: 2 }, [targetLine(2)], []],
		[
			'shipped by the target, and ordered again',
			{ left: 0, ready: 0, uploaded: 2 },
			[targetLine(2, { shipped: 2 }), targetLine(1)],
			['1 doubled'],
		],
		[
			'shipped in part, and the rest is lost',
			{ left: 1, ready: 1, uploaded: 1 },
			[targetLine(1, { shipped: 1 })],
			['1 lost'],
		],
		[
			'shipped before its order was cancelled there',
			{ left: 0, ready: 0, uploaded: 2 },
			[targetLine(2, { shipped: 2, cancelled: true })],
			[],
		],
		[
			'removed, and not told',
			{ left: 1, ready: 1, ...excused({ removed: 1 }) },
			[targetLine(2)],
			['1 untold'],
		],
		['removed, and told', { left: 1, ready: 1, ...excused({ removed: 1 }) }, [targetLine(1)], []],
		[
			'moved away, not told, and another one doubled',
			{ left: 0, ready: 0, ...excused({ moved: 2 }) },
			[targetLine(3)],
			['1 doubled', '2 untold'],
		],
		[
			'cancelled on its way',
			{ left: 0, ready: 0, ...excused({ late: 2 }) },
			[targetLine(2)],
			['2 untold'],
		],
		[
			'cancelled on its way, and shipped before the target was told',
			{ left: 0, ready: 0, ...excused({ late: 2 }) },
			[targetLine(2, { shipped: 2, cancelled: true })],
			['2 tooLate'],
		],
		[
			'shipped by hand on its way',
			{ left: 0, ready: 0, ...excused({ byHandLate: 1 }) },
			[targetLine(2)],
			['1 doubled', '1 inRed'],
		],
		[
			'shipped by hand after it was ordered',
			{ left: 1, ready: 1, ...excused({ byHand: 1, byHandAtLeast: 1 }) },
			[targetLine(2)],
			[],
		],
		[
			'shipped by hand after it was ordered, and one unit added and lost',
			{ left: 2, ready: 2, ...excused({ byHand: 1, byHandAtLeast: 1 }) },
			[targetLine(2)],
			['1 lost'],
		],
		[
			'shipped by hand before it was ordered, and ordered all the same',
			{ left: 1, ready: 1 },
			[targetLine(2)],
			['1 doubled'],
		],
	])('%s', (_what, line, target, expected) => {
		expect(found(line, target)).toEqual(expected);
	});

	test('units of a line that the shop does not have', () => {
		expect(compareUnits([], [targetLine(1)])).toEqual([
			{ order: 'no order', of: LINE, kind: 'doubled', units: 1 },
		]);
	});
});

describe('parcels', () => {
	const units = (shipped: number, uploaded: number, left: number): ParcelUnits => ({
		shipped,
		uploaded,
		left,
	});

	test.each<[string, readonly ParcelUnits[], readonly string[]]>([
		['uploaded', [units(2, 2, 0)], []],
		['not uploaded, though it could be', [units(2, 0, 3)], ['2 parcelLost']],
		['not uploaded, and nothing is left that it could be', [units(2, 0, 0)], ['2 parcelOdd']],
		['with too much of one SKU', [units(2, 0, 2), units(3, 0, 2)], ['2 parcelOdd', '3 parcelOdd']],
		['uploaded twice', [units(2, 4, 0)], ['2 parcelDoubled']],
	])('%s', (_what, contents, expected) => {
		const differences = compareParcels([{ order: '#1001', trackingNumber: 'T1', contents }]);
		expect(differences.map((one) => `${one.units} ${one.kind}`)).toEqual(expected);
	});
});
