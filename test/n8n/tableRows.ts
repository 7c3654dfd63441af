import { findDataTable, type DataTable, type TableRow } from './dataTables';
import type { Host } from './startHost';

/** The table of *Orders to n8n Table*. */
const TABLE = 'Shopify Orders';

/** The table; throws if it is not made yet. */
export async function tableOf(host: Host): Promise<DataTable> {
	const table = await findDataTable(host, TABLE);
	if (!table) throw new Error(`n8n has no table ${TABLE}`);
	return table;
}

/** No rows if the table is not made yet. */
export async function rowsOf(host: Host): Promise<readonly TableRow[]> {
	return (await (await findDataTable(host, TABLE))?.rows()) ?? [];
}
