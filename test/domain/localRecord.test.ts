import { confirmedByProgress } from '../../nodes/domain/localRecord';
import {
	aConfirmedOffer,
	aFulfillmentOrder,
	aLine,
	anOffer,
	aRecord,
	NOW,
	NOW_MS,
} from './builders';

describe('a record that only n8n keeps', () => {
	it.each([
		['reported progress', aFulfillmentOrder({ progress: true }), NOW],
		[
			'a part shipment',
			aFulfillmentOrder({ status: 'IN_PROGRESS', lines: [aLine({ total: 3, remaining: 1 })] }),
			undefined,
		],
		['an open fulfillment order', aFulfillmentOrder(), undefined],
		[
			'progress on another one',
			aFulfillmentOrder({ legacyId: '6837114', progress: true }),
			undefined,
		],
	])('is confirmed by %s at %s', (_, fulfillmentOrder, confirmedAt) => {
		const { offers } = confirmedByProgress(aRecord([anOffer()]), [fulfillmentOrder], NOW_MS);

		expect(offers[0]?.confirmedAt).toBe(confirmedAt);
	});

	it.each([
		['confirmed', aConfirmedOffer()],
		['void', anOffer({ voidedAt: NOW })],
		['returned', anOffer({ returnedAt: NOW })],
	])('leaves alone an offer that is %s', (_, offer) => {
		const record = aRecord([offer]);

		expect(confirmedByProgress(record, [aFulfillmentOrder({ progress: true })], NOW_MS)).toBe(
			record,
		);
	});
});
