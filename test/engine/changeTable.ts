import type { IDataObject } from 'n8n-workflow';
import type { DemoShop, Order } from '../shop';

/** Something that happens to an order of two mugs and a tea after its target has it, and what is told of it. */
export interface Happening {
	readonly name: string;
	/** What happens; each step is followed by a look if steps are told one by one. */
	readonly steps: readonly ((shop: DemoShop, order: Order) => void)[];
	/** What is told if all of it happens between two looks. */
	readonly together: readonly string[];
	/** What is told if there is a look after each step. */
	readonly apart?: readonly string[];
	/** True if the trigger serves Leeds alone. */
	readonly onlyLeeds?: true;
	readonly trigger?: IDataObject;
}

type Step = Happening['steps'][number];

const foOf = (order: Order, index = 0): string => order.fulfillmentOrders[index]?.id ?? '';
const lineOf = (order: Order, index = 0): string =>
	order.fulfillmentOrders[0]?.lines[index]?.id ?? '';

const hold: Step = (shop, order) => void shop.hold(foOf(order));
const release: Step = (shop, order) => void shop.releaseHold(foOf(order));
const holdOneMug: Step = (shop, order) =>
	void shop.hold(foOf(order), { units: [{ id: lineOf(order), quantity: 1 }] });
const splitOneMug: Step = (shop, order) =>
	void shop.split(foOf(order), [{ id: lineOf(order), quantity: 1 }]);
const open: Step = (shop, order) => void shop.markAsOpen(foOf(order));
const moveAll: Step = (shop, order) => void shop.move(foOf(order), 'Camden Shop');
const moveOneMug: Step = (shop, order) =>
	void shop.move(foOf(order), 'Camden Shop', [{ id: lineOf(order), quantity: 1 }]);
const moveBack: Step = (shop, order) => void shop.move(foOf(order), 'Leeds Warehouse');
const removeOneMug: Step = (shop, order) =>
	void shop.editOrder(order.id, { remove: [{ lineItemId: 'MUG-BLUE', quantity: 1 }] });
const removeAll: Step = (shop, order) =>
	void shop.editOrder(order.id, {
		remove: [
			{ lineItemId: 'MUG-BLUE', quantity: 2 },
			{ lineItemId: 'TEA-250', quantity: 1 },
		],
	});
const addOneMug: Step = (shop, order) =>
	void shop.editOrder(order.id, { add: [{ lineItemId: 'MUG-BLUE', quantity: 1 }] });
const readdress: Step = (shop, order) =>
	void shop.changeAddress(order.id, { address1: '9 Mill Lane' });
const renote: Step = (shop, order) => void shop.changeNote(order.id, 'Ring twice');
const cancel: Step = (shop, order) => void shop.cancelOrder(order.id);
/** What is open: a cancelled fulfillment may open its units in another fulfillment order. */
const shipAll: Step = (shop, order) => {
	const open = order.fulfillmentOrders.find(({ status }) => status !== 'CLOSED');
	shop.ship(open?.id ?? '', { trackingNumber: 'RM1GB' });
};
const shipOneMug: Step = (shop, order) =>
	void shop.ship(foOf(order), {
		units: [{ id: lineOf(order), quantity: 1 }],
		trackingNumber: 'RM2GB',
	});
const unship: Step = (shop, order) =>
	void shop.cancelFulfillment(
		order.fulfillments.find(({ status }) => status !== 'CANCELLED')?.id ?? '',
	);

