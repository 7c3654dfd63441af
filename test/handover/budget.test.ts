import type { Item, PollChanges } from './handoverShop';
import { HandoverShop, namesOf } from './handoverShop';

/** What n8n gives a poll, and a shop that answers slowly. */
const BUDGET_MS = 28_800;
const SLOW_MS = 2000;

/** Polls until nothing comes any more, and answers all items. */
async function pollAll(shop: HandoverShop, changes: PollChanges): Promise<readonly Item[]> {
	const all: Item[] = [];
	for (let polls = 0; polls < 40; polls += 1) {
		const { items } = await shop.poll(changes);
		if (items.length === 0) break;
		await shop.confirm(items);
		all.push(...items);
	}
	return all;
}

describe('on a shop that answers slowly', () => {
	test.each([
		['Confirm Handover', false],
		['As Soon As Emitted', true],
	])('offering stops within the budget, and nothing is lost: %s', async (_name, emitted) => {
		const shop = new HandoverShop();
		const orders = shop.placeMany(400);
		shop.latencyMs = SLOW_MS;
		const changes = { budgetMs: BUDGET_MS, confirmsWhenEmitted: emitted };
		const startMs = shop.nowMs;

		const first = await shop.poll(changes);

		expect(shop.nowMs - startMs).toBeLessThanOrEqual(BUDGET_MS);
		expect(first.items.length).toBeGreaterThan(0);
		expect(first.items.length).toBeLessThan(orders.length);
		const recorded = orders.filter((order) => shop.offersOf(order).length > 0);
		expect(namesOf(first.items)).toEqual(recorded.map(({ name }) => name));
		expect(shop.warnings).toEqual([]);

		shop.latencyMs = 0;
		await shop.confirm(emitted ? [] : first.items);
		const rest = await pollAll(shop, { confirmsWhenEmitted: emitted });
		const names = [...namesOf(first.items), ...namesOf(rest)];
		expect(names.toSorted()).toEqual(orders.map(({ name }) => name).toSorted());
	});

	test('First Batch Limit holds although no poll sees the whole shop', async () => {
		const shop = new HandoverShop();
		shop.placeMany(300, ['wholesale']);
		shop.placeMany(650);
		shop.placeMany(100, ['wholesale']);
		// Time for the three newest pages, and for offering what is on them.
		shop.latencyMs = 1400;
		const changes = {
			budgetMs: 12_000,
			firstBatchLimit: 250,
			filters: { tagsAny: ['wholesale'] },
		};

		for (let polls = 0; polls < 6; polls += 1) {
			const outcome = await shop.poll(changes).catch((error: unknown) => error);
			if (outcome instanceof Error)
				expect(outcome.message).toMatch(/^Nothing was ever handed over/);
			else expect(outcome).toMatchObject({ items: [] });
		}

		const orders = [...shop.shop.state.orders.values()];
		expect(orders.flatMap((order) => shop.offersOf(order))).toEqual([]);
	});
});

test('lost answers to record writes lose no order: As Soon As Emitted', async () => {
	const shop = new HandoverShop();
	const orders = shop.placeMany(3);
	// As often as one write is sent.
	shop.shop.faults.dropAnswerNext(5, { operation: 'SetHandoverRecords' });

	const { items } = await shop.poll({ confirmsWhenEmitted: true });

	expect(namesOf(items)).toEqual(orders.map(({ name }) => name));
	shop.wait(24 * 60);
	expect((await shop.poll({ confirmsWhenEmitted: true })).items).toEqual([]);
});

test('a quiet poll of fulfillment orders with 30 lines costs no request for their lines', async () => {
	const lines = Array.from({ length: 30 }, (_none, index) => ({ sku: `TEA-${index}` }));
	const quietRequests = async (oneLine: boolean): Promise<number> => {
		const shop = new HandoverShop();
		for (let placed = 0; placed < 40; placed += 1) {
			shop.shop.placeOrder({ lines: oneLine ? lines.slice(0, 1) : lines });
		}
		await shop.confirm((await shop.poll()).items);
		shop.shop.resetLog();
		expect((await shop.poll()).items).toEqual([]);
		return shop.shop.log.length;
	};

	expect(await quietRequests(false)).toBe(await quietRequests(true));
});

test('orders of two fulfillment orders fill an odd Orders per Poll in few requests', async () => {
	const shop = new HandoverShop();
	for (let placed = 0; placed < 300; placed += 1) {
		shop.shop.placeOrder({
			lines: [
				{ sku: 'MUG', location: 'Leeds Warehouse' },
				{ sku: 'TEA', location: 'Camden Shop' },
			],
		});
	}
	shop.shop.resetLog();

	const { items } = await shop.poll({ ordersPerPoll: 21 });

	expect(items).toHaveLength(20);
	expect(shop.shop.log.length).toBeLessThan(30);
});
