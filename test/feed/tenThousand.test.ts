import type { StockRow } from '../../nodes/domain/stockRow';
import type { FeedSettings } from '../../nodes/feed/feedSettings';
import type { FeedOutcome } from '../../nodes/feed/feedStock';
import { randomNumbers } from '../shop';
import type { RequestLogEntry } from '../shop';
import { VirtualFeed } from './virtualFeed';

const SKUS = 10_000;
/** Shares of all requests, reads included. */
const BAD_CONNECTION = { dropAnswer: 0.1, fail: 0.03, throttle: 0.05 };
/** Sales while each request of the first run is on its way. */
const SALES_PER_REQUEST = 40;
/** Several times what it takes on a machine that does other work besides. */
const TIMEOUT_MS = 240_000;

interface Row {
	readonly inventoryItemId: string;
	readonly quantity: number;
}

const rowsOf = ({ variables }: RequestLogEntry): readonly Row[] =>
	(variables['input'] as { readonly quantities: readonly Row[] }).quantities;

/** A shop of 10,000 goods in which customers buy while a feed runs. */
class BusyShop extends VirtualFeed {
	readonly skus: readonly string[];
	readonly rows: readonly StockRow[];
	/** Units sold by SKU. */
	readonly sold = new Map<string, number>();
	/** The same when the shop was read last. */
	soldWhenRead: ReadonlyMap<string, number> = new Map();
	/** Goods that turned bad while they were written. */
	readonly bad = new Set<string>();
	private readonly roll: () => number;

	constructor(seed: number) {
		super({ locations: [{ name: 'Leeds' }], stock: [], unknowns: { untracked: 'refuses' } });
		this.roll = randomNumbers(seed);
		this.skus = this.shop.stockCatalogue({ variants: SKUS });
		this.rows = this.skus.map((identifier, item) => {
			const before = this.levelOf(identifier).onHand;
			// One in five stays as it is.
			const quantity = item % 5 === 0 && before >= 40 ? before : 40 + Math.floor(this.roll() * 200);
			return { item, identifier, location: null, quantity, safetyStock: 0 };
		});
	}

	levelOf(sku: string) {
		const level = this.shop.levelOf(sku, 'Leeds');
		if (!level) throw new Error(`${sku} is not stocked`);
		return level;
	}

	/** The first run: customers buy all the while, and one call in five has a row that turns bad. */
	async feedWhileSelling(settings: Partial<FeedSettings>, seed: number): Promise<FeedOutcome> {
		let calls = 0;
		return await this.feed(this.rows, settings, {
			seed,
			before: ({ operation, variables }) => {
				for (let sale = 0; sale < SALES_PER_REQUEST; sale += 1) this.sellOne();
				if (operation !== 'SetQuantities') return;
				calls += 1;
				if (calls % 5 === 0) this.spoilOne(variables as never);
			},
			after: ({ operation }) => {
				if (operation === 'StartBulkQuery') this.soldWhenRead = new Map(this.sold);
			},
		});
	}

	private sellOne(): void {
		// Some are bought again and again.
		const sku = this.skus[Math.floor(this.roll() ** 2 * SKUS)] ?? '';
		const units = 1 + Math.floor(this.roll() * 2);
		if (this.bad.has(sku) || (this.sold.get(sku) ?? 0) > 30) return;
		this.shop.sell(sku, 'Leeds', units);
		this.sold.set(sku, (this.sold.get(sku) ?? 0) + units);
	}

	private spoilOne({ input }: { readonly input: { readonly quantities: readonly Row[] } }): void {
		const { quantities } = input;
		const row = quantities[Math.floor(this.roll() * quantities.length)];
		const variant = [...this.shop.state.variants.values()].find(
			(one) => one.inventoryItemId === row?.inventoryItemId,
		);
		if (!variant?.sku || !variant.tracked) return;
		// What is in the shop already cannot turn bad any more.
		if (this.changesBy(variant.sku) > 0) return;
		this.bad.add(variant.sku);
		this.shop.track(variant.sku, false);
	}

	/** How often the feed has written the level. */
	changesBy(sku: string): number {
		return this.shop.changesOf(sku, 'Leeds').filter(({ by }) => by === 'inventorySetQuantities')
			.length;
	}

	soldSinceRead(sku: string): number {
		return (this.sold.get(sku) ?? 0) - (this.soldWhenRead.get(sku) ?? 0);
	}

