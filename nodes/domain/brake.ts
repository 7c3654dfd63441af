import { InputProblem } from './problem';

/** From when on a feed is taken for a broken one. Shares in percent. */
export interface BrakeLimits {
	/** Share of the SKUs with stock that may fall to 0 … */
	readonly skusToZeroPercent: number;
	/** … and how many may in any case. */
	readonly skusToZero: number;
	/** Share of all units that may be lost. */
	readonly unitsLostPercent: number;
	/** Share of the SKUs with stock that a full feed must name. */
	readonly skusInFeedPercent: number;
}

/** The limits that hold unless somebody changes them. */
export const BRAKE_LIMITS: BrakeLimits = {
	skusToZeroPercent: 20,
	skusToZero: 20,
	unitsLostPercent: 50,
	skusInFeedPercent: 80,
};

/** What a feed would do to the stock of one location. Goods that Shopify does not count are left out. */
export interface StockOutlook {
	/** Name of the location. */
	readonly location: string;
	/** SKUs that have stock there now. */
	readonly withStock: number;
	/** SKUs of these that would have none afterwards. */
	readonly toZero: number;
	/** SKUs of these that the feed names, whatever becomes of them. */
	readonly inFeed: number;
	/** Units there now; what is below 0 counts as 0. */
	readonly unitsBefore: number;
	readonly unitsAfter: number;
}

/** The feed was stopped before anything was written. Its text says what it would have done. */
export class BrakeError extends InputProblem {}

const percent = (part: number, whole: number): number => Math.round((part / whole) * 1000) / 10;

/** Why a feed should not be carried out, a clause each; none if it may. */
export function brakeReasons(
	outlook: StockOutlook,
	limits: BrakeLimits,
	isFullFeed: boolean,
): readonly string[] {
	const { withStock, toZero, inFeed, unitsBefore, unitsAfter } = outlook;
	const reasons: string[] = [];
	if (toZero > limits.skusToZero && toZero * 100 > withStock * limits.skusToZeroPercent) {
		reasons.push(
			`${toZero} of the ${withStock} SKUs with stock would fall to 0 (${percent(toZero, withStock)} %, allowed are ${limits.skusToZeroPercent} %)`,
		);
	}
	const lost = unitsBefore - unitsAfter;
	if (lost * 100 > unitsBefore * limits.unitsLostPercent) {
		reasons.push(
			`${unitsBefore} units would become ${unitsAfter} (${percent(lost, unitsBefore)} % fewer, allowed are ${limits.unitsLostPercent} %)`,
		);
	}
	if (isFullFeed && inFeed * 100 < withStock * limits.skusInFeedPercent) {
		reasons.push(
			`the feed names ${inFeed} of the ${withStock} SKUs with stock (${percent(inFeed, withStock)} %, needed are ${limits.skusInFeedPercent} %)`,
		);
	}
	return reasons;
}

const ADVICE =
	'Check whether the feed is complete. If it is right, run the workflow by hand with Dry Run off and Brake in Manual Runs set to Warn, or change the Brake Limits for one run';

/**
 * What stops a feed, for one location or several, in one text. `changes` is how many levels it would have set.
 * `unusable` are the items that could not be read, whose fields may be mapped wrongly.
 */
export function brakeError(
	stopped: readonly { readonly location: string; readonly reasons: readonly string[] }[],
	changes: number,
	unusable: readonly { readonly problem: InputProblem }[],
): BrakeError {
	const [first] = unusable;
	const unread = first
		? `. ${unusable.length} of its items could not be read, the first: ${first.problem.message}`
		: '';
	return new BrakeError(
		`The feed was stopped and nothing was written: ${brakeText(stopped)}. It would have set ${changes} stock levels${unread}`,
		{ advice: ADVICE },
	);
}

/** The same reasons as one clause: `at Leeds Warehouse 812 of the 1,000 SKUs …`. */
export function brakeText(
	stopped: readonly { readonly location: string; readonly reasons: readonly string[] }[],
): string {
	return stopped
		.map(({ location, reasons }) => `at ${location} ${reasons.join(', and ')}`)
		.join('; ');
}
