import { goods } from './goods';
import type { LineInput } from './orderInput';
import type { Variant } from './state';
import { gid } from './world';
import type { World } from './world';

/**
 * The variant that a line orders, made if the shop does not have it yet; null for goods without
 * one.
 */
export function variantFor(world: World, input: LineInput, price: number): Variant | null {
	if (input.hasVariant === false || input.sku === null) return null;
	const known = goods.find((one) => one.sku === input.sku);
	const sku = input.sku ?? known?.sku ?? null;
	const existing = sku === null ? undefined : world.state.variantsBySku.get(sku);
	if (existing) return existing;
	const productId = world.nextId('Product');
	const title = input.title ?? known?.title ?? sku ?? 'Goods';
	const product = {
		id: gid('Product', productId),
		legacyId: productId,
		title,
		handle: title.toLowerCase().replaceAll(' ', '-'),
		productType: known?.type ?? 'Homeware',
		vendor: input.vendor ?? known?.vendor ?? world.state.name,
		tags: [],
	};
	world.state.products.set(product.id, product);
	const legacyId = world.nextId('ProductVariant');
	const inventoryItemLegacyId = world.nextId('InventoryItem');
	const variant: Variant = {
		id: gid('ProductVariant', legacyId),
		legacyId,
		product,
		sku,
		barcode: input.barcode === undefined ? (known?.barcode ?? null) : input.barcode,
		title: input.variantTitle ?? known?.variantTitle ?? null,
		price,
		weightGrams: input.weightGrams ?? known?.weightGrams ?? 0,
		requiresShipping: input.requiresShipping ?? true,
		countryCodeOfOrigin: input.countryCodeOfOrigin ?? known?.countryCodeOfOrigin ?? null,
		harmonizedSystemCode: input.harmonizedSystemCode ?? known?.harmonizedSystemCode ?? null,
		inventoryItemId: gid('InventoryItem', inventoryItemLegacyId),
		inventoryItemLegacyId,
	};
	world.state.variants.set(variant.id, variant);
	if (sku !== null) world.state.variantsBySku.set(sku, variant);
	return variant;
}

/** The variant of one of the catalogue's goods, or of another SKU that the shop begins with. */
export function variantOfSku(world: World, sku: string): Variant | null {
	const price = goods.find((one) => one.sku === sku)?.price ?? 12.5;
	return variantFor(world, { sku }, Math.round(price * 100));
}
