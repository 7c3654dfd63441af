import type { StockCount } from '../page/contract';
import {
	cancelFulfillmentOrder,
	close,
	markAsOpen,
	merge,
	move,
	openScheduled,
	reportProgress,
	reschedule,
	split,
} from './fulfillmentOrderActions';
import { addEvent } from './fulfillmentEvents';
import type { FulfillmentEventInput } from './fulfillmentEvents';
import type { Units } from './fulfillmentOrders';
import { cancelFulfillment, createFulfillment } from './fulfillments';
import { hold, releaseHold } from './holds';
import type { HoldInput } from './holds';
import { addLocation, locationOf } from './locations';
import type { LocationInput } from './options';
import {
	addTags,
	cancelOrder,
	editOrder,
	refund,
	removeTags,
	setFinancialStatus,
	setRisk,
	touchOrder,
} from './orders';
import type { OrderEdit, OrderInput } from './orderInput';
import { placeLine, placeOrder } from './placeOrder';
import { routeOrder } from './routing';
import { countStock } from './stock';
import { stockActionsOn } from './stockActions';
import type { StockActions } from './stockActions';
import type { Stock } from './stock';
import type {
	Address,
	FinancialStatus,
	Fulfillment,
	FulfillmentEvent,
	FulfillmentOrder,
	Hold,
	Location,
	Order,
	RiskLevel,
	Tracking,
} from './state';
import { trackingOf } from './tracking';
import { tellRouted } from './webhookEvents';
import type { World } from './world';

/**
 * What customers, staff and other apps do in the shop. All are synchronous and change the state at
 * once; what Shopify would refuse is thrown as a `Refusal`. Ids are GIDs.
 */
export interface ShopActions extends StockActions {
	placeOrder(input?: OrderInput): Order;
	/** Routes an order that was placed with `routed: false`. */
	routeOrder(orderId: string, input?: OrderInput): Order;
	addLocation(input: LocationInput): Location;
	setFinancialStatus(orderId: string, status: FinancialStatus | null): Order;
	pay(orderId: string): Order;
	authorize(orderId: string): Order;
	addTags(orderId: string, tags: readonly string[]): Order;
	removeTags(orderId: string, tags: readonly string[]): Order;
	setRisk(orderId: string, risk: RiskLevel): Order;
	changeAddress(orderId: string, address: Partial<Address>): Order;
	changeNote(orderId: string, note: string | null): Order;
	/** Units are of order lines, named by GID or SKU. */
	editOrder(orderId: string, edit: OrderEdit): Order;
	refund(orderId: string, input: Parameters<typeof refund>[2]): Order;
	cancelOrder(orderId: string, reason?: string): Order;
	hold(
		fulfillmentOrderId: string,
		input?: HoldInput,
	): { hold: Hold; fulfillmentOrder: FulfillmentOrder; remaining: FulfillmentOrder | null };
	releaseHold(fulfillmentOrderId: string, holdIds?: readonly string[]): FulfillmentOrder;
	split(
		fulfillmentOrderId: string,
		units: readonly Units[],
	): { fulfillmentOrder: FulfillmentOrder; remaining: FulfillmentOrder };
	merge(fulfillmentOrderIds: readonly string[]): FulfillmentOrder;
	/** The location by GID or name. */
	move(
		fulfillmentOrderId: string,
		location: string,
		units?: readonly Units[],
	): ReturnType<typeof move>;
	cancelFulfillmentOrder(fulfillmentOrderId: string): ReturnType<typeof cancelFulfillmentOrder>;
	reportProgress(fulfillmentOrderId: string, reasonNotes?: string): FulfillmentOrder;
	markAsOpen(fulfillmentOrderId: string): FulfillmentOrder;
	/** Sets the time of a scheduled FO, in milliseconds. */
	reschedule(fulfillmentOrderId: string, fulfillAt: number): FulfillmentOrder;
	/** Opens the scheduled FOs whose time has come; every request does so as well. */
	openScheduled(): FulfillmentOrder[];
	closeFulfillmentOrder(fulfillmentOrderId: string): FulfillmentOrder;
	ship(
		fulfillmentOrderId: string,
		input?: {
			readonly units?: readonly Units[];
			readonly trackingNumber?: string;
			readonly trackingCompany?: string;
			readonly trackingUrl?: string;
			/** Default no. */
			readonly notifyCustomer?: boolean;
		},
	): Fulfillment;
	cancelFulfillment(fulfillmentId: string): Fulfillment;
	/** What a carrier or another app reports about a parcel; times as ISO 8601. */
	addFulfillmentEvent(fulfillmentId: string, event: FulfillmentEventInput): FulfillmentEvent;
	/** Sets what is on a shelf; the location by GID or name. */
	countStock(count: StockCount): Stock;
}

