import {
	type DemoShop,
	type FulfillmentOrder,
	type FulfillmentOrderLine,
	type Order,
	type Units,
} from '../shop';
import { goods } from '../shop/goods';
import { ELSEWHERE, PLACES, type ServedEnds } from './ends';
import type { Ledger } from './ledger';
import type { DeedKind } from './plan';
import { isLive } from './units';

/** People change new orders more often than old ones: the last so many are chosen from first. */
const NEWEST = 25;
const NEWEST_SHARE = 0.7;

/** What a deed is done with. */
export interface Scene {
	readonly ends: ServedEnds;
	readonly ledger: Ledger;
	/** The next number from 0 up to 1. */
	readonly roll: () => number;
}

/** What came of a deed: words for the order's story; undefined if there was nothing to do it to. */
export type Done = { readonly order: Order; readonly what: string } | undefined;

/** Name of a fulfillment order in stories. */
export const nameOf = ({ legacyId }: FulfillmentOrder): string => `FO ${legacyId}`;

function oneOf<T>(all: readonly T[], die: number): T | undefined {
	return all[Math.floor(die * all.length)];
}

/** One of the orders that fit, for the most part one of the newest. */
function anOrder({ ends, roll }: Scene, fits: (order: Order) => boolean): Order | undefined {
	const all = [...ends.shop.state.orders.values()];
	const newest = all.slice(-NEWEST).filter(fits);
	if (roll() < NEWEST_SHARE && newest.length > 0) return oneOf(newest, roll());
	return oneOf(all.filter(fits), roll());
}

const leftIn = ({ lines }: FulfillmentOrder): readonly FulfillmentOrderLine[] =>
	lines.filter(({ remaining, lineItem }) => remaining > 0 && lineItem.requiresShipping);

/** One of the fulfillment orders that fit and have something left to ship. */
function aPart(
	scene: Scene,
	fits: (one: FulfillmentOrder) => boolean,
): FulfillmentOrder | undefined {
	const suits = (one: FulfillmentOrder): boolean =>
		isLive(one) && leftIn(one).length > 0 && fits(one);
	const order = anOrder(scene, ({ fulfillmentOrders }) => fulfillmentOrders.some(suits));
	return oneOf(order?.fulfillmentOrders.filter(suits) ?? [], scene.roll());
}

/** Some units of one line, not all that there is; undefined if there is only one unit. */
function someUnits({ roll }: Scene, one: FulfillmentOrder): readonly Units[] | undefined {
	const left = leftIn(one);
	const line = oneOf(left, roll());
	if (!line) return undefined;
	const most = left.length > 1 ? line.remaining : line.remaining - 1;
	if (most < 1) return undefined;
	return [{ id: line.id, quantity: 1 + Math.floor(roll() * most) }];
}

const textOf = (one: FulfillmentOrder, units: readonly Units[] | undefined): string =>
	!units
		? `all of ${nameOf(one)}`
		: units
				.map(({ id, quantity }) => {
					const sku = one.lines.find((line) => line.id === id)?.lineItem.sku;
					return `${quantity} ${sku ?? 'without SKU'} of ${nameOf(one)}`;
				})
				.join(' + ');

const isOpen = ({ status }: FulfillmentOrder): boolean =>
	status === 'OPEN' || status === 'IN_PROGRESS';

function hold(scene: Scene, part: boolean): Done {
	const one = aPart(scene, isOpen);
	const units = one && part ? someUnits(scene, one) : undefined;
	if (!one || (part && !units)) return undefined;
	const what = `held ${textOf(one, units)}`;
	scene.ends.shop.hold(one.id, units ? { units } : {});
	return { order: one.order, what };
}

function move(
	scene: Scene,
	part: boolean,
	fits: (one: FulfillmentOrder) => boolean,
	to: string | undefined,
): Done {
	const one = aPart(
		scene,
		(each) => isOpen(each) && each.progress === null && fits(each) && each.location.name !== to,
	);
	const units = one && part ? someUnits(scene, one) : undefined;
	if (!one || to === undefined || (part && !units)) return undefined;
	const what = `moved ${textOf(one, units)} to ${to}`;
	scene.ledger.watch(one.order, 'moved', () => {
		scene.ends.shop.move(one.id, to, units);
	});
	return { order: one.order, what };
}

