import type { DemoShop } from '../shop';
import type { Target } from '../target/target';
import type { Check } from './checks';
import type { Middle } from './middle';

/** What the shop calls the carriers that the warehouse writes in its own way. */
const COMPANIES: Readonly<Record<string, string>> = {
	'dpd uk': 'DPD UK',
	'Royal Mail 24': 'Royal Mail',
	'DHL EXPRESS': 'DHL Express',
	evri: 'Evri',
	'FedEx Ground': 'FedEx',
};
const WRITES = new Set(['CreateFulfillment', 'UpdateTracking', 'CancelFulfillment']);

/** Requests that changed a fulfillment, or tried to. */
export function writesAt({ log }: DemoShop): number {
	return log.filter(({ operationName }) => WRITES.has(operationName)).length;
}

/**
 * Both ends must say the same: each parcel of the warehouse is one fulfillment of its order, with its units, number
 * and carrier as Shopify spells it; its customer was told once; and the warehouse knows its name.
 *
 * @param without orders that are left out, since the shop takes not all of their parcels
 */
export function checkParcels(
	when: string,
	{ shop, target }: Middle,
	check: Check,
	without: readonly string[] = [],
): void {
	const uploaded = target.shipments().filter((one) => !without.includes(orderOf(target, one)));
	const fulfillments = [...shop.state.fulfillments.values()].filter(
		({ order }) => !without.includes(order.name),
	);
	const expected = new Set(uploaded.map((one) => describeParcel(target, one)));
	check(
		`each parcel is one fulfillment, ${when}`,
		[...expected].sort(),
		fulfillments.map(describeFulfillment).sort(),
	);
	check(
		`each customer was told once of each, ${when}`,
		fulfillments.map(({ name }) => name).sort(),
		shop.notifications
			.filter(({ order }) => !without.includes(order.name))
			.map(({ fulfillment }) => fulfillment.name)
			.sort(),
	);
	const names = new Map(fulfillments.map((one) => [numberOf(one.tracking[0]), one.name]));
	check(
		`the warehouse knows what became of each, ${when}`,
		uploaded.map(({ id, trackingNumber }) => [id, true, [names.get(trackingNumber ?? '')]]),
		uploaded.map(({ id, uploadedAt, fulfillments: said }) => [id, uploadedAt !== null, said]),
	);
}

type Shipment = ReturnType<Target['shipments']>[number];
type Fulfillment = DemoShop['state']['fulfillments'] extends Map<string, infer One> ? One : never;

/** Name of the order in the shop; the warehouse's number of a second part says more than that. */
function orderOf(target: Target, { reference, orderNumber }: Shipment): string {
	const order = target.orders().find((one) => one.reference === reference);
	const named = (order?.body as { readonly shopOrder?: unknown } | null)?.shopOrder;
	return typeof named === 'string' ? named : orderNumber;
}

function describeParcel(target: Target, shipment: Shipment): string {
	const { carrier, trackingNumber, lines } = shipment;
	const company = COMPANIES[carrier ?? ''] ?? carrier ?? '';
	return `${orderOf(target, shipment)} ${company} ${trackingNumber ?? ''}: ${unitsIn(lines)}`;
}

function describeFulfillment({ order, tracking, lines, status }: Fulfillment): string {
	const units = lines.map(({ lineItem, quantity }) => ({ sku: lineItem.sku ?? '', quantity }));
	const parcels = tracking.map((one) => `${one.company ?? ''} ${numberOf(one)}`).join(', ');
	const cancelled = status === 'CANCELLED' ? ', cancelled' : '';
	return `${order.name} ${parcels}: ${unitsIn(units)}${cancelled}`;
}

const numberOf = (parcel: { readonly number: string | null } | undefined): string =>
	parcel?.number ?? '';

/** Units by SKU, whatever the order of the lines, e.g. `2 KTL-ENM-18L, 1 MUG-STN-350`. */
function unitsIn(lines: readonly { readonly sku: string; readonly quantity: number }[]): string {
	const sums = new Map<string, number>();
	for (const { sku, quantity } of lines) sums.set(sku, (sums.get(sku) ?? 0) + quantity);
	return [...sums]
		.map(([sku, quantity]) => `${quantity} ${sku}`)
		.sort()
		.join(', ');
}
