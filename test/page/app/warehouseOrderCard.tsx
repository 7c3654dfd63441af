import type { JSX } from 'preact';
import type { LabelView, WarehouseOrderView } from '../contract';
import { Refused, sendToWarehouse, textOf } from './api';
import { useDesk } from './desk';
import { Parcels } from './parcels';
import { Action, Age, BadgeMark, Json } from './pieces';
import { ShipActions } from './shipActions';
import type { ReadLine } from './warehouseBody';
import { readBody } from './warehouseBody';
import { counted, money, warehouseBadge, withoutHash } from './words';

interface Props {
	readonly order: WarehouseOrderView;
	/** What its next parcel is labelled with. */
	readonly nextLabel: LabelView;
	/** Whether it came a moment ago. */
	readonly isNew: boolean;
}

function Lines(props: {
	readonly lines: readonly ReadLine[];
	readonly currency: string;
}): JSX.Element {
	const { lines, currency } = props;
	return (
		<table class="table table-sm mb-0 picking">
			<thead>
				<tr>
					<th scope="col">Units</th>
					<th scope="col">Goods</th>
					<th scope="col">Price</th>
				</tr>
			</thead>
			<tbody>
				{lines.map((line, index) => (
					<tr key={index}>
						<td>{line.quantity ?? '?'}</td>
						<td>
							{line.name} <span class="sku">{line.sku ?? 'No SKU'}</span>
						</td>
						<td>{line.unitPrice === null ? '' : money(line.unitPrice, currency)}</td>
					</tr>
				))}
			</tbody>
		</table>
	);
}

/** A key that the warehouse has not seen: what a client that has lost its memory would send. */
const otherKey = (): string => `by-hand-${Date.now().toString(36)}`;

/** An order as the warehouse has it, with every field that was sent. */
export function WarehouseOrderCard({ order, nextLabel, isNew }: Props): JSX.Element {
	const { run } = useDesk();
	const { shipTo, lines, facts, currency } = readBody(order.body);
	const number = withoutHash(order.orderNumber);
	const sendAgain = (): void => {
		void run(async () => {
			await sendToWarehouse(order.body, otherKey()).catch((error: unknown) => {
				throw new Refused(`The warehouse did not take it: ${textOf(error)}`);
			});
		}, `${order.orderNumber} was sent again and taken`);
	};
	return (
		<article
			class={`card-plain ${isNew ? 'is-new' : ''} ${order.status === 'cancelled' ? 'is-cancelled' : ''}`}
			aria-label={`Warehouse order ${order.orderNumber}`}
			data-testid={`warehouse-${number}`}
			id={`warehouse-order-${number}`}
			tabIndex={-1}
		>
			<header class="d-flex flex-wrap align-items-baseline gap-2">
				<h3 class="h6 mb-0">{order.orderNumber}</h3>
				<span class="text-body-secondary" data-testid="warehouse-reference">
					{order.reference}
				</span>
				<span class="ms-auto small text-body-secondary">
					<Age at={order.receivedAt} />
				</span>
			</header>
			<div class="d-flex flex-wrap align-items-center gap-2 small">
				<BadgeMark badge={warehouseBadge(order)} testId="warehouse-status" />
				<span class="text-body-secondary">
					Key <code data-testid="warehouse-key">{order.key ?? 'none'}</code>
				</span>
				{order.changed && (
					<span data-testid="warehouse-changed">
						{order.status === 'cancelled' ? 'Cancelled' : 'Changed'} <Age at={order.changed.at} />
						{order.changed.reason !== null && `: ${order.changed.reason}`}
					</span>
				)}
				{order.repeats > 0 && (
					<span class="repeats" data-testid="warehouse-repeats">
						sent again {counted(order.repeats, 'time')}, kept once
					</span>
				)}
			</div>
			<div class="ship-to">
				{shipTo.length > 0 && (
					<address class="mb-0 small">
						{shipTo.map((line, index) => (
							<div key={index}>{line}</div>
						))}
					</address>
				)}
				<dl class="facts small mb-0">
					{facts.map(([name, text]) => (
						<div key={name}>
							<dt>{name}</dt>
							<dd>{text}</dd>
						</div>
					))}
				</dl>
			</div>
			{lines.length > 0 && <Lines lines={lines} currency={currency} />}
			<Parcels order={order} />
			<ShipActions order={order} nextLabel={nextLabel} />
			<div class="card-foot">
				<details data-testid="warehouse-body">
					<summary class="small">All fields</summary>
					<Json value={order.body} />
				</details>
				<div class="ms-auto">
					<Action
						testId="warehouse-send-again"
						label="Send it again"
						name={`Send ${order.orderNumber} again under another key`}
						onDo={sendAgain}
					/>
				</div>
			</div>
		</article>
	);
}
