import type { JSX } from 'preact';
import type { OrderView } from '../contract';
import { changeOrder } from './api';
import { useDesk, useShop } from './desk';
import { FulfillmentCard } from './fulfillmentCard';
import { FulfillmentOrderCard } from './fulfillmentOrderCard';
import { CancelDialog, EditDialog } from './orderDialogs';
import { Action, Age, BadgeMark, Json } from './pieces';
import { duration, money, paymentBadge, withoutHash } from './words';

interface Props {
	readonly order: OrderView;
}

function OrderActions({ order }: Props): JSX.Element | null {
	const { open, run } = useDesk();
	if (order.cancelledAt !== null) return null;
	const isPaid = order.financialStatus !== 'PENDING' && order.financialStatus !== 'AUTHORIZED';
	return (
		<div class="actions" role="group" aria-label={`Order ${order.name}`}>
			{!isPaid && (
				<Action
					testId="action-pay"
					label="Mark as paid"
					name={`Mark ${order.name} as paid`}
					onDo={() =>
						void run(() => changeOrder(order.legacyId, 'pay', {}), `${order.name} is paid`)
					}
				/>
			)}
			<Action
				testId="action-edit"
				label="Edit …"
				name={`Edit ${order.name}`}
				onDo={() => open(<EditDialog order={order} />)}
			/>
			<Action
				testId="action-cancel"
				label="Cancel …"
				name={`Cancel ${order.name}`}
				danger
				onDo={() => open(<CancelDialog order={order} />)}
			/>
		</div>
	);
}

function Arrived({ order }: Props): JSX.Element | null {
	const { arrivals } = useDesk();
	const first = arrivals.get(order.name)?.[0];
	if (!first) return null;
	return (
		<span class="arrival" data-testid="order-arrival">
			arrived after {duration(first.afterMs)}
		</span>
	);
}

/** An order of the shop with everything that staff see and do. */
export function OrderCard({ order, isNew }: Props & { readonly isNew: boolean }): JSX.Element {
	const shop = useShop();
	const isCancelled = order.cancelledAt !== null;
	return (
		<article
			class={`card-plain ${isNew ? 'is-new' : ''} ${isCancelled ? 'is-cancelled' : ''}`}
			aria-label={`Order ${order.name}`}
			data-testid={`order-${withoutHash(order.name)}`}
		>
			<header class="d-flex flex-wrap align-items-baseline gap-2">
				<h3 class="h6 mb-0">{order.name}</h3>
				<span>{order.customer === '' ? 'No customer' : order.customer}</span>
				<span class="ms-auto fw-medium">{money(order.total, shop.currency)}</span>
			</header>
			<div class="d-flex flex-wrap align-items-center gap-2">
				<BadgeMark badge={paymentBadge(order.financialStatus)} testId="order-payment" />
				{isCancelled && (
					<BadgeMark badge={{ text: 'Cancelled', tone: 'danger' }} testId="order-status" />
				)}
				<span class="small text-body-secondary">
					<Age at={order.createdAt} />
				</span>
				<Arrived order={order} />
			</div>
			<div class="small text-body-secondary">
				{order.shipTo.length > 0 ? order.shipTo.join(', ') : 'No shipping address'}
			</div>
			{order.note !== null && order.note !== '' && <div class="small">“{order.note}”</div>}
			{order.tags.length > 0 && (
				<ul class="list-inline mb-0 small" aria-label="Tags">
					{order.tags.map((tag) => (
						<li key={tag} class="list-inline-item tag">
							{tag}
						</li>
					))}
				</ul>
			)}
			{order.fulfillmentOrders.map((one) => (
				<FulfillmentOrderCard key={one.id} orderName={order.name} one={one} />
			))}
			{order.fulfillments.map((one) => (
				<FulfillmentCard key={one.id} one={one} notifications={order.notifications} />
			))}
			<div class="card-foot">
				{order.records.length > 0 && (
					<details data-testid="order-record">
						<summary class="small">Handover record</summary>
						{order.records.map((record) => (
							<div key={`${record.namespace}.${record.key}`}>
								<code class="small">
									{record.namespace}.{record.key}
								</code>
								<Json value={record.value} />
							</div>
						))}
					</details>
				)}
				<div class="ms-auto">
					<OrderActions order={order} />
				</div>
			</div>
		</article>
	);
}
