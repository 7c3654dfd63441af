import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { placeOrder } from './api';
import { useDesk, useShop } from './desk';
import { OrderCard } from './orderCard';
import { NewestFirst } from './pieces';
import { PlaceOrderDialog } from './placeOrderDialog';
import { StockTable } from './stockTable';

interface Props {
	/** Names of the orders that were placed a moment ago. */
	readonly placed: ReadonlySet<string>;
}

/** The shop: where orders are placed, and what staff do with them. */
export function ShopSide({ placed }: Props): JSX.Element {
	const { open, run } = useDesk();
	const shop = useShop();
	const [busy, setBusy] = useState(false);
	const place = async (): Promise<void> => {
		setBusy(true);
		await run(() => placeOrder({}), 'An order is placed');
		setBusy(false);
	};
	return (
		<section class="side side-shop" aria-labelledby="shop-heading" data-testid="shop-side">
			<header class="side-header">
				<div>
					<h2 id="shop-heading" class="h5 mb-0">
						{shop.name}
					</h2>
					<div class="small text-body-secondary">{shop.shop}</div>
				</div>
				<div class="side-buttons d-flex flex-wrap gap-2 ms-auto">
					<button
						type="button"
						class="btn btn-primary"
						data-testid="place-order"
						disabled={busy}
						onClick={() => void place()}
					>
						Place an order
					</button>
					<button
						type="button"
						class="btn btn-outline-primary"
						data-testid="place-order-choose"
						onClick={() => open(<PlaceOrderDialog />)}
					>
						Choose goods …
					</button>
				</div>
			</header>
			<StockTable />
			<NewestFirst
				things={shop.orders}
				testId="orders"
				showAllTestId="show-all-orders"
				label="Orders, newest first"
				empty="No orders yet. Place one: goods and customer are chosen for you."
				keyOf={(order) => order.id}
				show={(order) => <OrderCard order={order} isNew={placed.has(order.name)} />}
			/>
		</section>
	);
}
