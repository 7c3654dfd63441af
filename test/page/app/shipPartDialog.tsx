import type { JSX } from 'preact';
import { useId, useState } from 'preact/hooks';
import type { LabelView, WarehouseOrderView } from '../contract';
import { shipFromWarehouse } from './api';
import { useDesk } from './desk';
import { Dialog } from './dialog';
import { AmountRow, TextField } from './fields';
import type { ShipForm, ShipLine } from './shipForm';
import { shipLines, shipmentInputOf } from './shipForm';

interface Props {
	readonly order: WarehouseOrderView;
	readonly nextLabel: LabelView;
}

/** One unit of what is left: a place to start from. */
function firstUnits(lines: readonly ShipLine[]): ShipForm['units'] {
	const first = lines.find(({ left }) => left > 0) ?? lines[0];
	return first ? { [first.sku]: 1 } : {};
}

function Insist(props: { readonly on: boolean; onSwitch(on: boolean): void }): JSX.Element {
	const id = useId();
	return (
		<div class="form-check">
			<input
				id={id}
				type="checkbox"
				class="form-check-input"
				checked={props.on}
				data-testid="warehouse-ship-force"
				onChange={(event) => {
					props.onSwitch(event.currentTarget.checked);
				}}
			/>
			<label class="form-check-label" for={id}>
				Ship more than is left
			</label>
		</div>
	);
}

/** Ships some units of an order under a label of somebody's own. */
export function ShipPartDialog({ order, nextLabel }: Props): JSX.Element {
	const { attempt } = useDesk();
	const lines = shipLines(order);
	const [form, setForm] = useState<ShipForm>({
		units: firstUnits(lines),
		carrier: nextLabel.carrier ?? '',
		trackingNumber: nextLabel.trackingNumber ?? '',
		trackingUrl: nextLabel.trackingUrl ?? '',
		force: order.left.length === 0,
	});
	const change = (part: Partial<ShipForm>): void => {
		setForm({ ...form, ...part });
	};
	const what = order.left.length > 0 ? 'Ship a part of' : 'Ship more of';
	const ship = (): Promise<void> =>
		attempt(async () => {
			await shipFromWarehouse(shipmentInputOf(order, form));
		}, `A parcel of ${order.orderNumber} is shipped`);
	return (
		<Dialog title={`${what} ${order.orderNumber}`} submit="Ship" onSubmit={ship}>
			<fieldset>
				<legend class="form-label fs-6">Units in the parcel</legend>
				<ul class="list-unstyled mb-0">
					{lines.map(({ sku, name, ordered, left }) => (
						<AmountRow
							key={sku}
							label={`Units of ${name}`}
							note={`${sku} · ${left} of ${ordered} left`}
							value={form.units[sku] ?? 0}
							{...(form.force ? {} : { max: left })}
							testId={`units-${sku}`}
							onValue={(quantity) => {
								change({ units: { ...form.units, [sku]: quantity } });
							}}
						>
							{name}
						</AmountRow>
					))}
				</ul>
			</fieldset>
			<Insist
				on={form.force}
				onSwitch={(force) => {
					change({ force });
				}}
			/>
			<TextField
				label="Carrier"
				help="As the warehouse writes it"
				value={form.carrier}
				testId="warehouse-ship-carrier"
				onValue={(carrier) => {
					change({ carrier });
				}}
			/>
			<TextField
				label="Tracking number"
				help="Empty for a parcel that is not tracked"
				value={form.trackingNumber}
				testId="warehouse-ship-number"
				onValue={(trackingNumber) => {
					change({ trackingNumber });
				}}
			/>
			<TextField
				label="Tracking link"
				help="Empty if the shop is to make one"
				value={form.trackingUrl}
				testId="warehouse-ship-url"
				onValue={(trackingUrl) => {
					change({ trackingUrl });
				}}
			/>
		</Dialog>
	);
}
