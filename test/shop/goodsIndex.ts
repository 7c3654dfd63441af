import { normal, phraseOf } from './looseText';
import type { LineItem, Location, Order, Product, ShopState, StockLevel, Variant } from './state';

/**
 * Ways to the goods of a shop that do not look at all of them: worked out from the state, kept up
 * to date by whoever adds to it, and never kept with it.
 */
export class GoodsIndex {
	/** By id. */
	readonly variants: Variant[] = [];
	private readonly items = new Map<string, Variant>();
	private readonly products = new Map<Product, Variant[]>();
	private readonly orders = new Map<Variant, Set<Order>>();
	private readonly levels = new Map<Location, StockLevel[]>();
	private readonly words: Readonly<Record<'sku' | 'barcode', Words>>;

	constructor(state: ShopState) {
		this.words = { sku: new Words((one) => one.sku), barcode: new Words((one) => one.barcode) };
		for (const variant of state.variants.values()) this.addVariant(variant);
		for (const level of state.stock.values()) this.addLevel(level);
		for (const line of state.lineItems.values()) this.addOrder(line);
	}

	/** Ids ascend, so what is added last comes last. */
	addVariant(variant: Variant): void {
		this.variants.push(variant);
		this.items.set(variant.inventoryItemId, variant);
		addTo(this.products, variant.product, variant);
		this.words.sku.add(variant);
		this.words.barcode.add(variant);
	}

	addLevel(level: StockLevel): void {
		const there = this.levels.get(level.location);
		const last = there?.at(-1);
		addTo(this.levels, level.location, level);
		if (last && itemOf(last) > itemOf(level)) there?.sort((a, b) => itemOf(a) - itemOf(b));
	}

	/** Whatever becomes of the line, its order is looked at when units of its goods are counted. */
	addOrder({ variant, order }: LineItem): void {
		if (!variant) return;
		const known = this.orders.get(variant);
		if (known) known.add(order);
		else this.orders.set(variant, new Set([order]));
	}

	/** To be called after a SKU was changed. */
	changedSku(variant: Variant): void {
		this.words.sku.add(variant);
	}

	/** The variant of an inventory item. */
	variantOf(inventoryItemId: string): Variant | undefined {
		return this.items.get(inventoryItemId);
	}

	variantsOf(product: Product): readonly Variant[] {
		return this.products.get(product) ?? [];
	}

	ordersOf(variant: Variant): Iterable<Order> {
		return this.orders.get(variant) ?? [];
	}

	/** By inventory item, inactive ones too. */
	levelsAt(location: Location): readonly StockLevel[] {
		return this.levels.get(location) ?? [];
	}

	/** Every variant that a search for this text may find, and more. */
	candidates(field: 'sku' | 'barcode', text: string): readonly Variant[] {
		return this.words[field].candidates(text, this.variants);
	}

	/** How many other variants have this SKU. */
	duplicatesOf(variant: Variant): number {
		const { sku } = variant;
		if (sku === null) return 0;
		return this.candidates('sku', sku).filter((one) => one.sku === sku && one !== variant).length;
	}
}

const itemOf = (level: StockLevel): number => level.variant.inventoryItemLegacyId;

function addTo<Key, Value>(map: Map<Key, Value[]>, key: Key, value: Value): void {
	const known = map.get(key);
	if (known) known.push(value);
	else map.set(key, [value]);
}

/** Variants by the words of a text. It is made with the first search. */
class Words {
	private readonly read: (variant: Variant) => string | null;
	private known: Map<string, Variant[]> | undefined;

	constructor(read: (variant: Variant) => string | null) {
		this.read = read;
	}

	add(variant: Variant): void {
		if (!this.known) return;
		for (const word of phraseOf(normal(this.read(variant) ?? ''))) {
			const there = this.known.get(word);
			if (!there) this.known.set(word, [variant]);
			// One text may have a word twice.
			else if (there.at(-1) !== variant) there.push(variant);
		}
	}

	/** Those that have the rarest of the words. */
	candidates(text: string, all: readonly Variant[]): readonly Variant[] {
		if (!this.known) {
			this.known = new Map();
			for (const variant of all) this.add(variant);
		}
		let rarest: readonly Variant[] | undefined;
		for (const word of phraseOf(normal(text))) {
			const there = this.known.get(word) ?? [];
			if (!rarest || there.length < rarest.length) rarest = there;
		}
		return rarest ?? [];
	}
}

const indexes = new WeakMap<ShopState, GoodsIndex>();

/** The index of a shop's goods, made with the first call. */
export function goodsOf(state: ShopState): GoodsIndex {
	const known = indexes.get(state);
	if (known) return known;
	const made = new GoodsIndex(state);
	indexes.set(state, made);
	return made;
}

/** To be called after goods were taken out of the shop: the index is made anew. */
export function forgetIndex(state: ShopState): void {
	indexes.delete(state);
}
