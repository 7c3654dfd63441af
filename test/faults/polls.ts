import type { DemoShop } from '../shop';

/** The request that looks for what is ready; a poll makes it page by page. */
export const POLL = 'ScanFulfillmentOrders';

/** Polls whose first page the shop has answered. */
export function pollsOf({ log }: DemoShop): number {
	return log.filter(
		({ operationName, variables, status }) =>
			operationName === POLL && status === 200 && (variables['after'] ?? null) === null,
	).length;
}
