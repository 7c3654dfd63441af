import { returnToShopify } from '../../nodes/handover/changeHandovers';
import type { CheckAnswer } from '../../nodes/handover/checkBeforeShipping';
import type { DemoShopOptions, FulfillmentOrder, Order } from '../shop';
import type { Item } from './handoverShop';
import { fulfillmentOrderOf, HandoverShop } from './handoverShop';

export const CAMDEN = 'Camden Shop';
export const LEEDS = 'Leeds Warehouse';

/** An order of three mugs and two teas that the target has, and the shop that it is in. */
export interface Handed {
	readonly shop: HandoverShop;
	readonly order: Order;
	readonly fulfillmentOrder: FulfillmentOrder;
	readonly item: Item;
}

/** What is to come out; units are of the mugs, and of the teas, as far as there are lines. */
export interface Expected {
	readonly result: CheckAnswer['result'];
	readonly reason: RegExp | null;
	readonly mayShip: readonly number[];
	readonly location?: string | null;
	/** How many fulfillment orders have the unshipped units; default 1. */
	readonly places?: number;
}

/** Such an order, handed over and confirmed unless said otherwise. */
export async function handOver(options: DemoShopOptions = {}, confirmed = true): Promise<Handed> {
	const shop = new HandoverShop(options);
	const order = shop.shop.placeOrder({
		lines: [
			{ sku: 'MUG', quantity: 3 },
			{ sku: 'TEA', quantity: 2 },
		],
	});
	const { items } = await shop.poll();
	if (confirmed) await shop.confirm(items);
	const [item] = items;
	if (!item) throw new Error('nothing was offered');
	return { shop, order, fulfillmentOrder: fulfillmentOrderOf(order), item };
}

/** Some mugs of a fulfillment order, as Shopify's inputs name units. */
export const mugs = ({ lines }: FulfillmentOrder, quantity: number) => [
	{ id: lines[0]?.id ?? '', quantity },
];

/** Takes reported progress back first: Shopify refuses to move, split or cancel with it. */
export function opened({ shop, fulfillmentOrder }: Handed): string {
	if (fulfillmentOrder.progress) shop.shop.markAsOpen(fulfillmentOrder.id);
	return fulfillmentOrder.id;
}

/** As it was handed over. */
export const MAY_SHIP: Expected = {
	result: 'mayShip',
	reason: null,
	mayShip: [3, 2],
	location: LEEDS,
};
/** What else is true when nothing is left to ship. */
export const NOTHING = { mayShip: [0, 0], location: null, places: 0 } as const;

type Change = (handed: Handed) => unknown;

