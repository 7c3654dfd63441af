import type { RequestLogEntry } from '../shop';
import { rowOf, VirtualFeed } from './virtualFeed';

const SETTINGS = { feedId: 'daily' };

function shopOf() {
	const feed = new VirtualFeed({ locations: [{ name: 'Leeds' }], stock: [] });
	feed.shop.addVariant({ sku: 'MUG-BLUE', levels: { Leeds: 4 } });
	feed.shop.addVariant({ sku: 'TEA-TIN', levels: { Leeds: 9 } });
	return feed;
}

const keyOf = ({ variables }: RequestLogEntry): unknown => variables['key'];
const keysOf = (feed: VirtualFeed): readonly unknown[] => feed.writes.map(keyOf);

describe('Keys of a stock feed', () => {
	it('asks again under the same key when an answer was lost', async () => {
		const feed = shopOf();
		feed.shop.faults.dropAnswerNext(1, { operation: 'SetQuantities' });

		const { summary } = await feed.feed([rowOf('MUG-BLUE 7', 0)]);

		expect(keysOf(feed)).toHaveLength(2);
		expect(new Set(keysOf(feed))).toEqual(new Set(summary.idempotencyKeys));
	});

	it('has one for each call, in the form of a UUID, and names the run in the history', async () => {
		const feed = shopOf();

		const { summary } = await feed.feed([rowOf('MUG-BLUE 7', 0)], { feedId: '2026-11-23 äö/7' });

		const [key] = summary.idempotencyKeys;
		expect(key).toMatch(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
		expect(feed.shop.changesOf('MUG-BLUE', 'Leeds')).toMatchObject([
			{
				reason: 'correction',
				referenceDocumentUri:
					'gid://n8n-nodes-shopify-fulfillment/StockFeed/2026-11-23%20%C3%A4%C3%B6%2F7',
				idempotencyKey: key,
			},
		]);
	});

	it('does not use one again for equal figures on another day, although the feed has the same name', async () => {
		const feed = shopOf();
		await feed.feed([rowOf('MUG-BLUE 7', 0)], SETTINGS);
		await feed.time.wait(3_600_000);
		feed.shop.adjust('MUG-BLUE', 'Leeds', -3);

		const { answers } = await feed.feed([rowOf('MUG-BLUE 7', 0)], SETTINGS);

		expect(answers.get(0)).toMatchObject({ result: 'set', previousQuantity: 4, newQuantity: 7 });
		expect(feed.shop.levelOf('MUG-BLUE', 'Leeds')?.onHand).toBe(7);
		expect(new Set(keysOf(feed)).size).toBe(2);
	});

	it('has others in another run, even with equal figures', async () => {
		const one = shopOf();
		const other = shopOf();

		await one.feed([rowOf('MUG-BLUE 7', 0)], { feedId: '4711' });
		await other.feed([rowOf('MUG-BLUE 7', 0)], { feedId: '4712' });

		expect(keysOf(one)).not.toEqual(keysOf(other));
	});

	it('waits under the same key while the call is under way elsewhere', async () => {
		const feed = shopOf();
		const fault = { kind: 'refuseKey', code: 'IDEMPOTENCY_CONCURRENT_REQUEST' } as const;
		feed.shop.faults.next(fault, 2, { operation: 'SetQuantities' });

		const { answers } = await feed.feed([rowOf('MUG-BLUE 7', 0)]);

		expect(answers.get(0)).toMatchObject({ result: 'set' });
		expect(keysOf(feed)).toHaveLength(3);
		expect(new Set(keysOf(feed)).size).toBe(1);
	});

	it('takes a call for failed that is under way all the time, and the next run sets it', async () => {
		const feed = shopOf();
		const fault = { kind: 'refuseKey', code: 'IDEMPOTENCY_CONCURRENT_REQUEST' } as const;
		feed.shop.faults.next(fault, 7, { operation: 'SetQuantities' });

		const { answers } = await feed.feed([rowOf('MUG-BLUE 7', 0)]);
		const again = await feed.feed([rowOf('MUG-BLUE 7', 0)]);

		expect(answers.get(0)).toBeInstanceOf(Error);
		expect(again.answers.get(0)).toMatchObject({ result: 'set' });
	});

	it.each(['IDEMPOTENCY_PREVIOUS_ATTEMPT_FAILED', 'IDEMPOTENCY_KEY_PARAMETER_MISMATCH'] as const)(
		'takes another one after %s',
		async (code) => {
			const feed = shopOf();
			feed.shop.faults.next({ kind: 'refuseKey', code } as never, 1, {
				operation: 'SetQuantities',
			});

			const { answers } = await feed.feed([rowOf('MUG-BLUE 7', 0)]);

			expect(answers.get(0)).toMatchObject({ result: 'set' });
			expect(new Set(keysOf(feed)).size).toBe(2);
		},
	);

	it('waits for a call whose answer was given up and that is done later', async () => {
		const feed = shopOf();
		feed.shop.faults.lateNext(3000, 1, { operation: 'SetQuantities' });

		const { answers } = await feed.feed([rowOf('MUG-BLUE 7', 0)]);

		expect(answers.get(0)).toMatchObject({ result: 'set' });
		expect(feed.shop.changesOf('MUG-BLUE', 'Leeds')).toHaveLength(1);
	});

	it('gives up when Shopify is down, tells each item, and the next run sets them', async () => {
		const feed = shopOf();
		feed.shop.faults.failNext(503, 20, { operation: 'SetQuantities' });
		const rows = [rowOf('MUG-BLUE 7', 0), rowOf('TEA-TIN 8', 1)];

		const { answers, summary } = await feed.feed(rows);
		feed.shop.faults.clear();
		const again = await feed.feed(rows);

		expect([...answers.values()].every((answer) => answer instanceof Error)).toBe(true);
		expect(summary).toMatchObject({ failed: 2, set: 0 });
		expect(again.summary).toMatchObject({ failed: 0, set: 2 });
	});
});
