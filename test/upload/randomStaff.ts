import type { DemoShop, FulfillmentOrder, FulfillmentOrderLine, Order } from '../shop';
import { Refusal } from '../shop/world';

/** A whole number from 0 up to below what is given. */
export type Random = (below: number) => number;

export function anyOf<T>(all: readonly T[], next: Random): T | undefined {
	return all[next(all.length)];
}

type Deed = (shop: DemoShop, order: Order, next: Random) => void;

const openOnes = (order: Order): readonly FulfillmentOrder[] =>
	order.fulfillmentOrders.filter(({ status }) => ['OPEN', 'IN_PROGRESS'].includes(status));

/** Some units of a fulfillment order that can be shipped; undefined if there are none. */
function someUnits(
	one: FulfillmentOrder | undefined,
	next: Random,
): readonly { readonly id: string; readonly quantity: number }[] {
	const left = (one?.lines ?? []).filter(({ remaining }: FulfillmentOrderLine) => remaining > 0);
	const line = anyOf(left, next);
	return line ? [{ id: line.id, quantity: 1 + next(line.remaining) }] : [];
}

/** Units, or all of it. */
function partOrAll(one: FulfillmentOrder, next: Random): ReturnType<typeof someUnits> | undefined {
	const units = someUnits(one, next);
	return next(2) === 0 || units.length === 0 ? undefined : units;
}

const anyPlace = (shop: DemoShop, next: Random): string =>
	anyOf([...shop.state.locations.values()], next)?.name ?? '';

function withOpen(
	deed: (shop: DemoShop, one: FulfillmentOrder, next: Random, order: Order) => void,
): Deed {
	return (shop, order, next) => {
		const one = anyOf(openOnes(order), next);
		if (one) deed(shop, one, next, order);
	};
}

const DEEDS: Readonly<Record<string, Deed>> = {
	split: withOpen((shop, one, next) => shop.split(one.id, someUnits(one, next))),
	move: withOpen((shop, one, next) =>
		shop.move(one.id, anyPlace(shop, next), partOrAll(one, next)),
	),
	merge: withOpen((shop, one, _next, order) => {
		const others = openOnes(order).filter(
			(other) => other !== one && other.location === one.location,
		);
		shop.merge([one, ...others].map(({ id }) => id));
	}),
	hold: withOpen((shop, one, next) => {
		const units = partOrAll(one, next);
		shop.hold(one.id, units ? { units } : {});
	}),
	release: (shop, order) => {
		for (const { id, status } of [...order.fulfillmentOrders]) {
			if (status === 'ON_HOLD') shop.releaseHold(id);
		}
	},
	'report progress': withOpen((shop, one) => shop.reportProgress(one.id)),
	'mark as open': withOpen((shop, one) => shop.markAsOpen(one.id)),
	replace: withOpen((shop, one) => shop.cancelFulfillmentOrder(one.id)),
	'edit up': (shop, order, next) => {
		const line = anyOf(order.lines, next);
		if (line) shop.editOrder(order.id, { add: [{ lineItemId: line.id, quantity: 1 }] });
	},
	'edit down': (shop, order, next) => {
		const line = anyOf(order.lines, next);
		if (line) shop.editOrder(order.id, { remove: [{ lineItemId: line.id, quantity: 1 }] });
	},
	cancel: (shop, order, next) => {
		if (next(4) === 0) shop.cancelOrder(order.id);
	},
};

const BY_HAND: Readonly<Record<string, Deed>> = {
	'ship without a number': withOpen((shop, one, next) =>
		shop.ship(one.id, { units: someUnits(one, next) }),
	),
	'ship with a number': withOpen((shop, one, next) =>
		shop.ship(one.id, { units: someUnits(one, next), trackingNumber: `S${one.legacyId}` }),
	),
	'cancel a fulfillment': (shop, order, next) => {
		const one = anyOf(order.fulfillments, next);
		if (one) shop.cancelFulfillment(one.id);
	},
};

/** Staff do something with an order, as far as Shopify lets them; says what. */
export function staffDoes(
	shop: DemoShop,
	order: Order,
	byHand: boolean,
	next: Random,
): string | undefined {
	const deeds = Object.entries(byHand ? { ...DEEDS, ...BY_HAND } : DEEDS);
	const [name, deed] = anyOf(deeds, next) ?? [];
	if (name === undefined || deed === undefined) return undefined;
	try {
		deed(shop, order, next);
		return name;
	} catch (error) {
		if (error instanceof Refusal) return undefined;
		throw error;
	}
}
