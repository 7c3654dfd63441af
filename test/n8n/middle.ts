import { existsSync } from 'node:fs';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { DemoShop } from '../shop';
import { shopView } from '../shop/views';
import { createTarget, type Target, type TargetEvent, type TargetState } from '../target/target';
import type { Units } from '../target/units';
import { serveDemoShop } from './demoShop';
import type { Ends } from './startHost';

/** The demo shop and the warehouse: what n8n stands between. */
export interface Middle {
	readonly shop: DemoShop;
	readonly target: Target;
	/** Where they are served. */
	readonly ends: Ends;
	/** Writes what both hold into the folder, whole or not at all. */
	keep(): Promise<void>;
	/** Ends serving, and keeps. */
	close(): Promise<void>;
}

/** Where both live. */
export interface MiddlePlace {
	/** Keeps what both hold between two runs. */
	readonly folder: string;
	/** 0 takes a free port. */
	readonly shopPort: number;
	readonly targetPort: number;
}

/** Serves the demo shop and the warehouse, as they were when they were last kept in this folder. */
export async function openMiddle(
	{ folder, shopPort, targetPort }: MiddlePlace,
	onTargetEvent: (event: TargetEvent) => void = () => undefined,
): Promise<Middle> {
	const shopFile = join(folder, 'shop.bin');
	const targetFile = join(folder, 'target.json');
	const kept = existsSync(shopFile) ? await readFile(shopFile) : undefined;
	const state = existsSync(targetFile)
		? (JSON.parse(await readFile(targetFile, 'utf8')) as TargetState)
		: { orders: [] };
	const target = createTarget({ state, onEvent: onTargetEvent });
	const { shop, url: shopUrl, close: closeShop } = await serveDemoShop(shopPort, kept, target);
	target.stockUp(stockAtFirst(shop));
	const { url: targetUrl, close: closeTarget } = await target.listen(targetPort);

	const keep = async (): Promise<void> => {
		await mkdir(folder, { recursive: true });
		// Both copies are taken before anything is awaited: they belong to one moment.
		const [shopNow, targetNow] = [shop.keep(), JSON.stringify(target.state())];
		// Addresses that people type in are for the owner of the folder alone.
		await writeFile(`${shopFile}.new`, shopNow, { mode: 0o600 });
		await writeFile(`${targetFile}.new`, targetNow, { mode: 0o600 });
		await rename(`${shopFile}.new`, shopFile);
		await rename(`${targetFile}.new`, targetFile);
	};
	const { clientId, clientSecret } = shop.settings;
	const [first] = shop.state.locations.values();
	const stockLocation = first && { stockLocation: String(first.legacyId) };
	return {
		shop,
		target,
		ends: { shopUrl, clientId, clientSecret, targetUrl, ...stockLocation },
		keep,
		close: async () => {
			await Promise.all([closeShop(), closeTarget()]);
			await keep();
		},
	};
}

/** What a warehouse at the shop's first location has: the two agree until somebody counts or ships. */
function stockAtFirst(shop: DemoShop): readonly Units[] {
	const { locations, stock } = shopView(shop);
	return stock
		.filter(({ location }) => location === locations[0]?.name)
		.map(({ sku, onHand }) => ({ sku, quantity: Math.max(0, onHand) }));
}
