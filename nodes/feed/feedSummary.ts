import type { MissingAnswer, StockAnswer } from '../domain/stockAnswer';
import { rejectedAnswer } from '../domain/stockAnswer';
import type { StockTarget } from '../domain/stockGroups';
import type { Usage } from '../shopify/client';
import { failureIn } from '../shopify/failure';
import { describeFailure } from '../shopify/failureText';
import type { FeedSettings } from './feedSettings';
import type { JudgedLocation } from './judgeFeed';
import type { ResolvedBy } from './resolveStock';

/** What a feed did, in figures. Counts are of input items, and of SKUs for those that no item names. */
export interface FeedSummary {
	readonly summary: true;
	/** In Shopify's inventory history the run is `gid://n8n-nodes-shopify-fulfillment/StockFeed/<feedId>`. */
	readonly feedId: string;
	readonly figure: 'physical' | 'freeToSell';
	readonly dryRun: boolean;
	readonly resolvedBy: ResolvedBy;
	readonly items: number;
	readonly set: number;
	readonly unchanged: number;
	readonly wouldSet: number;
	readonly rejected: number;
	/** What Shopify or the network would not do. */
	readonly failed: number;
	/** Stock levels that a full feed set, or would set, to 0 because no item names them. */
	readonly missingSetToZero: number;
	/** Goods that were stocked at a location. */
	readonly activated: number;
	/** Units at the feed's locations before it, as far as they were read. */
	readonly unitsBefore: number;
	/** The same as planned. */
	readonly unitsAfter: number;
	readonly requests: number;
	/** Shopify's query cost. */
	readonly points: number;
	readonly seconds: number;
	readonly idempotencyKeys: readonly string[];
}

/** What a summary is made of. */
export interface SummaryParts {
	readonly settings: FeedSettings;
	readonly resolvedBy: ResolvedBy;
	readonly answers: ReadonlyMap<number, StockAnswer | Error>;
	readonly missing: readonly MissingAnswer[];
	readonly judged: readonly JudgedLocation[];
	readonly used: Usage;
	readonly seconds: number;
	readonly idempotencyKeys: readonly string[];
}

/** Counts what came of a feed. */
export function summaryOf(parts: SummaryParts): FeedSummary {
	const { settings, answers, missing, judged, used } = parts;
	const counts = { set: 0, unchanged: 0, wouldSet: 0, rejected: 0, failed: 0 };
	const activated = new Set<StockAnswer>();
	for (const answer of answers.values()) {
		counts[answer instanceof Error ? 'failed' : answer.result] += 1;
		// Several items may share one answer.
		if (!(answer instanceof Error) && answer.activated) activated.add(answer);
	}
	counts.rejected += missing.filter(({ result }) => result === 'rejected').length;
	const sum = (of: (one: JudgedLocation) => number): number =>
		judged.reduce((total, one) => total + of(one), 0);
	return {
		summary: true,
		feedId: settings.feedId,
		figure: settings.quantityName === 'on_hand' ? 'physical' : 'freeToSell',
		dryRun: settings.dryRun,
		resolvedBy: parts.resolvedBy,
		items: answers.size,
		...counts,
		missingSetToZero: missing.filter(({ result }) => result !== 'rejected').length,
		activated: activated.size,
		unitsBefore: sum(({ outlook }) => outlook.unitsBefore),
		unitsAfter: sum(({ outlook }) => outlook.unitsAfter),
		requests: used.requests,
		points: Math.round(used.points * 10) / 10,
		seconds: Math.round(parts.seconds * 10) / 10,
		idempotencyKeys: parts.idempotencyKeys,
	};
}

/** Answers about stock that no item names; what failed is told as refused, there being no item to fail. */
export function missingAnswers(
	answers: readonly (readonly [StockTarget, StockAnswer | Error])[],
): readonly MissingAnswer[] {
	return answers.map(([{ item, location }, answer]) => {
		const told =
			answer instanceof Error
				? rejectedAnswer({ code: 'refused', text: wordsOf(answer) }, { item, location })
				: answer;
		return { sku: item.sku, barcode: item.barcode, missingFromFeed: true, ...told };
	});
}

function wordsOf(error: Error): string {
	const failure = failureIn(error);
	return `${failure ? describeFailure(failure).message : error.message}. It was not set to 0; the next full feed does`;
}
