import type { JSX } from 'preact';
import type { LabelView, WarehouseOrderView } from '../contract';
import { shipFromWarehouse } from './api';
import { useDesk } from './desk';
import { Action } from './pieces';
import { ShipPartDialog } from './shipPartDialog';
import { shipLines } from './shipForm';

interface Props {
	readonly order: WarehouseOrderView;
	readonly nextLabel: LabelView;
}

/**
 * What the warehouse can send off now: the rest, a part, or the rest with two reports of it. Also there where it must
 * not: who has the parcel in hand is then told why.
 */
export function ShipActions({ order, nextLabel }: Props): JSX.Element | null {
	const { open, run } = useDesk();
	const { orderNumber, reference } = order;
	if (shipLines(order).length === 0) return null;
	const ship = (times: 1 | 2, done: string) => (): void => {
		void run(() => shipFromWarehouse({ orderNumber, reference, times }), done);
	};
	return (
		<div class="actions" role="group" aria-label={`Shipping of ${orderNumber}`}>
			{order.left.length > 0 && (
				<Action
					testId="warehouse-ship"
					label="Ship"
					name={`Ship ${orderNumber}`}
					onDo={ship(1, `${orderNumber} is shipped`)}
				/>
			)}
			<Action
				testId="warehouse-ship-part"
				label={order.left.length > 0 ? 'Ship a part …' : 'Ship more …'}
				name={`${order.left.length > 0 ? 'Ship a part' : 'Ship more'} of ${orderNumber}`}
				onDo={() => open(<ShipPartDialog order={order} nextLabel={nextLabel} />)}
			/>
			{order.left.length > 0 && (
				<Action
					testId="warehouse-ship-twice"
					label="Ship twice"
					name={`Ship twice: one parcel of ${orderNumber}, reported twice`}
					onDo={ship(2, `${orderNumber} is shipped, and reported twice`)}
				/>
			)}
		</div>
	);
}
