import type { Host } from './startHost';

/** A row of a data table, n8n's own columns `id`, `createdAt` and `updatedAt` included. */
export type TableRow = Readonly<Record<string, string | number | boolean | null>>;

/** A column of a data table. */
export interface TableColumn {
	readonly id: string;
	readonly name: string;
	readonly type: 'string' | 'number' | 'boolean' | 'date';
}

/** A data table of a running n8n, through n8n's public interface. */
export interface DataTable {
	readonly columns: readonly TableColumn[];
	/** All rows, in the order in which they were added. */
	rows(): Promise<readonly TableRow[]>;
	/** Changes the rows whose column has this value, as a person does in the editor. */
	change(column: string, value: string, data: TableRow): Promise<void>;
	/** Takes a column away, with what is in it. */
	removeColumn(name: string): Promise<void>;
	/** Adds an empty column. */
	addColumn(name: string, type: TableColumn['type']): Promise<void>;
}

interface TableAnswer {
	readonly id: string;
	readonly name: string;
	readonly columns: readonly TableColumn[];
}

interface Page<T> {
	readonly data: readonly T[];
	readonly nextCursor: string | null;
}

/** n8n gives no more rows at once. */
const PAGE = 100;

/** Finds a data table by its whole name; null if there is none. */
export async function findDataTable(host: Host, name: string): Promise<DataTable | null> {
	const filter = encodeURIComponent(JSON.stringify({ name }));
	const found = await readPages<TableAnswer>(host, `/data-tables?filter=${filter}`);
	// n8n's filter finds parts of names as well.
	const table = found.find((one) => one.name === name);
	if (!table) return null;
	const path = `/data-tables/${table.id}`;
	return {
		columns: table.columns,
		rows: () => readPages<TableRow>(host, `${path}/rows?sortBy=${encodeURIComponent('id:asc')}`),
		async change(columnName, value, data) {
			const filters = [{ columnName, condition: 'eq', value }];
			const body = { filter: { type: 'and', filters }, data };
			await ask(host, 'PATCH', `${path}/rows/update`, body);
		},
		async removeColumn(column) {
			const columns = await ask<readonly TableColumn[]>(host, 'GET', `${path}/columns`);
			const id = columns.find((one) => one.name === column)?.id;
			if (id === undefined) throw new Error(`The table ${name} has no column ${column}`);
			await ask(host, 'DELETE', `${path}/columns/${id}`);
		},
		async addColumn(column, type) {
			await ask(host, 'POST', `${path}/columns`, { name: column, type });
		},
	};
}

async function readPages<T>(host: Host, path: string): Promise<readonly T[]> {
	const all: T[] = [];
	let cursor: string | null = null;
	do {
		const next: string = cursor === null ? '' : `&cursor=${encodeURIComponent(cursor)}`;
		const page: Page<T> = await ask<Page<T>>(host, 'GET', `${path}&limit=${PAGE}${next}`);
		all.push(...page.data);
		cursor = page.nextCursor;
	} while (cursor !== null);
	return all;
}

async function ask<T>({ n8n, api }: Host, method: string, path: string, body?: object): Promise<T> {
	const response = await fetch(`${n8n.url}/api/v1${path}`, {
		method,
		headers: { 'content-type': 'application/json', 'X-N8N-API-KEY': api.apiKey },
		...(body && { body: JSON.stringify(body) }),
	});
	const text = await response.text();
	if (!response.ok)
		throw new Error(`n8n answered ${response.status} to ${method} ${path}: ${text}`);
	return (text === '' ? null : JSON.parse(text)) as T;
}
