import type { JSX } from 'preact';
import type { FulfillmentOrderView, HoldView } from '../contract';
import { changeFulfillmentOrder } from './api';
import { useDesk, useShop } from './desk';
import { HoldDialog, MoveDialog, ShipDialog, SplitDialog } from './fulfillmentOrderDialogs';
import { Action, BadgeMark } from './pieces';
import { duration, goodsName, sentence, statusBadge } from './words';

interface Props {
	readonly orderName: string;
	readonly one: FulfillmentOrderView;
}

function Hold({ hold }: { readonly hold: HoldView }): JSX.Element {
	const notes = hold.reasonNotes ?? '';
	return (
		<div class="hold" data-testid="fo-hold">
			<div class="small text-body-secondary">
				Held by {hold.heldBy ?? 'Staff'}
				{notes !== '' && hold.reason === 'OTHER' ? '' : ` · ${sentence(hold.reason)}`}
			</div>
			{notes !== '' && <div class="hold-notes">{notes}</div>}
		</div>
	);
}

/** What can be done with it now, by what the shop says. */
function Actions({ orderName, one }: Props): JSX.Element | null {
	const { open, run } = useDesk();
	const shop = useShop();
	const can = new Set(one.supportedActions);
	const simply = (action: string, done: string) => (): void => {
		void run(() => changeFulfillmentOrder(one.legacyId, action, {}), done);
	};
	const dialog = { orderName, one };
	const choices = [
		can.has('RELEASE_HOLD') && {
			testId: 'action-release',
			label: 'Release',
			onDo: simply('releaseHold', `${orderName} is released`),
		},
		can.has('MARK_AS_OPEN') && {
			testId: 'action-open',
			label: 'Mark as open',
			onDo: simply('markAsOpen', `${orderName} is open again`),
		},
		can.has('HOLD') && {
			testId: 'action-hold',
			label: 'Hold …',
			onDo: () => open(<HoldDialog {...dialog} />),
		},
		can.has('SPLIT') && {
			testId: 'action-split',
			label: 'Split …',
			onDo: () => open(<SplitDialog {...dialog} />),
		},
		can.has('MOVE') &&
			shop.locations.length > 1 && {
				testId: 'action-move',
				label: 'Move …',
				onDo: () => open(<MoveDialog {...dialog} />),
			},
		can.has('CREATE_FULFILLMENT') && {
			testId: 'action-ship',
			label: 'Ship by hand …',
			onDo: () => open(<ShipDialog {...dialog} />),
		},
	].filter((choice) => choice !== false);
	if (choices.length === 0) return null;
	return (
		<div class="actions" role="group" aria-label={`Fulfillment order of ${orderName}`}>
			{choices.map((choice) => (
				<Action
					key={choice.testId}
					{...choice}
					name={`${choice.label.replace(' …', '')} ${orderName}`}
				/>
			))}
		</div>
	);
}

function Arrivals({ orderName, one }: Props): JSX.Element | null {
	const { arrivals, showInWarehouse } = useDesk();
	const own = (arrivals.get(orderName) ?? []).filter(
		(arrival) => arrival.fulfillmentOrder === one.legacyId,
	);
	if (own.length === 0) return null;
	return (
		<div class="small" data-testid="fo-arrival">
			In the warehouse as{' '}
			{own.map((arrival, index) => (
				<span key={arrival.orderNumber}>
					{index > 0 && ', '}
					<button
						type="button"
						class="btn btn-link btn-sm p-0 align-baseline"
						title={`Arrived after ${duration(arrival.afterMs)}`}
						onClick={() => showInWarehouse(arrival.orderNumber)}
					>
						{arrival.reference}
					</button>
				</span>
			))}
		</div>
	);
}

/** One fulfillment order: what ships from one location, and how far it is. */
export function FulfillmentOrderCard({ orderName, one }: Props): JSX.Element {
	const shop = useShop();
	const variantOf = new Map(shop.goods.map((goods) => [goods.sku, goods.variantTitle]));
	const left = one.lines.some((line) => line.remaining > 0);
	return (
		<section
			class="fo"
			aria-label={`Fulfillment order ${one.legacyId}`}
			data-testid={`fo-${one.legacyId}`}
		>
			<div class="d-flex flex-wrap align-items-center gap-2">
				<BadgeMark badge={statusBadge(one.status)} testId="fo-status" status={one.status} />
				<span class="fw-medium" data-testid="fo-location">
					{one.location}
				</span>
				<span class="text-body-secondary small ms-auto" title="Fulfillment order">
					{one.legacyId}
				</span>
			</div>
			{one.progress !== null && (
				<div class="small" data-testid="fo-progress">
					{one.progress === '' ? 'In progress, without a note' : one.progress}
				</div>
			)}
			<Arrivals orderName={orderName} one={one} />
			{one.holds.map((hold) => (
				<Hold key={hold.id} hold={hold} />
			))}
			<ul class={`list-unstyled mb-0 lines ${left ? '' : 'text-body-secondary'}`}>
				{one.lines.map((line) => (
					<li key={line.id} class="line">
						<span class="line-units">{line.remaining > 0 ? line.remaining : line.total} ×</span>
						<span class="line-name">
							{goodsName({ ...line, variantTitle: variantOf.get(line.sku ?? '') ?? null })}{' '}
							<span class="sku">{line.sku ?? 'No SKU'}</span>
						</span>
						{line.remaining < line.total && (
							<span class="small text-body-secondary text-nowrap">
								{line.remaining === 0 ? 'none left' : `of ${line.total}`}
							</span>
						)}
					</li>
				))}
			</ul>
			{one.lines.length === 0 && <div class="small text-body-secondary">No units any more</div>}
			<Actions orderName={orderName} one={one} />
		</section>
	);
}
