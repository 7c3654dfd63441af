import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import type { ShopEvent } from '../shop';
import type { TargetEvent } from '../target/target';
import { cacheFolder, installN8n } from './installN8n';
import { openMiddle, type Middle } from './middle';
import { startHost, type Host } from './startHost';

// `npm start`: the demo shop, a plain warehouse and a real n8n between them, until Ctrl-C. What they hold
// stays in the cache folder, so that the next start goes on where this one ended.
// `npm start -- --fresh` begins with an empty shop, `--orders 10` places that many orders at once.

const KEEP_EVERY_MS = 2000;
const PORTS = { n8n: 5690, broker: 5691, shop: 5692, target: 5693 };

const { values } = parseArgs({
	options: {
		fresh: { type: 'boolean', default: false },
		orders: { type: 'string' },
	},
});

const say = (line: string): void => console.log(line);
const event = (line: string): void => say(`${new Date().toTimeString().slice(0, 8)}  ${line}`);

function tellTarget({ type, order, status }: TargetEvent): void {
	const what = order ? `${order.orderNumber} (${order.reference})` : 'a request';
	const words: Record<TargetEvent['type'], string> = {
		created: `${what} arrived`,
		repeated: `${what} was offered again under its key, and is kept once`,
		refused: `${what} was refused`,
		changed: `${what} was changed`,
		cancelled: `${what} was cancelled`,
		failed: `${what} failed with ${status}`,
	};
	event(`Warehouse  ${words[type]}`);
}

function tellShop(happened: ShopEvent): void {
	if (happened.type === 'orderPlaced') {
		event(`Shop       ${happened.order.name} was placed`);
		return;
	}
	const { order, status } = happened.fulfillmentOrder;
	const words = status === 'IN_PROGRESS' ? 'confirmed: reads In progress' : `reads ${status}`;
	event(`Shop       ${order.name} ${words}`);
}

function printAddresses(
	{ n8n, owner, workflowId, credentialProblem }: Host,
	{ ends }: Middle,
): void {
	if (credentialProblem !== null) say(`The credential test failed: ${credentialProblem}`);
	say(`
n8n         ${n8n.url}/workflow/${workflowId}
            sign in as ${owner.email} with ${owner.password}
Demo shop   ${ends.shopUrl}/demo/state
            place an order: curl -X POST ${ends.shopUrl}/demo/orders
Warehouse   ${ends.targetUrl}/orders
Log of n8n  ${n8n.log}

n8n looks for orders every minute. ${process.stdin.isTTY ? 'Enter places an order, ' : ''}Ctrl-C ends everything.
`);
}

async function main(): Promise<void> {
	const folder = join(cacheFolder(), 'demo');
	if (values.fresh) await rm(folder, { recursive: true, force: true });
	const installed = await installN8n(say);
	const places = { folder, shopPort: PORTS.shop, targetPort: PORTS.target };
	const middle = await openMiddle(places, tellTarget);
	const { shop } = middle;
	shop.subscribe(tellShop);
	const wanted = Number(values.orders ?? (shop.state.orders.size === 0 ? 3 : 0));
	for (let placed = 0; placed < wanted; placed += 1) shop.placeOrder();

	say(`Starting n8n ${installed.version} (10 to 60 seconds) …`);
	const userFolder = join(folder, 'n8n');
	const place = { userFolder, port: PORTS.n8n, brokerPort: PORTS.broker };
	const starting = startHost(installed, place, middle.ends);

	const keeping = setInterval(() => void middle.keep(), KEEP_EVERY_MS);
	let ending = false;
	const end = async (why: string): Promise<void> => {
		if (ending) return;
		ending = true;
		say(why);
		clearInterval(keeping);
		// n8n first: what it is doing still needs both ends.
		const host = await starting.catch(() => undefined);
		await host?.n8n.stop();
		await middle.close();
		say('Ended. npm start goes on from here.');
	};
	for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
		process.on(signal, () => {
			void end('Ending …').then(() => process.exit(0));
		});
	}

	const host = await starting.catch(async (error: unknown) => {
		await end('n8n could not be started');
		throw error;
	});
	printAddresses(host, middle);
	void host.n8n.ended.then(async () => {
		if (ending) return;
		await end(`n8n ended by itself; its log is ${host.n8n.log}`);
		process.exit(1);
	});
	if (process.stdin.isTTY) {
		createInterface({ input: process.stdin }).on('line', () => void shop.placeOrder());
	}
}

main().catch((error: unknown) => {
	console.error(error instanceof Error ? error.message : error);
	process.exit(1);
});
