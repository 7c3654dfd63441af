import { nearestText } from './nearest';
import { shortened } from './shortened';
import type { NamedLocation, StockReason } from './stockAnswer';

/** What the target calls a location. */
export interface LocationName {
	/** In the target's words. */
	readonly name: string;
	/** Name, legacy or global id in Shopify. */
	readonly location: string;
}

const GID = /^gid:\/\/shopify\/Location\/(\d+)$/;

const folded = (text: string): string => text.trim().toLowerCase();

/** Finds locations by what rows call them. Each text is looked for once. */
export class LocationFinder {
	private readonly found = new Map<string, NamedLocation | StockReason>();
	private readonly locations: readonly NamedLocation[];
	private readonly names: ReadonlyMap<string, string>;

	/** `locations` are those of the shop that are in use; `names` what the target calls them. */
	constructor(locations: readonly NamedLocation[], names: readonly LocationName[]) {
		this.locations = locations;
		this.names = new Map(names.map(({ name, location }) => [folded(name), location]));
	}

	/**
	 * The location that a text means: first as a name of the target's, then as an id, then as a name in Shopify, letter
	 * case and blanks around it ignored. Two locations of one name are never guessed between.
	 */
	find(text: string): NamedLocation | StockReason {
		const known = this.found.get(text);
		if (known) return known;
		const found = this.look(this.names.get(folded(text)) ?? text, text);
		this.found.set(text, found);
		return found;
	}

	private look(wanted: string, given: string): NamedLocation | StockReason {
		const trimmed = wanted.trim();
		const id = GID.exec(trimmed)?.[1] ?? trimmed;
		const byId = this.locations.find((one) => one.id.endsWith(`/${id}`) && /^\d+$/.test(id));
		if (byId) return byId;
		const exact = this.locations.filter(({ name }) => name.trim() === trimmed);
		const alike = this.locations.filter(({ name }) => folded(name) === folded(trimmed));
		const candidates = exact.length > 0 ? exact : alike;
		const [first] = candidates;
		if (first && candidates.length === 1) return first;
		const shown = `"${shortened(given)}"`;
		if (first) {
			const text = `${candidates.length} locations of the shop are called ${shown}. Name it by its id`;
			return { code: 'unknownLocation', text };
		}
		const nearest = nearestText(
			trimmed,
			this.locations.map(({ name }) => name),
		);
		const hint = nearest === undefined ? '' : `; the nearest is "${nearest}"`;
		return {
			code: 'unknownLocation',
			text: `The shop has no active location ${shown}${hint}. Use its name or id, or add what your warehouse calls it under Location Names`,
		};
	}
}
