import { confirmHandovers } from '../../nodes/handover/confirmHandovers';
import type { PollContext, PollResult, PollSettings } from '../../nodes/handover/pollOrders';
import { pollOrders } from '../../nodes/handover/pollOrders';
import type { PollState } from '../../nodes/handover/pollState';
import { NO_STATE } from '../../nodes/handover/pollState';
import type { ShopifyClient } from '../../nodes/shopify/client';
import { READ_FULFILLMENT_ORDER_DETAILS } from '../../nodes/shopify/operations/readFulfillmentOrderDetails';
import { defaultFilters } from '../domain/builders';
import type { DemoShop } from '../shop';
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
import { clientOf } from './shopClient';

const FILTERS = defaultFilters();

/** A trigger with all fields as they are by default. */
export function settingsOf(shop: DemoShop, ordersPerPoll: number): PollSettings {
	return {
		rules: {
			filters: FILTERS,
			confirmsWhenEmitted: false,
			offerAgainAfterMinutes: 60,
			events: new Set<never>(),
			repeatsChanges: false,
			handsOverReopened: false,
			run: 'bench',
		},
		item: {
			shop: shop.state.domain,
			numberStyle: { alwaysAppend: false, withoutHash: false, prefix: '' },
			manual: false,
			raw: false,
		},
		ordersPerPoll,
		firstBatchLimit: 0,
		confirmNodeFollows: true,
	};
}

/** A poll or an execution that has all the time. */
export function contextOf(client: ShopifyClient): PollContext {
	const silent = (): void => undefined;
	return {
		client,
		timeLeftMs: () => 3_600_000,
		log: { info: silent, warn: silent, debug: silent },
	};
}

/** Hands over everything that is ready, as a workflow would. */
async function handOverAll(
	shop: DemoShop,
	client: ShopifyClient,
	state: PollState,
): Promise<PollState> {
	let next = state;
	for (;;) {
		const { items, state: after } = await pollOrders(
			contextOf(client),
			settingsOf(shop, 500),
			next,
		);
		next = after;
		if (items.length === 0) return next;
		await confirmHandovers(client, items.map(requestOf), 'bench');
	}
}

function requestOf(item: Readonly<Record<string, unknown>>): {
	orderId: string;
	key: string;
	attempt: number;
} {
	const handover = item['handover'] as { key: string; attempt: number };
	return { orderId: String(item['orderId']), key: handover.key, attempt: handover.attempt };
}

/** A poll that finds nothing new among FOs that are open, in progress or on hold. */
export async function quietPoll(count: number): Promise<void> {
	const shop = shopOf();
	placeOrders(shop, count, 3);
	let state = await handOverAll(shop, clientOf(shop, TOKEN), NO_STATE);
	// A third is in progress, a third on hold, a third was marked open again by staff.
	[...shop.state.fulfillmentOrders.keys()].forEach((id, index) => {
		if (index % 3 === 1)
			shop.hold(id, { reason: 'OTHER', reasonNotes: 'Waiting for the second parcel' });
		if (index % 3 === 2) shop.markAsOpen(id);
	});
	const poll = async (from: PollState): Promise<Measured<PollResult>> =>
		await measure(
			shop,
			async (client) => await pollOrders(contextOf(client), settingsOf(shop, 500), from),
		);
	// What was done to them is taken note of, and looked at once more: the note has changed their records.
	for (const _ of ['told', 'seen']) state = (await poll(state)).result.state;
	const { result, requests, points, seconds } = await poll(state);
	const pages = Math.ceil(count / 250);
	const floor = requests * (LATENCY_MS / 1000);
	rows.push({
		work: `quiet poll over ${count} fulfillment orders (${result.items.length} emitted)`,
		requests,
		points,
		seconds,
		ratio: `${(points / pages).toFixed(1)} points a page; ${(seconds / floor).toFixed(2)} x latency`,
		limit: `50 points and one request a page, and 5 requests: ${pages * 50} and ${pages + 5}`,
		kept: points <= pages * 50 && requests <= pages + 5 && result.items.length === 0,
	});
	await afterLoss(count, poll);
}

/** The same poll without what the last ones have seen. */
async function afterLoss(
	count: number,
	poll: (from: PollState) => Promise<Measured<PollResult>>,
): Promise<void> {
	const { result, requests, points, seconds } = await poll(NO_STATE);
	rows.push({
		work: `the same poll when n8n has lost its static data (${result.items.length} emitted)`,
		requests,
		points,
		seconds,
		ratio: `${(points / (count / 250)).toFixed(1)} points for each 250`,
		...SHOWN_ONLY,
	});
}

