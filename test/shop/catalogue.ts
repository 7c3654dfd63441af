import { randomNumbers } from './randomNumbers';
import type { Location } from './state';
import { addLevel } from './stock';
import { addProduct, addVariant } from './variants';
import type { World } from './world';

/** Many goods for a shop. */
export interface CatalogueInput {
	/** Number of variants. */
	readonly variants: number;
	/** Names or GIDs of the locations that stock all of them; default the first one. */
	readonly locations?: readonly string[];
}

const MATERIALS = ['Oak', 'Linen', 'Brass', 'Stoneware', 'Wool', 'Glass', 'Walnut', 'Cotton'];
const THINGS = ['Bowl', 'Cushion', 'Lamp', 'Vase', 'Throw', 'Tray', 'Stool', 'Apron', 'Clock'];
const COLOURS = ['Natural', 'Navy', 'Moss', 'Rust'] as const;

/** The first letters of a word, as makers of SKUs shorten it. */
const short = (word: string): string => word.slice(0, 3).toUpperCase();

/** The thirteen digits of an EAN with its check digit. */
export function eanOf(number: number): string {
	const digits = `5021${String(number).padStart(8, '0')}`;
	const sum = Array.from(digits, Number).reduce(
		(total, digit, index) => total + digit * (index % 2 === 0 ? 1 : 3),
		0,
	);
	return `${digits}${String((10 - (sum % 10)) % 10)}`;
}

/**
 * Adds goods with SKUs such as `OAK-BOW-00001-NAV` and barcodes, four colours to a product, and some
 * units of each at the given locations. The same for the same number.
 */
export function stockCatalogue(
	world: World,
	count: number,
	locations: readonly Location[],
): readonly string[] {
	const roll = randomNumbers(count);
	const before = world.state.variants.size;
	const skus: string[] = [];
	let product = addProductNumber(world, before);
	for (let index = 0; index < count; index += 1) {
		const number = before + index;
		const colour = COLOURS[index % COLOURS.length] ?? 'Natural';
		if (index > 0 && index % COLOURS.length === 0) product = addProductNumber(world, number);
		const [material = '', thing = ''] = product.title.split(' ');
		const place = String(number + 1).padStart(6, '0');
		const sku = `${short(material)}-${short(thing)}-${place}-${short(colour)}`;
		const price = 595 + Math.floor(roll() * 90) * 100;
		const barcode = eanOf(number);
		const variant = addVariant(world, product, { sku, barcode, title: colour, price });
		for (const location of locations) {
			// About one in twenty is sold out.
			const units = roll() < 0.05 ? 0 : 1 + Math.floor(roll() * 240);
			addLevel(world, variant, location, units);
		}
		skus.push(sku);
	}
	return skus;
}

function addProductNumber(world: World, number: number) {
	const material = MATERIALS[Math.floor(number / COLOURS.length) % MATERIALS.length] ?? '';
	const thing = THINGS[Math.floor(number / 32) % THINGS.length] ?? '';
	const title = `${material} ${thing} ${String(Math.floor(number / COLOURS.length) + 1)}`;
	return addProduct(world, { title, productType: 'Homeware', vendor: world.state.name });
}
