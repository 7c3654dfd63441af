import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import type { DemoShop } from '../shop';
import { note, secondsSince, until, type Check } from './checks';
import { ORDERS_TO_WAREHOUSE } from './importWorkflows';
import type { InstalledN8n } from './installN8n';
import { openMiddle } from './middle';
import { startHost } from './startHost';
import { findFreePort, startN8n, type RunningN8n } from './startN8n';
import { arrive, checkOnce, checkSubscribed, receiveByWebhook } from './webhookRuns';

/** n8n gives a publication up after 0.7 of it; its own figure is 120, for which nobody wants to wait here. */
const PUBLICATION_LEASE_SECONDS = 60;
/** Longer than n8n tries to start a workflow. */
const AWAY_FOR_MS = 50_000;
const ARRIVES_WITHIN_MS = 60_000;

const EVERY_TEN_SECONDS = {
	item: [0, 10, 20, 30, 40, 50].map((second) => {
		return { mode: 'custom', cronExpression: `${second} * * * * *` };
	}),
};

/** What is wrong with Shopify while n8n starts. */
const TROUBLES: Readonly<Record<string, (shop: DemoShop) => void>> = {
	'Shopify answers with 503': ({ faults }) => {
		faults.everyNth(1, { kind: 'fail', status: 503 });
	},
	'Shopify takes twelve seconds for each answer': ({ faults }) => {
		faults.everyNth(1, { kind: 'delay', ms: 12_000 });
	},
};

/**
 * n8n starts while Shopify is away or slow, and has lost the subscriptions: n8n would give such a workflow up for ever.
 * Once Shopify is there again orders arrive, and webhooks come.
 */
export async function checkStarting(
	installed: InstalledN8n,
	folder: string,
	check: Check,
): Promise<void> {
	const middle = await openMiddle({ folder, shopPort: 0, targetPort: 0 });
	const place = {
		userFolder: join(folder, 'n8n'),
		port: await findFreePort(),
		brokerPort: await findFreePort(),
		publicationLeaseSeconds: PUBLICATION_LEASE_SECONDS,
	};
	const workflows = [{ file: ORDERS_TO_WAREHOUSE, publish: false }];
	const host = await startHost(installed, place, middle.ends, { workflows });
	const setting = { middle, host, check };
	const { shop } = middle;
	let running: RunningN8n = host.n8n;
	try {
		await receiveByWebhook(host, middle, EVERY_TEN_SECONDS);
		await host.api.publish(host.workflowId);
		await checkSubscribed('published', setting);
		for (const [what, begin] of Object.entries(TROUBLES)) {
			await running.stop();
			shop.webhooks.dropSubscriptions();
			const order = shop.placeOrder();
			begin(shop);
			const before = shop.log.length;
			running = await startN8n(installed, place);
			const asked = await until(() => shop.log.length > before);
			check(`${what} while n8n starts, which asks it`, true, asked);
			await delay(AWAY_FOR_MS);
			shop.faults.clear();
			const begun = Date.now();
			await arrive(middle, [order.name], ARRIVES_WITHIN_MS);
			note(`the order arrived ${secondsSince(begun)} s after Shopify was itself again`);
			await checkOnce(what, [order], setting);
			await checkSubscribed(`after ${what}`, setting);
		}
	} finally {
		await running.stop();
		await middle.close();
	}
}
