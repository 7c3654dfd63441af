import type { FinancialStatus, LineItem, Order } from './state';

/** Sums of an order, all in hundredths of the shop's currency. */
export interface Totals {
	/** Goods after discounts; with tax when the order's prices include tax. */
	readonly subtotal: number;
	readonly shipping: number;
	readonly tax: number;
	readonly discounts: number;
	readonly total: number;
}

/** Price of the units of a line after its discount; the discount is spread over the units. */
export function discounted(line: LineItem, quantity: number): number {
	const whole = line.unitPrice * line.quantity - line.discount;
	return line.quantity === 0 ? 0 : Math.round((whole * quantity) / line.quantity);
}

/** Sums over the units ordered (`original`) or over what is left of them (`current`). */
export function totalsOf(order: Order, which: 'original' | 'current'): Totals {
	let subtotal = 0;
	let tax = 0;
	let discounts = 0;
	for (const line of order.lines) {
		const quantity = which === 'original' ? line.quantity : line.currentQuantity;
		const share = line.quantity === 0 ? 0 : quantity / line.quantity;
		subtotal += discounted(line, quantity);
		discounts += Math.round(line.discount * share);
		for (const one of line.taxLines) tax += Math.round(one.amount * share);
	}
	let shipping = 0;
	for (const line of order.shippingLines) {
		shipping += line.discountedPrice;
		for (const one of line.taxLines) tax += one.amount;
	}
	const total = subtotal + shipping + (order.taxesIncluded ? 0 : tax);
	return { subtotal, shipping, tax, discounts, total };
}

/** What the order has brought in so far, for a financial status that a test sets directly. */
export function receivedFor(order: Order, status: FinancialStatus | null): number {
	const { total } = totalsOf(order, 'current');
	switch (status) {
		case 'PAID':
		case 'PARTIALLY_REFUNDED':
		case 'REFUNDED':
			return total;
		case 'PARTIALLY_PAID':
			return Math.floor(total / 2);
		default:
			return 0;
	}
}
