import type { DemoShop, FulfillmentOrder, Order } from '../shop';
import type { Target } from '../target/target';

/** Where an order that the warehouse has is when something happens to it. */
export interface Happening {
	readonly shop: DemoShop;
	readonly order: Order;
	/** The one that was handed over. */
	readonly fulfillmentOrder: FulfillmentOrder;
	/** Its only line; two units. */
	readonly line: { readonly id: string; readonly lineItemId: string };
	/** Runs *Return to Shopify* for it, in n8n. */
	giveBack(): Promise<void>;
}

/** Something that happens to an order after the warehouse has it. */
export interface ChangeCase {
	readonly what: string;
	/** What happens between two looks, for each look. */
	readonly steps: readonly ((happening: Happening) => unknown)[];
	/** What the warehouse has of it in the end, see `stateAt`. */
	readonly end: readonly string[];
	/** Events that a poll after each step tells. */
	readonly events: readonly string[];
}

/** What is ordered in each case. */
export const ORDERED = {
	lines: [{ sku: 'HG-VASE-CLAY', quantity: 2 }],
	shippingAddress: { city: 'Leicester' },
	note: 'Ring twice',
} as const;

/** A location whose orders go to the warehouse too, and one whose orders do not. */
export const NEAR = 'Camden Shop';
export const FAR = 'Bristol Depot';

const WHOLE = 'open, 2 units to Leicester, Ring twice';
const HELD = `${WHOLE}, held`;
const CANCELLED = 'cancelled';

const hold = ({ shop, fulfillmentOrder }: Happening): unknown =>
	shop.hold(fulfillmentOrder.id, { reasonNotes: 'Waits for the customer' });
const release = ({ shop, fulfillmentOrder }: Happening): unknown =>
	shop.releaseHold(fulfillmentOrder.id);
const remove =
	(quantity: number) =>
	({ shop, order, line }: Happening): unknown =>
		shop.editOrder(order.id, { remove: [{ lineItemId: line.lineItemId, quantity }] });
/** Shopify refuses to move or split what reads In progress. */
const move =
	(location: string) =>
	({ shop, fulfillmentOrder }: Happening): unknown => {
		shop.markAsOpen(fulfillmentOrder.id);
		return shop.move(fulfillmentOrder.id, location);
	};

export const CHANGE_CASES: readonly ChangeCase[] = [
	{ what: 'held', steps: [hold], end: [HELD], events: ['On Hold'] },
	{
		what: 'held in part',
		steps: [
			({ shop, fulfillmentOrder, line }) =>
				shop.hold(fulfillmentOrder.id, { units: [{ id: line.id, quantity: 1 }] }),
		],
		end: [HELD],
		events: ['On Hold'],
	},
	{
		what: 'held and released',
		steps: [hold, release],
		end: [WHOLE],
		events: ['On Hold', 'Released'],
	},
	{
		what: 'a unit removed',
		steps: [remove(1)],
		end: ['open, 1 units to Leicester, Ring twice'],
		events: ['Changed'],
	},
	{ what: 'all removed', steps: [remove(2)], end: [CANCELLED], events: ['Cancelled'] },
	{
		what: 'all removed and added again',
		steps: [
			remove(2),
			({ shop, order, line }) =>
				shop.editOrder(order.id, { add: [{ lineItemId: line.lineItemId, quantity: 2 }] }),
		],
		end: [CANCELLED, WHOLE],
		events: ['Cancelled'],
	},
	{
		what: 'another address',
		steps: [({ shop, order }) => shop.changeAddress(order.id, { city: 'Derby' })],
		end: ['open, 2 units to Derby, Ring twice'],
		events: ['Changed'],
	},
	{
		what: 'another note',
		steps: [({ shop, order }) => shop.changeNote(order.id, 'Ring once')],
		end: ['open, 2 units to Leicester, Ring once'],
		events: ['Changed'],
	},
	{
		what: 'moved to a place that the warehouse does not ship from',
		steps: [move(FAR)],
		end: [CANCELLED],
		events: ['Moved'],
	},
	{
		what: 'moved to a place that it ships from as well',
		steps: [move(NEAR)],
		end: [WHOLE],
		events: ['Moved'],
	},
	{
		what: 'the order cancelled',
		steps: [({ shop, order }) => shop.cancelOrder(order.id)],
		end: [CANCELLED],
		events: ['Cancelled'],
	},
	{
		what: 'a fulfillment cancelled',
		steps: [
			({ shop, fulfillmentOrder, line }) =>
				shop.ship(fulfillmentOrder.id, { units: [{ id: line.id, quantity: 1 }] }),
			({ shop, order }) => order.fulfillments.map(({ id }) => shop.cancelFulfillment(id)),
		],
		end: [WHOLE],
		events: ['Reopened'],
	},
	{
		what: 'split',
		steps: [
			({ shop, fulfillmentOrder, line }) => {
				shop.markAsOpen(fulfillmentOrder.id);
				return shop.split(fulfillmentOrder.id, [{ id: line.id, quantity: 1 }]);
			},
		],
		end: [WHOLE],
		events: ['Changed'],
	},
	{
		what: 'held and edited between two looks',
		steps: [
			(happening) => {
				hold(happening);
				return remove(1)(happening);
			},
		],
		end: ['open, 1 units to Leicester, Ring twice, held'],
		events: ['Changed', 'On Hold'],
	},
	{
		what: 'progress taken back',
		steps: [({ shop, fulfillmentOrder }) => shop.markAsOpen(fulfillmentOrder.id)],
		end: [WHOLE],
		events: ['Changed'],
	},
	{
		what: 'returned to Shopify',
		steps: [(happening) => happening.giveBack()],
		end: [CANCELLED],
		events: ['Changed'],
	},
	{
		what: 'a unit more',
		steps: [
			({ shop, order, line }) =>
				shop.editOrder(order.id, { add: [{ lineItemId: line.lineItemId, quantity: 1 }] }),
		],
		end: [WHOLE, 'open, 1 units to Leicester, Ring twice'],
		events: [],
	},
];

/** What the warehouse has of an order of the shop, in words. */
export function stateAt(target: Target, { name }: Order): readonly string[] {
	return target
		.orders()
		.filter(({ orderNumber }) => orderNumber === name || orderNumber.startsWith(`${name}-`))
		.map(({ status, held, body }) => {
			if (status === 'cancelled') return status;
			const { lines, shipTo, note } = body as Mapped;
			const units = lines.reduce((sum, { quantity }) => sum + quantity, 0);
			return `open, ${units} units to ${shipTo.city}, ${note ?? 'no note'}${held ? ', held' : ''}`;
		});
}

/** What *Map Here* sends, as far as it is looked at. */
interface Mapped {
	readonly lines: readonly { readonly quantity: number }[];
	readonly shipTo: { readonly city: string };
	readonly note: string | null;
}
