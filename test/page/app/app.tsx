import type { ComponentChildren, JSX, VNode } from 'preact';
import { useCallback, useEffect, useMemo, useState } from 'preact/hooks';
import { readShop, readWarehouse, textOf } from './api';
import { arrivalsByOrder } from './arrivals';
import type { Desk } from './desk';
import { DeskContext, NowContext } from './desk';
import { MessageList, useMessages } from './messages';
import { PageHeader } from './pageHeader';
import type { Side } from './pageHeader';
import { ShopSide } from './shopSide';
import { sidesOf } from './sides';
import { useArrived } from './useArrived';
import { useLive } from './useLive';
import { WarehouseSide } from './warehouseSide';
import { withoutHash } from './words';

const sideOfAddress = (): Side => (location.hash === '#warehouse' ? 'warehouse' : 'shop');

function useSide(): Side {
	const [side, setSide] = useState(sideOfAddress);
	useEffect(() => {
		const follow = (): void => {
			setSide(sideOfAddress());
			window.scrollTo(0, 0);
		};
		addEventListener('hashchange', follow);
		return () => removeEventListener('hashchange', follow);
	}, []);
	return side;
}

/** Renews the time; only what shows it is drawn again, not the children themselves. */
function Clock({ children }: { readonly children: ComponentChildren }): JSX.Element {
	const [now, setNow] = useState(() => Date.now());
	useEffect(() => {
		const timer = setInterval(() => setNow(Date.now()), 1000);
		return () => clearInterval(timer);
	}, []);
	return <NowContext.Provider value={now}>{children}</NowContext.Provider>;
}

function showInWarehouse(orderNumber: string): void {
	if (sideOfAddress() !== 'warehouse' && !matchMedia('(min-width: 992px)').matches) {
		location.hash = '#warehouse';
	}
	// After the side is shown: what is hidden cannot be scrolled to.
	setTimeout(() => {
		const card = document.getElementById(`warehouse-order-${withoutHash(orderNumber)}`);
		card?.scrollIntoView({ block: 'center', behavior: 'smooth' });
		card?.focus({ preventScroll: true });
	}, 60);
}

/** Whoever places an order is told so already. */
const tellNobody = (): void => undefined;

/** The whole page. */
export function App(): JSX.Element {
	const shop = useLive(readShop, '/demo/events');
	const warehouse = useLive(readWarehouse, '/warehouse/events');
	const messages = useMessages();
	const [dialog, setDialog] = useState<VNode | null>(null);
	const chosenSide = useSide();
	const { tell } = messages;
	const { refresh: refreshShop } = shop;
	const { refresh: refreshWarehouse, view: warehouseView } = warehouse;
	const { shop: shopView, elsewhere, name, drawn } = sidesOf(shop.view, warehouseView);
	const side = elsewhere ? 'warehouse' : chosenSide;

	const announce = useCallback(
		(orderNumber: string) => tell('arrived', `${orderNumber} has arrived in the warehouse`),
		[tell],
	);
	const names = useMemo(() => shopView?.orders.map((one) => one.name) ?? null, [shopView]);
	const numbers = useMemo(
		() => warehouseView?.orders.map((one) => one.orderNumber) ?? null,
		[warehouseView],
	);
	const placed = useArrived(names, tellNobody);
	const arrived = useArrived(numbers, announce);
	const arrivals = useMemo(
		() => arrivalsByOrder(shopView?.orders ?? [], warehouseView?.orders ?? []),
		[shopView, warehouseView],
	);
	const desk = useMemo((): Desk => {
		const attempt: Desk['attempt'] = async (work, done) => {
			await work();
			if (done !== undefined) tell('done', done);
			// It is done, whether or not it can be shown at once.
			await Promise.allSettled([refreshShop(), refreshWarehouse()]);
		};
		return {
			shop: shopView,
			arrivals,
			attempt,
			run: async (work, done) => {
				try {
					await attempt(work, done);
					return true;
				} catch (error) {
					tell('refused', textOf(error));
					return false;
				}
			},
			open: setDialog,
			close: () => setDialog(null),
			showInWarehouse,
		};
	}, [shopView, arrivals, tell, refreshShop, refreshWarehouse]);

	const counts = {
		shop: shopView?.orders.length ?? 0,
		warehouse: warehouseView?.orders.length ?? 0,
	};
	return (
		<Clock>
			<PageHeader
				shopName={name}
				elsewhere={elsewhere}
				connected={shop.connected && warehouse.connected}
				side={side}
				counts={counts}
			/>
			{drawn.length === 0 ? (
				<p class="empty m-3">Connecting …</p>
			) : (
				<DeskContext.Provider value={desk}>
					<main class={`sides ${elsewhere ? 'is-alone' : ''}`} data-side={side}>
						{drawn.includes('shop') && <ShopSide placed={placed} />}
						{drawn.includes('warehouse') && (
							<WarehouseSide warehouse={warehouseView} arrived={arrived} />
						)}
					</main>
					{dialog}
				</DeskContext.Provider>
			)}
			<MessageList {...messages} />
		</Clock>
	);
}
