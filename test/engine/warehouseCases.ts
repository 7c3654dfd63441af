import type { DemoShop, FulfillmentOrder, Order } from '../shop';

/** The goods of every order here: two lines, so that a part can be of one line or of both. */
export const MUGS = 'MUG-STN-350';
export const BLANKETS = 'BLK-WOL-GRY';
/** Goods that an edit adds. */
export const CANDLES = 'CDL-BEE-240';

/** An order to which something happens in the shop. */
export interface Scene {
	readonly shop: DemoShop;
	readonly order: Order;
}

/** Something that people in the shop do to an order while it is on its way to the warehouse. */
export interface Happening {
	readonly name: string;
	/** True if the order needs fewer units of the warehouse afterwards. */
	readonly shrinks?: boolean;
	/** Throws the shop's `Refusal` where Shopify would not allow it. */
	happen(scene: Scene): void;
}

const isLive = ({ status }: FulfillmentOrder): boolean => !['CLOSED', 'CANCELLED'].includes(status);

function unitsOf(one: FulfillmentOrder, sku: string): number {
	return lineOf(one, sku)?.remaining ?? 0;
}

function lineOf(one: FulfillmentOrder, sku: string): FulfillmentOrder['lines'][number] | undefined {
	return one.lines.find((line) => line.lineItem.sku === sku && line.remaining > 0);
}

/** The oldest fulfillment order that still has mugs to ship, as long as it is not held. */
function carrier({ order }: Scene, mugs = 1): FulfillmentOrder {
	const found = order.fulfillmentOrders.find(
		(one) => isLive(one) && one.status !== 'ON_HOLD' && unitsOf(one, MUGS) >= mugs,
	);
	if (!found) throw new NotPossible(`no fulfillment order has ${mugs} mugs`);
	return found;
}

/** Nothing is there any more to which it could happen. */
export class NotPossible extends Error {}

/** Shopify refuses to split, move or cancel what is in progress: staff mark it as open first. */
function marked(scene: Scene, one: FulfillmentOrder): FulfillmentOrder {
	if (one.progress) scene.shop.markAsOpen(one.id);
	return one;
}

function oneMug(one: FulfillmentOrder): readonly { id: string; quantity: number }[] {
	const line = lineOf(one, MUGS);
	if (!line) throw new NotPossible('no mug is left');
	return [{ id: line.id, quantity: 1 }];
}

/** One mug and all blankets: a part of two lines, one of them whole. */
function mugAndBlankets(one: FulfillmentOrder): readonly { id: string; quantity: number }[] {
	const blankets = lineOf(one, BLANKETS);
	return [...oneMug(one), ...(blankets ? [{ id: blankets.id, quantity: blankets.remaining }] : [])];
}

const MOVED_TO = 'Camden Shop';

function split(scene: Scene): void {
	const one = marked(scene, carrier(scene, 2));
	scene.shop.split(one.id, mugAndBlankets(one));
}

function merge(scene: Scene): void {
	const open = scene.order.fulfillmentOrders.filter(isLive).map((one) => marked(scene, one));
	const [first] = open;
	const same = open.filter((one) => one.location === first?.location && one.status === 'OPEN');
	if (same.length < 2) throw new NotPossible('there is nothing to merge');
	scene.shop.merge(same.map(({ id }) => id));
}

function release(scene: Scene): void {
	const held = scene.order.fulfillmentOrders.filter(({ status }) => status === 'ON_HOLD');
	if (held.length === 0) throw new NotPossible('nothing is held');
	for (const one of held) scene.shop.releaseHold(one.id);
}

