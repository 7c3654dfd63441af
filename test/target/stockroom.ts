import type { Reply } from './shelf';
import type { Units } from './units';

/** The most that anybody counts of one SKU: what the shop takes for a quantity. */
export const MAX_QUANTITY = 1_000_000_000;

const PAGE_SIZE = 100;
const MAX_PAGE_SIZE = 1000;

/** Units that lie in a warehouse, whoever has ordered them: its physical stock. */
export interface Stockroom {
	/** In the order in which the SKUs came. */
	stock(): readonly Units[];
	/** What is written to a file; undefined as long as nothing was ever put there. */
	kept(): readonly Units[] | undefined;
	/** Fills a warehouse that never had any stock; one that has keeps what it has. */
	stockUp(units: readonly Units[]): void;
	/** Sets what somebody counted. A SKU that was not there is from now on. */
	count(counted: Units): void;
	/**
	 * Takes out what leaves. At least 0 stays: a shelf from which more was taken than was known of is empty. SKUs that
	 * were never counted are left out.
	 */
	takeOut(units: readonly Units[]): void;
	/** Does what a request under `/stock` asks for. */
	answer(method: string, url: URL): Reply;
}

/** Goes on from the stock that was kept; undefined for a warehouse that has none yet. */
export function createStockroom(kept: readonly Units[] | undefined): Stockroom {
	const shelves = new Map((kept ?? []).map(({ sku, quantity }) => [sku, quantity]));
	let isNew = kept === undefined;

	function put(units: readonly Units[]): void {
		isNew = false;
		for (const { sku, quantity } of units) shelves.set(sku, quantity);
	}

	const stock = (): readonly Units[] => [...shelves].map(([sku, quantity]) => ({ sku, quantity }));

	function list({ searchParams }: URL): Reply {
		const page = wholeNumberIn(searchParams.get('page') ?? '1');
		const limit = wholeNumberIn(searchParams.get('limit') ?? String(PAGE_SIZE));
		if (page === undefined) return refusal('page: a whole number from 1 is needed');
		if (limit === undefined || limit > MAX_PAGE_SIZE) {
			return refusal(`limit: a whole number from 1 to ${MAX_PAGE_SIZE} is needed`);
		}
		const end = page * limit;
		return {
			status: 200,
			body: {
				stock: stock().slice(end - limit, end),
				nextPage: end < shelves.size ? page + 1 : null,
			},
		};
	}

	return {
		stock,
		kept: () => (isNew ? undefined : stock()),
		stockUp(units) {
			if (isNew) put(units);
		},
		count: (counted) => put([counted]),
		takeOut(units) {
			for (const { sku, quantity } of units) {
				const before = shelves.get(sku);
				if (before !== undefined) shelves.set(sku, Math.max(0, before - quantity));
			}
		},
		answer(method, url) {
			if (`${method} ${url.pathname}` === 'GET /stock') return list(url);
			return { status: 404, body: { message: `No such address: ${method} ${url.pathname}` } };
		},
	};
}

function wholeNumberIn(text: string): number | undefined {
	return /^[1-9]\d{0,6}$/.test(text) ? Number(text) : undefined;
}

const refusal = (message: string): Reply => ({ status: 400, body: { message }, event: 'refused' });
