import type { HandoverRecord, Offer } from '../../nodes/domain/handoverRecord';
import { isPartInDoubt, liveOffers, NO_RECORD } from '../../nodes/domain/handoverRecord';
import type { OrderState } from '../../nodes/domain/order';
import { isShippable } from '../../nodes/domain/order';
import { checkShipping } from '../../nodes/domain/shippingCheck';
import { LEEDS, MUG, noFilters, TEA, YORK } from './builders';
import type { ModelFulfillmentOrder } from './modelShop';
import { isOpen, ModelShop } from './modelShop';
import type { Fate } from './modelTarget';
import { ModelTarget } from './modelTarget';
import { random } from './random';

const SEEDS = 300;
const STEPS = 12;

interface Course {
	readonly shop: ModelShop;
	readonly target: ModelTarget;
	readonly next: (below: number) => number;
}

function start(seed: number): Course {
	const next = random(seed);
	const unknowns = {
		reopensInSame: next(2) === 1,
		editsJoinOpen: next(2) === 1,
		heldRestKeepsProgress: next(2) === 1,
	};
	const shop = new ModelShop({ [MUG]: 1 + next(3), [TEA]: 1 + next(2) }, unknowns);
	const filters = noFilters({ locations: next(2) === 1 ? ['7310'] : [] });
	return { shop, target: new ModelTarget(shop, filters, true), next };
}

const FATES: readonly Fate[] = ['done', 'done', 'lostAfterTarget', 'confirmedLater', 'refused'];

/** What may happen to a fulfillment order with units left. */
const CHANGES: readonly ((course: Course, one: ModelFulfillmentOrder) => void)[] = [
	({ shop }, one) => shop.hold(one),
	({ shop }, one) => shop.release(one),
	({ shop }, one) => {
		if (isOpen(one)) shop.move(one);
	},
	({ shop }, one) => {
		if (isOpen(one)) shop.cancelAndReplace(one);
	},
	({ shop, next }, one) => {
		const line = one.lines.find(({ remaining }) => remaining > 0);
		if (line && !one.held) shop.ship(one, line.orderLineId, 1 + next(line.remaining), false, 0);
	},
	({ shop, next }, one) => {
		const line = one.lines.find(({ remaining }) => remaining > 1);
		if (line && isOpen(one)) shop.split(one, line.orderLineId, 1 + next(line.remaining - 1));
	},
	({ shop }, one) => {
		const line = one.lines.find(({ remaining }) => remaining > 0);
		if (line) shop.removeUnits(one, line.orderLineId, 1);
	},
	({ shop }) => shop.addUnits(MUG, 1),
	({ shop, next }) => {
		const made = shop.fulfillments.filter(({ cancelled }) => !cancelled);
		const one = made[next(Math.max(1, made.length))];
		if (one) shop.cancelFulfillment(one);
	},
];

function takeStep(course: Course): void {
	const { shop, target, next } = course;
	if (next(2) === 0) {
		target.poll(() => FATES[next(FATES.length)] ?? 'done');
		return;
	}
	const live = shop.live();
	const one = live[next(Math.max(1, live.length))];
	if (one) CHANGES[next(CHANGES.length)]?.(course, one);
}

/** Units of a line that can be shipped from a location now. */
function shippable(order: OrderState, location: string | null, line: string): number {
	return order.fulfillmentOrders
		.filter((one) => isShippable(one) && one.location.id === location)
		.flatMap(({ lines }) => lines)
		.reduce((sum, one) => sum + (one.orderLineId === line ? one.remaining : 0), 0);
}

function checkAll(order: OrderState, record: HandoverRecord, seed: number): void {
	const found = record.offers.map((offer) => ({
		offer,
		check: checkShipping(order, record, { key: offer.key }),
	}));
	for (const { offer, check } of found) {
		const { result, reason, lines } = check;
		const parts = lines.map(({ mayShip, held, moved, shipped, gone }) => ({
			mayShip,
			stopped: held + moved + shipped + gone,
		}));
		const offered = lines.map((one) => [one.orderLineId, one.offered]);
		expect({ seed, offered: Object.fromEntries(offered) as unknown }).toEqual({
			seed,
			offered: offer.units,
		});
		const isWhole = parts.every(({ stopped }) => stopped === 0);
		expect({ seed, may: result === 'mayShip', free: reason === null }).toEqual({
			seed,
			may: isWhole,
			free: isWhole,
		});
		const isEnded = offer.voidedAt !== undefined || offer.returnedAt !== undefined;
		if (isEnded) expect({ seed, result }).toEqual({ seed, result: 'cancelled' });
	}
	// A target has either the whole or its parts.
	const live = new Set<Offer>(liveOffers(record));
	const held = found.filter(({ offer }) => live.has(offer) && !isPartInDoubt(record.offers, offer));
	for (const location of [LEEDS.id, YORK.id]) {
		for (const line of [MUG, TEA]) {
			const units = held
				.filter(({ offer }) => offer.location === location)
				.flatMap(({ check }) => check.lines)
				.reduce((sum, one) => sum + (one.orderLineId === line ? one.mayShip : 0), 0);
			const room = shippable(order, location, line);
			if (units > room) throw new Error(`seed ${seed}: ${units} of line ${line}, not ${room}`);
		}
	}
}

/** By the id of a fulfillment order, with a record and without: never more than can be shipped somewhere. */
function checkById(order: OrderState, record: HandoverRecord, seed: number): void {
	for (const { legacyId } of order.fulfillmentOrders) {
		for (const known of [record, NO_RECORD]) {
			const { lines } = checkShipping(order, known, { fulfillmentOrder: legacyId });
			for (const { orderLineId, mayShip } of lines) {
				const room =
					shippable(order, LEEDS.id, orderLineId) + shippable(order, YORK.id, orderLineId);
				if (mayShip > room) throw new Error(`seed ${seed}: ${mayShip} of ${legacyId}, not ${room}`);
			}
		}
	}
}

test('whatever happens, each offered unit is told once, and none may ship twice', () => {
	for (let seed = 1; seed <= SEEDS; seed += 1) {
		const course = start(seed);
		for (let step = 0; step < STEPS; step += 1) {
			takeStep(course);
			checkAll(course.shop.state(), course.target.record, seed);
			checkById(course.shop.state(), course.target.record, seed);
		}
	}
});
