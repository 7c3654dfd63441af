import type { DetailName } from './detailHashes';
import type { Units } from './order';
import type { Situation } from './situation';
import { isNothingLeft } from './situation';
import type { Told } from './told';
import { compact } from './told';
import { sumOf } from './unitSums';

/** What a target knows of an offer, and what is so now. */
export interface TellingView {
	readonly now: Situation;
	readonly told: Told;
	/** Units that the target has given up, and that are shipped now. */
	readonly givenUp: Units;
}

/** What a target knows once it is told what is so now. `own` is the fulfillment order that the offer was made for. */
export function toldAfter(view: TellingView, reopened: readonly string[], own: string): Told {
	const { now, told, givenUp } = view;
	const all = [...(told.reopened ?? []), ...reopened];
	const isEnded = now.isOver || isNothingLeft(now);
	return compact({
		number: told.number,
		at: told.at,
		run: told.run,
		held: now.held,
		moved: now.moved,
		left: now.left,
		gone: sumOf([now.gone, givenUp]),
		ended: isEnded || undefined,
		progress: progressAfter(view),
		fulfillmentOrders: carriersAfter(view, own),
		details: now.details === null ? told.details : withKnown(now.details, told.details),
		reopened: all,
	});
}

/** Progress that was never there is not missed. */
function progressAfter({ now, told }: TellingView): boolean | undefined {
	if (now.progress === undefined) return told.progress;
	return now.progress || told.progress !== undefined ? now.progress : undefined;
}

/** With those that its units were shipped from: else these would count as another's the next time. */
function carriersAfter({ now, told }: TellingView, own: string): readonly string[] | undefined {
	const known = told.fulfillmentOrders ?? [own];
	if (now.fulfillmentOrders.length === 0) return told.fulfillmentOrders;
	const left = now.places.filter((id) => known.includes(id) || now.fulfillmentOrders.includes(id));
	const isOnlyOwn = left.every((id) => id === own);
	return isOnlyOwn ? undefined : [...new Set(left)];
}

function withKnown(
	now: NonNullable<Situation['details']>,
	told: Told['details'],
): NonNullable<Situation['details']> {
	if (!told) return now;
	const names = Object.keys(now) as DetailName[];
	return Object.fromEntries(names.map((name) => [name, now[name] || told[name]])) as NonNullable<
		Situation['details']
	>;
}
