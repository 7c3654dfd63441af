import { brakeError, brakeText } from '../domain/brake';
import type { FeedPlan } from '../domain/feedPlan';
import { planFeed } from '../domain/feedPlan';
import { locateRows, placeRows } from '../domain/locateRows';
import { problemText } from '../domain/problem';
import type { MissingAnswer, NamedLocation, StockAnswer } from '../domain/stockAnswer';
import { rejectedAnswer, stockAnswer } from '../domain/stockAnswer';
import type { StockTarget } from '../domain/stockGroups';
import type { PlannedLevel } from '../domain/stockPlan';
import type { StockRow, UnusableRow } from '../domain/stockRow';
import type { AppState } from '../shopify/app';
import { readApp, requireStockScopes } from '../shopify/app';
import type { BulkSurroundings } from '../shopify/bulkQuery';
import { readAllLocations } from '../shopify/shop';
import type { FeedSettings } from './feedSettings';
import type { FeedSummary } from './feedSummary';
import { missingAnswers, summaryOf } from './feedSummary';
import type { JudgedLocation } from './judgeFeed';
import { judgeFeed } from './judgeFeed';
import { readUnconfirmed, ROUTING_LAG_MS } from './readUnconfirmed';
import type { ResolvedStock } from './resolveStock';
import { resolveStock } from './resolveStock';
import { writeLevels } from './writeLevels';

/** What a feed needs of its surroundings. */
export interface FeedSurroundings extends BulkSurroundings {
	readonly log: BulkSurroundings['log'] & { warn(message: string): void };
	/** Milliseconds since 1970; only for the seconds in the summary. */
	readonly now: () => number;
}

/** What came of a feed. */
export interface FeedOutcome {
	/** By index of the input item; each has one. An `Error` is what Shopify or the network would not do. */
	readonly answers: ReadonlyMap<number, StockAnswer | Error>;
	/** What a full feed did to stock that no item names. */
	readonly missing: readonly MissingAnswer[];
	readonly summary: FeedSummary;
	/** What whoever runs it should know, a sentence each. */
	readonly warnings: readonly string[];
}

/**
 * Makes the target's stock Shopify's: finds the goods of the rows, plans what is set, stops where that looks like a
 * broken feed, and writes what differs. Nothing is written before all is planned.
 *
 * May be repeated: what is set is found so, and every write is made only if the level is as it was read. Throws
 * `BrakeError` if the feed is stopped, `InputProblem` if its location is not known, and as the client fails if the
 * shop could not be read.
 */
export async function feedStock(
	surroundings: FeedSurroundings,
	rows: readonly StockRow[],
	unusable: readonly UnusableRow[],
	settings: FeedSettings,
): Promise<FeedOutcome> {
	const begun = surroundings.now();
	const { client } = surroundings;
	// A wrong token or location would hide what is wrong with the items, and nothing could be written anyway.
	if (rows.length === 0 && settings.missing === 'leave')
		return nothingToFeed(client, unusable, settings);
	const app = await readApp(client);
	requireStockScopes(app, { writes: !settings.dryRun, readsOrders: subtracts(app, settings) });
	const inUse = (await readAllLocations(client)).filter(({ isActive }) => isActive);
	const { rows: placed, locations } = placeRows(rows, unusable, settings, inUse);
	const resolved = await resolveStock(surroundings, placed, locations, settings);
	const { reading, isWhole } = resolved;
	const located = locateRows(placed, reading);
	const notYet = await notYetInTarget(surroundings, app, locations, resolved, settings);
	const parts = { rows: located, unusable, reading, locations, notYetInTarget: notYet.units };
	const plan = planFeed(parts, settings);
	const { planned } = plan;
	const judged = await judgeFeed(
		surroundings,
		locations,
		{ rows: located, reading, isWhole, planned, identifyBy: settings.identifyBy },
		settings,
	);
	const warnings = [
		...plan.warnings,
		...notYet.warnings,
		...brake(judged, planned.length, unusable, settings),
	];
	for (const warning of warnings) surroundings.log.warn(warning);

	const written = settings.dryRun
		? { answers: new Map(planned.map((one) => [one, wouldSet(one)])), keys: [] }
		: await writeLevels({ ...surroundings, ...settings }, planned);
	const { answers, missing } = answersOf(plan, written.answers, unusable);
	const summary = summaryOf({
		settings,
		resolvedBy: resolved.resolvedBy,
		answers,
		missing,
		judged,
		used: client.used,
		seconds: (surroundings.now() - begun) / 1000,
		idempotencyKeys: written.keys,
	});
	return { answers, missing, summary, warnings };
}

