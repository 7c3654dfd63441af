import type { Parcel } from '../../nodes/domain/tracking';
import type { UploadResult } from '../../nodes/domain/uploadResult';
import type { ShopifyClient } from '../../nodes/shopify/client';
import type { UploadRequest, UploadSettings } from '../../nodes/upload/uploadShipments';
import { uploadShipments } from '../../nodes/upload/uploadShipments';
import type { DemoShop, Order } from '../shop';
import type { Measured } from './measure';
import {
	LATENCY_MS,
	measure,
	placeOrders,
	PLAN,
	rows,
	shopOf,
	SHOWN_ONLY,
	throttle,
	TOKEN,
} from './measure';
import { fetchOf } from './shopClient';

/** Lines of each order. */
const LINES = 3;
/** Points of one fulfillment that nothing can save: the mutation's 10, and its share of the reading. */
const UNAVOIDABLE = 10.57;

const SETTINGS: UploadSettings = {
	rules: {
		unmatchedLines: 'reject',
		overShipment: 'uploadRest',
		otherTracking: 'add',
		withoutNumber: 'same',
		location: '',
	},
	combine: true,
	numberPrefix: '',
	aliases: [],
	urlTemplate: '',
};

type Reference = (order: Order) => UploadRequest['order'];

const byId: Reference = ({ legacyId }) => ({ by: 'order', id: String(legacyId) });
const byName: Reference = ({ name }) => ({ by: 'number', text: name });

/** A shipment of each order, whole, with a tracking number that ends in `ending`. */
function requestsOf(
	orders: readonly Order[],
	reference: Reference,
	ending = '',
): readonly UploadRequest[] {
	return orders.map((order, item) => ({
		item,
		order: reference(order),
		fulfillmentOrder: null,
		lines: order.lines.map(({ legacyId, quantity }) => ({
			fulfillmentOrderLineId: null,
			orderLineId: String(legacyId),
			sku: null,
			quantity,
			shippedInTotal: null,
			fulfillmentOrder: null,
			item,
		})),
		isWhole: true,
		tracking: { company: 'UPS', parcels: [parcelOf(order, ending)] },
		notifyCustomer: true,
		problems: [],
	}));
}

const parcelOf = ({ legacyId }: Order, ending: string): Parcel => ({
	number: `1Z${String(legacyId)}${ending}`,
	url: null,
});

async function upload(
	client: ShopifyClient,
	requests: readonly UploadRequest[],
): Promise<readonly (UploadResult | Error)[]> {
	const silent = (): void => undefined;
	const wait = async (milliseconds: number): Promise<void> => {
		await new Promise((resolve) => {
			setTimeout(resolve, milliseconds);
		});
	};
	return await uploadShipments(
		{ client, log: { info: silent, debug: silent }, wait },
		requests,
		SETTINGS,
	);
}

function count(answers: readonly (UploadResult | Error)[], result: UploadResult['result']): number {
	return answers.filter((one) => !(one instanceof Error) && one.result === result).length;
}

/** What each kind of request cost, so that a broken limit names its cause. */
function costs(shop: DemoShop): string {
	const byName = new Map<string, { requests: number; points: number }>();
	for (const { operationName, actualCost } of shop.log) {
		const sum = byName.get(operationName) ?? { requests: 0, points: 0 };
		byName.set(operationName, {
			requests: sum.requests + 1,
			points: sum.points + actualCost,
		});
	}
	return [...byName]
		.map(
			([name, { requests, points }]) => `${name} ${requests} x ${(points / requests).toFixed(1)}`,
		)
		.join(', ');
}

const each = ({ points }: Measured<unknown>, all: number): string =>
	`${(points / all).toFixed(2)} points each`;

/** How long it took beside what Shopify's throttle makes it take at least. */
function floors({ points, seconds }: Measured<unknown>, all: number): string {
	const floor = (UNAVOIDABLE * all) / PLAN.restoreRate;
	const used = points / PLAN.restoreRate;
	return `${(seconds / floor).toFixed(3)} x floor of ${floor.toFixed(1)} s, ${(seconds / used).toFixed(3)} x the ${used.toFixed(1)} s of the points used`;
}

/** A thousand shipments of which the order ids are known, on a shop with an empty bucket. */
export async function shipmentsWithIds(all: number): Promise<void> {
	const shop = shopOf();
	const requests = requestsOf(placeOrders(shop, all, LINES), byId);
	throttle(shop);
	const measured = await measure(shop, async (client) => await upload(client, requests));
	const created = count(measured.result, 'created');
	const floor = (UNAVOIDABLE * all) / PLAN.restoreRate;
	rows.push({
		...measured,
		work: `uploading ${all} shipments with known ids on a Standard shop, bucket empty (${created} created)`,
		ratio: `${each(measured, all)}; ${floors(measured, all)}; ${costs(shop)}`,
		limit: `11 points each and 1.10 x floor: ${all * 11} and ${(floor * 1.1).toFixed(1)} s`,
		kept: measured.points <= all * 11 && measured.seconds <= floor * 1.1 && created === all,
	});
}

