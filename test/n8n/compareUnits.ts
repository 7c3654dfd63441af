import type { Middle } from './middle';

/** What was ordered in the shop and what has arrived in the warehouse, in units. */
export interface UnitsCompared {
	readonly ordered: number;
	readonly arrived: number;
	/** Order lines of which more or fewer arrived than were ordered, e.g. `#1042 gid://shopify/LineItem/7`. */
	readonly differing: readonly string[];
}

/** What the bundled workflow sends to the warehouse, as far as it is counted. */
interface SentOrder {
	readonly shopOrder: string;
	readonly lines: readonly { readonly orderLineItemId: string; readonly quantity: number }[];
}

/** Compares all orders of the shop with all of the warehouse, line by line. */
export function compareUnits(middle: Middle): UnitsCompared {
	const [ordered, received] = [unitsOrdered(middle), unitsReceived(middle)];
	const lines = new Set([...ordered.keys(), ...received.keys()]);
	return {
		ordered: total(ordered),
		arrived: total(received),
		differing: [...lines].filter((line) => ordered.get(line) !== received.get(line)),
	};
}

/** Units of each line of each order. */
function unitsOrdered({ shop }: Middle): ReadonlyMap<string, number> {
	const lines = [...shop.state.orders.values()].flatMap((order) =>
		order.lines.map(({ id, quantity }): [string, number] => [`${order.name} ${id}`, quantity]),
	);
	return new Map(lines);
}

function unitsReceived({ target }: Middle): ReadonlyMap<string, number> {
	const units = new Map<string, number>();
	for (const { body } of target.orders()) {
		const { shopOrder, lines } = body as SentOrder;
		for (const { orderLineItemId, quantity } of lines) {
			const line = `${shopOrder} ${orderLineItemId}`;
			units.set(line, (units.get(line) ?? 0) + quantity);
		}
	}
	return units;
}

const total = (units: ReadonlyMap<string, number>): number =>
	[...units.values()].reduce((sum, one) => sum + one, 0);
