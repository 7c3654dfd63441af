import type { Change } from './changeEvents';
import type { FulfillmentOrderDetails } from './details';
import type { HandoverRecord } from './handoverRecord';
import type { Units } from './order';
import { compareLegacyIds } from './order';
import { InputProblem } from './problem';
import type { ItemContext, ItemJson, Subject } from './targetOrder';
import { describeOffer } from './targetOrder';
import type { ChangeEmission } from './telling';
import type { Told } from './told';
import { doubted, readTold, untell, writeTold } from './told';

/**
 * The item that tells of a change: the target order as it is to be now, what it was told to be, and what has changed.
 * A line's `quantity` counts what the target order is for in the end, shipped units included; `toShip` what is still to
 * be shipped of it, `onHold` how many of these are on hold. Nothing left: no lines.
 */
export function toChangedOrder(
	emission: ChangeEmission,
	sources: readonly FulfillmentOrderDetails[],
	subject: Subject,
	context: ItemContext,
): ItemJson {
	const { offer, news, change, before } = emission;
	const { keeps, kept, situation } = news;
	const item = describeOffer(emission.event, { ...offer, units: keeps }, sources, subject, context);
	const goodsOf = (orderLineId: string): ItemJson => {
		const line = sources
			.flatMap(({ lines }) => lines)
			.find((one) => one.orderLineId === orderLineId);
		const orderLineItemId = `gid://shopify/LineItem/${orderLineId}`;
		return { orderLineItemId, sku: line?.sku ?? null, title: line?.title ?? null };
	};
	const told = before.held ?? {};
	return {
		...item,
		...(Array.isArray(item['lines']) && {
			lines: (item['lines'] as readonly ItemJson[]).map((line) => withFate(line, situation)),
		}),
		previous: {
			lines: linesIn(kept).map(([id, quantity]) => ({
				...goodsOf(id),
				quantity,
				onHold: told[id] ?? 0,
			})),
			progress: before.progress ?? null,
			fulfillmentOrders: before.fulfillmentOrders ?? [offer.fulfillmentOrder],
		},
		changes: change.changes.map((one) => describeChange(one, goodsOf)),
		handover: {
			...(item['handover'] as ItemJson),
			change: offer.told?.number ?? 0,
			told: JSON.stringify({ before: writeTold(before), after: writeTold(offer.told ?? {}) }),
		},
	};
}

/** The fulfillment orders that know the goods of an event, by legacy id: the offer's own, and those that have units. */
export function placesOf({ offer, news }: ChangeEmission): readonly string[] {
	return [...new Set([offer.fulfillmentOrder, ...news.situation.places])];
}

function withFate(
	line: ItemJson,
	{ open, held }: { readonly open: Units; readonly held: Units },
): ItemJson {
	const id = String(line['orderLineItemId']).replace(/^.*\//, '');
	return { ...line, toShip: open[id] ?? 0, onHold: held[id] ?? 0 };
}

function describeChange(
	{ field, from, to, lines }: Change,
	goodsOf: (orderLineId: string) => ItemJson,
): ItemJson {
	return {
		field,
		from,
		to,
		lines: lines.map((line) => ({ ...goodsOf(line.orderLineId), from: line.from, to: line.to })),
	};
}

function linesIn(units: Units): readonly (readonly [string, number])[] {
	return Object.entries(units).sort(([one], [other]) => compareLegacyIds(one, other));
}

/** What one event told, and what was told before it. */
export interface ToldChange {
	readonly key: string;
	readonly before: Told;
	readonly after: Told;
}

/** Reads `handover.told` of an item. Throws {@link InputProblem} for anything else. */
export function readToldChange(key: string, text: string): ToldChange {
	const written = parse(text);
	const [before, after] = [readTold(written['before']), readTold(written['after'])];
	if (before && after) return { key, before, after };
	throw new InputProblem('What was told cannot be read', {
		path: 'told',
		advice: 'Use handover.told of an item of the output Changes, as it is',
	});
}

function parse(text: string): Readonly<Record<string, unknown>> {
	try {
		return Object(JSON.parse(text)) as Record<string, unknown>;
	} catch {
		return {};
	}
}

/**
 * The record after a target could not be told of a change: it counts as not told, so that it is told again. The same
 * record if a later event has told the target what is so, or the key is not known.
 */
export function tellAgain(
	record: HandoverRecord,
	{ key, before, after }: ToldChange,
): HandoverRecord {
	return withTold(record, key, (told) => untell(told, before, after));
}

/**
 * The record after a target was told of a change: if that was the last word, it is not told again. If another event was
 * told since, nobody knows which of the two the target has heard last: it is told once more, as it is then.
 */
export function confirmTold(record: HandoverRecord, { key, after }: ToldChange): HandoverRecord {
	return withTold(record, key, (told) => {
		if (told.at === after.at && told.run === after.run) return heard(told);
		return told.doubted ? told : doubted(told, after);
	});
}

/** Whether no other event was told since, as far as the record knows. */
export function isLastWord(record: HandoverRecord, { key, after }: ToldChange): boolean {
	const told = record.offers.find((one) => one.key === key && one.voidedAt === undefined)?.told;
	return told === undefined || (told.at === after.at && told.run === after.run);
}

function heard(told: Told): Told {
	const { pending, ...others } = told;
	return pending ? others : told;
}

function withTold(
	record: HandoverRecord,
	key: string,
	change: (told: Told) => Told,
): HandoverRecord {
	const offer = record.offers.find((one) => one.key === key && one.voidedAt === undefined);
	const told = offer?.told && change(offer.told);
	if (!offer || told === undefined || told === offer.told) return record;
	return {
		...record,
		offers: record.offers.map((one) => (one === offer ? { ...offer, told } : one)),
	};
}