/** Every row of the contract's table, and what may come together. */
export const HAPPENINGS: readonly Happening[] = [
	{
		name: 'held and released',
		steps: [hold, release],
		together: ['Changed progress: 2 MUG-BLUE, 1 TEA-250'],
		apart: [
			'On Hold hold: 2 MUG-BLUE (2 held), 1 TEA-250 (1 held)',
			'Released hold, progress: 2 MUG-BLUE, 1 TEA-250',
		],
	},
	{
		name: 'held in part',
		steps: [holdOneMug],
		together: ['On Hold hold, fulfillmentOrders: 2 MUG-BLUE (1 held), 1 TEA-250'],
	},
	{
		name: 'opened by staff and split',
		steps: [open, splitOneMug],
		together: ['Changed progress, fulfillmentOrders: 2 MUG-BLUE, 1 TEA-250'],
		apart: [
			'Changed progress: 2 MUG-BLUE, 1 TEA-250',
			'Changed fulfillmentOrders: 2 MUG-BLUE, 1 TEA-250',
		],
	},
	{
		name: 'moved whole, to a place of the same target',
		steps: [open, moveAll],
		together: ['Moved location, progress: 2 MUG-BLUE, 1 TEA-250'],
		apart: ['Changed progress: 2 MUG-BLUE, 1 TEA-250', 'Moved location: 2 MUG-BLUE, 1 TEA-250'],
	},
	{
		name: 'moved whole, to a place of another target',
		steps: [open, moveAll],
		together: ['Moved location: nothing'],
		apart: ['Changed progress: 2 MUG-BLUE, 1 TEA-250', 'Moved location: nothing'],
		onlyLeeds: true,
	},
	{
		name: 'moved in part, to a place of another target',
		steps: [open, moveOneMug],
		together: ['Moved location, progress: 1 MUG-BLUE, 1 TEA-250'],
		apart: ['Changed progress: 2 MUG-BLUE, 1 TEA-250', 'Moved location: 1 MUG-BLUE, 1 TEA-250'],
		onlyLeeds: true,
	},
	{
		name: 'split and moved',
		steps: [open, splitOneMug, moveAll],
		together: ['Moved location, progress, fulfillmentOrders: 2 MUG-BLUE, 1 TEA-250'],
		apart: [
			'Changed progress: 2 MUG-BLUE, 1 TEA-250',
			'Changed fulfillmentOrders: 2 MUG-BLUE, 1 TEA-250',
			'Moved location: 2 MUG-BLUE, 1 TEA-250',
		],
	},
	{
		name: 'moved and moved back',
		steps: [open, moveAll, moveBack],
		together: ['Changed progress: 2 MUG-BLUE, 1 TEA-250'],
		apart: [
			'Changed progress: 2 MUG-BLUE, 1 TEA-250',
			'Moved location: 2 MUG-BLUE, 1 TEA-250',
			'Moved location: 2 MUG-BLUE, 1 TEA-250',
		],
	},
	{
		name: 'cancelled and replaced',
		steps: [open, (shop, order) => void shop.cancelFulfillmentOrder(foOf(order))],
		together: ['Changed progress, fulfillmentOrders: 2 MUG-BLUE, 1 TEA-250'],
		apart: [
			'Changed progress: 2 MUG-BLUE, 1 TEA-250',
			'Changed fulfillmentOrders: 2 MUG-BLUE, 1 TEA-250',
		],
	},
	{ name: 'one unit more', steps: [addOneMug], together: ['Ready: 1 MUG-BLUE'] },
	{
		name: 'one unit less',
		steps: [removeOneMug],
		together: ['Changed quantity: 1 MUG-BLUE, 1 TEA-250'],
	},
	{ name: 'nothing left', steps: [removeAll], together: ['Cancelled quantity: nothing'] },
	{
		name: 'held and edited',
		steps: [removeOneMug, hold],
		together: [
			'Changed quantity: 1 MUG-BLUE (1 held), 1 TEA-250 (1 held)',
			'On Hold hold: 1 MUG-BLUE (1 held), 1 TEA-250 (1 held)',
		],
		apart: [
			'Changed quantity: 1 MUG-BLUE, 1 TEA-250',
			'On Hold hold: 1 MUG-BLUE (1 held), 1 TEA-250 (1 held)',
		],
	},
	{
		name: 'another address and another note',
		steps: [readdress, renote],
		together: ['Changed shipTo, note: 2 MUG-BLUE, 1 TEA-250'],
		apart: ['Changed shipTo: 2 MUG-BLUE, 1 TEA-250', 'Changed note: 2 MUG-BLUE, 1 TEA-250'],
	},
	{ name: 'the order cancelled', steps: [cancel], together: ['Cancelled quantity: nothing'] },
	{ name: 'a part shipped by hand', steps: [shipOneMug], together: [] },
	{ name: 'all shipped', steps: [shipAll], together: [] },
	{
		name: 'shipped, and the fulfillment cancelled',
		steps: [shipAll, unship],
		together: ['Reopened shipped, progress, fulfillmentOrders: 2 MUG-BLUE, 1 TEA-250'],
	},
	{
		name: 'shipped, cancelled and shipped again, to correct the tracking',
		steps: [shipAll, unship, shipAll],
		together: [],
		apart: ['Reopened shipped, progress, fulfillmentOrders: 2 MUG-BLUE, 1 TEA-250'],
	},
];

/** What items tell, in short: `On Hold hold: 2 MUG-BLUE (1 held), 1 TEA-250`. */
export function inShort(items: readonly IDataObject[]): readonly string[] {
	return (items as unknown as readonly Told[]).map(({ event, lines, changes = [] }) => {
		const units = lines.map(({ quantity, sku, onHold = 0 }) => {
			return `${quantity} ${sku}${onHold > 0 ? ` (${onHold} held)` : ''}`;
		});
		const fields = changes.map(({ field }) => field).join(', ');
		const head = fields === '' ? event : `${event} ${fields}`;
		return `${head}: ${units.join(', ') || 'nothing'}`;
	});
}

/** An item as far as the cases look at it. */
interface Told {
	readonly event: string;
	readonly lines: readonly {
		readonly quantity: number;
		readonly sku: string;
		readonly onHold?: number;
	}[];
	readonly changes?: readonly { readonly field: string }[];
}
