import type { INodeExecutionData } from 'n8n-workflow';
import type { CheckAnswer, CheckRequest } from '../handover/checkBeforeShipping';
import { checkBeforeShipping } from '../handover/checkBeforeShipping';
import type { ConfirmAnswer, ConfirmRequest } from '../handover/confirmHandovers';
import { confirmHandovers } from '../handover/confirmHandovers';
import { toObject, toText } from '../n8n/parameters';
import { legacyId } from '../shopify/gid';
import { readCheckRequest, readConfirmRequest } from './parameters';
import type { BatchOperation } from './runItems';

/** Confirm Handover. */
export const CONFIRM_HANDOVER: BatchOperation<ConfirmRequest, ConfirmAnswer> = {
	read: readConfirmRequest,
	answer: confirmHandovers,
	toFields: (answer, { key }) => ({ confirmation: { key, ...answer } }),
};

/** Check Before Shipping. */
export const CHECK_BEFORE_SHIPPING: BatchOperation<CheckRequest, CheckAnswer> = {
	read: readCheckRequest,
	answer: checkBeforeShipping,
	toFields: (answer, _request, item) => ({ check: withSkus(answer, skusIn(item)) }),
};

/** The answer with the SKUs that the item itself names: reading them again would cost a call more. */
function withSkus(answer: CheckAnswer, skus: ReadonlyMap<string, string>): object {
	const lines = answer.lines.map(({ orderLineItemId, ...units }) => ({
		orderLineItemId,
		sku: skus.get(legacyId(orderLineItemId)) ?? null,
		...units,
	}));
	return { ...answer, lines };
}

/** SKUs of the lines of an item as the trigger gives it, by the order line's legacy id. */
function skusIn({ json }: INodeExecutionData): ReadonlyMap<string, string> {
	const lines = Array.isArray(json['lines']) ? json['lines'].map(toObject) : [];
	const skus = lines.map((line): readonly [string, string] => [
		legacyId(toText(line['orderLineItemId'])),
		toText(line['sku']),
	]);
	return new Map(skus.filter(([id, sku]) => id !== '' && sku !== ''));
}
