import { existsSync } from 'node:fs';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { answerPage } from '../page/pageAssets';
import { serve } from '../shop/listen';
import { controlTarget } from '../target/control';
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
	onEvent: (event: TargetEvent) => void,
): Promise<Warehouse> {
	const file = join(place.folder, 'target.json');
	const state = existsSync(file)
		? (JSON.parse(await readFile(file, 'utf8')) as TargetState)
		: { orders: [] };
	const target = createTarget({ state, onEvent });
	const { url: targetUrl, close: closeTarget } = await target.listen(place.targetPort);
	const { url: pageUrl, close: closePage } = await serve(place.pagePort, (request, response) => {
		const answered = request.url?.startsWith('/warehouse/')
			? controlTarget(target, request, response)
			: answerPage(request, response);
		answered.catch(() => response.destroy());
	});
	const keep = async (): Promise<void> => {
		await mkdir(place.folder, { recursive: true });
		await writeFile(`${file}.new`, JSON.stringify(target.state()));
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
