import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { DeliveryMethodType } from '../../shop/state';
import { placeOrder } from './api';
import { useDesk, useShop } from './desk';
import { Dialog } from './dialog';
import { AmountRow, SelectField, TextField } from './fields';
import { CUSTOMER_OPTIONS, EMPTY_FORM, orderInputOf } from './orderForm';
import type { OrderForm, Person } from './orderForm';
import { counted, goodsName, money } from './words';

const DELIVERY: readonly (readonly [DeliveryMethodType, string])[] = [
	['SHIPPING', 'Shipping'],
	['PICKUP_POINT', 'Pickup point'],
	['LOCAL', 'Local delivery'],
	['PICK_UP', 'Pickup in store'],
	['NONE', 'None (nothing to ship)'],
];

const PERSON_FIELDS: readonly (readonly [keyof Person, string])[] = [
	['firstName', 'First name'],
	['lastName', 'Last name'],
	['address1', 'Street'],
	['city', 'City'],
	['zip', 'Postcode'],
	['country', 'Country'],
	['countryCode', 'Country code'],
];

/** Places an order of chosen goods for a chosen customer. */
export function PlaceOrderDialog(): JSX.Element {
	const { attempt } = useDesk();
	const shop = useShop();
	const [form, setForm] = useState<OrderForm>(EMPTY_FORM);
	const change = (part: Partial<OrderForm>): void => {
		setForm({ ...form, ...part });
	};
	const place = (): Promise<void> =>
		attempt(async () => {
			await placeOrder(orderInputOf(form));
		}, 'The order is placed');
	const chosen = shop.goods.map((one) => ({ ...one, quantity: form.units[one.sku] ?? 0 }));
	const units = chosen.reduce((sum, one) => sum + one.quantity, 0);
	const worth = chosen.reduce((sum, one) => sum + one.quantity * one.price, 0);
	return (
		<Dialog title="Place an order" submit="Place the order" wide onSubmit={place}>
			<fieldset>
				<legend class="form-label fs-6">
					Goods{' '}
					<span class="text-body-secondary fw-normal">
						{units === 0 ? '' : `${counted(units, 'unit')}, ${money(worth, shop.currency)}`}
					</span>
				</legend>
				<ul class="list-unstyled mb-0 goods-grid">
					{chosen.map((one) => (
						<AmountRow
							key={one.sku}
							label={`Units of ${goodsName(one)}`}
							note={`${one.sku} · ${money(one.price, shop.currency)}`}
							value={one.quantity}
							testId={`choose-${one.sku}`}
							onValue={(quantity) => {
								change({ units: { ...form.units, [one.sku]: quantity } });
							}}
						>
							{goodsName(one)}
						</AmountRow>
					))}
				</ul>
			</fieldset>
			<div class="field-grid">
				<SelectField
					label="Customer"
					value={form.customer}
					testId="choose-customer"
					options={CUSTOMER_OPTIONS}
					onValue={(customer) => {
						change({ customer });
					}}
				/>
				<SelectField
					label="Payment"
					value={form.paid ? 'paid' : 'pending'}
					testId="choose-payment"
					options={[
						['paid', 'Paid'],
						['pending', 'Payment pending'],
					]}
					onValue={(payment) => {
						change({ paid: payment === 'paid' });
					}}
				/>
				{form.customer === 'new' &&
					PERSON_FIELDS.map(([name, label]) => (
						<TextField
							key={name}
							label={label}
							value={form.person[name]}
							required
							onValue={(text) => {
								change({ person: { ...form.person, [name]: text } });
							}}
						/>
					))}
				<SelectField
					label="Delivery"
					value={form.delivery}
					testId="choose-delivery"
					options={DELIVERY}
					onValue={(delivery) => {
						change({ delivery: delivery as DeliveryMethodType });
					}}
				/>
				{shop.locations.length > 1 && (
					<SelectField
						label="Ships from"
						value={form.location}
						testId="choose-location"
						options={[
							['', 'As the shop decides'],
							...shop.locations.map((place) => [place.id, place.name] as const),
						]}
						onValue={(location) => {
							change({ location });
						}}
					/>
				)}
				<TextField
					label="Note"
					value={form.note}
					placeholder="Please leave it with the neighbour"
					testId="choose-note"
					onValue={(note) => {
						change({ note });
					}}
				/>
				<TextField
					label="Tags"
					value={form.tags}
					placeholder="gift, wholesale"
					testId="choose-tags"
					onValue={(tags) => {
						change({ tags });
					}}
				/>
			</div>
		</Dialog>
	);
}
