import type { ApiVersion } from '../../../nodes/shopify/apiVersion';
import type { FeedSettings } from '../../../nodes/feed/feedSettings';
import type { Fault, Unknowns } from '../../shop';
import type { VirtualFeed } from '../virtualFeed';

/** One row of the table: a shop, a feed, and what is to come of both. */
export interface FeedCase {
	readonly name: string;
	/** What the merchant loses if it goes wrong, where that is not plain. */
	readonly atStake?: string;
	/** Goods as `goodsText.ts` reads them: `MUG-BLUE: Leeds 4, York 2 off`. */
	readonly goods: readonly string[];
	/** What happens before the feed: `sell 2 MUG-BLUE Leeds`. */
	readonly before?: readonly string[];
	/** Rows: `MUG-BLUE 7`, `MUG-BLUE @York 7`, `MUG-BLUE 7 -2` with safety stock, `MUG-BLUE ?` without a figure. */
	readonly feed: readonly string[];
	readonly settings?: Partial<FeedSettings>;
	readonly unknowns?: Partial<Unknowns>;
	readonly apiVersion?: ApiVersion;
	/** What becomes of bulk operations; default they complete. */
	readonly bulk?: 'refused';
	/** What happens before a request of this operation arrives, each time, or only the first so many times. */
	readonly meanwhile?: Meanwhile;
	/** Faults that the next requests of an operation meet. */
	readonly faults?: readonly { readonly operation: string; readonly fault: Fault }[];
	/**
	 * For each row: `set 4 → 7`, `unchanged 4`, `wouldSet 4 → 7`, `rejected notTracked`, with `+2` for units adjusted,
	 * `(2 not yet)`, `activated`; and after `: ` a part of what it says.
	 */
	readonly answers: readonly string[];
	/** Answers about goods that no row names, with their SKU in front. */
	readonly missing?: readonly string[];
	/** The feed as a whole fails: a part of its words. */
	readonly fails?: string;
	/** A part of what it warns of. */
	readonly warns?: string;
	/** Levels afterwards: `MUG-BLUE Leeds 7`, `7 (5)` with units available, `7 off` if inactive. */
	readonly levels: readonly string[];
	/** Stock levels that were changed by writes of the feed, all told. */
	readonly changes: number;
	readonly resolvedBy?: 'search' | 'bulk' | 'ids';
	/** Answers when the same feed comes again; by default `set` has become `unchanged`, and nothing is written. */
	readonly again?: readonly string[];
	/** Levels after that, where they differ. */
	readonly levelsAgain?: readonly string[];
	readonly changesAgain?: number;
}

/** Something that somebody else does while a feed runs. */
export interface Meanwhile {
	readonly operation: string;
	/** Default once. */
	readonly times?: number;
	readonly does: (feed: VirtualFeed) => void;
}

/** Staff or customers at work: `sell 2 MUG-BLUE Leeds`, `adjust -1 MUG-BLUE Leeds`, `cancel` for all orders. */
export const doing =
	(...steps: readonly string[]) =>
	(feed: VirtualFeed): void => {
		for (const step of steps) doStep(feed, step);
	};

/** Does one step. */
export function doStep({ shop }: VirtualFeed, step: string): void {
	const [verb, count = '', goods = '', location = ''] = step.split(' ');
	const units = Number(count);
	if (verb === 'sell') shop.sell(goods, location, units);
	else if (verb === 'adjust') shop.adjust(goods, location, units);
	else if (verb === 'cancel') for (const id of shop.state.orders.keys()) shop.cancelOrder(id);
	else throw new Error(`Nobody knows how to ${step}`);
}
