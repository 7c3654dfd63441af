import { createHash } from 'node:crypto';
import type { N8nApi } from './n8nApi';
import { prepareWorkflow, type Surroundings } from './prepareWorkflow';

/** The workflow that carries orders to a warehouse, and that is published unless another is asked for. */
export const ORDERS_TO_WAREHOUSE = 'orders-to-warehouse.json';

/** The workflow that carries what the warehouse shipped back to the shop. */
export const SHIPMENTS_TO_SHOPIFY = 'shipments-to-shopify.json';

/** The workflow that carries what the warehouse counts to the shop. */
export const STOCK_TO_SHOPIFY = 'stock-to-shopify.json';

/** The workflow that reads shipments and stock from CSV files. */
export const FROM_FILES = 'shipments-and-stock-from-files.json';

/** A workflow of `workflows/` that n8n is to have. */
export interface BundledWorkflow {
	readonly file: string;
	/** Whether it is published at each start; one that is not stays as a person has left it. */
	readonly publish: boolean;
}

/** A workflow in n8n, and what it was made from. */
export interface ImportedWorkflow {
	readonly id: string;
	/** Of the file and of what was filled in; absent until n8n has exactly that. */
	readonly fingerprint?: string;
}

/** What n8n has, by file. */
export type Imported = Readonly<Record<string, ImportedWorkflow>>;

/**
 * Brings the bundled workflows into n8n. May be repeated: one whose file has not changed is left as it
 * is in n8n, with what a person has changed in the editor; one that was deleted there comes back.
 *
 * @param remember is told after each step what n8n has by then, so that a cut-off start leaves no
 *   workflow behind that nobody knows of
 */
export async function importWorkflows(
	api: N8nApi,
	workflows: readonly BundledWorkflow[],
	around: Surroundings,
	before: Imported,
	remember: (imported: Imported) => Promise<void>,
): Promise<Imported> {
	let imported = before;
	const keep = async (file: string, one: ImportedWorkflow): Promise<void> => {
		imported = { ...imported, [file]: one };
		await remember(imported);
	};
	for (const { file, publish } of workflows) {
		const workflow = await prepareWorkflow(file, around);
		const fingerprint = createHash('sha256').update(JSON.stringify(workflow)).digest('hex');
		const known = imported[file];
		const published = known ? await api.isPublished(known.id) : null;
		const wasPublished = published ?? false;
		const current = published !== null && known?.fingerprint === fingerprint;
		let id = known?.id;
		if (id === undefined || published === null) {
			id = await api.createWorkflow(workflow);
			await keep(file, { id });
		} else if (!current) {
			await keep(file, { id });
			if (wasPublished) await api.unpublish(id);
			await api.updateWorkflow(id, workflow);
		}
		const runs = current && wasPublished;
		if ((publish || wasPublished) && !runs) await api.publish(id);
		if (!current) await keep(file, { id, fingerprint });
	}
	return imported;
}