	/** Units of good rows that are wrong, by SKU: what is there less what is due. */
	wrongs(due: (row: StockRow) => number, quantity: 'onHand' | 'available' = 'available') {
		const wrongs = this.rows
			.filter(({ identifier }) => !this.bad.has(identifier))
			.map((row) => [row.identifier, this.levelOf(row.identifier)[quantity] - due(row)] as const);
		return new Map(wrongs.filter(([, units]) => units !== 0));
	}

	writtenTwice(): readonly string[] {
		return this.skus.filter((sku) => this.changesBy(sku) > 1);
	}
}

const rejectedOf = ({ answers }: FeedOutcome): readonly number[] =>
	[...answers].flatMap(([item, answer]) =>
		answer instanceof Error || answer.result === 'rejected' ? [item] : [],
	);

const sorted = (numbers: Iterable<number>): readonly number[] => [...numbers].sort((a, b) => a - b);

describe('10,000 SKUs fed over a bad connection while customers buy', () => {
	it.each([
		['on_hand', 'ignore', 1],
		['available', 'subtract', 2],
		['available', 'ignore', 3],
	] as const)(
		'%s, orders not in the target: %s (seed %i)',
		async (quantityName, notYetInTarget, seed) => {
			const busy = new BusyShop(seed);
			busy.shop.bucket.drainTo(0);
			busy.shop.faults.random(seed, BAD_CONNECTION, { failStatus: 500 });
			const settings = { quantityName, notYetInTarget };

			const first = await busy.feedWhileSelling(settings, seed);
			const met = busy.shop.log.filter(({ status, throttled }) => status !== 200 || throttled);

			const badItems = busy.rows.filter(({ identifier }) => busy.bad.has(identifier));
			const sold = [...busy.sold.values()].reduce((sum, units) => sum + units, 0);
			expect(first.summary.resolvedBy).toBe('bulk');
			expect(met.length).toBeGreaterThan(4);
			expect(busy.bad.size).toBeGreaterThan(4);
			expect(sold).toBeGreaterThan(1000);
			expect(sorted(rejectedOf(first))).toEqual(sorted(badItems.map(({ item }) => item)));
			expect(busy.writtenTwice()).toEqual([]);
			const total = ({ identifier }: StockRow): number => busy.sold.get(identifier) ?? 0;
			// What was sold, and is not known to whoever gave the figure, is off it: no sale is overwritten.
			const due = (row: StockRow): number =>
				row.quantity -
				(notYetInTarget === 'ignore' && quantityName === 'available'
					? busy.soldSinceRead(row.identifier)
					: total(row));
			const wrongs = busy.wrongs(due);
			// Sold while Shopify's bulk operation ran: whether its file knows of it is not known, so it counts twice.
			if (notYetInTarget === 'subtract') {
				expect(Math.max(...wrongs.values())).toBeLessThan(0);
				expect(wrongs.size).toBeLessThan(300);
			} else expect(wrongs).toEqual(new Map());
			if (quantityName === 'on_hand') {
				expect(busy.wrongs(({ quantity }) => quantity, 'onHand')).toEqual(new Map());
			}
			const adjusted = [...first.answers.values()].filter(
				(answer) => !(answer instanceof Error) && answer.adjustedBy !== 0,
			);
			expect(adjusted.length > 0).toBe(quantityName === 'available');

			busy.time.nowMs += 60_000;
			busy.shop.resetLog();
			const second = await busy.feed(busy.rows, settings, { seed: seed + 1 });

			const written = busy.shop.log
				.filter(({ operationName, status }) => operationName === 'SetQuantities' && status === 200)
				.flatMap(rowsOf);
			expect(sorted(rejectedOf(second))).toEqual(sorted(badItems.map(({ item }) => item)));
			expect(new Set(written.map(({ inventoryItemId }) => inventoryItemId)).size).toBe(
				{
					// The target's figure does not know what was sold since: it is written again.
					ignore: busy.rows.filter(
						({ identifier }) =>
							quantityName === 'available' &&
							!busy.bad.has(identifier) &&
							busy.soldSinceRead(identifier) > 0,
					).length,
					subtract: wrongs.size,
				}[notYetInTarget],
			);
			if (notYetInTarget === 'subtract') expect(busy.wrongs(due)).toEqual(new Map());
		},
		TIMEOUT_MS,
	);
});
