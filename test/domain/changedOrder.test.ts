import { CHANGE_EVENTS } from '../../nodes/domain/changeEvents';
import { isChange, toEmittedItem } from '../../nodes/domain/emittedItem';
import type { OrderState } from '../../nodes/domain/order';
import type { ItemContext } from '../../nodes/domain/targetOrder';
import schema from '../../nodes/ShopifyFulfillmentOrdersTrigger/item.schema.json';
import {
	assess,
	closed,
	FO_A,
	FO_B,
	inProgress,
	LEEDS_ONLY,
	mugs,
	of,
	onHold,
} from './assessmentCases';
import { aConfirmedOffer, aFulfillmentOrder, aRecord, YORK } from './builders';
import { aFulfillmentOrderWithDetails } from './detailsBuilders';
import { problemsWith } from './schemaProblems';

const CONTEXT: ItemContext = {
	shop: 'harbour-goods.myshopify.com',
	numberStyle: { alwaysAppend: false, withoutHash: false, prefix: '' },
	manual: false,
	raw: false,
};

describe('the item of a change', () => {
	it.each<[string, OrderState]>([
		['held', of(onHold(FO_A, 2))],
		['a unit removed', of(inProgress(FO_A, 1))],
		['all removed', of(closed(FO_A))],
		['split', of(inProgress(FO_A, 1), inProgress(FO_B, 1))],
		[
			'moved in part',
			of(
				inProgress(FO_A, 1),
				aFulfillmentOrder({ legacyId: FO_B, location: YORK, lines: [mugs(1)] }),
			),
		],
	])('is as the published schema says: %s', (_what, order) => {
		const record = aRecord([aConfirmedOffer()]);
		const { emissions } = assess(order, record, {
			...LEEDS_ONLY,
			events: new Set(CHANGE_EVENTS),
		});
		const items = emissions
			.filter(isChange)
			.map((emission) =>
				toEmittedItem(
					emission,
					{ record, shipmentStatus: 'UNSHIPPED' },
					(legacyId) => aFulfillmentOrderWithDetails({ legacyId }),
					CONTEXT,
				),
			);

		expect(items).not.toEqual([]);
		expect(items.flatMap((item) => problemsWith(item, schema))).toEqual([]);
	});
});
