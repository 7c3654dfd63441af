import type { OrderEdit } from '../../shop';
import type { Given } from './shipmentText';
import type { Meanwhile, SettingChanges, Step } from './uploadShop';

type BySku = Readonly<Record<string, number>>;

/** Splits units off into a new fulfillment order. */
export const split =
	(from: string, units: BySku): Step =>
	(shop) =>
		shop.shop.split(shop.fulfillmentOrder(from).id, shop.unitsOf(from, units));

/** Merges fulfillment orders into the first. */
export const merge =
	(...names: readonly string[]): Step =>
	(shop) =>
		shop.shop.merge(names.map((name) => shop.fulfillmentOrder(name).id));

/** Moves a fulfillment order, or units of it, to another location. */
export const move =
	(from: string, to: string, units?: BySku): Step =>
	(shop) =>
		shop.shop.move(shop.fulfillmentOrder(from).id, to, units && shop.unitsOf(from, units));

/** Holds a fulfillment order, or units of it; the held units keep its id. */
export const hold =
	(name: string, reasonNotes: string, units?: BySku): Step =>
	(shop) =>
		shop.shop.hold(shop.fulfillmentOrder(name).id, {
			reasonNotes,
			...(units && { units: shop.unitsOf(name, units) }),
		});

/** Releases all holds of a fulfillment order. */
export const release =
	(name: string): Step =>
	(shop) =>
		shop.shop.releaseHold(shop.fulfillmentOrder(name).id);

/** Reports progress, as a confirmed handover does. */
export const progress =
	(name: string): Step =>
	(shop) =>
		shop.shop.reportProgress(shop.fulfillmentOrder(name).id);

/** Cancels a fulfillment order; Shopify opens a replacement. */
export const replaced =
	(name: string): Step =>
	(shop) =>
		shop.shop.cancelFulfillmentOrder(shop.fulfillmentOrder(name).id);

/** Cancels the order. */
export const cancelled: Step = (shop) => shop.shop.cancelOrder(shop.order().id);

/** Edits the order; lines are named by SKU. */
export const edited =
	(edit: OrderEdit): Step =>
	(shop) =>
		shop.shop.editOrder(shop.order().id, edit);

/** Staff ship a fulfillment order by hand, or units of it. */
export const shippedByStaff =
	(name: string, trackingNumber?: string, units?: BySku): Step =>
	(shop) =>
		shop.shop.ship(shop.fulfillmentOrder(name).id, {
			...(trackingNumber !== undefined && { trackingNumber }),
			...(units && { units: shop.unitsOf(name, units) }),
		});

/** Cancels a fulfillment of the first order: 1 is the oldest. */
export const undone =
	(number: number): Step =>
	(shop) => {
		const { id } = shop.order().fulfillments[number - 1] ?? { id: '' };
		shop.shop.cancelFulfillment(id);
	};

/** An earlier run of the node. */
export const uploaded =
	(
		given: Given | readonly Given[],
		changes: SettingChanges = {},
		meanwhile: Meanwhile = {},
	): Step =>
	async (shop) => {
		const items = Array.isArray(given) ? (given as readonly Given[]) : [given as Given];
		shop.earlier.push({ given: items, changes });
		await shop.upload(items, changes, meanwhile);
	};

/** Another order is placed. */
export const placed =
	(text: string): Step =>
	(shop) =>
		shop.place(text);

/** An order of some days ago is in the shop. */
export const placedDaysAgo =
	(days: number, text: string): Step =>
	(shop) =>
		shop.place(text, { createdAt: shop.nowMs - days * 24 * 60 * 60_000 });

/** An order whose goods are to be shipped some days later. */
export const placedForLater =
	(days: number, text: string): Step =>
	(shop) =>
		shop.place(text, { fulfillAt: shop.nowMs + days * 24 * 60 * 60_000 });

/** Cuts a fulfillment order of one SKU into this many. */
export const cutInto =
	(parts: number, sku: string): Step =>
	(shop) => {
		for (let part = 1; part < parts; part += 1) split('FO1', { [sku]: 1 })(shop);
	};

/** Staff ship units one by one, without a number. */
export const shippedOneByOne =
	(count: number, sku: string): Step =>
	(shop) => {
		for (let unit = 1; unit <= count; unit += 1) {
			shippedByStaff('FO1', undefined, { [sku]: 1 })(shop);
		}
	};
