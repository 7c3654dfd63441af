import type { JSX } from 'preact';
import type { RefusalView, WarehouseOrderView, WarehouseView } from '../contract';
import { BehaviourPanel } from './behaviourPanel';
import { Age, NewestFirst } from './pieces';
import { WarehouseOrderCard } from './warehouseOrderCard';
import { WarehouseStock } from './warehouseStock';
import { counted } from './words';

function Refusals({ refusals }: { readonly refusals: readonly RefusalView[] }): JSX.Element | null {
	if (refusals.length === 0) return null;
	return (
		<details class="card-plain" open>
			<summary>
				<h3 class="h6 d-inline">Not taken</h3>{' '}
				<span class="small text-body-secondary">
					the last {counted(refusals.length, 'request')}
				</span>
			</summary>
			<ul
				class="list-unstyled mb-0 small refusals"
				data-testid="refusals"
				tabIndex={0}
				aria-label="Requests not taken, newest first"
			>
				{refusals.map((one, index) => {
					const number = one.orderNumber ?? '';
					return (
						<li key={`${one.at}-${index}`} data-testid="refusal">
							<code>{one.status}</code>{' '}
							<span class="fw-medium">{one.message.includes(number) ? '' : `${number} `}</span>
							{one.message}{' '}
							<span class="text-body-secondary">
								<Age at={one.at} />
							</span>
						</li>
					);
				})}
			</ul>
		</details>
	);
}

/** `3 orders received, 2 shipped`. */
function soFar(orders: readonly WarehouseOrderView[]): string {
	const shipped = orders.filter((order) => order.shipped === 'all').length;
	return `${counted(orders.length, 'order')} received${shipped > 0 ? `, ${shipped} shipped` : ''}`;
}

interface Props {
	readonly warehouse: WarehouseView | null;
	/** Numbers of the orders that came a moment ago. */
	readonly arrived: ReadonlySet<string>;
}

/** The warehouse: what arrived, what lies there, and how it behaves. */
export function WarehouseSide({ warehouse, arrived }: Props): JSX.Element {
	return (
		<section
			class="side side-warehouse"
			aria-labelledby="warehouse-heading"
			data-testid="warehouse-side"
		>
			<header class="side-header">
				<div>
					<h2 id="warehouse-heading" class="h5 mb-0">
						Warehouse
					</h2>
					<div class="small text-body-secondary">
						{warehouse ? soFar(warehouse.orders) : 'Connecting …'}
					</div>
				</div>
			</header>
			{warehouse && (
				<>
					<BehaviourPanel behaviour={warehouse.behaviour} />
					<WarehouseStock stock={warehouse.stock} />
					<Refusals refusals={warehouse.refusals} />
					<NewestFirst
						things={warehouse.orders}
						testId="warehouse-orders"
						showAllTestId="show-all-warehouse"
						label="Orders received, newest first"
						empty="Nothing has arrived yet. n8n looks for new orders once a minute."
						keyOf={(order) => order.orderNumber}
						show={(order) => (
							<WarehouseOrderCard
								order={order}
								nextLabel={warehouse.nextLabel}
								isNew={arrived.has(order.orderNumber)}
							/>
						)}
					/>
				</>
			)}
		</section>
	);
}
