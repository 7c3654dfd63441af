import type { FulfillmentOrderView } from '../contract';

/** Units of one line of a fulfillment order, as the shop takes them. */
export interface Units {
	readonly id: string;
	readonly quantity: number;
}

/** How many units of each line are chosen, by the line's id. */
export type Chosen = Readonly<Record<string, number>>;

type Lines = FulfillmentOrderView['lines'];

/** Everything that is left. */
export function allUnits(lines: Lines): Chosen {
	return Object.fromEntries(lines.map((line) => [line.id, line.remaining]));
}

/** One unit of the first line that has one left: a place to start from when splitting. */
export function oneUnit(lines: Lines): Chosen {
	const first = lines.find((line) => line.remaining > 0);
	return Object.fromEntries(lines.map((line) => [line.id, line === first ? 1 : 0]));
}

/** The chosen units; lines without any are left out. Throws if there are none at all. */
export function chosenUnits(lines: Lines, chosen: Chosen): readonly Units[] {
	const units = lines
		.map((line) => ({ id: line.id, quantity: chosen[line.id] ?? 0 }))
		.filter((one) => one.quantity > 0);
	if (units.length === 0) throw new Error('Choose at least one unit');
	return units;
}

/** As `chosenUnits`, but nothing when all that is left is chosen: the whole, without splitting. */
export function unitsUnlessAll(
	lines: Lines,
	chosen: Chosen,
): { readonly units?: readonly Units[] } {
	const units = chosenUnits(lines, chosen);
	const isAll = lines.every((line) => (chosen[line.id] ?? 0) === line.remaining);
	return isAll ? {} : { units };
}
