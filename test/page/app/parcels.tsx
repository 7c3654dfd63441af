import type { JSX } from 'preact';
import type { ParcelView, WarehouseOrderView } from '../contract';
import { Age, TrackingNumber } from './pieces';
import { goodsByName } from './shipForm';

interface Props {
	readonly order: WarehouseOrderView;
}

function Upload({ uploadedAt, fulfillments }: ParcelView): JSX.Element {
	if (uploadedAt === null) {
		return <span class="text-body-secondary">not in the shop yet</span>;
	}
	const names = fulfillments.join(', ');
	return (
		<span class="uploaded" data-testid="warehouse-uploaded">
			{names === '' ? 'uploaded' : `uploaded as ${names}`}
		</span>
	);
}

/** What the warehouse says it has shipped of an order, report by report. */
export function Parcels({ order }: Props): JSX.Element | null {
	if (order.shipments.length === 0) return null;
	const names = goodsByName(order);
	return (
		<ul class="list-unstyled mb-0 small parcels" aria-label={`Parcels of ${order.orderNumber}`}>
			{order.shipments.map((parcel) => (
				<li
					key={parcel.id}
					class="parcel"
					data-testid="warehouse-shipment"
					data-id={parcel.id}
					data-uploaded={String(parcel.uploadedAt !== null)}
				>
					<div class="d-flex flex-wrap gap-2">
						<span class="fw-medium">{parcel.id}</span>
						<span>
							{parcel.carrier ?? 'Parcel'}{' '}
							<TrackingNumber
								number={parcel.trackingNumber}
								url={parcel.trackingUrl}
								testId="warehouse-tracking"
							/>
						</span>
						<span class="ms-auto text-body-secondary">
							<Age at={parcel.shippedAt} />
						</span>
					</div>
					{parcel.repeats === null ? (
						<div>
							{parcel.lines
								.map(({ sku, quantity }) => `${quantity} × ${names.get(sku) ?? sku}`)
								.join(', ')}
						</div>
					) : (
						<div class="repeats" data-testid="warehouse-shipment-repeats">
							the same parcel as {parcel.repeats}, reported again
						</div>
					)}
					<Upload {...parcel} />
				</li>
			))}
		</ul>
	);
}
