import type { LocatedRows } from './locateRows';
import type { NamedLocation, StockAnswer } from './stockAnswer';
import { rejectedAnswer } from './stockAnswer';
import type { DuplicateRule, StockTarget } from './stockGroups';
import { groupRows, levelKey } from './stockGroups';
import type { StockIdentifier } from './stockItem';
import { identifierOf } from './stockItem';
import type { PlannedLevel, StockRules } from './stockPlan';
import { planLevel } from './stockPlan';
import type { StockReading } from './stockReading';
import { isCounted } from './stockReading';
import type { UnusableRow } from './stockRow';

/** What decides what a feed sets. */
export interface FeedRules extends StockRules {
	readonly identifyBy: StockIdentifier;
	/** `zero` for a full feed: what Shopify has in stock and no row names is set to 0. */
	readonly missing: 'leave' | 'zero';
	readonly duplicates: DuplicateRule;
}

/** What a feed is planned from. */
export interface PlanParts {
	readonly rows: LocatedRows;
	readonly unusable: readonly UnusableRow[];
	readonly reading: StockReading;
	readonly locations: readonly NamedLocation[];
	/** Units that the target does not have yet, by `levelKey`. */
	readonly notYetInTarget: ReadonlyMap<string, number>;
}

/** Everything that a feed is going to do. */
export interface FeedPlan {
	readonly planned: readonly PlannedLevel[];
	/** Stock levels for which nothing is written. */
	readonly unwritten: ReadonlyMap<StockTarget, StockAnswer>;
	/** Rows that belong to no stock level, by index of the input item. */
	readonly rejected: ReadonlyMap<number, StockAnswer>;
	readonly warnings: readonly string[];
}

/** Plans a whole feed. Pure: the same rows and the same shop give the same plan. */
export function planFeed(parts: PlanParts, rules: FeedRules): FeedPlan {
	const { rows, reading, notYetInTarget } = parts;
	const rejected = new Map<number, StockAnswer>();
	for (const [index, { reason, location }] of rows.rejected) {
		rejected.set(index, rejectedAnswer(reason, { location }));
	}
	const groups = groupRows(rows.located, rules.duplicates);
	for (const { index, item, location } of rows.located) {
		const reason = groups.rejected.get(index);
		if (reason) rejected.set(index, rejectedAnswer(reason, { item, location }));
	}
	const missing = missingTargets(parts, rules);
	const planned: PlannedLevel[] = [];
	const unwritten = new Map<StockTarget, StockAnswer>();
	for (const target of [...groups.targets, ...missing.targets]) {
		const { item, location } = target;
		const read = reading.levels.get(item.id, location.id);
		const units = notYetInTarget.get(levelKey(item.id, location.id)) ?? 0;
		const step = planLevel(target, read, units, rules);
		if ('planned' in step) planned.push(step.planned);
		else unwritten.set(target, step.answer);
	}
	return { planned, unwritten, rejected, warnings: missing.warnings };
}

interface Missing {
	readonly targets: readonly StockTarget[];
	readonly warnings: readonly string[];
}

/** What a full feed sets to 0: stock that no row names. Never what is oversold, which 0 would hide. */
function missingTargets(
	{ reading, rows, locations, unusable }: PlanParts,
	{ missing, identifyBy }: FeedRules,
): Missing {
	if (missing === 'leave') return { targets: [], warnings: [] };
	const nameless = unusable.filter(({ identifier, isBlank }) => identifier === null && !isBlank);
	const [first] = nameless;
	if (first) {
		const who = nameless.length === 1 ? '1 item does' : `${nameless.length} items do`;
		const warning = `${who} not say which goods are meant (item ${first.item} is the first), so nothing that is missing from the feed was set to 0`;
		return { targets: [], warnings: [warning] };
	}
	const isMissing = (id: string, { id: locationId }: NamedLocation): boolean =>
		!rows.protectedItems.has(id) && !rows.named.has(levelKey(id, locationId));
	// A feed that names nothing is an empty or foreign file, whatever the brake is told to do about it.
	const fed = new Set(rows.located.map(({ location: { id } }) => id));
	const warnings = locations
		.filter(({ id }) => !fed.has(id))
		.map(
			({ name }) =>
				`No item names goods of the shop at ${name}, so nothing that is missing from the feed was set to 0 there`,
		);
	const fedLocations = locations.filter(({ id }) => fed.has(id));
	const targets = fedLocations.flatMap((location) =>
		[...reading.levels.at(location.id)].flatMap(([id, { isActive, quantity }]): StockTarget[] => {
			const item = reading.itemOf(id);
			if (!item || !isActive || quantity <= 0 || !isMissing(id, location)) return [];
			if (!isCounted(item) || identifierOf(item, identifyBy) === null) return [];
			return [{ item, location, quantity: 0, safetyStock: 0, items: [] }];
		}),
	);
	return { targets, warnings };
}