/** The same with order names, which have to be looked for. */
export async function shipmentsByName(all: number): Promise<void> {
	const shop = shopOf();
	const requests = requestsOf(placeOrders(shop, all, LINES), byName);
	const measured = await measure(shop, async (client) => await upload(client, requests));
	rows.push({
		...measured,
		work: `uploading ${all} shipments by order name (${count(measured.result, 'created')} created)`,
		ratio: `${each(measured, all)}; ${costs(shop)}`,
		...SHOWN_ONLY,
	});
}

/** The same items once more. */
export async function repeatedUpload(all: number): Promise<void> {
	const shop = shopOf();
	const requests = requestsOf(placeOrders(shop, all, LINES), byId);
	await measure(shop, async (client) => await upload(client, requests));
	const measured = await measure(shop, async (client) => await upload(client, requests));
	const same = count(measured.result, 'alreadyUploaded');
	const writes = shop.log.filter(({ operationName }) => /^(Create|Update)/.test(operationName));
	rows.push({
		...measured,
		work: `uploading ${all} shipments once more (${same} already uploaded, ${writes.length} writes)`,
		ratio: `${each(measured, all)}; ${costs(shop)}`,
		limit: 'no writes',
		kept: writes.length === 0 && same === all,
	});
}

/** Orders of which the lines are at two locations, so that each shipment becomes two fulfillments. */
export async function severalLocations(all: number): Promise<void> {
	const shop = shopOf();
	const orders = placeOrders(shop, all, LINES, ['Leeds Warehouse', 'Camden Shop']);
	const requests = requestsOf(orders, byId);
	const measured = await measure(shop, async (client) => await upload(client, requests));
	rows.push({
		...measured,
		work: `uploading ${all} shipments from two locations each (${shop.state.fulfillments.size} fulfillments)`,
		ratio: `${each(measured, all)}; ${costs(shop)}`,
		...SHOWN_ONLY,
	});
}

/** A second number for shipments that are in the shop already. */
export async function addedTracking(all: number): Promise<void> {
	const shop = shopOf();
	const orders = placeOrders(shop, all, LINES);
	await measure(shop, async (client) => await upload(client, requestsOf(orders, byId)));
	const late = requestsOf(orders, byId, 'B');
	const measured = await measure(shop, async (client) => await upload(client, late));
	rows.push({
		...measured,
		work: `adding a tracking number to ${all} shipments (${count(measured.result, 'trackingAdded')} added)`,
		ratio: `${each(measured, all)}; ${costs(shop)}`,
		...SHOWN_ONLY,
	});
}

/**
 * The plain way, on a part of the work: for each order one request that asks for its fulfillment orders, and one
 * that ships them; nothing is compared with what is there, and nothing is read back.
 */
export async function plainShipments(all: number): Promise<void> {
	const shop = shopOf();
	const orders = placeOrders(shop, all, LINES);
	const measured = await measure(shop, async () => {
		for (const order of orders) await shipPlainly(shop, order);
	});
	rows.push({
		...measured,
		work: `the plain way: ${all} shipments, two requests each (${shop.state.fulfillments.size} created)`,
		ratio: `${each(measured, all)}, ${((measured.seconds / all) * 1000).toFixed(0)} ms each; ${costs(shop)}`,
		...SHOWN_ONLY,
	});
}

const FIND = `query PlainFulfillmentOrders($id: ID!) {
	order(id: $id) {
		fulfillmentOrders(first: 10) {
			nodes {
				id
				status
				lineItems(first: 50) { nodes { id sku remainingQuantity } }
			}
		}
	}
}`;

const SHIP = `mutation PlainFulfillment($fulfillment: FulfillmentInput!) {
	fulfillmentCreate(fulfillment: $fulfillment) {
		fulfillment { id }
		userErrors { message }
	}
}`;

interface Found {
	readonly data: {
		readonly order: { readonly fulfillmentOrders: { readonly nodes: readonly { id: string }[] } };
	};
}

async function shipPlainly(shop: DemoShop, order: Order): Promise<void> {
	const fetch = fetchOf(shop, TOKEN, LATENCY_MS);
	const ask = async (query: string, variables: object): Promise<unknown> => {
		const url = `https://${shop.state.domain}/admin/api/2026-07/graphql.json`;
		const headers = { 'content-type': 'application/json' };
		const body = JSON.stringify({ query, variables });
		return await (await fetch(url, { method: 'POST', headers, body })).json();
	};
	const { data } = (await ask(FIND, { id: order.id })) as Found;
	const { nodes } = data.order.fulfillmentOrders;
	await ask(SHIP, {
		fulfillment: {
			lineItemsByFulfillmentOrder: nodes.map(({ id }) => ({ fulfillmentOrderId: id })),
			notifyCustomer: true,
			trackingInfo: { company: 'UPS', number: parcelOf(order, '').number },
		},
	});
}
