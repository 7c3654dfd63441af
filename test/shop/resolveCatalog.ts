import { SHOP_ID } from './context';
import type { Resolvers } from './context';
import { metafieldOf } from './resolveOrders';
import type { Company, Location, Metafield, Product, ShopState } from './state';
import { LocationStockResolvers, ProductStockResolvers } from './resolveStock';

/** The shop as the source of `Shop` fields. */
export interface ShopSource {
	readonly id: string;
	readonly state: ShopState;
}

export const ShopResolvers: Resolvers<ShopSource> = {
	contactEmail: () => 'orders@harbour-goods.example',
	createdAt: ({ state }) => state.createdAt,
	currencyCode: ({ state }) => state.currency,
	description: () => null,
	email: () => 'owner@harbour-goods.example',
	enabledPresentmentCurrencies: ({ state }) => [state.currency],
	ianaTimezone: ({ state }) => state.timeZone,
	id: () => SHOP_ID,
	myshopifyDomain: ({ state }) => state.domain,
	name: ({ state }) => state.name,
	orderNumberFormatPrefix: () => '#',
	orderNumberFormatSuffix: () => '',
	plan: () => ({
		partnerDevelopment: true,
		shopifyPlus: false,
		publicDisplayName: 'Development',
		displayName: 'Developer Preview',
	}),
	primaryDomain: ({ state }) => ({
		id: 'gid://shopify/Domain/88120443954',
		host: state.domain,
		sslEnabled: true,
		url: `https://${state.domain}`,
	}),
	taxesIncluded: () => true,
	unitSystem: () => 'METRIC_SYSTEM',
	url: ({ state }) => `https://${state.domain}`,
	weightUnit: () => 'GRAMS',
};

export const LocationResolvers: Resolvers<Location> = {
	...LocationStockResolvers,
	address: (one) => one.address,
	addressVerified: () => true,
	deactivatedAt: () => null,
	fulfillsOnlineOrders: () => true,
	isFulfillmentService: (one) => one.fulfillmentService !== null,
	legacyResourceId: (one) => one.legacyId,
	shipsInventory: (one) => one.fulfillmentService === null,
	updatedAt: (one) => one.createdAt,
};

export const LocationAddressResolvers: Resolvers<Location['address']> = {
	formatted: (address) => [address.address1, address.city, address.country].filter(Boolean),
	latitude: () => null,
	longitude: () => null,
};

export const ProductResolvers: Resolvers<Product> = {
	...ProductStockResolvers,
	legacyResourceId: (product) => product.legacyId,
	isGiftCard: () => false,
	status: () => 'ACTIVE',
};

export const CompanyResolvers: Resolvers<Company> = { note: () => null };

export const MetafieldResolvers: Resolvers<Metafield> = {
	jsonValue: (one) => (one.type === 'json' ? (JSON.parse(one.value) as unknown) : one.value),
	legacyResourceId: (one) => one.legacyId,
	sizeInBytes: (one) => Buffer.byteLength(one.value),
};

const scopeOf = (handle: string) => ({ handle, description: handle.replaceAll('_', ' ') });

export const AppInstallationResolvers: Resolvers<ShopState['installation']> = {
	accessScopes: (_one, _args, context) => context.world.settings.accessScopes.map(scopeOf),
	app: (_one, _args, context) => context.world.state.app,
	launchUrl: (_one, _args, context) =>
		`https://${context.world.state.domain}/admin/apps/${context.world.state.app.handle}`,
	metafield: (one, args: { readonly key: string; readonly namespace?: string | null }, context) =>
		metafieldOf(one, args, context),
	uninstallUrl: () => null,
};

export const AppResolvers: Resolvers<ShopState['app']> = {
	description: () => null,
	embedded: () => false,
	webhookApiVersion: (_app, _args, { world }) => world.settings.webhooks.apiVersion,
};