function found<T>(map: ReadonlyMap<string, T>, id: string): T {
	const value = map.get(id);
	if (value === undefined) throw new Error(`The demo shop has no ${id}`);
	return value;
}

/** The same actions, which also tell when they are done or refused: a refusal may come halfway. */
function tellingOfChanges(actions: ShopActions, tell: () => void): ShopActions {
	const telling = Object.entries(actions as object).map(
		([name, action]: [string, (...input: unknown[]) => unknown]) => {
			const run = (...input: unknown[]): unknown => {
				try {
					return action(...input);
				} finally {
					tell();
				}
			};
			return [name, run];
		},
	);
	return Object.fromEntries(telling) as ShopActions;
}

/** The actions of one shop. */
export function createActions(world: World): ShopActions {
	return tellingOfChanges(actionsOn(world), () => world.changed());
}

type ShipInput = NonNullable<Parameters<ShopActions['ship']>[1]>;

function trackingOfStaff(input: ShipInput): Tracking[] {
	const { trackingNumber, trackingCompany, trackingUrl } = input;
	if (trackingNumber === undefined) return [];
	const tracking = { number: trackingNumber, company: trackingCompany, url: trackingUrl };
	return trackingOf(tracking, ['trackingInfo']);
}

function actionsOn(world: World): ShopActions {
	const { state } = world;
	// A shop that was kept goes on with its numbers.
	let lastNumber = Math.max(1000, ...[...state.orders.values()].slice(-1).map((one) => one.number));
	const order = (id: string) => found(state.orders, id);
	const fulfillmentOrder = (id: string) => found(state.fulfillmentOrders, id);
	return {
		...stockActionsOn(world, () => {
			lastNumber += 1;
			return lastNumber;
		}),
		placeOrder: (input = {}) => {
			lastNumber = input.number ?? lastNumber + 1;
			return placeOrder(world, input, lastNumber);
		},
		routeOrder: (id, input = {}) => {
			const one = order(id);
			tellRouted(world, routeOrder(world, one, input));
			return one;
		},
		addLocation: (input) => addLocation(world, input),
		setFinancialStatus: (id, status) => setFinancialStatus(world, order(id), status),
		pay: (id) => setFinancialStatus(world, order(id), 'PAID'),
		authorize: (id) => setFinancialStatus(world, order(id), 'AUTHORIZED'),
		addTags: (id, tags) => addTags(world, order(id), tags),
		removeTags: (id, tags) => removeTags(world, order(id), tags),
		setRisk: (id, risk) => setRisk(world, order(id), risk),
		changeAddress: (id, address) => {
			const one = order(id);
			one.shippingAddress = one.shippingAddress ? { ...one.shippingAddress, ...address } : null;
			touchOrder(world, one);
			return one;
		},
		changeNote: (id, note) => {
			const one = order(id);
			one.note = note;
			touchOrder(world, one);
			return one;
		},
		editOrder: (id, edit) => {
			const one = order(id);
			return editOrder(world, one, edit, (input) => placeLine(world, one, input));
		},
		refund: (id, input) => refund(world, order(id), input),
		cancelOrder: (id, reason) => cancelOrder(world, order(id), reason),
		hold: (id, input = {}) => hold(world, fulfillmentOrder(id), input),
		releaseHold: (id, holdIds) => releaseHold(world, fulfillmentOrder(id), holdIds),
		split: (id, units) => split(world, fulfillmentOrder(id), units),
		merge: (ids) => merge(world, ids.map(fulfillmentOrder)),
		move: (id, location, units) =>
			move(world, fulfillmentOrder(id), locationOf(world, location), units),
		cancelFulfillmentOrder: (id) => cancelFulfillmentOrder(world, fulfillmentOrder(id)),
		reportProgress: (id, reasonNotes) =>
			reportProgress(world, fulfillmentOrder(id), reasonNotes ?? null),
		markAsOpen: (id) => markAsOpen(world, fulfillmentOrder(id)),
		reschedule: (id, fulfillAt) => reschedule(world, fulfillmentOrder(id), fulfillAt),
		openScheduled: () => openScheduled(world),
		closeFulfillmentOrder: (id) => close(world, fulfillmentOrder(id)),
		ship: (id, input = {}) =>
			createFulfillment(world, [{ fulfillmentOrderId: id, units: input.units ?? null }], {
				tracking: trackingOfStaff(input),
				notifyCustomer: input.notifyCustomer ?? false,
			}),
		addFulfillmentEvent: (id, event) => addEvent(world, found(state.fulfillments, id), event),
		cancelFulfillment: (id) => cancelFulfillment(world, found(state.fulfillments, id)),
		countStock: (count) => countStock(world, count),
	};
}
