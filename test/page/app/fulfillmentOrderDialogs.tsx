import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { FulfillmentOrderView } from '../contract';
import { changeFulfillmentOrder } from './api';
import { allUnits, chosenUnits, oneUnit, unitsUnlessAll } from './chosenUnits';
import { useDesk, useShop } from './desk';
import { Dialog } from './dialog';
import { SelectField, TextField } from './fields';
import { UnitsPicker } from './unitsPicker';
import { sentence } from './words';

interface Props {
	readonly orderName: string;
	readonly one: FulfillmentOrderView;
}

/** Shopify's `FulfillmentHoldReason`, without those that only Shopify itself gives. */
const HOLD_REASONS = [
	'OTHER',
	'INCORRECT_ADDRESS',
	'INVENTORY_OUT_OF_STOCK',
	'HIGH_RISK_OF_FRAUD',
	'AWAITING_PAYMENT',
	'UNKNOWN_DELIVERY_DATE',
] as const;

/** Holds a fulfillment order, or some of its units. */
export function HoldDialog({ orderName, one }: Props): JSX.Element {
	const { attempt } = useDesk();
	const [reason, setReason] = useState<string>('OTHER');
	const [notes, setNotes] = useState('');
	const [chosen, setChosen] = useState(allUnits(one.lines));
	const hold = (): Promise<void> =>
		attempt(async () => {
			const units = unitsUnlessAll(one.lines, chosen);
			const reasonNotes = notes.trim() === '' ? null : notes.trim();
			await changeFulfillmentOrder(one.legacyId, 'hold', { reason, reasonNotes, ...units });
		}, `${orderName} is on hold`);
	return (
		<Dialog title={`Hold ${orderName}`} submit="Hold" onSubmit={hold}>
			<SelectField
				label="Reason"
				value={reason}
				testId="hold-reason"
				options={HOLD_REASONS.map((name) => [name, sentence(name)])}
				onValue={setReason}
			/>
			<TextField
				label="Note"
				value={notes}
				placeholder="Customer asked to wait until Friday"
				testId="hold-notes"
				onValue={setNotes}
			/>
			<UnitsPicker
				legend="Units to hold; the others stay open"
				lines={one.lines}
				chosen={chosen}
				onChosen={setChosen}
			/>
		</Dialog>
	);
}

/** Splits units off into a fulfillment order of their own. */
export function SplitDialog({ orderName, one }: Props): JSX.Element {
	const { attempt } = useDesk();
	const [chosen, setChosen] = useState(oneUnit(one.lines));
	const split = (): Promise<void> =>
		attempt(async () => {
			const units = chosenUnits(one.lines, chosen);
			await changeFulfillmentOrder(one.legacyId, 'split', { units });
		}, `${orderName} is split`);
	return (
		<Dialog title={`Split ${orderName}`} submit="Split" onSubmit={split}>
			<UnitsPicker
				legend="Units that become a fulfillment order of their own"
				lines={one.lines}
				chosen={chosen}
				onChosen={setChosen}
			/>
		</Dialog>
	);
}

/** Moves a fulfillment order, or some of its units, to another location. */
export function MoveDialog({ orderName, one }: Props): JSX.Element {
	const { attempt } = useDesk();
	const shop = useShop();
	const others = shop.locations.filter((place) => place.name !== one.location);
	const [location, setLocation] = useState(others[0]?.id ?? '');
	const [chosen, setChosen] = useState(allUnits(one.lines));
	const move = (): Promise<void> =>
		attempt(async () => {
			const units = unitsUnlessAll(one.lines, chosen);
			await changeFulfillmentOrder(one.legacyId, 'move', { location, ...units });
		}, `${orderName} is moved`);
	return (
		<Dialog title={`Move ${orderName}`} submit="Move" onSubmit={move}>
			<SelectField
				label={`From ${one.location} to`}
				value={location}
				testId="move-location"
				options={others.map((place) => [place.id, place.name])}
				onValue={setLocation}
			/>
			<UnitsPicker
				legend="Units to move; the others stay"
				lines={one.lines}
				chosen={chosen}
				onChosen={setChosen}
			/>
		</Dialog>
	);
}

/** Ships units by hand, as staff do in Shopify's admin. */
export function ShipDialog({ orderName, one }: Props): JSX.Element {
	const { attempt } = useDesk();
	const [chosen, setChosen] = useState(allUnits(one.lines));
	const [trackingNumber, setNumber] = useState('');
	const [trackingCompany, setCompany] = useState('');
	const [trackingUrl, setUrl] = useState('');
	const ship = (): Promise<void> =>
		attempt(async () => {
			const given = Object.entries({ trackingNumber, trackingCompany, trackingUrl })
				.map(([name, text]) => [name, text.trim()] as const)
				.filter(([, text]) => text !== '');
			const units = unitsUnlessAll(one.lines, chosen);
			const tracking = Object.fromEntries(given);
			await changeFulfillmentOrder(one.legacyId, 'ship', { ...tracking, ...units });
		}, `${orderName} is shipped`);
	return (
		<Dialog title={`Ship ${orderName} by hand`} submit="Ship" onSubmit={ship}>
			<UnitsPicker
				legend="Units in the parcel"
				lines={one.lines}
				chosen={chosen}
				onChosen={setChosen}
			/>
			<TextField
				label="Tracking number"
				help="May stay empty; carrier and link count only with a number"
				placeholder="RM482915307GB"
				value={trackingNumber}
				testId="ship-number"
				onValue={setNumber}
			/>
			<TextField
				label="Carrier"
				placeholder="Royal Mail"
				value={trackingCompany}
				testId="ship-company"
				onValue={setCompany}
			/>
			<TextField label="Tracking link" value={trackingUrl} testId="ship-url" onValue={setUrl} />
		</Dialog>
	);
}
