import { createHmac } from 'node:crypto';
import { performance } from 'node:perf_hooks';
import { readWebhookBody } from '../../nodes/domain/webhookBody';
import { receiveOrders } from '../../nodes/handover/receiveOrders';
import { isSignedWith } from '../../nodes/n8n/webhookSignature';
import type { Order } from '../shop';
import { contextOf, settingsOf } from './handovers';
import { placeOrders, rows, shopOf, TOKEN } from './measure';
import { clientOf } from './shopClient';

const SECRET = 'shpss_bench';
const LIMIT_MS = 500;

/**
 * From the arrival of a webhook to the item of its order, each order alone, in a shop with others. The shop answers at
 * once, so that its time is left out; n8n's own is not in it, see the part *webhooks* of `npm run test:n8n`.
 */
export async function webhookToItem(count: number): Promise<void> {
	const shop = shopOf();
	const client = clientOf(shop, TOKEN);
	const context = { ...contextOf(client), records: {}, wait: () => Promise.resolve() };
	const orders = placeOrders(shop, count, 3);
	shop.resetLog();
	const times: number[] = [];
	let emitted = 0;
	const begun = performance.now();
	for (const order of orders) {
		const body = Buffer.from(JSON.stringify(bodyOf(order)));
		const signature = createHmac('sha256', SECRET).update(body).digest('base64');
		const start = performance.now();
		if (!isSignedWith(SECRET, body, signature)) throw new Error('The signature is wrong');
		const named = readWebhookBody('orders/paid', new TextDecoder().decode(body));
		emitted += (await receiveOrders(context, settingsOf(shop, 500), named)).length;
		times.push(performance.now() - start);
	}
	const seconds = (performance.now() - begun) / 1000;
	const points = Math.round(shop.pointsUsed());
	const sorted = times.sort((one, other) => one - other);
	const at = (share: number): number => sorted[Math.floor((sorted.length - 1) * share)] ?? 0;
	rows.push({
		work: `${count} webhooks of new orders, one after the other (${emitted} emitted)`,
		requests: shop.log.length,
		points,
		seconds,
		ratio: `${(points / count).toFixed(1)} points each; median ${at(0.5).toFixed(0)} ms, p95 ${at(0.95).toFixed(0)} ms`,
		limit: `p95 of ${LIMIT_MS} ms`,
		kept: at(0.95) <= LIMIT_MS && emitted === count,
	});
}

function bodyOf({ id, legacyId }: Order): object {
	return { id: legacyId, admin_graphql_api_id: id };
}
