import { join } from 'node:path';
import type { Shop } from '../../nodes/shopify/shopDomain';
import {
	askCredential,
	askYesNo,
	canAsk,
	credentialFromEnvironment,
	type CredentialFields,
} from './askCredential';
import { openWarehouse } from './openWarehouse';
import { bundledWorkflows, SECOND_WORKFLOW } from './prepareWorkflow';
import { hasCredential, openHost, type Host } from './startHost';
import type { Stage, StageSettings } from './startStage';
import { createTeller } from './tellOrders';

const PUBLISH =
	'Publish the workflow now? It hands real orders to the warehouse on this machine: it writes a record onto\neach order that is ready, and sets it In progress in Shopify. They then count as handed over.';
const UNPUBLISHED =
	'The workflow is not published, so nothing is handed over. Open it and choose Execute Workflow: it shows up to ten orders that are ready, and changes none.';
/** Never published by a start: it writes to customers. */
const SHIPMENTS =
	'Shipments to Shopify is there too, unpublished: published, it fulfills in your shop what you ship\n             on the warehouse page, and Shopify tells the customers';
/** Never published by a start either: it writes into the shop what somebody counts on this machine. */
const STOCK =
	'Stock to Shopify, Daily too: it sets the stock of one location to what is counted on the warehouse page';
const PUBLISHED = 'n8n looks for orders every minute.';
const QUESTIONS = 3;

/** A real shop: its credential in n8n, and the warehouse on this machine to hand orders to. */
export async function openShopStage(settings: StageSettings, shop: Shop): Promise<Stage> {
	const { options, ports, progress, signal, tell } = settings;
	const { folder } = options;
	const userFolder = join(folder, 'n8n');
	const fields = await findCredential(shop, userFolder, signal);
	const warehouse = await openWarehouse(
		{ folder, pagePort: ports.shop, targetPort: ports.target },
		{ shop: shop.domain, adminUrl: `${shop.origin}/admin` },
		(event) => teller.tellTarget(event),
	);
	const teller = createTeller(tell, () => warehouse.target);
	let next = UNPUBLISHED;

	return {
		keep: warehouse.keep,
		close: warehouse.close,
		get next() {
			return next;
		},
		onEnter: null,
		async startN8n(installed) {
			const place = { userFolder, port: ports.n8n, brokerPort: ports.broker };
			const workflows = (await bundledWorkflows()).map((file) => ({ file, publish: false }));
			const { targetUrl } = warehouse;
			const credential = { name: shop.domain, fields };
			const host = await progress.step(`Starting n8n ${installed.version}`, () =>
				openHost(installed, place, { targetUrl, workflows, credential, signal }),
			);
			try {
				progress.say(`
n8n          ${host.n8n.url}/workflow/${host.workflowId}
             sign in as ${host.owner.email} with ${host.owner.password}
             ${SECOND_WORKFLOW}
             ${SHIPMENTS}
             ${STOCK}
Shop         ${shop.origin}/admin
Warehouse    ${warehouse.pageUrl}/#warehouse
Log of n8n   ${host.n8n.log}
`);
				const problem = await settleCredential(host, shop, signal, progress.say);
				if (problem !== null) throw new Error(problem);
				if (await settlePublishing(host, options.publish, signal)) next = PUBLISHED;
				return host.n8n;
			} catch (error) {
				await host.n8n.stop();
				throw error;
			}
		},
	};
}

/** From the environment, from n8n's own store (null), or from a person. */
async function findCredential(
	shop: Shop,
	userFolder: string,
	signal: AbortSignal,
): Promise<CredentialFields | null> {
	const given = credentialFromEnvironment(shop);
	if (given || (await hasCredential(userFolder))) return given;
	if (canAsk()) return askCredential(shop, signal);
	throw new Error(
		`There is no terminal to ask for the credentials of ${shop.domain} on. Set SHOPIFY_CLIENT_ID and SHOPIFY_CLIENT_SECRET, or SHOPIFY_ACCESS_TOKEN`,
	);
}

/** Asks again while the shop refuses the credential and there is somebody to ask; gives what is wrong in the end. */
async function settleCredential(
	host: Host,
	shop: Shop,
	signal: AbortSignal,
	say: (line: string) => void,
): Promise<string | null> {
	let problem = host.credentialProblem;
	for (let asked = 0; problem !== null && canAsk() && asked < QUESTIONS; asked += 1) {
		say(`The credential's test failed: ${problem}\n`);
		problem = await host.replaceCredential(await askCredential(shop, signal));
	}
	if (problem === null) return null;
	return `The credential's test failed: ${problem}\nStart again with the right SHOPIFY_CLIENT_ID and SHOPIFY_CLIENT_SECRET (or SHOPIFY_ACCESS_TOKEN), or in a terminal: there you are asked.`;
}

/** Whether orders are handed over in the end. */
async function settlePublishing(
	{ api, workflowId }: Host,
	publish: boolean,
	signal: AbortSignal,
): Promise<boolean> {
	if (await api.isPublished(workflowId)) return true;
	if (!publish && !(canAsk() && (await askYesNo(PUBLISH, signal)))) return false;
	await api.publish(workflowId);
	return true;
}
