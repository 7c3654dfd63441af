import type { StockAnswer } from '../../nodes/domain/stockAnswer';
import type { FeedOutcome } from '../../nodes/feed/feedStock';
import { activatingCases } from './table/activatingCases';
import { brakeCases } from './table/brakeCases';
import { changingCases } from './table/changingCases';
import type { FeedCase } from './table/feedCase';
import { doStep } from './table/feedCase';
import { freeToSellCases } from './table/freeToSellCases';
import { fullFeedCases } from './table/fullFeedCases';
import { levelTexts, putGoods } from './table/goodsText';
import { locationCases } from './table/locationCases';
import { matchingCases } from './table/matchingCases';
import { physicalCases } from './table/physicalCases';
import { refusedCases } from './table/refusedCases';
import { rowOf, unusableOf, VirtualFeed } from './virtualFeed';

const TABLES: Readonly<Record<string, readonly FeedCase[]>> = {
	'physical stock': physicalCases,
	'which goods': matchingCases,
	locations: locationCases,
	'not stocked': activatingCases,
	'free to sell': freeToSellCases,
	'full feed': fullFeedCases,
	brake: brakeCases,
	'changes in between': changingCases,
	'refused, lost and repeated': refusedCases,
};

/** `set 4 → 7 +2 (2 not yet) activated`, and what it says only if the case asks. */
function answerText(answer: StockAnswer | Error | undefined, wanted = ''): string {
	if (!answer || answer instanceof Error) {
		const text = `error: ${answer?.message ?? 'no answer'}`;
		return wanted.startsWith('error: ') && text.includes(wanted.slice(7)) ? wanted : text;
	}
	const { result, reasonCode, previousQuantity, newQuantity, adjustedBy, notYetInTarget } = answer;
	const figures =
		newQuantity !== null && newQuantity !== previousQuantity
			? `${previousQuantity ?? '-'} → ${newQuantity}`
			: String(previousQuantity ?? '-');
	const parts = [
		result,
		...(result === 'rejected' ? [reasonCode] : [figures]),
		...(adjustedBy === 0 ? [] : [adjustedBy > 0 ? `+${adjustedBy}` : adjustedBy]),
		...(notYetInTarget === 0 || result === 'rejected' ? [] : [`(${notYetInTarget} not yet)`]),
		...(answer.activated ? ['activated'] : []),
	];
	const said = [answer.reason ?? '', ...answer.notes].join('\n');
	const [, says] = /: (.+)$/.exec(wanted) ?? [];
	if (says === undefined) return parts.join(' ');
	return `${parts.join(' ')}: ${said.includes(says) ? says : said}`;
}

const answersOf = (outcome: FeedOutcome, wanted: readonly string[]): readonly string[] =>
	wanted.map((text, index) => answerText(outcome.answers.get(index), text));

const missingOf = (outcome: FeedOutcome): readonly string[] =>
	outcome.missing.map((one) => `${one.sku ?? '-'} ${answerText(one)}`);

/** What a second run answers where a case says nothing else. */
function repeated(answer: string): string {
	const [, before = '', now = before] = /^set (-?\d+|-)(?: → (-?\d+))?/.exec(answer) ?? [];
	const [notYet = ''] = / \(\d+ not yet\)/.exec(answer) ?? [];
	return answer.startsWith('set ') ? `unchanged ${now}${notYet}` : answer;
}

function feedIt(feed: VirtualFeed, one: FeedCase, ids: readonly string[]): Promise<FeedOutcome> {
	const texts = one.feed.map((text) =>
		text.replace(/^#(\d)/, (_all, at) => numberOf(ids[Number(at)])),
	);
	const rows = texts.flatMap((text, item) =>
		text.endsWith('?') || text.startsWith('? ') ? [] : [rowOf(text, item)],
	);
	const unusable = texts.flatMap((text, item) =>
		text.endsWith('?') || text.startsWith('? ') ? [unusableOf(text, item)] : [],
	);
	let left = one.meanwhile?.times ?? 1;
	return feed.feed(rows, one.settings, {
		unusable,
		...(one.apiVersion && { apiVersion: one.apiVersion }),
		before: ({ operation }) => {
			if (operation !== one.meanwhile?.operation || left === 0) return;
			left -= 1;
			one.meanwhile.does(feed);
		},
	});
}

const numberOf = (id = ''): string => id.replace(/^.*\//, '');

/** Levels that apps have changed. */
const changedLevels = ({ shop }: VirtualFeed): number =>
	shop.state.adjustments
		.filter(({ by }) => by === 'inventorySetQuantities')
		.reduce(
			(sum, { changes }) =>
				sum + new Set(changes.map(({ variant, location }) => `${variant.id} ${location.id}`)).size,
			0,
		);

describe.each(Object.entries(TABLES))('A stock feed: %s', (_table, cases) => {
	it.each(cases.map((one) => [one.name, one] as const))('%s', async (_name, one) => {
		const feed = new VirtualFeed({
			locations: [{ name: 'Leeds' }, { name: 'York' }, { name: 'Galway' }],
			stock: [],
			...(one.unknowns && { unknowns: one.unknowns }),
		});
		const ids = putGoods(feed.shop, one.goods);
		feed.time.nowMs += 3_600_000;
		for (const step of one.before ?? []) doStep(feed, step);
		feed.time.nowMs += 3_600_000;
		for (const { operation, fault } of one.faults ?? []) {
			feed.shop.faults.next(fault, 1, { operation });
		}

		if (one.bulk) feed.shop.faults.nextBulk({ kind: 'refuse' });

		const first = await feedIt(feed, one, ids).catch((error: unknown) => String(error));

		if (typeof first === 'string') {
			expect(first).toContain(one.fails ?? 'no failure');
			expect(levelTexts(feed.shop, ids)).toEqual(one.levels);
			expect(changedLevels(feed)).toBe(0);
			return;
		}
		expect({
			answers: answersOf(first, one.answers),
			missing: missingOf(first),
			levels: levelTexts(feed.shop, ids),
			changes: changedLevels(feed),
			fails: undefined,
		}).toEqual({
			answers: one.answers,
			missing: one.missing ?? [],
			levels: one.levels,
			changes: one.changes,
			fails: one.fails,
		});
		expect(first.answers.size).toBe(one.feed.length);
		if (one.warns !== undefined) expect(first.warnings.join('\n')).toContain(one.warns);
		else expect(first.warnings).toEqual([]);
		if (one.resolvedBy) expect(first.summary.resolvedBy).toBe(one.resolvedBy);

		feed.time.nowMs += 60_000;
		feed.shop.faults.clear();
		const { meanwhile: _others, ...withoutOthers } = one;
		const again = await feedIt(feed, withoutOthers, ids);

		const wanted = one.again ?? one.answers.map(repeated);
		expect({
			answers: answersOf(again, wanted),
			levels: levelTexts(feed.shop, ids),
			changes: changedLevels(feed) - one.changes,
		}).toEqual({
			answers: wanted,
			levels: one.levelsAgain ?? one.levels,
			changes: one.changesAgain ?? 0,
		});
	});
});
