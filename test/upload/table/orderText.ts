import type { DemoShop, LineInput, Order, OrderInput } from '../../shop';

/**
 * Places an order that is written as a text: its name, a colon and its lines, such as
 * `#1042: 2 MUG-BLUE, 1 TEA-TIN at Camden, 1 EBOOK (digital), 1 VOUCHER (gift card)`. Lines are routed to
 * Leeds unless said otherwise; `600 lines` makes as many of one unit each.
 */
export function placeText(shop: DemoShop, text: string, more: OrderInput = {}): Order {
	const [, name = '', lines = ''] = /^(\S+): (.+)$/.exec(text) ?? [];
	return shop.placeOrder({ name, lines: lines.split(', ').flatMap(linesOf), ...more });
}

function linesOf(text: string): readonly LineInput[] {
	const [, many, place] = /^(\d+) lines(?: at (.+))?$/.exec(text) ?? [];
	if (many !== undefined) {
		return Array.from({ length: Number(many) }, (_none, index) => ({
			sku: `PART-${String(index + 1).padStart(3, '0')}`,
			quantity: 1,
			location: place ?? 'Leeds',
		}));
	}
	const [, count, sku, location = 'Leeds', kind] =
		/^(\d+) (\S+)(?: at ([^(]+?))?(?: \(([\w ]+)\))?$/.exec(text) ?? [];
	if (sku === undefined) throw new Error(`Not a line: ${text}`);
	return [
		{
			sku: sku === '(none)' ? null : sku.replaceAll('_', ' '),
			quantity: Number(count),
			location,
			...(kind === 'digital' && { requiresShipping: false }),
			...(kind === 'gift card' && { isGiftCard: true }),
		},
	];
}
