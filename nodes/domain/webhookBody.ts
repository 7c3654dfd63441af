/** What a webhook is about, by legacy ids. They are names to look up, and nothing else of it is believed. */
export interface NamedOrders {
	readonly orders: readonly string[];
	readonly fulfillmentOrders: readonly string[];
}

/** How deep Shopify's bodies are, with room to spare. */
const DEEPEST = 12;

/**
 * The orders and fulfillment orders that the body of a webhook names, each once. Both empty if it is not
 * JSON or names none.
 *
 * Numbers stay text: ids in Shopify's own samples exceed 2^53, where a JavaScript number would change the
 * last digits.
 */
export function readWebhookBody(topic: string, text: string): NamedOrders {
	const body = parseWithoutNumbers(text);
	if (!isObject(body)) return { orders: [], fulfillmentOrders: [] };
	const orders = new Set<string>();
	const fulfillmentOrders = new Set<string>();
	for (const id of orderIdsIn(topic, body)) add(orders, 'Order', id);
	for (const id of fulfillmentOrderIdsIn(body, 0)) add(fulfillmentOrders, 'FulfillmentOrder', id);
	return { orders: [...orders], fulfillmentOrders: [...fulfillmentOrders] };
}

/** A string as JSON writes it, or a number. Only numbers have anything in the group. */
const STRING_OR_NUMBER = /"[^"\\]*(?:\\.[^"\\]*)*"|(-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?)/gs;

/** JSON with each number as the text it is written as; undefined if it is not JSON. */
function parseWithoutNumbers(text: string): unknown {
	const quoted = text.replace(STRING_OR_NUMBER, (found: string, number: string | undefined) =>
		number === undefined ? found : `"${number}"`,
	);
	try {
		return JSON.parse(quoted) as unknown;
	} catch {
		return undefined;
	}
}

/** Where bodies name their order: at the top, in `order_edit`, and as `id` if the body is the order itself. */
function orderIdsIn(topic: string, body: Readonly<Record<string, unknown>>): readonly unknown[] {
	const edit = isObject(body['order_edit']) ? body['order_edit'] : {};
	const isOrder = topic.startsWith('orders/') && !('order_edit' in body) && !('order_id' in body);
	return [
		...(isOrder ? [body['admin_graphql_api_id'], body['id']] : []),
		body['admin_graphql_api_order_id'],
		body['order_id'],
		edit['order_id'],
	];
}

/** Ids under any name that ends in `fulfillment_order`, as an id, as text or number, or in an object. */
function fulfillmentOrderIdsIn(value: unknown, depth: number): readonly unknown[] {
	if (typeof value !== 'object' || value === null || depth > DEEPEST) return [];
	return Object.entries(value).flatMap(([name, inner]: [string, unknown]) => {
		const deeper = fulfillmentOrderIdsIn(inner, depth + 1);
		if (name.endsWith('fulfillment_order_id')) return [inner];
		if (!name.endsWith('fulfillment_order') || !isObject(inner)) return deeper;
		return [inner['admin_graphql_api_id'], inner['id'], ...deeper];
	});
}

function add(ids: Set<string>, type: string, value: unknown): void {
	if (typeof value !== 'string') return;
	const id = value.startsWith('gid:') ? value.replace(`gid://shopify/${type}/`, '') : value;
	// Shopify's ids are 64 bits long.
	if (/^[1-9]\d{0,18}$/.test(id)) ids.add(id);
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}
