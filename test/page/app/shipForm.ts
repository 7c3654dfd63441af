import type { ShipmentInput, WarehouseOrderView } from '../contract';
import { readBody } from './warehouseBody';
import { isWebAddress } from './words';

/** Units of one SKU of an order, as the dialog offers them. */
export interface ShipLine {
	readonly sku: string;
	readonly name: string;
	readonly ordered: number;
	/** Not shipped yet. */
	readonly left: number;
}

/** What is typed before a part is shipped; empty texts are none. */
export interface ShipForm {
	/** By SKU. */
	readonly units: Readonly<Record<string, number>>;
	readonly carrier: string;
	readonly trackingNumber: string;
	readonly trackingUrl: string;
	/** Whether more may be shipped than is left. */
	readonly force: boolean;
}

/** Names of the goods of an order by their SKU. */
export function goodsByName(order: WarehouseOrderView): ReadonlyMap<string, string> {
	return new Map(
		readBody(order.body).lines.flatMap(({ sku, name }) =>
			sku !== null && name !== '' ? [[sku, name] as const] : [],
		),
	);
}

/** The goods of an order that can be shipped; several lines of one SKU are one. */
export function shipLines(order: WarehouseOrderView): readonly ShipLine[] {
	const left = new Map(order.left.map(({ sku, quantity }) => [sku, quantity]));
	const names = goodsByName(order);
	const ordered = new Map<string, number>();
	for (const { sku, quantity } of readBody(order.body).lines) {
		if (sku !== null) ordered.set(sku, (ordered.get(sku) ?? 0) + (quantity ?? 0));
	}
	return [...ordered].map(([sku, units]) => {
		return { sku, name: names.get(sku) ?? sku, ordered: units, left: left.get(sku) ?? 0 };
	});
}

/** What to ship, as the warehouse takes it. Throws if no unit is chosen, or the link is none. */
export function shipmentInputOf(order: WarehouseOrderView, form: ShipForm): ShipmentInput {
	const lines = Object.entries(form.units)
		.map(([sku, quantity]) => ({ sku, quantity }))
		.filter(({ quantity }) => quantity > 0);
	if (lines.length === 0) throw new Error('Choose at least one unit');
	const trackingUrl = textOrNull(form.trackingUrl);
	if (trackingUrl !== null && !isWebAddress(trackingUrl)) {
		throw new Error('The tracking link must begin with https://');
	}
	return {
		orderNumber: order.orderNumber,
		reference: order.reference,
		lines,
		carrier: textOrNull(form.carrier),
		trackingNumber: textOrNull(form.trackingNumber),
		trackingUrl,
		...(form.force && { force: true }),
	};
}

const textOrNull = (text: string): string | null => (text.trim() === '' ? null : text.trim());