/** An order line with units left, of an order that is not cancelled, and how many of them to take. */
function unitsToTake(
	scene: Scene,
):
	| { readonly order: Order; readonly id: string; readonly sku: string; readonly quantity: number }
	| undefined {
	const one = aPart(scene, () => true);
	const line = one && oneOf(leftIn(one), scene.roll());
	if (!one || !line) return undefined;
	const quantity = 1 + Math.floor(scene.roll() * line.remaining);
	const { id, sku } = line.lineItem;
	return { order: one.order, id, sku: sku ?? 'without SKU', quantity };
}

/** How each is done. */
export const DOING: Readonly<Record<Exclude<DeedKind, 'place'>, (scene: Scene) => Done>> = {
	pay: (scene) => {
		const order = anOrder(scene, ({ financialStatus }) => financialStatus === 'PENDING');
		if (!order) return undefined;
		scene.ends.shop.pay(order.id);
		return { order, what: 'paid' };
	},
	addUnits: (scene) => {
		const { roll, ends, ledger } = scene;
		const order = anOrder(scene, (one) => one.cancelledAt === null);
		const line = oneOf(order?.lines.filter((one) => one.requiresShipping) ?? [], roll());
		if (!order || !line) return undefined;
		const quantity = 1 + Math.floor(2 * roll());
		ledger.watch(order, 'removed', () => {
			ends.shop.editOrder(order.id, { add: [{ lineItemId: line.id, quantity }] });
		});
		return { order, what: `edited: ${quantity} ${line.sku ?? 'without SKU'} more` };
	},
	addLine: (scene) => {
		const { roll, ends } = scene;
		const order = anOrder(scene, (one) => one.cancelledAt === null);
		const known = new Set(order?.lines.map(({ sku }) => sku));
		const sku = oneOf(
			goods.map((one) => one.sku).filter((one) => !known.has(one)),
			roll(),
		);
		if (!order || sku === undefined) return undefined;
		const quantity = 1 + Math.floor(3 * roll());
		const location = roll() < 0.5 ? oneOf(PLACES, roll()) : undefined;
		const added = { sku, quantity, ...(location !== undefined && { location }) };
		ends.shop.editOrder(order.id, { add: [added] });
		return { order, what: `edited: ${quantity} ${sku} new, at ${location ?? 'its place'}` };
	},
	removeUnits: (scene) => {
		const found = unitsToTake(scene);
		if (!found) return undefined;
		const { order, id, sku, quantity } = found;
		scene.ledger.watch(order, 'removed', () => {
			scene.ends.shop.editOrder(order.id, { remove: [{ lineItemId: id, quantity }] });
		});
		return { order, what: `edited: ${quantity} ${sku} less` };
	},
	refund: (scene) => {
		const found = unitsToTake(scene);
		if (!found) return undefined;
		const { order, id, sku, quantity } = found;
		scene.ledger.watch(order, 'removed', () => {
			scene.ends.shop.refund(order.id, { lines: [{ lineItemId: id, quantity }] });
		});
		return { order, what: `refunded ${quantity} ${sku}` };
	},
	split: (scene) => {
		const one = aPart(scene, isOpen);
		const units = one && someUnits(scene, one);
		if (!one || !units) return undefined;
		const what = `split ${textOf(one, units)} off`;
		scene.ends.shop.split(one.id, units);
		return { order: one.order, what };
	},
	merge: (scene) => {
		const othersOf = (one: FulfillmentOrder): readonly FulfillmentOrder[] =>
			one.order.fulfillmentOrders.filter(
				(other) =>
					other !== one &&
					other.status === 'OPEN' &&
					other.location === one.location &&
					other.deliveryMethod?.methodType === one.deliveryMethod?.methodType,
			);
		const one = aPart(scene, (each) => each.status === 'OPEN' && othersOf(each).length > 0);
		if (!one) return undefined;
		const all = [one, ...othersOf(one)];
		scene.ends.shop.merge(all.map(({ id }) => id));
		return { order: one.order, what: `merged ${all.map(nameOf).join(' and ')}` };
	},
	hold: (scene) => hold(scene, false),
	holdPart: (scene) => hold(scene, true),
	release: (scene) => {
		const one = aPart(scene, ({ status }) => status === 'ON_HOLD');
		if (!one) return undefined;
		scene.ends.shop.releaseHold(one.id);
		return { order: one.order, what: `released ${nameOf(one)}` };
	},
	move: (scene) => move(scene, false, () => true, oneOf(PLACES, scene.roll())),
	movePart: (scene) => move(scene, true, () => true, oneOf(PLACES, scene.roll())),
	moveBack: (scene) =>
		move(scene, scene.roll() < 0.3, ({ location }) => location.name === ELSEWHERE, PLACES[0]),
	replace: (scene) => {
		const one = aPart(scene, (each) => isOpen(each) && each.progress === null);
		if (!one) return undefined;
		const { replacement } = scene.ends.shop.cancelFulfillmentOrder(one.id);
		return { order: one.order, what: `${nameOf(one)} replaced by ${nameOf(replacement)}` };
	},
	markAsOpen: (scene) => {
		const one = aPart(scene, ({ progress, status }) => progress !== null && status !== 'ON_HOLD');
		if (!one) return undefined;
		scene.ends.shop.markAsOpen(one.id);
		return { order: one.order, what: `marked ${nameOf(one)} as open` };
	},
	cancel: (scene) => {
		const order = anOrder(
			scene,
			(one) => one.cancelledAt === null && one.fulfillments.length === 0,
		);
		if (!order) return undefined;
		scene.ledger.watch(order, 'removed', () => {
			scene.ends.shop.cancelOrder(order.id);
		});
		return { order, what: 'cancelled' };
	},
	shipByHand: (scene) => {
		const { ends, ledger, roll } = scene;
		const one = aPart(scene, isOpen);
		if (!one) return undefined;
		const units = roll() < 0.5 ? someUnits(scene, one) : undefined;
		const what = `staff shipped ${textOf(one, units)}`;
		ledger.watch(one.order, 'byHand', () => {
			ends.shop.ship(one.id, units ? { units } : {});
		});
		return { order: one.order, what };
	},
	targetShips: ({ ends, roll }) => {
		const { shop, target } = ends;
		const orders = target.orders().filter(({ status }) => status === 'open');
		const progress = target.dispatch.progressOf(orders);
		const open = orders.filter((_one, index) => (progress[index]?.left.length ?? 0) > 0);
		const one = oneOf(open, roll());
		const order = one && orderNamed(shop, one.orderNumber);
		if (!order) return undefined;
		const [first] = progress[orders.indexOf(one)]?.left ?? [];
		const isPart = roll() < 0.35 && first !== undefined;
		const lines = isPart ? [{ sku: first.sku, quantity: 1 }] : undefined;
		const { orderNumber, reference } = one;
		const times = roll() < 0.1 ? 2 : 1;
		target.ship({ orderNumber, reference, times, ...(lines && { lines }) });
		const what = `${one.orderNumber} left the warehouse ${isPart ? 'in part' : 'whole'}`;
		return { order, what };
	},
	changeAddress: (scene) => {
		const order = anOrder(scene, (one) => one.cancelledAt === null);
		if (!order) return undefined;
		const address1 = `${1 + Math.floor(200 * scene.roll())} New Street`;
		scene.ends.shop.changeAddress(order.id, { address1 });
		return { order, what: 'got another address' };
	},
	changeNote: (scene) => {
		const order = anOrder(scene, (one) => one.cancelledAt === null);
		if (!order) return undefined;
		scene.ends.shop.changeNote(order.id, `Ring ${1 + Math.floor(9 * scene.roll())} times`);
		return { order, what: 'got another note' };
	},
	tag: (scene) => {
		const order = anOrder(scene, () => true);
		if (!order) return undefined;
		scene.ends.shop.addTags(order.id, [`tag ${Math.floor(9 * scene.roll())}`]);
		return { order, what: 'was tagged' };
	},
};

function orderNamed(shop: DemoShop, orderNumber: string): Order | undefined {
	const name = /^#\d+/.exec(orderNumber)?.[0];
	return [...shop.state.orders.values()].find((one) => one.name === name);
}
