import type { DemoShop, DemoShopOptions } from './index';
import { ask, openShop } from './testShop';
import { CAMDEN, LEEDS } from './testStock';

/** A bulk operation as the schema shows it. */
export interface Operation {
	readonly id: string;
	readonly status: string;
	readonly errorCode: string | null;
	readonly objectCount: string;
	readonly rootObjectCount: string;
	readonly fileSize: string | null;
	readonly url: string | null;
	readonly createdAt: string;
	readonly completedAt: string | null;
}

const OPERATION =
	'id status errorCode objectCount rootObjectCount fileSize url createdAt completedAt';

/** A query of all variants. */
export const VARIANTS =
	'{ productVariants { edges { node { id sku inventoryItem { tracked } } } } }';

/** A shop with a mug at two locations, and two candles with one SKU. */
export function openBulk(options: DemoShopOptions = {}) {
	const { shop, time } = openShop({ stock: [], ...options });
	shop.addVariant({ sku: 'MUG', levels: { [LEEDS]: 8, [CAMDEN]: 2 } });
	shop.addVariant({ sku: 'CANDLE', levels: { [LEEDS]: 5 } });
	shop.addVariant({ sku: 'CANDLE', levels: { [CAMDEN]: 6 } });
	return { shop, time };
}

/** Starts an operation: what it is, or its user errors. */
export async function start(shop: DemoShop, query: string, groupObjects = false) {
	const answer = await ask(
		shop,
		`mutation Start($query: String!, $groupObjects: Boolean!) {
			bulkOperationRunQuery(query: $query, groupObjects: $groupObjects) {
				bulkOperation { ${OPERATION} }
				userErrors { field message code }
			}
		}`,
		{ query, groupObjects },
	);
	return (answer.data as unknown as { bulkOperationRunQuery: Started }).bulkOperationRunQuery;
}

/** What starting gave. */
export interface Started {
	readonly bulkOperation: Operation | null;
	readonly userErrors: readonly {
		readonly field: readonly string[] | null;
		readonly message: string;
		readonly code: string;
	}[];
}

/** The operation as it stands. */
export async function operation(shop: DemoShop, id: string): Promise<Operation | null> {
	const query = `query One($id: ID!) { bulkOperation(id: $id) { ${OPERATION} } }`;
	const answer = await ask(shop, query, { id });
	return (answer.data as unknown as { bulkOperation: Operation | null }).bulkOperation;
}

/** Reads a file of a bulk operation without HTTP. */
export async function download(shop: DemoShop, url: string) {
	const path = new URL(url).pathname;
	const answer = await shop.handle({ method: 'GET', path, headers: {}, body: '' });
	if (answer === 'dropped') throw new Error('dropped');
	return answer;
}
