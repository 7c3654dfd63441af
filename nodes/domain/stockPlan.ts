import type { StockAnswer, StockPlace, StockReason } from './stockAnswer';
import { rejectedAnswer, stockAnswer } from './stockAnswer';
import type { StockTarget } from './stockGroups';
import type { QuantityName, StockLevel } from './stockItem';
import { nameOf } from './stockItem';

/** What to do with goods that are not stocked at the location. */
export type NotStockedRule = 'positive' | 'always' | 'report';

/** What holds for all levels of a feed. */
export interface StockRules {
	readonly quantityName: QuantityName;
	readonly notStocked: NotStockedRule;
	readonly write: 'changed' | 'all';
}

/** A stock level that is to be written. */
export interface PlannedLevel {
	readonly target: StockTarget;
	/**
	 * What the figure comes to before it is kept from falling below 0: target's figure, less safety stock and units
	 * that the target does not have yet.
	 */
	readonly figure: number;
	/** Units that Shopify is to have: the figure, at least 0. */
	readonly goal: number;
	/** Units of open orders that were taken off the figure. */
	readonly notYetInTarget: number;
	/** What Shopify had when it was read; undefined if the item was never stocked there. */
	readonly read: StockLevel | undefined;
	/** Whether the item has to be stocked at the location first. */
	readonly activates: boolean;
}

/** Most units that Shopify takes (`INVALID_QUANTITY_TOO_HIGH`, Admin API 2026-07). */
const MAX_QUANTITY = 1_000_000_000;

/** Either what is to be written, or the answer where nothing is. */
export type PlannedStep = { readonly planned: PlannedLevel } | { readonly answer: StockAnswer };

/**
 * Decides what is done about one stock level. Pure: the same figures give the same answer.
 *
 * `notYetInTarget` are units that Shopify has sold and the target does not know of: its figure still counts them as
 * free to sell.
 */
export function planLevel(
	target: StockTarget,
	read: StockLevel | undefined,
	notYetInTarget: number,
	rules: StockRules,
): PlannedStep {
	const { item, location } = target;
	const place: StockPlace = {
		item,
		location,
		previousQuantity: read?.quantity ?? null,
	};
	const figure = target.quantity - target.safetyStock - notYetInTarget;
	const goal = Math.max(0, figure);
	const isStocked = read?.isActive === true;
	const reason = reasonAgainst(target, goal, isStocked, rules);
	if (reason) return { answer: rejectedAnswer(reason, place) };
	if (!isStocked && goal === 0 && rules.notStocked === 'positive') {
		const notes = [`It is not stocked at ${location.name}, and for 0 units it need not be`];
		return { answer: stockAnswer(place, { result: 'unchanged', notes, notYetInTarget }) };
	}
	if (isStocked && read.quantity === goal && rules.write === 'changed') {
		return {
			answer: stockAnswer(place, { result: 'unchanged', newQuantity: goal, notYetInTarget }),
		};
	}
	return { planned: { target, figure, goal, notYetInTarget, read, activates: !isStocked } };
}

function reasonAgainst(
	{ item, location }: StockTarget,
	goal: number,
	isStocked: boolean,
	{ notStocked }: StockRules,
): StockReason | undefined {
	const name = nameOf(item);
	if (item.isBundle) {
		return {
			code: 'bundle',
			text: `${name} is a bundle: Shopify works its stock out from that of its components. Feed the components`,
		};
	}
	if (!item.isTracked) {
		return {
			code: 'notTracked',
			text: `Shopify does not track the inventory of ${name}, so it is always for sale. Turn on Track Quantity for it in Shopify, or leave it out of the feed`,
		};
	}
	if (!isStocked && notStocked === 'report') {
		return {
			code: 'notStocked',
			text: `${name} is not stocked at ${location.name}. Stock it there in Shopify, or choose to activate it under If Not Stocked at the Location`,
		};
	}
	if (goal > MAX_QUANTITY) {
		return {
			code: 'badInput',
			text: `${goal} units of ${name} are more than Shopify takes: 1,000,000,000`,
		};
	}
	return undefined;
}

/** What is known of a level that was to be written and had changed since it was read. */
export interface Reread {
	/** As it is now; undefined if it is gone. */
	readonly now: StockLevel | undefined;
	/** Units when the feed first read it. */
	readonly first: number;
	/** Whether the write before may have been done in spite of Shopify's answer. */
	readonly mayBeDone: boolean;
	/** What was to be written. */
	readonly goal: number;
}

/** What to do about a level that was read again. */
export type NextStep =
	/** Write this many units; `adjustedBy`, 0 or less, because of what others took. */
	| { readonly step: 'write'; readonly goal: number; readonly adjustedBy: number }
	/** It is as it should be. */
	| { readonly step: 'done'; readonly goal: number; readonly adjustedBy: number }
	/** Nobody knows what changed it: left to the next run, which begins with what is there then. */
	| { readonly step: 'unclear' };

/**
 * Decides about a level that somebody else changed while the feed ran. A count of what is in the building holds
 * whatever was sold meanwhile (Shopify keeps what is committed apart); what is free to sell has to be lowered by as
 * many units as others lowered it by, at least to 0.
 *
 * What has become more is not added. It may be another feed's write of the same figure, or an order of which the
 * target never knew and that was cancelled: added, units would be sold that nobody has. Goods that really came back are
 * in the target's next figure, or would be gone with the next feed in any case.
 */
export function planAgain(
	{ figure }: Pick<PlannedLevel, 'figure'>,
	{ now, first, mayBeDone, goal: before }: Reread,
	quantityName: QuantityName,
): NextStep {
	const quantity = now?.quantity ?? first;
	if (mayBeDone && quantity === before) {
		return { step: 'done', goal: before, adjustedBy: adjustmentOf(figure, before) };
	}
	if (quantityName === 'on_hand') {
		const goal = Math.max(0, figure);
		return { step: quantity === goal ? 'done' : 'write', goal, adjustedBy: 0 };
	}
	// The change may hold our own: taken for a sale, it would be made a second time.
	if (mayBeDone && quantity !== first) return { step: 'unclear' };
	const adjustedBy = Math.min(0, quantity - first);
	const goal = Math.max(0, figure + adjustedBy);
	return { step: quantity === goal ? 'done' : 'write', goal, adjustedBy };
}

/** Units by which what was written differs from the figure. */
function adjustmentOf(figure: number, goal: number): number {
	return goal === Math.max(0, figure) ? 0 : goal - figure;
}
