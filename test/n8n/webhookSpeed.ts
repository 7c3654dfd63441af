import { note } from './checks';
import { finishedExecutions } from './scene';
import { checkOnce, post, quiet, TRIGGER, type Setting } from './webhookRuns';

const ORDERS = 20;

/**
 * Prints how long n8n and the trigger take from the arrival of a webhook to the item, the shop's answers included: one
 * webhook at a time, sent as the shop would. Shown and not checked, since the machine may have other work.
 */
export async function showSpeed(setting: Setting): Promise<void> {
	const { middle, host, check } = setting;
	const { shop } = middle;
	const times: number[] = [];
	const orders = [];
	for (let placed = 0; placed < ORDERS; placed += 1) {
		shop.faults.webhooks.next({ kind: 'lose' }, 100);
		const order = shop.placeOrder();
		await quiet(host, middle);
		shop.faults.webhooks.clear();
		const known = new Set((await finishedExecutions(host)).map(({ id }) => id));
		const begun = Date.now();
		await post(host, middle, {
			topic: 'orders/paid',
			body: JSON.stringify({ id: order.legacyId, admin_graphql_api_id: order.id }),
		});
		const made = (await quiet(host, middle)).filter(({ id }) => !known.has(id));
		for (const { id } of made) {
			const end = await host.api.executionEnd(id, TRIGGER);
			const given = await host.api.executionOutput(id, TRIGGER);
			if (end !== null && given.length > 0) times.push(end - begun);
		}
		orders.push(order);
	}
	const sorted = times.sort((one, other) => one - other);
	const at = (share: number): number => sorted[Math.floor((sorted.length - 1) * share)] ?? 0;
	note(`from a webhook to its item: median ${at(0.5)} ms, p95 ${at(0.95)} ms of ${times.length}`);
	check('each webhook alone brings its order', ORDERS, times.length);
	await checkOnce('sent one by one', orders, setting);
}
