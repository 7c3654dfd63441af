import { existsSync } from 'node:fs';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ShopElsewhere } from '../page/contract';
import { answerWarehouse } from '../page/demoServer';
import { serve } from '../shop/listen';
import { createTarget, type Target, type TargetEvent, type TargetState } from '../target/target';

/** A warehouse on this machine for the orders of a real shop. */
export interface Warehouse {
	readonly target: Target;
	/** Where n8n sends orders. */
	readonly targetUrl: string;
	/** Where the page is. */
	readonly pageUrl: string;
	/** Writes what it holds into the folder, whole or not at all. */
	keep(): Promise<void>;
	/** Ends serving, and keeps. */
	close(): Promise<void>;
}

/** Serves the warehouse and its page, without a shop beside it, as it was last kept in this folder. */
export async function openWarehouse(
	place: { readonly folder: string; readonly pagePort: number; readonly targetPort: number },
	shop: ShopElsewhere,
	onEvent: (event: TargetEvent) => void,
): Promise<Warehouse> {
	const file = join(place.folder, 'target.json');
	const state = existsSync(file)
		? (JSON.parse(await readFile(file, 'utf8')) as TargetState)
		: { orders: [] };
	const target = createTarget({ state, onEvent });
	const { url: targetUrl, close: closeTarget } = await target.listen(place.targetPort);
	const { url: pageUrl, close: closePage } = await serve(
		place.pagePort,
		answerWarehouse(shop, target),
	);
	const keep = async (): Promise<void> => {
		await mkdir(place.folder, { recursive: true });
		// Customers' addresses are for the owner of the folder alone.
		await writeFile(`${file}.new`, JSON.stringify(target.state()), { mode: 0o600 });
		await rename(`${file}.new`, file);
	};
	return {
		target,
		targetUrl,
		pageUrl,
		keep,
		close: async () => {
			await Promise.all([closeTarget(), closePage()]);
			await keep();
		},
	};
}
