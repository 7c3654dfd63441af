import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { OrderView } from '../contract';
import { changeOrder } from './api';
import { useDesk, useShop } from './desk';
import { Dialog } from './dialog';
import { Amount, AmountRow, SelectField } from './fields';
import { orderEditOf } from './orderEdit';
import { goodsName, money, sentence } from './words';

interface Props {
	readonly order: OrderView;
}

/** Shopify's `OrderCancelReason`. */
const CANCEL_REASONS = ['CUSTOMER', 'INVENTORY', 'FRAUD', 'DECLINED', 'STAFF', 'OTHER'] as const;

/** Cancels an order. */
export function CancelDialog({ order }: Props): JSX.Element {
	const { attempt } = useDesk();
	const [reason, setReason] = useState<string>('CUSTOMER');
	const cancel = (): Promise<void> =>
		attempt(() => changeOrder(order.legacyId, 'cancel', { reason }), `${order.name} is cancelled`);
	return (
		<Dialog title={`Cancel ${order.name}?`} submit="Cancel the order" danger onSubmit={cancel}>
			<p class="mb-0">What is not shipped yet will not be shipped. This cannot be undone.</p>
			<SelectField
				label="Reason"
				value={reason}
				testId="cancel-reason"
				options={CANCEL_REASONS.map((name) => [name, sentence(name)])}
				onValue={setReason}
			/>
		</Dialog>
	);
}

/** Edits an order: more or fewer units of a line, and goods that were not in it. */
export function EditDialog({ order }: Props): JSX.Element {
	const { attempt } = useDesk();
	const shop = useShop();
	const [wanted, setWanted] = useState<Readonly<Record<string, number>>>({});
	const [added, setAdded] = useState({ sku: '', quantity: 1 });
	const lines = order.lines.filter((line) => line.quantity > 0);
	const edit = (): Promise<void> =>
		attempt(async () => {
			await changeOrder(order.legacyId, 'edit', orderEditOf(lines, wanted, added));
		}, `${order.name} is edited`);
	return (
		<Dialog title={`Edit ${order.name}`} submit="Save" onSubmit={edit}>
			<fieldset>
				<legend class="form-label fs-6">Units</legend>
				<ul class="list-unstyled mb-0">
					{lines.map((line) => (
						<AmountRow
							key={line.id}
							label={`Units of ${goodsName(line)}`}
							note={`${line.sku ?? 'No SKU'} · ${line.fulfilled} shipped`}
							value={wanted[line.id] ?? line.quantity}
							min={line.fulfilled}
							testId={`edit-${line.sku ?? line.id}`}
							onValue={(quantity) => {
								setWanted({ ...wanted, [line.id]: quantity });
							}}
						>
							{goodsName(line)}
						</AmountRow>
					))}
				</ul>
			</fieldset>
			<div class="d-flex gap-2 align-items-end">
				<div class="flex-grow-1">
					<SelectField
						label="Add goods"
						value={added.sku}
						testId="edit-add"
						options={[
							['', 'None'],
							...shop.goods.map(
								(one) =>
									[one.sku, `${goodsName(one)} (${money(one.price, shop.currency)})`] as const,
							),
						]}
						onValue={(sku) => {
							setAdded({ ...added, sku });
						}}
					/>
				</div>
				<Amount
					label="Units to add"
					value={added.quantity}
					min={1}
					testId="edit-add-quantity"
					onValue={(quantity) => {
						setAdded({ ...added, quantity });
					}}
				/>
			</div>
		</Dialog>
	);
}
