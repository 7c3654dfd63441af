import { randomNumbers } from '../shop';

/** What people do in a shop's day. */
export const DEEDS = [
	'place',
	'pay',
	'addUnits',
	'addLine',
	'removeUnits',
	'refund',
	'split',
	'merge',
	'hold',
	'holdPart',
	'release',
	'move',
	'movePart',
	'moveBack',
	'replace',
	'markAsOpen',
	'cancel',
	'shipByHand',
	'targetShips',
	'changeAddress',
	'changeNote',
	'tag',
] as const;

/** One of the {@link DEEDS}. */
export type DeedKind = (typeof DEEDS)[number];

/** How often each comes beside an order, as shares of all that is not placing one. */
const SHARES: Readonly<Record<Exclude<DeedKind, 'place'>, number>> = {
	pay: 9,
	addUnits: 8,
	addLine: 4,
	removeUnits: 8,
	refund: 5,
	split: 8,
	merge: 4,
	hold: 8,
	holdPart: 8,
	release: 12,
	move: 5,
	movePart: 5,
	moveBack: 5,
	replace: 3,
	markAsOpen: 5,
	cancel: 4,
	shipByHand: 6,
	targetShips: 26,
	changeAddress: 4,
	changeNote: 3,
	tag: 3,
};

/** What somebody does at some time of the day. Which order it meets depends on what is there by then. */
export interface Deed {
	readonly kind: DeedKind;
	/** Numbers from 0 up to 1 that decide the rest. */
	readonly dice: readonly number[];
	/** Of the shop's time, since the deed before. */
	readonly minutes: number;
}

/** What happens to n8n, to the target for a while, or to the subscriptions. */
export const TROUBLES = [
	'kill',
	'killAndWipe',
	'stop',
	'stopAndWipe',
	'targetDown',
	'targetRefuses',
	'dropSubscriptions',
] as const;

/** One of the {@link TROUBLES}. */
export type TroubleKind = (typeof TROUBLES)[number];

/** Trouble that begins with a deed. */
export interface Trouble {
	readonly kind: TroubleKind;
	/** Index of the deed. */
	readonly at: number;
	/** Deeds that it lasts, where it lasts. */
	readonly lasts: number;
	readonly dice: readonly number[];
}

/** A shop's day and its faults, as far as a seed decides them. */
export interface Plan {
	readonly deeds: readonly Deed[];
	/** In the order of their beginning. */
	readonly troubles: readonly Trouble[];
}

/** How large a day is. */
export interface PlanOptions {
	readonly seed: number;
	readonly orders: number;
	/** Whether n8n is killed, so that executions may end in the middle. */
	readonly kills: boolean;
	readonly webhooks: boolean;
}

/** Deeds beside each placed order. */
const DEEDS_FOR_AN_ORDER = 1.7;
const DICE = 6;
/** Orders come one at a time, and now and then several at once. */
const BATCH_SHARE = 0.15;
const LARGEST_BATCH = 6;
/** Orders for each trouble of a kind, and at least one. */
const ORDERS_FOR_A_TROUBLE: Readonly<Record<TroubleKind, number>> = {
	kill: 60,
	killAndWipe: 120,
	stop: 150,
	stopAndWipe: 150,
	targetDown: 75,
	targetRefuses: 100,
	dropSubscriptions: 75,
};

/** Makes the plan of a day; the same one for the same options. */
export function planDay({ seed, orders, kills, webhooks }: PlanOptions): Plan {
	const random = randomNumbers(seed);
	const dice = (): readonly number[] => Array.from({ length: DICE }, random);
	const deeds: Deed[] = [];
	let placed = 0;
	while (placed < orders) {
		const batch = random() < BATCH_SHARE ? 2 + Math.floor(random() * (LARGEST_BATCH - 1)) : 1;
		for (let one = 0; one < batch && placed < orders; one += 1) {
			placed += 1;
			deeds.push({ kind: 'place', dice: dice(), minutes: one === 0 ? random() : 0 });
		}
		const others = Math.round(batch * DEEDS_FOR_AN_ORDER * 2 * random());
		for (let one = 0; one < others; one += 1) {
			deeds.push({ kind: anyDeed(random()), dice: dice(), minutes: random() });
		}
	}
	const troubles = TROUBLES.flatMap((kind): readonly Trouble[] => {
		if (!kills && kind.startsWith('kill')) return [];
		if (!webhooks && kind === 'dropSubscriptions') return [];
		const count = Math.max(1, Math.round(orders / ORDERS_FOR_A_TROUBLE[kind]));
		return Array.from({ length: count }, () => ({
			kind,
			at: Math.floor(deeds.length * (0.03 + 0.92 * random())),
			lasts: 3 + Math.floor(10 * random()),
			dice: dice(),
		}));
	});
	return { deeds, troubles: troubles.sort((one, other) => one.at - other.at) };
}

function anyDeed(die: number): DeedKind {
	const shares = Object.entries(SHARES) as [DeedKind, number][];
	let at = die * shares.reduce((sum, [, share]) => sum + share, 0);
	for (const [kind, share] of shares) {
		at -= share;
		if (at < 0) return kind;
	}
	return 'targetShips';
}