/** What may happen to an order, each named after the sentence in the contract. */
export const HAPPENINGS: readonly Happening[] = [
	{ name: 'split', happen: split },
	{
		name: 'split and merged',
		happen: (scene) => {
			split(scene);
			merge(scene);
		},
	},
	{
		name: 'held in part',
		happen: (scene) => {
			const one = carrier(scene, 2);
			scene.shop.hold(one.id, { units: mugAndBlankets(one) });
		},
	},
	{
		name: 'held in part and released',
		happen: (scene) => {
			const one = carrier(scene, 2);
			scene.shop.hold(one.id, { units: oneMug(one) });
			scene.shop.releaseHold(one.id);
		},
	},
	{
		name: 'held whole',
		happen: (scene) => {
			scene.shop.hold(carrier(scene).id);
		},
	},
	{
		name: 'held whole and released',
		happen: (scene) => {
			const one = carrier(scene);
			scene.shop.hold(one.id);
			scene.shop.releaseHold(one.id);
		},
	},
	{
		name: 'moved whole',
		happen: (scene) => {
			scene.shop.move(marked(scene, carrier(scene)).id, MOVED_TO);
		},
	},
	{
		name: 'moved in part',
		happen: (scene) => {
			const one = marked(scene, carrier(scene, 2));
			scene.shop.move(one.id, MOVED_TO, mugAndBlankets(one));
		},
	},
	{
		name: 'moved in part and back',
		happen: (scene) => {
			const one = marked(scene, carrier(scene, 2));
			const { moved } = scene.shop.move(one.id, MOVED_TO, oneMug(one));
			scene.shop.move(moved.id, one.location.id);
		},
	},
	{
		name: 'cancelled and replaced',
		happen: (scene) => {
			scene.shop.cancelFulfillmentOrder(marked(scene, carrier(scene)).id);
		},
	},
	{
		name: 'edited: one more',
		happen: ({ shop, order }) => {
			shop.editOrder(order.id, { add: [{ lineItemId: MUGS, quantity: 1 }] });
		},
	},
	{
		name: 'edited: another line',
		happen: ({ shop, order }) => {
			shop.editOrder(order.id, { add: [{ sku: CANDLES, quantity: 2 }] });
		},
	},
	{
		name: 'edited: one less',
		shrinks: true,
		happen: (scene) => {
			carrier(scene);
			scene.shop.editOrder(scene.order.id, { remove: [{ lineItemId: MUGS, quantity: 1 }] });
		},
	},
	{
		name: 'refunded: all mugs',
		shrinks: true,
		happen: ({ shop, order }) => {
			const open = order.fulfillmentOrders.filter(isLive);
			const quantity = open.reduce((sum, one) => sum + unitsOf(one, MUGS), 0);
			if (quantity === 0) throw new NotPossible('no mug is left');
			shop.refund(order.id, { lines: [{ lineItemId: MUGS, quantity }] });
		},
	},
	{
		name: 'order cancelled',
		shrinks: true,
		happen: ({ shop, order }) => {
			shop.cancelOrder(order.id);
		},
	},
	{
		name: 'part shipped by staff',
		shrinks: true,
		happen: (scene) => {
			const one = carrier(scene);
			scene.shop.ship(one.id, { units: oneMug(one) });
		},
	},
	{
		name: 'shipped whole by staff',
		shrinks: true,
		happen: (scene) => {
			scene.shop.ship(carrier(scene).id);
		},
	},
	{
		name: 'part shipped, fulfillment cancelled',
		happen: (scene) => {
			const one = carrier(scene);
			const fulfillment = scene.shop.ship(one.id, { units: oneMug(one) });
			scene.shop.cancelFulfillment(fulfillment.id);
		},
	},
	{
		name: 'shipped whole, fulfillment cancelled',
		happen: (scene) => {
			const fulfillment = scene.shop.ship(carrier(scene).id);
			scene.shop.cancelFulfillment(fulfillment.id);
		},
	},
	{
		name: 'released',
		happen: release,
	},
	{
		name: 'merged',
		happen: merge,
	},
	{
		name: 'marked as open',
		happen: (scene) => {
			const one = carrier(scene);
			if (!one.progress) throw new NotPossible('it is not in progress');
			scene.shop.markAsOpen(one.id);
		},
	},
	{
		name: 'set in progress by staff',
		happen: (scene) => {
			scene.shop.reportProgress(carrier(scene).id, 'Picked by hand');
		},
	},
];

/** What the order asks of the warehouse in the end, by SKU: not removed, cancelled or shipped by staff. */
export function neededOf({ order }: Scene): Readonly<Record<string, number>> {
	const needed: Record<string, number> = {};
	for (const line of order.lines) {
		const shipped = order.fulfillments
			.filter(({ status }) => status === 'SUCCESS')
			.flatMap(({ lines }) => lines)
			.filter(({ lineItem }) => lineItem === line)
			.reduce((sum, { quantity }) => sum + quantity, 0);
		const sku = line.sku ?? '';
		const left = order.cancelledAt === null ? line.currentQuantity - shipped : 0;
		needed[sku] = (needed[sku] ?? 0) + left;
	}
	return needed;
}

/** Units that were ever ordered, by SKU, with those that were removed or cancelled later. */
export function orderedOf({ order }: Scene): Readonly<Record<string, number>> {
	const ordered: Record<string, number> = {};
	for (const { sku, quantity } of order.lines) {
		ordered[sku ?? ''] = (ordered[sku ?? ''] ?? 0) + quantity;
	}
	return ordered;
}

/** What staff see: each fulfillment order that is not empty, with its letter, status and units. */
export function shownInShop({ order }: Scene): string {
	return order.fulfillmentOrders
		.map((one, index) => ({ one, letter: letterOf(index) }))
		.filter(({ one }) => one.lines.some(({ total }) => total > 0))
		.map(({ one, letter }) => {
			const units = one.lines.map(({ lineItem, remaining, total }) => {
				const name = shortName(lineItem.sku ?? '');
				return remaining === total ? `${total} ${name}` : `${remaining} of ${total} ${name}`;
			});
			const place = one.location.name === MOVED_TO ? ' at Camden' : '';
			return `${letter} ${one.status}${place}: ${units.join(' + ')}`;
		})
		.join('; ');
}

/** The first fulfillment order of an order is A, the second B … */
export function letterOf(index: number): string {
	return String.fromCharCode('A'.charCodeAt(0) + index);
}

const SHORT_NAMES: Readonly<Record<string, string>> = {
	[MUGS]: 'mug',
	[BLANKETS]: 'blanket',
	[CANDLES]: 'candle',
};

/** `MUG-STN-350` → `mug`. */
export function shortName(sku: string): string {
	return SHORT_NAMES[sku] ?? sku;
}
