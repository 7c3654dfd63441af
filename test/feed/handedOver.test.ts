import { confirmHandovers } from '../../nodes/handover/confirmHandovers';
import { pollOrders } from '../../nodes/handover/pollOrders';
import { NO_STATE } from '../../nodes/handover/pollState';
import { defaultFilters } from '../domain/builders';
import { rowOf, VirtualFeed } from './virtualFeed';

const FREE = { quantityName: 'available', notYetInTarget: 'auto' } as const;

/** Polls as a workflow does, and confirms the first so many of what comes. */
async function handOver(feed: VirtualFeed, confirmed: number): Promise<void> {
	const client = feed.client();
	const silent = (): void => undefined;
	const { items } = await pollOrders(
		{
			client,
			timeLeftMs: () => 3_600_000,
			log: { info: silent, warn: silent, debug: silent },
		},
		{
			rules: {
				filters: defaultFilters(),
				confirmsWhenEmitted: false,
				offerAgainAfterMinutes: 60,
				events: new Set<never>(),
				repeatsChanges: false,
				handsOverReopened: false,
				run: 'execution-12',
			},
			item: {
				shop: client.shop,
				numberStyle: { alwaysAppend: false, withoutHash: false, prefix: '' },
				manual: false,
				raw: false,
			},
			ordersPerPoll: 100,
			firstBatchLimit: 0,
			confirmNodeFollows: true,
		},
		NO_STATE,
	);
	const requests = items.slice(0, confirmed).map((item) => {
		const { key, attempt } = item['handover'] as { key: string; attempt: number };
		return { orderId: String(item['orderId']), key, attempt };
	});
	await confirmHandovers(client, requests, 'execution-12');
}

function shopOf(): VirtualFeed {
	const feed = new VirtualFeed({ locations: [{ name: 'Leeds' }], stock: [] });
	feed.shop.addVariant({ sku: 'MUG-BLUE', levels: { Leeds: 20 } });
	return feed;
}

describe('Free to sell, where this package hands orders over', () => {
	it('takes off the units of orders that no target has confirmed, and no others', async () => {
		const feed = shopOf();
		feed.shop.sell('MUG-BLUE', 'Leeds', 3);
		feed.shop.sell('MUG-BLUE', 'Leeds', 4);
		await handOver(feed, 1);
		feed.shop.sell('MUG-BLUE', 'Leeds', 2);
		feed.time.nowMs += 60_000;

		// The target has taken one order off its 20 units: 3 or 4, whichever came first.
		const told = [...feed.shop.state.fulfillmentOrders.values()].find(
			({ status }) => status === 'IN_PROGRESS',
		);
		const units = told?.lines[0]?.total ?? 0;
		const { answers } = await feed.feed([rowOf(`MUG-BLUE ${20 - units}`, 0)], FREE);

		expect(answers.get(0)).toMatchObject({ notYetInTarget: 9 - units, newQuantity: 11 });
		expect(feed.shop.levelOf('MUG-BLUE', 'Leeds')).toMatchObject({ onHand: 20, available: 11 });
	});

	it('takes off what is confirmed while it runs, which its figures do not know of', async () => {
		const feed = shopOf();
		feed.shop.sell('MUG-BLUE', 'Leeds', 3);
		await handOver(feed, 0);
		feed.time.nowMs += 2 * 3_600_000;
		let isConfirmed = false;

		const { answers } = await feed.feed([rowOf('MUG-BLUE 20', 0)], FREE, {
			before: async ({ operation }) => {
				if (operation !== 'ScanFulfillmentOrders' || isConfirmed) return;
				isConfirmed = true;
				await handOver(feed, 1);
			},
		});

		const [told] = [...feed.shop.state.fulfillmentOrders.values()];
		expect(told).toMatchObject({ status: 'IN_PROGRESS' });
		expect(answers.get(0)).toMatchObject({ result: 'unchanged', notYetInTarget: 3 });
		expect(feed.shop.levelOf('MUG-BLUE', 'Leeds')).toMatchObject({ available: 17 });
	});

	it('needs the scopes of orders for that, and says so', async () => {
		const feed = shopOf();
		feed.shop.sell('MUG-BLUE', 'Leeds', 3);
		await handOver(feed, 1);
		Object.assign(feed.shop.settings, {
			accessScopes: ['read_inventory', 'write_inventory', 'read_products', 'read_locations'],
		});

		const failed = feed.feed([rowOf('MUG-BLUE 17', 0)], FREE);

		await expect(failed).rejects.toMatchObject({ failure: { kind: 'missingScope' } });
		const physical = await feed.feed([rowOf('MUG-BLUE 19', 0)]);
		expect(physical.answers.get(0)).toMatchObject({ result: 'set', newQuantity: 19 });
	});

	it('warns of orders that it may not read', async () => {
		const feed = shopOf();
		feed.shop.sell('MUG-BLUE', 'Leeds', 3);
		feed.time.nowMs += 61 * 86_400_000;

		const { warnings, answers } = await feed.feed([rowOf('MUG-BLUE 18', 0)], {
			...FREE,
			notYetInTarget: 'subtract',
		});

		expect(warnings.join()).toContain('1 open fulfillment orders cannot be read');
		expect(answers.get(0)).toMatchObject({ result: 'set', notYetInTarget: 0 });
	});
});
