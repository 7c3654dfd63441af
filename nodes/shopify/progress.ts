import type { ShopifyClient } from './client';
import type { ReadHoldsQuery } from './generated/admin.generated';
import {
	HOLD_FULFILLMENT_ORDER,
	OPEN_FULFILLMENT_ORDER,
	READ_HOLDS,
	RELEASE_HOLD,
	REPORT_PROGRESS,
} from './operations/handover';

/** What came of a write to a fulfillment order: done, or Shopify's reason in its own words. */
export type WriteResult =
	| { readonly done: true }
	| { readonly done: false; readonly reason: string };

const DONE: WriteResult = { done: true };

function resultOf(
	payload: { readonly userErrors: readonly { readonly message: string }[] } | null | undefined,
): WriteResult {
	const messages = payload?.userErrors.map(({ message }) => message) ?? [];
	return messages.length === 0 ? DONE : { done: false, reason: messages.join('; ') };
}

/**
 * Makes a fulfillment order read *In progress*, with a note for the shop's staff. Costs 10 points.
 *
 * May be repeated: the second time Shopify refuses with a reason and changes nothing. Some delivery
 * methods and states refuse it; then the handover record alone counts.
 */
export async function reportProgress(
	client: ShopifyClient,
	fulfillmentOrderId: string,
	note: string,
): Promise<WriteResult> {
	const { data } = await client.run(
		REPORT_PROGRESS,
		{ id: fulfillmentOrderId, progressReport: { reasonNotes: note } },
		{ repeat: 'repeatable' },
	);
	return resultOf(data.fulfillmentOrderReportProgress);
}

/** Takes reported progress back. May be repeated: on an open one Shopify refuses and changes nothing. */
export async function takeProgressBack(
	client: ShopifyClient,
	fulfillmentOrderId: string,
): Promise<WriteResult> {
	const { data } = await client.run(
		OPEN_FULFILLMENT_ORDER,
		{ id: fulfillmentOrderId },
		{ repeat: 'repeatable' },
	);
	return resultOf(data.fulfillmentOrderOpen);
}

/** A hold as staff will read it in Shopify. */
export interface NewHold {
	/** `FulfillmentHoldReason`. */
	readonly reason: string;
	readonly notes: string;
	/** Tells several holds of this app on one fulfillment order apart; at most 64 characters. */
	readonly handle: string;
	/** Whether Shopify notifies the merchant. */
	readonly notifyMerchant: boolean;
}

/** Units of one fulfillment order line item, by its global id. */
export interface LineUnits {
	readonly id: string;
	readonly quantity: number;
}

const LONGEST_NOTE = 500;
/** Shopify's code for a hold that this app has placed under the same handle before (2026-07). */
const DUPLICATE_HANDLE = 'DUPLICATE_FULFILLMENT_HOLD_HANDLE';

/**
 * Puts a fulfillment order on hold, or only some of its units: Shopify then splits it. May be repeated: a
 * hold under the same handle stands already and counts as done. Shopify documents no limit for the
 * length of the notes (2026-07); what is longer than {@link LONGEST_NOTE} characters is cut.
 */
export async function hold(
	client: ShopifyClient,
	fulfillmentOrderId: string,
	{ reason, notes, handle, notifyMerchant }: NewHold,
	units: readonly LineUnits[] = [],
): Promise<WriteResult> {
	const { data } = await client.run(
		HOLD_FULFILLMENT_ORDER,
		{
			id: fulfillmentOrderId,
			fulfillmentHold: {
				reason: reason as 'OTHER',
				reasonNotes: notes.length > LONGEST_NOTE ? `${notes.slice(0, LONGEST_NOTE - 1)}…` : notes,
				handle,
				notifyMerchant,
				...(units.length > 0 && { fulfillmentOrderLineItems: [...units] }),
			},
		},
		{ repeat: 'repeatable' },
	);
	const codes = data.fulfillmentOrderHold?.userErrors.map(({ code }) => code) ?? [];
	if (codes.length > 0 && codes.every((code) => code === DUPLICATE_HANDLE)) return DONE;
	return resultOf(data.fulfillmentOrderHold);
}

/** Releases the named holds. May be repeated. */
export async function releaseHolds(
	client: ShopifyClient,
	fulfillmentOrderId: string,
	holdIds: readonly string[],
): Promise<WriteResult> {
	const { data } = await client.run(
		RELEASE_HOLD,
		{ id: fulfillmentOrderId, holdIds: [...holdIds] },
		{ repeat: 'repeatable' },
	);
	return resultOf(data.fulfillmentOrderReleaseHold);
}

/** A fulfillment order's status and holds. */
export interface HoldState {
	readonly status: string;
	readonly orderName: string;
	readonly holds: readonly {
		readonly id: string;
		readonly handle: string | null;
		/** `FulfillmentHoldReason`. */
		readonly reason: string;
		/** The same as staff read it. */
		readonly displayReason: string;
		readonly notes: string | null;
		/** True if this app placed it. */
		readonly ours: boolean;
	}[];
}

/** Ids of one `nodes(ids:)`, at most (Admin API 2026-07). */
const IDS_PER_REQUEST = 250;

/** Status and holds of fulfillment orders, by global id; one that does not exist is missing. One request for 250. */
export async function readHolds(
	client: ShopifyClient,
	fulfillmentOrderIds: readonly string[],
): Promise<ReadonlyMap<string, HoldState>> {
	const found = new Map<string, HoldState>();
	for (let start = 0; start < fulfillmentOrderIds.length; start += IDS_PER_REQUEST) {
		const { data } = await client.run(
			READ_HOLDS,
			{ ids: fulfillmentOrderIds.slice(start, start + IDS_PER_REQUEST) },
			{ repeat: 'read' },
		);
		for (const node of data.nodes) {
			if (node && 'fulfillmentHolds' in node) found.set(node.id, toHoldState(node));
		}
	}
	return found;
}

type HoldNode = Extract<
	NonNullable<ReadHoldsQuery['nodes'][number]>,
	{ fulfillmentHolds: unknown }
>;

function toHoldState({ status, orderName, fulfillmentHolds }: HoldNode): HoldState {
	return {
		status,
		orderName,
		holds: fulfillmentHolds.map((one) => ({
			id: one.id,
			handle: one.handle ?? null,
			reason: one.reason,
			displayReason: one.displayReason,
			notes: one.reasonNotes ?? null,
			ours: one.heldByRequestingApp,
		})),
	};
}
