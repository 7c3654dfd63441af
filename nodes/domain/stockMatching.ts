import { shortened } from './shortened';
import type { StockReason } from './stockAnswer';
import type { StockIdentifier, StockItem } from './stockItem';
import { identifierOf } from './stockItem';

/** What messages call the thing that rows name their goods by. */
const WORDS: Readonly<Record<StockIdentifier, string>> = {
	sku: 'SKU',
	barcode: 'barcode',
	inventoryItemId: 'inventory item',
};

/** Either the goods that a row means, or why they are not known. */
export type StockMatch = { readonly item: StockItem } | { readonly reason: StockReason };

/**
 * The goods of the shop by what a feed names them by. Shopify's search finds similar texts as well, so whatever it
 * found is compared here.
 */
export class StockCatalogue {
	private readonly exact = new Map<string, StockItem[]>();
	private readonly anyCase = new Map<string, StockItem[]>();
	private readonly by: StockIdentifier;
	private readonly ignoreLetterCase: boolean;

	constructor(by: StockIdentifier, ignoreLetterCase: boolean) {
		this.by = by;
		this.ignoreLetterCase = ignoreLetterCase && by !== 'inventoryItemId';
	}

	/** Adds goods; the same inventory item may be added again. */
	add(item: StockItem): void {
		const identifier = identifierOf(item, this.by);
		if (identifier === null) return;
		put(this.exact, identifier, item);
		if (this.ignoreLetterCase) put(this.anyCase, identifier.toLowerCase(), item);
	}

	/** Whether any goods may be meant. */
	has(identifier: string): boolean {
		return this.candidates(identifier).length > 0;
	}

	/** Whether any goods have just this text. */
	hasJust(identifier: string): boolean {
		return this.exact.has(identifier);
	}

	/**
	 * The goods that an identifier means: the only ones with just this text, blanks around it ignored; else, if letter
	 * case is ignored, the only ones that differ in it. `nearest` is asked for a similar text if there are none.
	 */
	match(identifier: string, nearest: (identifier: string) => string | undefined): StockMatch {
		const candidates = this.candidates(identifier);
		const [first] = candidates;
		if (!first) return { reason: unknownReason(this.by, identifier, nearest(identifier)) };
		if (candidates.length === 1) return { item: first };
		// `A-1` and ` A-1`: the one that is written just so is meant.
		const verbatim = candidates.filter((one) => one[textField(this.by)] === identifier);
		if (verbatim.length === 1 && verbatim[0]) return { item: verbatim[0] };
		return { reason: ambiguousReason(this.by, identifier, candidates) };
	}

	/** All goods that an identifier may mean, other letter case included where that is ignored. */
	candidates(identifier: string): readonly StockItem[] {
		const exact = this.exact.get(identifier);
		if (exact) return exact;
		return (this.ignoreLetterCase && this.anyCase.get(identifier.toLowerCase())) || [];
	}
}

const textField = (by: StockIdentifier): 'sku' | 'barcode' | 'id' =>
	by === 'inventoryItemId' ? 'id' : by;

function put(index: Map<string, StockItem[]>, key: string, item: StockItem): void {
	const there = index.get(key);
	if (!there) index.set(key, [item]);
	else if (there.every(({ id }) => id !== item.id)) there.push(item);
}

function unknownReason(
	by: StockIdentifier,
	identifier: string,
	nearest: string | undefined,
): StockReason {
	const hint = nearest === undefined ? '' : `; the nearest is "${shortened(nearest)}"`;
	return {
		code: 'unknownSku',
		text: `The shop has no ${WORDS[by]} "${shortened(identifier)}"${hint}. Correct it in Shopify or in the feed, or leave it out`,
	};
}

const MOST_NAMED = 5;

function ambiguousReason(
	by: StockIdentifier,
	identifier: string,
	candidates: readonly StockItem[],
): StockReason {
	const ids = candidates.slice(0, MOST_NAMED).map(({ id }) => id.replace(/^.*\//, ''));
	const more = candidates.length > MOST_NAMED ? ' and more' : '';
	return {
		code: 'ambiguousSku',
		text: `${candidates.length} variants of the shop have the ${WORDS[by]} "${shortened(identifier)}" (inventory items ${ids.join(', ')}${more}), so it is not known which is meant. Give each a ${WORDS[by]} of its own, or name it by its inventory item id`,
	};
}