/** Reading, offering and confirming new FOs of 20 lines. */
export async function newOrders(count: number): Promise<void> {
	const shop = shopOf();
	placeOrders(shop, count, 20);
	const { result, requests, points, seconds } = await measure(
		shop,
		async (client) => await pollOrders(contextOf(client), settingsOf(shop, count), NO_STATE),
	);
	const of = (name: string): number =>
		Math.round(
			shop.log
				.filter((entry) => entry.operationName === name)
				.reduce((sum, entry) => sum + entry.actualCost, 0),
		);
	const scan = of('ScanFulfillmentOrders') + of('ReadScannedFulfillmentOrders') + of('ReadApp');
	const records = of('SetHandoverRecords');
	const reading = points - scan - records;
	rows.push({
		work: `reading ${count} new fulfillment orders of 20 lines (${result.items.length} emitted)`,
		requests,
		points: reading,
		seconds,
		ratio: `${(reading / count).toFixed(3)} points each, on top of a scan of ${scan}`,
		limit: `1 point each: ${count}`,
		kept: reading <= count && result.items.length === count,
	});
	const offers = {
		work: `offering ${count} fulfillment orders`,
		requests: Math.ceil(count / 25),
		points: records,
		seconds: 0,
		ratio: `${(records / count).toFixed(3)} points each`,
		limit: `0.4 points each and one call: ${count * 0.4 + 10}`,
		kept: records <= count * 0.4 + 10,
	};
	rows.push(offers);
	await confirmAll(shop, result.items.map(requestOf));
}

async function confirmAll(
	shop: DemoShop,
	requests: readonly { orderId: string; key: string; attempt: number }[],
): Promise<void> {
	const count = requests.length;
	const {
		result,
		requests: sent,
		points,
		seconds,
	} = await measure(shop, async (client) => await confirmHandovers(client, requests, 'bench'));
	const confirmed = result.filter(
		(one) => !(one instanceof Error) && one.result === 'confirmed',
	).length;
	// 10 for progress, 0.4 for the record, and the reading of the orders.
	const limit = count * 10.4 + count * 0.5 + 20;
	rows.push({
		work: `confirming ${count} handovers (${confirmed} confirmed)`,
		requests: sent,
		points,
		seconds,
		ratio: `${(points / count).toFixed(2)} points each; floor at 100 points/s: ${(points / 100).toFixed(0)} s`,
		limit: `10 + 0.4 each, and their reading: ${limit}`,
		kept: points <= limit && confirmed === count,
	});
}

/** How close to the floor a throttled shop is served: bucket empty at the start. */
export async function throttledConfirms(count: number): Promise<void> {
	const shop = shopOf();
	placeOrders(shop, count, 3);
	const { items } = await pollOrders(
		contextOf(clientOf(shop, TOKEN)),
		settingsOf(shop, count),
		NO_STATE,
	);
	throttle(shop);
	const { points, seconds } = await measure(
		shop,
		async (client) => await confirmHandovers(client, items.map(requestOf), 'bench'),
	);
	const floor = points / PLAN.restoreRate;
	rows.push({
		work: `confirming ${count} handovers on a Standard shop, bucket empty`,
		requests: shop.log.length,
		points,
		seconds,
		ratio: `${(seconds / floor).toFixed(2)} x floor of ${floor.toFixed(1)} s`,
		...SHOWN_ONLY,
	});
}

/** The plain way, on a part of the work: one request for each fulfillment order. */
export async function plainOrders(count: number): Promise<void> {
	const shop = shopOf();
	placeOrders(shop, count, 20);
	const ids = [...shop.state.fulfillmentOrders.keys()];
	const { requests, points, seconds } = await measure(shop, async (client) => {
		for (const id of ids) {
			await client.run(
				READ_FULFILLMENT_ORDER_DETAILS,
				{ ids: [id], lines: 25 },
				{ repeat: 'read' },
			);
		}
	});
	rows.push({
		work: `the plain way: ${count} new fulfillment orders, one request each`,
		requests,
		points,
		seconds,
		ratio: `${(points / count).toFixed(1)} points and ${((seconds / count) * 1000).toFixed(0)} ms each`,
		...SHOWN_ONLY,
	});
}
