import type { ParcelView, WarehouseOrderView } from '../page/contract';
import type { KeptShipment } from './shipments';
import type { Target } from './target';

/** The orders of the warehouse as the control endpoints show them, each with what was shipped of it. */
export function warehouseOrderViews(target: Target): readonly WarehouseOrderView[] {
	const orders = target.orders();
	const progresses = target.dispatch.progressOf(orders);
	return orders.map((order, index) => {
		const { shipped = 'none', left = [], shipments = [] } = progresses[index] ?? {};
		return { ...order, shipped, left, shipments: shipments.map(parcelView) };
	});
}

function parcelView({
	orderNumber: _number,
	key: _key,
	reference: _reference,
	...parcel
}: KeptShipment): ParcelView {
	return parcel;
}
