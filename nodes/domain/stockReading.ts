import { nearestText } from './nearest';
import type { StockIdentifier, StockItem, StockLevel } from './stockItem';
import { identifierOf, StockLevels } from './stockItem';
import type { StockMatch } from './stockMatching';
import { StockCatalogue } from './stockMatching';

/** Where what a shop holds is put, one after the other. */
export interface StockSink {
	takeItem(item: StockItem): void;
	/** Ids are global. A level comes after its item, as in the file of a bulk operation. */
	takeLevel(itemId: string, locationId: string, level: StockLevel): void;
}

/** Goods that no row names, at one location. */
export interface OtherStock {
	/** How many of them have stock. */
	withStock: number;
	units: number;
}

/** What of a shop's goods a feed is about. */
export interface ReadingRules {
	readonly identifyBy: StockIdentifier;
	readonly ignoreLetterCase: boolean;
	/** What rows name their goods by. */
	readonly named: ReadonlySet<string>;
	/** Whether goods that no row names are kept as well, as a full feed sets them to 0. */
	readonly keepsOthers: boolean;
}

/** Texts that are kept to find the nearest one of; enough for a person, and no more memory than that. */
const MOST_TEXTS = 100_000;
/** Unknown texts that the nearest one is looked for: the others are unknown for another reason than a slip. */
const MOST_NEAREST = 50;

/**
 * What a feed has read of the shop: the goods that its rows name, their stock, and how much stock there is beside.
 * Keeps no more than that, so that a small feed needs little memory in a large shop.
 */
export class StockReading implements StockSink {
	readonly levels = new StockLevels();
	readonly others = new Map<string, OtherStock>();
	/** Goods that no row names, by id; kept for a full feed alone. */
	private readonly otherItems = new Map<string, StockItem>();

	private readonly catalogue: StockCatalogue;
	private readonly rules: ReadingRules;
	private readonly named: ReadonlySet<string>;
	private readonly namedItems = new Map<string, StockItem>();
	/** Goods that no row names and whose stock does not count: not tracked, bundles, without a SKU. */
	private readonly uncountedIds = new Set<string>();
	private readonly texts = new Set<string>();
	private nearestLeft = MOST_NEAREST;
	/** Whether goods that no row names are among the levels, and not only counted. */
	readonly keepsOthers: boolean;

	constructor(rules: ReadingRules) {
		this.rules = rules;
		this.keepsOthers = rules.keepsOthers;
		this.catalogue = new StockCatalogue(rules.identifyBy, rules.ignoreLetterCase);
		this.named = rules.ignoreLetterCase
			? new Set([...rules.named].map((text) => text.toLowerCase()))
			: rules.named;
	}

	/** An empty one about the same goods. */
	anew(): StockReading {
		return new StockReading(this.rules);
	}

	takeItem(item: StockItem): void {
		const identifier = identifierOf(item, this.rules.identifyBy);
		if (identifier !== null && this.texts.size < MOST_TEXTS) this.texts.add(identifier);
		if (identifier !== null && this.isNamed(identifier)) {
			this.namedItems.set(item.id, item);
			this.catalogue.add(item);
			return;
		}
		if (!isCounted(item) || identifier === null) this.uncountedIds.add(item.id);
		else if (this.keepsOthers) this.otherItems.set(item.id, item);
	}

	takeLevel(itemId: string, locationId: string, level: StockLevel): void {
		if (this.namedItems.has(itemId) || this.keepsOthers) {
			this.levels.set(itemId, locationId, level);
		}
		if (this.namedItems.has(itemId) || this.uncountedIds.has(itemId)) return;
		const others = this.others.get(locationId) ?? { withStock: 0, units: 0 };
		this.others.set(locationId, others);
		if (!level.isActive || level.quantity <= 0) return;
		others.withStock += 1;
		others.units += level.quantity;
	}

	/** Whether the goods that a row names were found. */
	has(identifier: string): boolean {
		return this.catalogue.has(identifier);
	}

	/** Whether goods of just this text were found, in the same letter case. */
	hasJust(identifier: string): boolean {
		return this.catalogue.hasJust(identifier);
	}

	/** Goods that were read, if they are kept. */
	itemOf(id: string): StockItem | undefined {
		return this.namedItems.get(id) ?? this.otherItems.get(id);
	}

	/** All goods that an identifier may mean. */
	candidates(identifier: string): readonly StockItem[] {
		return this.catalogue.candidates(identifier);
	}

	match(identifier: string): StockMatch {
		return this.catalogue.match(identifier, (text) => this.nearest(text));
	}

	private isNamed(identifier: string): boolean {
		return this.named.has(this.rules.ignoreLetterCase ? identifier.toLowerCase() : identifier);
	}

	private nearest(text: string): string | undefined {
		if (this.rules.identifyBy !== 'sku' || this.nearestLeft === 0) return undefined;
		this.nearestLeft -= 1;
		return nearestText(text, this.texts);
	}
}

/** Whether Shopify counts the goods, so that they can be in stock or not. */
export function isCounted({ isTracked, isBundle }: StockItem): boolean {
	return isTracked && !isBundle;
}
