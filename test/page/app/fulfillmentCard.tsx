import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { FulfillmentEventView, FulfillmentView, NotificationView } from '../contract';
import { Age, BadgeMark, TrackingNumber } from './pieces';
import { counted, fulfillmentBadge, sentence } from './words';

interface Props {
	readonly one: FulfillmentView;
	/** All of the order. */
	readonly notifications: readonly NotificationView[];
}

/** For how long something made is shown as new; the shop tells whole seconds. */
const NEW_MS = 6000;

function Told({ one, notifications }: Props): JSX.Element {
	const updates = notifications.filter(
		({ kind, fulfillment }) => kind === 'TRACKING_UPDATED' && fulfillment === one.name,
	).length;
	const also = updates > 0 ? `; ${counted(updates, 'tracking update')} sent` : '';
	return one.notified ? (
		<span data-testid="fulfillment-notified">Customer told{also}</span>
	) : (
		<span class="text-body-secondary" data-testid="fulfillment-not-notified">
			Customer not told{also}
		</span>
	);
}

function Events({ events }: { readonly events: readonly FulfillmentEventView[] }): JSX.Element {
	return (
		<ul class="list-unstyled mb-0" aria-label="What happened on the way">
			{events.map(({ status, happenedAt, message }, index) => (
				<li key={`${happenedAt}-${index}`} data-testid="fulfillment-event" data-status={status}>
					{sentence(status)}
					{message !== null && message !== '' && `: ${message}`}{' '}
					<span class="text-body-secondary">
						<Age at={happenedAt} />
					</span>
				</li>
			))}
		</ul>
	);
}

/** What was shipped at once from one location, and how its parcels are followed. */
export function FulfillmentCard({ one, notifications }: Props): JSX.Element {
	const [isNew] = useState(() => Date.now() - Date.parse(one.createdAt) < NEW_MS);
	const isCancelled = one.status === 'CANCELLED';
	return (
		<section
			class={`fulfillment small ${isNew ? 'is-new' : ''} ${isCancelled ? 'is-cancelled' : ''}`}
			aria-label={`Fulfillment ${one.name}`}
			data-testid="fulfillment"
			data-name={one.name}
		>
			<div class="d-flex flex-wrap align-items-center gap-2">
				<BadgeMark
					badge={fulfillmentBadge(one)}
					testId="fulfillment-status"
					status={isCancelled ? one.status : one.displayStatus}
				/>
				<span class="fw-medium fulfillment-name" data-testid="fulfillment-name">
					{one.name}
				</span>
				<span data-testid="fulfillment-location">from {one.location}</span>
				<span class="ms-auto text-body-secondary">
					<Age at={one.createdAt} />
				</span>
			</div>
			<ul class="list-unstyled mb-0 lines" aria-label="Units shipped">
				{one.lines.map((line, index) => (
					<li key={index} class="line" data-testid="fulfillment-line">
						<span class="line-units">{line.quantity} ×</span>
						<span class="line-name">
							{line.title} <span class="sku">{line.sku ?? 'No SKU'}</span>
						</span>
					</li>
				))}
			</ul>
			{one.tracking.map(({ number, company, url }, index) => (
				<div key={index}>
					{company ?? 'Parcel'}{' '}
					<TrackingNumber number={number} url={url} testId="fulfillment-tracking" />
				</div>
			))}
			{one.tracking.length === 0 && <div class="text-body-secondary">Without tracking</div>}
			<div>
				<Told one={one} notifications={notifications} />
			</div>
			{one.events.length > 0 && <Events events={one.events} />}
		</section>
	);
}
