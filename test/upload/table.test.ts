import type { UploadResult } from '../../nodes/domain/uploadResult';
import { changedCases } from './table/changedCases';
import { editsCases } from './table/editsCases';
import { limitsCases } from './table/limitsCases';
import { lostCases } from './table/lostCases';
import { placingCases } from './table/placingCases';
import { quantitiesCases } from './table/quantitiesCases';
import { referencesCases } from './table/referencesCases';
import { remainingCases } from './table/remainingCases';
import { stateOf } from './table/shopState';
import { splittingCases } from './table/splittingCases';
import { statesCases } from './table/statesCases';
import { totalsCases } from './table/totalsCases';
import { trackingCases } from './table/trackingCases';
import { unknownsCases } from './table/unknownsCases';
import { unnumberedCases } from './table/unnumberedCases';
import type { Expected, ExpectedError, UploadCase } from './table/uploadCase';
import { later } from './table/uploadCase';
import { UploadShop } from './table/uploadShop';

const TABLES: Readonly<Record<string, readonly UploadCase[]>> = {
	placing: placingCases,
	splitting: splittingCases,
	edits: editsCases,
	quantities: quantitiesCases,
	totals: totalsCases,
	remaining: remainingCases,
	tracking: trackingCases,
	references: referencesCases,
	states: statesCases,
	'without a number': unnumberedCases,
	limits: limitsCases,
	unknowns: unknownsCases,
	'lost answers': lostCases,
	'changes in between': changedCases,
};

type Answer = Expected | ExpectedError;

/** One answer for each item: one that stands for all is given to each. */
function forEachItem<T extends Answer>(answer: T | readonly T[], items: number): readonly T[] {
	if (Array.isArray(answer)) return answer as readonly T[];
	return Array.from({ length: items }, () => answer as T);
}

const isError = (answer: Answer): answer is ExpectedError => 'error' in answer;
const isAnswer = (answer: Answer): answer is Expected => !isError(answer);

function shown(shop: UploadShop, answer: UploadResult | Error | undefined, wanted: Answer): object {
	if (answer === undefined || answer instanceof Error) {
		const text = answer?.message ?? 'nothing';
		if (isError(wanted) && text.includes(wanted.error)) return wanted;
		return { error: text };
	}
	const { result, reasonCode, units, reason, notes } = answer;
	const said = [...(reason === null ? [] : [reason]), ...notes];
	const texts = isError(wanted) ? [] : wanted.says;
	const areSaid =
		texts.length > 0 && texts.every((text) => said.join('\n').includes(shop.withIds(text)));
	return { result, reasonCode, units, says: areSaid ? texts : said };
}

/**
 * Every case is uploaded twice: lists with a look-back name a shipment again and again, and nothing more may come of
 * it, in the shop or for the customer.
 */
describe.each(Object.entries(TABLES))('uploads: %s', (_table, cases) => {
	it.each(cases.map((one) => [one.name, one] as const))('%s', async (_name, one) => {
		const shop = new UploadShop(one.unknowns);
		for (const text of one.orders) shop.place(text);
		for (const step of one.before ?? []) {
			await step(shop);
			shop.wait(1);
		}
		const wanted = forEachItem(one.answer, one.given.length);

		const first = await shop.upload(one.given, one.settings, one.meanwhile);

		expect({
			answers: wanted.map((answer, index) => shown(shop, first.answers[index], answer)),
			...stateOf(shop),
			writes: first.writes,
		}).toEqual({ answers: wanted, ...one.shop, writes: one.writes });

		const wantedAgain = forEachItem(
			one.again ?? wanted.filter(isAnswer).map(later),
			one.given.length,
		);

		let writesBefore = 0;
		for (const { given, changes } of one.repeatsAll === false ? [] : shop.earlier) {
			writesBefore += (await shop.upload(given, changes)).writes;
		}
		const second = await shop.upload(one.given, one.settings);

		expect({
			answers: wantedAgain.map((answer, index) => shown(shop, second.answers[index], answer)),
			...stateOf(shop),
			writes: writesBefore + second.writes,
		}).toEqual({
			answers: wantedAgain,
			...(one.shopAgain ?? one.shop),
			writes: one.writesAgain ?? 0,
		});
	});
});
