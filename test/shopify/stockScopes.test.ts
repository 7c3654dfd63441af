import type { AppState, StockWork } from '../../nodes/shopify/app';
import { requireStockScopes } from '../../nodes/shopify/app';
import type { ShopifyFailure } from '../../nodes/shopify/failure';
import { failureIn } from '../../nodes/shopify/failure';

const STOCK = ['read_inventory', 'write_inventory', 'read_products', 'read_locations'];
const ORDERS = ['read_orders', 'read_merchant_managed_fulfillment_orders'];
const FEED: StockWork = { writes: true, readsOrders: false };

/** What a feed fails with if the app has these scopes. */
function failureWith(scopes: readonly string[], work: StockWork): ShopifyFailure | undefined {
	const app: AppState = {
		installationId: 'gid://shopify/AppInstallation/5501',
		scopes: new Set(scopes),
		hasHandedOver: false,
		shopTime: '2026-09-14T08:00:00Z',
	};
	try {
		requireStockScopes(app, work);
		return undefined;
	} catch (error) {
		return failureIn(error);
	}
}

test.each<[string, readonly string[], StockWork]>([
	['a feed', STOCK, FEED],
	['a feed with write access alone', STOCK.slice(1), FEED],
	['a dry run', STOCK.filter((scope) => scope !== 'write_inventory'), { ...FEED, writes: false }],
	['a feed that subtracts orders', [...STOCK, ...ORDERS], { ...FEED, readsOrders: true }],
])('%s has what it needs', (_what, scopes, work) => {
	expect(failureWith(scopes, work)).toBeUndefined();
});

test.each([
	['write_inventory', 'inventorySetQuantities'],
	['read_products', 'productVariants'],
	['read_locations', 'locations'],
])('without %s it fails, and says what needs it', (scope, field) => {
	const others = STOCK.filter((one) => one !== scope);
	expect(failureWith(others, FEED)).toEqual({ kind: 'missingScope', scopes: [scope], field });
});

test('without any access to stock the reading scope is named', () => {
	const scopes = ['read_products', 'read_locations'];
	expect(failureWith(scopes, FEED)).toMatchObject({ scopes: ['read_inventory'] });
});

test.each(ORDERS)('to subtract orders it needs %s', (scope) => {
	const others = [...STOCK, ...ORDERS].filter((one) => one !== scope);
	expect(failureWith(others, { ...FEED, readsOrders: true })).toMatchObject({ scopes: [scope] });
});
