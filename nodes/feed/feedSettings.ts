import type { BrakeLimits } from '../domain/brake';
import type { FeedRules } from '../domain/feedPlan';
import type { LocationRules } from '../domain/locateRows';

/** How one feed is to be carried out. The same for all of its rows. */
export interface FeedSettings extends FeedRules, LocationRules {
	/**
	 * Whether units of open orders that the target does not have yet are taken off its figures; `auto` where this app
	 * hands orders over. `ignore` for physical stock.
	 */
	readonly notYetInTarget: 'auto' | 'subtract' | 'ignore';
	/**
	 * When the target made its figures, ISO 8601: orders that it has confirmed since are not in them. Null for the start
	 * of the run.
	 */
	readonly figuresAsOf: string | null;
	/** Plans and writes nothing. */
	readonly dryRun: boolean;
	readonly brake: {
		/** `warn` says what would have stopped the feed, and goes on. */
		readonly effect: 'stop' | 'warn';
		readonly limits: BrakeLimits;
	};
	/** Names this run of the feed: in the keys of its writes, and in Shopify's inventory history. */
	readonly feedId: string;
	/** Whether a SKU or barcode that only differs in letter case is taken, if there is just one. */
	readonly ignoreLetterCase: boolean;
	/** One of Shopify's reasons, such as `correction`. */
	readonly reason: string;
}