function nothingToFeed(
	{ used }: FeedSurroundings['client'],
	unusable: readonly UnusableRow[],
	settings: FeedSettings,
): FeedOutcome {
	const none = { unwritten: new Map(), rejected: new Map(), planned: [], warnings: [] };
	const { answers, missing } = answersOf(none, new Map(), unusable);
	const parts = { settings, answers, missing, used, judged: [], idempotencyKeys: [] };
	const summary = summaryOf({ ...parts, resolvedBy: 'search', seconds: 0 });
	return { answers, missing, summary, warnings: [] };
}

/** Brings the answers to stock levels back to the items that asked for them. */
function answersOf(
	{ unwritten, rejected }: FeedPlan,
	written: ReadonlyMap<PlannedLevel, StockAnswer | Error>,
	unusable: readonly UnusableRow[],
): Pick<FeedOutcome, 'answers' | 'missing'> {
	const answers = new Map<number, StockAnswer | Error>(rejected);
	for (const { item, problem } of unusable) {
		answers.set(item, rejectedAnswer({ code: 'badInput', text: problemText(problem) }));
	}
	const unnamed: (readonly [StockTarget, StockAnswer | Error])[] = [];
	const take = (target: StockTarget, answer: StockAnswer | Error): void => {
		for (const item of target.items) answers.set(item, answer);
		if (target.items.length === 0) unnamed.push([target, answer]);
	};
	for (const [target, answer] of unwritten) take(target, answer);
	for (const [{ target }, answer] of written) take(target, answer);
	return { answers, missing: missingAnswers(unnamed) };
}

function subtracts(app: AppState, { notYetInTarget: rule, quantityName }: FeedSettings): boolean {
	if (quantityName === 'on_hand' || rule === 'ignore') return false;
	return rule === 'subtract' || app.hasHandedOver;
}

interface NotYet {
	readonly units: ReadonlyMap<string, number>;
	readonly warnings: readonly string[];
}

async function notYetInTarget(
	{ client, wait }: FeedSurroundings,
	app: AppState,
	locations: readonly NamedLocation[],
	{ readUntil }: ResolvedStock,
	settings: FeedSettings,
): Promise<NotYet> {
	if (!subtracts(app, settings) || readUntil === '') return { units: new Map(), warnings: [] };
	await wait(ROUTING_LAG_MS);
	// The figures were there before the run began; a target that took an order since then counts its units in them.
	const times = { figuresFrom: settings.figuresAsOf ?? app.shopTime, readUntil };
	const { units, withheld } = await readUnconfirmed(client, locations, times);
	if (withheld === 0) return { units, warnings: [] };
	const warning = `${withheld} open fulfillment orders cannot be read (orders older than 60 days need read_all_orders): their units were not taken off the target's figures`;
	return { units, warnings: [warning] };
}

/** Throws `BrakeError` where the feed must stop; else says what would have stopped it. */
function brake(
	judged: readonly JudgedLocation[],
	changes: number,
	unusable: readonly UnusableRow[],
	{ brake: { effect }, dryRun }: FeedSettings,
): readonly string[] {
	const stopped = judged
		.filter(({ reasons }) => reasons.length > 0)
		.map(({ outlook: { location }, reasons }) => ({ location, reasons }));
	if (stopped.length === 0) return [];
	if (effect === 'stop' && !dryRun) throw brakeError(stopped, changes, unusable);
	const what = dryRun ? 'The brake would stop this feed' : 'The brake would have stopped this feed';
	return [`${what}: ${brakeText(stopped)}`];
}

function wouldSet({
	target,
	goal,
	read,
	notYetInTarget: units,
	activates,
}: PlannedLevel): StockAnswer {
	const { item, location } = target;
	return stockAnswer(
		{ item, location, previousQuantity: read?.quantity ?? null },
		{
			result: 'wouldSet',
			newQuantity: goal,
			notYetInTarget: units,
			notes: activates ? [`It would be stocked at ${location.name}`] : [],
		},
	);
}
