import { asPromised } from './asPromised';
import type { ShopifyClient } from './client';
import { ShopifyError } from './failure';
import { READ_APP } from './operations/shop';

/** What this app is allowed to do in the shop, and whether it has handed over anything before. */
export interface AppState {
	readonly installationId: string;
	readonly scopes: ReadonlySet<string>;
	/** True once anything was ever offered to a target through this app. Kept in Shopify, on the app. */
	readonly hasHandedOver: boolean;
	/** Shopify's own time when it answered: what ages and pauses are measured against. */
	readonly shopTime: string;
}

/** Reads the app's scopes and its marker. One request, about 4 points. */
export async function readApp(client: ShopifyClient): Promise<AppState> {
	return await asPromised(async () => await askForApp(client));
}

async function askForApp(client: ShopifyClient): Promise<AppState> {
	const { data, shopTime } = await client.run(READ_APP, {}, { repeat: 'read' });
	const installation = data.currentAppInstallation;
	return {
		installationId: installation.id,
		scopes: new Set(installation.accessScopes.map(({ handle }) => handle)),
		hasHandedOver: installation.metafield !== null && installation.metafield !== undefined,
		shopTime,
	};
}

/** Whether a scope is granted. Write access includes reading, as Shopify grants it. */
export function hasScope(app: AppState, scope: string): boolean {
	return app.scopes.has(scope) || app.scopes.has(scope.replace(/^read_/, 'write_'));
}

/** Whether the handover record can be kept on orders; without it, progress has to do. */
export function canKeepRecords(app: AppState): boolean {
	return hasScope(app, 'write_orders');
}

const FULFILLMENT_ORDER_SCOPES = [
	'read_merchant_managed_fulfillment_orders',
	'read_third_party_fulfillment_orders',
	'read_assigned_fulfillment_orders',
];

/**
 * Fails with `missingScope` if reading orders could only give half answers: Shopify would leave
 * orders, locations or fulfillment orders out without a word.
 */
export function requireReadingScopes(app: AppState): void {
	for (const scope of ['read_orders', 'read_locations']) {
		if (hasScope(app, scope)) continue;
		throw new ShopifyError({ kind: 'missingScope', scopes: [scope], field: 'fulfillmentOrders' });
	}
	if (!FULFILLMENT_ORDER_SCOPES.some((scope) => hasScope(app, scope))) {
		throw new ShopifyError({
			kind: 'missingScope',
			scopes: ['read_merchant_managed_fulfillment_orders'],
			field: 'fulfillmentOrders',
		});
	}
}

const FULFILLING_SCOPES = [
	'write_merchant_managed_fulfillment_orders',
	'write_third_party_fulfillment_orders',
	'write_assigned_fulfillment_orders',
];

/**
 * Fails with `missingScope` if the app may fulfill nobody's fulfillment orders. Which of the scopes a
 * fulfillment order needs depends on whose it is (`fulfillmentCreate`, Admin API 2026-07).
 */
export function requireFulfillingScopes(app: AppState): void {
	if (FULFILLING_SCOPES.some((scope) => app.scopes.has(scope))) return;
	throw new ShopifyError({
		kind: 'missingScope',
		scopes: ['write_merchant_managed_fulfillment_orders'],
		field: 'fulfillmentCreate',
	});
}

/** What a feed of stock levels is going to do, as far as scopes depend on it. */
export interface StockWork {
	/** False for a dry run. */
	readonly writes: boolean;
	/** Whether units of open orders that the target does not have yet are subtracted. */
	readonly readsOrders: boolean;
}

/**
 * Fails with `missingScope` if stock levels cannot be read, or not be set where they are to be. Names the first scope
 * that is missing and what needs it.
 */
export function requireStockScopes(app: AppState, { writes, readsOrders }: StockWork): void {
	const needed: readonly (readonly [scope: string, field: string])[] = [
		['read_inventory', 'inventoryLevel'],
		...(writes ? [['write_inventory', 'inventorySetQuantities'] as const] : []),
		['read_products', 'productVariants'],
		['read_locations', 'locations'],
	];
	for (const [scope, field] of needed) {
		if (!hasScope(app, scope))
			throw new ShopifyError({ kind: 'missingScope', scopes: [scope], field });
	}
	if (readsOrders) requireReadingScopes(app);
}