/** What may happen after the handover, and what is to be read then. */
export const CASES: readonly (readonly [string, Change, Expected])[] = [
	['in progress, as its confirmation reported', () => undefined, MAY_SHIP],
	['open again after its progress was taken back', opened, MAY_SHIP],
	[
		'on hold by staff',
		({ shop, fulfillmentOrder }) => shop.shop.hold(fulfillmentOrder.id, {}),
		{ ...MAY_SHIP, result: 'held', reason: /^All 5 units are on hold$/, mayShip: [0, 0] },
	],
	[
		'on hold and released',
		({ shop, fulfillmentOrder }) => {
			shop.shop.hold(fulfillmentOrder.id, {});
			shop.shop.releaseHold(fulfillmentOrder.id);
		},
		MAY_SHIP,
	],
	[
		'a part on hold',
		({ shop, fulfillmentOrder }) =>
			shop.shop.hold(fulfillmentOrder.id, { units: mugs(fulfillmentOrder, 1) }),
		{
			...MAY_SHIP,
			result: 'held',
			reason: /^Of 5 units, 1 is on hold and 4 may ship$/,
			mayShip: [2, 2],
			places: 2,
		},
	],
	[
		'moved whole',
		(handed) => handed.shop.shop.move(opened(handed), CAMDEN),
		{
			result: 'moved',
			reason: /^All 5 units are at Camden Shop now$/,
			mayShip: [0, 0],
			location: CAMDEN,
		},
	],
	[
		'a part moved',
		(handed) => handed.shop.shop.move(opened(handed), CAMDEN, mugs(handed.fulfillmentOrder, 2)),
		{
			result: 'moved',
			reason: /^Of 5 units, 2 are at Camden Shop now and 3 may ship$/,
			mayShip: [1, 2],
			location: CAMDEN,
			places: 2,
		},
	],
	[
		'moved, and on hold there',
		(handed) => {
			handed.shop.shop.move(opened(handed), CAMDEN);
			handed.shop.shop.hold(handed.fulfillmentOrder.id, {});
		},
		{ result: 'moved', reason: /at Camden Shop now/, mayShip: [0, 0], location: CAMDEN },
	],
	[
		'a part moved, the rest on hold',
		(handed) => {
			handed.shop.shop.move(opened(handed), CAMDEN, mugs(handed.fulfillmentOrder, 2));
			handed.shop.shop.hold(handed.fulfillmentOrder.id, {});
		},
		{
			result: 'held',
			reason: /^Of 5 units, 3 are on hold and 2 are at Camden Shop now$/,
			mayShip: [0, 0],
			location: LEEDS,
			places: 2,
		},
	],
	[
		'split',
		(handed) => handed.shop.shop.split(opened(handed), mugs(handed.fulfillmentOrder, 1)),
		{ ...MAY_SHIP, places: 2 },
	],
	[
		'split and merged into the other half',
		(handed) => {
			const { fulfillmentOrder, remaining } = handed.shop.shop.split(
				opened(handed),
				mugs(handed.fulfillmentOrder, 1),
			);
			handed.shop.shop.merge([remaining.id, fulfillmentOrder.id]);
		},
		MAY_SHIP,
	],
	[
		'its fulfillment order cancelled and replaced',
		(handed) => handed.shop.shop.cancelFulfillmentOrder(opened(handed)),
		MAY_SHIP,
	],
	[
		'the order cancelled',
		({ shop, order }) => shop.shop.cancelOrder(order.id),
		{ result: 'cancelled', reason: /^Order #1001 is cancelled$/, ...NOTHING },
	],
	[
		'edited down',
		({ shop, order }) =>
			shop.shop.editOrder(order.id, { remove: [{ lineItemId: 'MUG', quantity: 1 }] }),
		{
			...MAY_SHIP,
			result: 'changed',
			reason: /^Of 5 units, 1 is removed, refunded, .* and 4 may ship$/,
			mayShip: [2, 2],
		},
	],
	[
		'edited up: what has come is another offer',
		({ shop, order }) =>
			shop.shop.editOrder(order.id, { add: [{ lineItemId: 'MUG', quantity: 1 }] }),
		MAY_SHIP,
	],
	[
		'edited to nothing',
		({ shop, order }) => {
			const remove = [
				{ lineItemId: 'MUG', quantity: 3 },
				{ lineItemId: 'TEA', quantity: 2 },
			];
			shop.shop.editOrder(order.id, { remove });
		},
		{ result: 'cancelled', reason: /^All 5 units are removed, refunded, /, ...NOTHING },
	],
	[
		'refunded in part',
		({ shop, order }) =>
			shop.shop.refund(order.id, { lines: [{ lineItemId: 'TEA', quantity: 2 }] }),
		{ ...MAY_SHIP, result: 'changed', reason: /refunded/, mayShip: [3, 0] },
	],
	[
		'a part shipped',
		({ shop, fulfillmentOrder }) => shop.ship(fulfillmentOrder, 2),
		{
			...MAY_SHIP,
			result: 'changed',
			reason: /^Of 5 units, 2 are shipped already and 3 may ship$/,
			mayShip: [1, 2],
		},
	],
	[
		'a part shipped, the rest on hold',
		({ shop, fulfillmentOrder }) => {
			shop.ship(fulfillmentOrder, 2);
			shop.shop.hold(fulfillmentOrder.id, {});
		},
		{
			...MAY_SHIP,
			result: 'held',
			reason: /^Of 5 units, 3 are on hold and 2 are shipped already$/,
			mayShip: [0, 0],
		},
	],
	[
		'all shipped',
		({ shop, fulfillmentOrder }) => shop.ship(fulfillmentOrder),
		{ result: 'alreadyShipped', reason: /^All 5 units are shipped already$/, ...NOTHING },
	],
	[
		'a part removed, the rest shipped',
		({ shop, order, fulfillmentOrder }) => {
			shop.shop.editOrder(order.id, { remove: [{ lineItemId: 'MUG', quantity: 1 }] });
			shop.ship(fulfillmentOrder);
		},
		{ result: 'alreadyShipped', reason: /^Of 5 units, 4 are shipped already and 1 is/, ...NOTHING },
	],
	[
		'shipped, its fulfillment cancelled, and open again',
		({ shop, fulfillmentOrder }) => shop.shop.cancelFulfillment(shop.ship(fulfillmentOrder).id),
		MAY_SHIP,
	],
	[
		'returned to Shopify',
		async ({ shop, item }) =>
			await returnToShopify(shop.client(), { orderId: item.orderId, key: item.handover.key }),
		{ result: 'cancelled', reason: /was returned to Shopify at 2026-09-14T/, ...NOTHING },
	],
	[
		'given up for a new key, after the target had deleted it',
		async ({ shop, fulfillmentOrder }) => {
			const again = await shop.get([fulfillmentOrder.id], { newKey: true });
			await shop.confirm(again.map(({ item }) => item));
		},
		{ result: 'cancelled', reason: /given up at .*, for \d+-r2$/, ...NOTHING },
	],
];

/** What may happen to an order that no record says anything about. */
export const AS_IT_IS: readonly (readonly [string, Change, Expected])[] = [
	['in progress', () => undefined, MAY_SHIP],
	[
		'on hold',
		({ shop, fulfillmentOrder }) => shop.shop.hold(fulfillmentOrder.id, {}),
		{ ...MAY_SHIP, result: 'held', reason: /^All 5 units are on hold$/, mayShip: [0, 0] },
	],
	[
		'moved: nobody knows where it was',
		(handed) => handed.shop.shop.move(opened(handed), CAMDEN),
		{ ...MAY_SHIP, location: CAMDEN },
	],
	[
		'a part shipped: the rest may ship',
		({ shop, fulfillmentOrder }) => shop.ship(fulfillmentOrder, 2),
		{ ...MAY_SHIP, mayShip: [1, 2] },
	],
	[
		'all shipped',
		({ shop, fulfillmentOrder }) => shop.ship(fulfillmentOrder),
		{ result: 'alreadyShipped', reason: /^All 5 units are shipped already$/, ...NOTHING },
	],
	[
		'the order cancelled',
		({ shop, order }) => shop.shop.cancelOrder(order.id),
		{ result: 'cancelled', reason: /^Order #1001 is cancelled$/, ...NOTHING },
	],
	[
		'replaced by another one',
		(handed) => handed.shop.shop.cancelFulfillmentOrder(opened(handed)),
		{
			result: 'changed',
			reason: /^Fulfillment order \d+ is closed, and what it had may be in \d+ now$/,
			mayShip: [],
			location: LEEDS,
		},
	],
	[
		'edited to nothing',
		({ shop, order }) => {
			const remove = [
				{ lineItemId: 'MUG', quantity: 3 },
				{ lineItemId: 'TEA', quantity: 2 },
			];
			shop.shop.editOrder(order.id, { remove });
		},
		{
			...NOTHING,
			result: 'cancelled',
			reason: /^Fulfillment order \d+ has no units left$/,
			mayShip: [],
		},
	],
];
