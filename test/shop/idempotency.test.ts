import { createDemoShop } from './index';
import type { DemoShop } from './index';
import { change, LEEDS, openStock, setStock, unitsOf } from './testStock';
import type { SetOptions } from './testStock';

const HOUR = 3_600_000;

const setMugs = (shop: DemoShop, quantity: number, options: SetOptions = {}) =>
	setStock(shop, [{ sku: 'MUG', quantity }], { key: 'first', ...options });

const codes = (refused: readonly string[]): (string | undefined)[] =>
	refused.map((text) => /[A-Z_]{6,}/.exec(text)?.[0]);

describe('a key', () => {
	it('is needed, and so is changeFromQuantity', async () => {
		const { shop } = openStock();
		const query = (directive: string) => `mutation {
			inventorySetQuantities(input: { name: "on_hand", reason: "correction", quantities: [{
				inventoryItemId: "gid://shopify/InventoryItem/1", locationId: "gid://shopify/Location/1", quantity: 1
				${directive === '' ? 'changeFromQuantity: null' : ''}
			}] }) ${directive} { userErrors { message } }
		}`;

		expect((await change(shop, query(''), {})).errors).toEqual([
			'BAD_REQUEST The @idempotent directive is required for this mutation but was not provided.',
		]);
		expect((await change(shop, query('@idempotent(key: "k")'), {})).errors).toEqual([
			'INVALID_FIELD_ARGUMENTS InventoryQuantityInput must include the following argument: changeFromQuantity.',
		]);
	});

	it('must not be blank', async () => {
		const { shop } = openStock();

		expect((await setMugs(shop, 9, { key: ' ' })).errors[0]).toContain('BAD_REQUEST');
	});

	it('has its call done once, and answered as it was', async () => {
		const { shop } = openStock();

		const first = await setMugs(shop, 9);
		shop.adjust('MUG', LEEDS, -4);
		const second = await setMugs(shop, 9);

		expect([second.payload, second.refused]).toEqual([first.payload, []]);
		expect(unitsOf(shop, 'MUG')).toEqual([5, 2, 3]);
		expect(shop.changesOf('MUG', LEEDS)).toHaveLength(2);
	});

	it('has its call done once although the answer was lost', async () => {
		const { shop } = openStock();
		shop.faults.dropAnswerNext();

		await expect(setMugs(shop, 9)).rejects.toThrow('dropped');
		const { refused, payload } = await setMugs(shop, 9);

		expect(refused).toEqual([]);
		expect(payload?.['inventoryAdjustmentGroup']).not.toBeNull();
		expect(shop.changesOf('MUG', LEEDS)).toHaveLength(1);
	});

	it('goes with one call only', async () => {
		const { shop } = openStock();
		await setMugs(shop, 9);

		expect(codes((await setMugs(shop, 10)).refused)).toEqual([
			'IDEMPOTENCY_KEY_PARAMETER_MISMATCH',
		]);
		expect(unitsOf(shop, 'MUG')).toEqual([9, 2, 7]);
	});

	it.each([
		[23, 5],
		[25, 9],
	])('is kept for a day: after %d hours there are %d mugs', async (hours, onHand) => {
		const { shop, time } = openStock();
		await setMugs(shop, 9);
		shop.adjust('MUG', LEEDS, -4);
		time.now += hours * HOUR;

		await setMugs(shop, 9);

		expect(unitsOf(shop, 'MUG')?.[0]).toBe(onHand);
	});

	it.each([
		['failed', ['IDEMPOTENCY_PREVIOUS_ATTEMPT_FAILED']],
		['done', ['INVALID_QUANTITY_NEGATIVE']],
	] as const)('whose call was refused: %s', async (replays, expected) => {
		const { shop } = openStock({ unknowns: { replays } });
		await setMugs(shop, -1);

		expect(codes((await setMugs(shop, -1)).refused)).toEqual(expected);
	});

	it('is refused while its call is under way', async () => {
		const { shop, time } = openStock();
		shop.faults.lateNext(5000);
		await expect(setMugs(shop, 9)).rejects.toThrow('dropped');

		const during = await setMugs(shop, 9);
		const before = unitsOf(shop, 'MUG');
		time.now += 5000;
		const after = await setMugs(shop, 9);

		expect(codes(during.refused)).toEqual(['IDEMPOTENCY_CONCURRENT_REQUEST']);
		expect([before, after.refused, unitsOf(shop, 'MUG')]).toEqual([[8, 2, 6], [], [9, 2, 7]]);
		expect(shop.changesOf('MUG', LEEDS)).toHaveLength(1);
	});

	it('is refused while its call is delayed', async () => {
		const { shop } = openStock();
		shop.faults.delayNext(20);

		const [first, second] = await Promise.all([setMugs(shop, 9), setMugs(shop, 9)]);

		expect(first.refused).toEqual([]);
		expect(codes(second.refused)).toEqual(['IDEMPOTENCY_CONCURRENT_REQUEST']);
	});

	it.each(['IDEMPOTENCY_CONCURRENT_REQUEST', 'IDEMPOTENCY_PREVIOUS_ATTEMPT_FAILED'] as const)(
		'is refused on demand with %s',
		async (code) => {
			const { shop } = openStock();
			shop.faults.next({ kind: 'refuseKey', code });

			const first = await setMugs(shop, 9);
			const second = await setMugs(shop, 9);

			expect([codes(first.refused), second.refused]).toEqual([[code], []]);
			expect(shop.changesOf('MUG', LEEDS)).toHaveLength(1);
		},
	);
});

it('keys are kept with the shop', async () => {
	const { shop, time } = openStock();
	await setMugs(shop, 9);

	const again = createDemoShop({ clock: () => time.now }, shop.keep());
	again.adjust('MUG', LEEDS, -4);
	await setMugs(again, 9);

	expect(unitsOf(again, 'MUG')).toEqual([5, 2, 3]);
});
