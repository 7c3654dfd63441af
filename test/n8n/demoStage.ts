import { join } from 'node:path';
import { ORDERS_TO_WAREHOUSE, SHIPMENTS_TO_SHOPIFY, STOCK_TO_SHOPIFY } from './importWorkflows';
import { openMiddle } from './middle';
import { bundledWorkflows, SECOND_WORKFLOW } from './prepareWorkflow';
import { credentialFields, openHost } from './startHost';
import type { Stage, StageSettings } from './startStage';
import { createTeller } from './tellOrders';

const FIRST_ORDERS = 3;
/** One order trigger for each shop: the others would offer the same orders to another target. */
const PUBLISHED: readonly string[] = [ORDERS_TO_WAREHOUSE, SHIPMENTS_TO_SHOPIFY, STOCK_TO_SHOPIFY];

/** The demo shop and the warehouse, with some orders in a shop that has none. */
export async function openDemoStage(settings: StageSettings): Promise<Stage> {
	const { options, ports, progress, signal, tell } = settings;
	const { folder } = options;
	const middle = await openMiddle(
		{ folder, shopPort: ports.shop, targetPort: ports.target },
		(event) => teller.tellTarget(event),
	);
	const { shop, ends } = middle;
	const [location] = shop.state.locations.values();
	const teller = createTeller(tell, () => middle.target, shop);
	shop.subscribe(teller.tellShop);
	// Fulfillments first: they take units off the stock, and those are no stock update.
	shop.onChange(teller.tellFulfillments);
	shop.onChange(teller.tellStock);

	return {
		keep: middle.keep,
		close: middle.close,
		next: `n8n looks for orders, shipments and stock every minute.${process.stdin.isTTY ? ' Enter places one.' : ''}`,
		onEnter: () => void shop.placeOrder(),
		async startN8n(installed) {
			// Not before: the time that the install takes is not theirs.
			const orders = options.orders ?? (shop.state.orders.size === 0 ? FIRST_ORDERS : 0);
			for (let placed = 0; placed < orders; placed += 1) shop.placeOrder();
			const workflows = (await bundledWorkflows()).map((file) => ({
				file,
				publish: PUBLISHED.includes(file),
			}));
			const host = await progress.step(`Starting n8n ${installed.version}`, () =>
				openHost(
					installed,
					{ userFolder: join(folder, 'n8n'), port: ports.n8n, brokerPort: ports.broker },
					{
						targetUrl: ends.targetUrl,
						// The warehouse is at the first location: what is moved to the other is not for it.
						...(location && { location: String(location.legacyId) }),
						...(ends.stockLocation && { stockLocation: ends.stockLocation }),
						workflows,
						credential: { name: 'Demo shop', fields: credentialFields(ends) },
						signal,
					},
				),
			);
			if (host.credentialProblem !== null)
				progress.say(`The credential's test failed: ${host.credentialProblem}`);
			progress.say(`
n8n          ${host.n8n.url}/workflow/${host.workflowId}
             ${host.n8n.url}/workflow/${host.workflowIds[SHIPMENTS_TO_SHOPIFY] ?? ''} (what the warehouse ships)
             ${host.n8n.url}/workflow/${host.workflowIds[STOCK_TO_SHOPIFY] ?? ''} (what the warehouse counts)
             sign in as ${host.owner.email} with ${host.owner.password}
             ${SECOND_WORKFLOW}
Shop         ${ends.shopUrl}/
Warehouse    ${ends.shopUrl}/#warehouse
Log of n8n   ${host.n8n.log}
`);
			return host.n8n;
		},
	};
}
