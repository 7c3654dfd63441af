import { BRAKE_LIMITS } from '../../nodes/domain/brake';
import { InputProblem } from '../../nodes/domain/problem';
import type { StockRow, UnusableRow } from '../../nodes/domain/stockRow';
import type { FeedSettings } from '../../nodes/feed/feedSettings';
import type { FeedOutcome } from '../../nodes/feed/feedStock';
import { feedStock } from '../../nodes/feed/feedStock';
import type { RequestLogEntry } from '../shop';
import type { RunChanges } from '../virtual/virtualShop';
import { VirtualShop } from '../virtual/virtualShop';

/** The defaults of the node, for one location and physical stock. */
export const FEED_SETTINGS: FeedSettings = {
	quantityName: 'on_hand',
	notYetInTarget: 'ignore',
	identifyBy: 'sku',
	location: 'Leeds',
	locationNames: [],
	missing: 'leave',
	figuresAsOf: null,
	dryRun: false,
	brake: { effect: 'stop', limits: BRAKE_LIMITS },
	duplicates: 'reject',
	feedId: '4711',
	notStocked: 'positive',
	ignoreLetterCase: false,
	reason: 'correction',
	write: 'changed',
};

/** Operations that change stock. */
const WRITES = ['SetQuantities', 'ActivateLevel'];

/** The demo shop with feeds to it, on a clock of its own, without n8n. */
export class VirtualFeed extends VirtualShop {
	/** What the runs have told their log. */
	readonly told: string[] = [];
	private runs = 0;

	/** Feeds with a client and a feed id of its own, as each execution does. */
	async feed(
		rows: readonly StockRow[],
		settings: Partial<FeedSettings> = {},
		changes: RunChanges & { readonly unusable?: readonly UnusableRow[] } = {},
	): Promise<FeedOutcome> {
		const { signal, unusable = [] } = changes;
		this.runs += 1;
		const tell = (message: string): number => this.told.push(message);
		const surroundings = {
			client: this.client(changes),
			download: this.download,
			log: { debug: tell, info: tell, warn: tell },
			wait: async (milliseconds: number) => {
				await this.time.wait(milliseconds, signal);
			},
			now: () => this.time.nowMs,
		};
		const feedId = String(4710 + this.runs);
		return await feedStock(surroundings, rows, unusable, { ...FEED_SETTINGS, feedId, ...settings });
	}

	/** The shop's log of writes that reached it. */
	get writes(): readonly RequestLogEntry[] {
		return this.shop.log.filter(({ operationName }) => WRITES.includes(operationName));
	}
}

/** A row: `MUG-BLUE 7`, `MUG-BLUE @York 7`, with `-2` at its end for safety stock. */
export function rowOf(text: string, item: number): StockRow {
	const match = /^(.+?)(?: @(.+?))? (\d+)(?: -(\d+))?$/.exec(text);
	if (!match) throw new Error(`Not a row: ${text}`);
	const [, identifier = '', location, quantity, safetyStock = '0'] = match;
	return {
		item,
		identifier,
		location: location ?? null,
		quantity: Number(quantity),
		safetyStock: Number(safetyStock),
	};
}

/** A row without a figure that can be used: `MUG-BLUE ?`, `? 7` without goods, `?` for an empty line. */
export function unusableOf(text: string, item: number): UnusableRow {
	const match = /^(.+?)(?: @(.+?))? \?$/.exec(text);
	const [, identifier = null, location = null] = match ?? [];
	const field = identifier === null ? 'SKU' : 'Quantity';
	return {
		item,
		identifier,
		location,
		isBlank: text === '?',
		problem: new InputProblem(`${field} is empty for item ${item}`, {
			advice: 'Fill it in',
		}),
	};
}
