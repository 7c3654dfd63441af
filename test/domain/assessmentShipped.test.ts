import { assess, closed, FO_A, FO_B, inShort, of, partShipped, shipped } from './assessmentCases';
import { aConfirmedOffer, anOffer, aRecord, DETAILS, MUG } from './builders';

describe('a unit shipped from a fulfillment order that the units of two offers came to', () => {
	const second = { key: `${FO_A}:2`, units: { [MUG]: 2 } };
	const order = shipped(1, of(closed(FO_A), partShipped(FO_B, 2, 3, true)));

	it('is that of the one that a target has, and the other is offered whole', () => {
		const record = aRecord([aConfirmedOffer({ units: { [MUG]: 1 } }), anOffer(second)]);
		expect(inShort(assess(order, record))).toEqual(['Ready 6837101:2 9001x2']);
	});

	it('is so as well if the other was made there', () => {
		const told = { details: DETAILS, progress: true, fulfillmentOrders: [FO_B] };
		const record = aRecord([
			aConfirmedOffer({ units: { [MUG]: 1 }, told }),
			anOffer({ fulfillmentOrder: FO_B }),
		]);
		expect(inShort(assess(order, record))).toEqual(['Ready 6837114 9001x2']);
	});

	it('leaves both confirmed ones as they are', () => {
		const record = aRecord([aConfirmedOffer({ units: { [MUG]: 1 } }), aConfirmedOffer(second)]);
		expect(inShort(assess(order, record))).toEqual([]);
	});
});
