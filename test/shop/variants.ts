import { goods } from './goods';
import { goodsOf } from './goodsIndex';
import type { LineInput } from './orderInput';
import type { Product, Variant } from './state';
import { gid } from './world';
import type { World } from './world';

/** What a new product is made with. */
export type ProductFields = Pick<Product, 'title' | 'productType' | 'vendor'>;

/** What a new variant is made with; what is left out is as most variants have it. */
export type VariantFields = Pick<Variant, 'sku' | 'barcode' | 'title' | 'price'> &
	Partial<
		Pick<
			Variant,
			| 'weightGrams'
			| 'requiresShipping'
			| 'countryCodeOfOrigin'
			| 'harmonizedSystemCode'
			| 'tracked'
			| 'requiresComponents'
		>
	>;

/** Adds a product, which has no variant yet. */
export function addProduct(world: World, { title, productType, vendor }: ProductFields): Product {
	const legacyId = world.nextId('Product');
	const handle = title.toLowerCase().replaceAll(' ', '-');
	const id = gid('Product', legacyId);
	const product = { id, legacyId, title, handle, productType, vendor, tags: [] };
	world.state.products.set(id, product);
	return product;
}

/** Adds a variant to a product; it is not stocked anywhere. */
export function addVariant(world: World, product: Product, fields: VariantFields): Variant {
	const { state } = world;
	const legacyId = world.nextId('ProductVariant');
	const inventoryItemLegacyId = world.nextId('InventoryItem');
	const now = world.now();
	const variant: Variant = {
		id: gid('ProductVariant', legacyId),
		legacyId,
		product,
		sku: fields.sku,
		barcode: fields.barcode,
		title: fields.title,
		price: fields.price,
		weightGrams: fields.weightGrams ?? 0,
		requiresShipping: fields.requiresShipping ?? true,
		countryCodeOfOrigin: fields.countryCodeOfOrigin ?? null,
		harmonizedSystemCode: fields.harmonizedSystemCode ?? null,
		inventoryItemId: gid('InventoryItem', inventoryItemLegacyId),
		inventoryItemLegacyId,
		tracked: fields.tracked ?? true,
		requiresComponents: fields.requiresComponents ?? false,
		createdAt: now,
		updatedAt: now,
	};
	goodsOf(state).addVariant(variant);
	state.variants.set(variant.id, variant);
	const { sku } = variant;
	if (sku !== null && !state.variantsBySku.has(sku)) state.variantsBySku.set(sku, variant);
	return variant;
}

/** Gives a variant another SKU. */
export function changeSku({ state, now }: World, variant: Variant, sku: string | null): void {
	const before = variant.sku;
	if (before === sku) return;
	variant.sku = sku;
	variant.updatedAt = now();
	goodsOf(state).changedSku(variant);
	if (before !== null && state.variantsBySku.get(before) === variant) {
		const others = goodsOf(state).candidates('sku', before);
		const next = others.find((one) => one.sku === before);
		if (next) state.variantsBySku.set(before, next);
		else state.variantsBySku.delete(before);
	}
	if (sku !== null && !state.variantsBySku.has(sku)) state.variantsBySku.set(sku, variant);
}

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
	const product = addProduct(world, {
		title: input.title ?? known?.title ?? sku ?? 'Goods',
		productType: known?.type ?? 'Homeware',
		vendor: input.vendor ?? known?.vendor ?? world.state.name,
	});
	return addVariant(world, product, {
		sku,
		barcode: input.barcode === undefined ? (known?.barcode ?? null) : input.barcode,
		title: input.variantTitle ?? known?.variantTitle ?? null,
		price,
		weightGrams: input.weightGrams ?? known?.weightGrams ?? 0,
		requiresShipping: input.requiresShipping ?? true,
		countryCodeOfOrigin: input.countryCodeOfOrigin ?? known?.countryCodeOfOrigin ?? null,
		harmonizedSystemCode: input.harmonizedSystemCode ?? known?.harmonizedSystemCode ?? null,
	});
}

/** The variant of one of the catalogue's goods, or of another SKU that the shop begins with. */
export function variantOfSku(world: World, sku: string): Variant | null {
	const price = goods.find((one) => one.sku === sku)?.price ?? 12.5;
	return variantFor(world, { sku }, Math.round(price * 100));
}
