import { createDemoShop } from './index';
import type { DemoShop, DemoShopOptions } from './index';

/** Where the shop's clock stands. */
export const START = Date.parse('2026-11-20T08:30:00Z');

/** An answer of the GraphQL endpoint. */
export interface Answer {
	readonly status: number;
	readonly data?: Record<string, never> | null;
	readonly errors?: readonly {
		readonly message: string;
		readonly extensions?: { readonly code?: string };
	}[];
	readonly extensions?: Record<string, never>;
}

/** A shop whose clock stands until the test moves it. */
export function openShop(options: DemoShopOptions = {}) {
	const time = { now: START };
	const shop = createDemoShop({ clock: () => time.now, ...options });
	return { shop, time };
}

/** Sends a GraphQL request with the shop's own token. */
export async function ask(
	shop: DemoShop,
	query: string,
	variables: Record<string, unknown> = {},
	version = '2026-07',
): Promise<Answer & { readonly text: string; readonly version: string | undefined }> {
	const answer = await shop.handle({
		method: 'POST',
		path: `/admin/api/${version}/graphql.json`,
		headers: { 'x-shopify-access-token': shop.settings.accessToken },
		body: JSON.stringify({ query, variables }),
	});
	if (answer === 'dropped') throw new Error('dropped');
	const parsed = (answer.body.startsWith('{') ? JSON.parse(answer.body) : {}) as Omit<
		Answer,
		'status'
	>;
	const { status, body: text, headers } = answer;
	return { status, text, version: headers['x-shopify-api-version'], ...parsed };
}

/** Names of the orders that a search finds. */
export const names = async (shop: DemoShop, query: string): Promise<string[]> => {
	const answer = await ask(
		shop,
		'query Find($query: String) { orders(first: 50, sortKey: ID, query: $query) { nodes { name } } }',
		{ query },
	);
	const nodes = (answer.data as unknown as { orders: { nodes: { name: string }[] } }).orders.nodes;
	return nodes.map((one) => one.name);
};

/** Units waiting in the shop's FOs. */
export const units = (shop: DemoShop): number => {
	let sum = 0;
	for (const one of shop.state.fulfillmentOrders.values()) {
		if (one.status !== 'CLOSED') for (const line of one.lines) sum += line.remaining;
	}
	return sum;
};
