/** How the target names the order of a shipment. */
export type OrderReference =
	| { readonly by: 'order'; readonly id: string }
	| { readonly by: 'fulfillmentOrder'; readonly id: string }
	| { readonly by: 'number'; readonly text: string };

/** What an order number may mean. */
export interface NumberReading {
	/** Whole order names, in the order in which they are looked for. */
	readonly names: readonly string[];
	/** Fulfillment orders that it may end in, each with the order name that must stand before. */
	readonly targets: readonly { readonly name: string; readonly fulfillmentOrder: string }[];
}

/**
 * The meanings of an order number, as the target got it or as people write it: an order name with or without
 * `#`, or a target order number `#1042-6837114`, `#1042-6837114-2`, `#1042-r2`. An order may itself be
 * called `#1042-1`, so whole names come first, and a fulfillment order counts only if its order has the
 * name before it. `prefix` is what the shop's target order numbers begin with; '' if nothing.
 */
export function readOrderNumber(text: string, prefix: string): NumberReading {
	const bare = text.trim();
	const isPrefixed = prefix !== '' && bare.toLowerCase().startsWith(prefix.toLowerCase());
	const whole = isPrefixed ? [bare, bare.slice(prefix.length).trim()] : [bare];
	const names: string[] = [...whole];
	const targets: NumberReading['targets'][number][] = [];
	for (const one of whole) {
		const sentAgain = /^(.+)-r\d+$/.exec(one)?.[1];
		if (sentAgain !== undefined) names.push(sentAgain);
		const number = sentAgain ?? one;
		for (const pattern of [/^(.+)-(\d+)$/, /^(.+)-(\d+)-\d{1,4}$/]) {
			const [, name, fulfillmentOrder] = pattern.exec(number) ?? [];
			if (name && fulfillmentOrder) targets.push({ name, fulfillmentOrder });
		}
	}
	return { names: [...new Set(names)].filter((name) => name !== ''), targets };
}

/** An order name as names are compared: without `#` and letter case. */
export function bareName(name: string): string {
	return name.trim().replace(/^#/, '').toLowerCase();
}
