import type { OfferEmission } from '../../nodes/domain/assessment';
import { assessOrder } from '../../nodes/domain/assessment';
import type { FulfillmentOrderDetails } from '../../nodes/domain/details';
import type { HandoverRecord, Offer } from '../../nodes/domain/handoverRecord';
import type { ItemContext } from '../../nodes/domain/targetOrder';
import { neededDetails } from '../../nodes/domain/emittedItem';
import { toTargetOrder } from '../../nodes/domain/targetOrder';
import schema from '../../nodes/ShopifyFulfillmentOrdersTrigger/item.schema.json';
import {
	aFulfillmentOrder,
	aLine,
	anOffer,
	anOrder,
	aRecord,
	MUG,
	rules,
	TEA,
	YORK,
} from './builders';
import {
	aDetailedLine,
	aFulfillmentOrderWithDetails,
	anAddress,
	anOrderWithDetails,
} from './detailsBuilders';
import { problemsWith } from './schemaProblems';

const CONTEXT: ItemContext = {
	shop: 'harbour-goods.myshopify.com',
	numberStyle: { alwaysAppend: false, withoutHash: false, prefix: '' },
	manual: false,
	raw: false,
};

function itemOf(
	emission: OfferEmission,
	all: readonly FulfillmentOrderDetails[],
	{
		record = aRecord([emission.offer]),
		...context
	}: Partial<ItemContext> & { record?: HandoverRecord } = {},
) {
	return toTargetOrder(
		emission,
		{ record, shipmentStatus: 'UNSHIPPED' },
		(id) => all.find(({ legacyId }) => legacyId === id),
		{ ...CONTEXT, ...context },
	);
}

function ready(offer: Offer = anOffer(), fulfillmentOrder = aFulfillmentOrder()): OfferEmission {
	return { event: 'Ready', offer, carriers: [{ fulfillmentOrder, units: offer.units }] };
}

/** One mug is held in Leeds, one was moved to York. */
function unsettled(): { readonly emission: OfferEmission; readonly record: HandoverRecord } {
	const order = anOrder({
		fulfillmentOrders: [
			aFulfillmentOrder({ status: 'ON_HOLD', lines: [aLine({ remaining: 1 })] }),
			aFulfillmentOrder({ legacyId: '6837114', location: YORK, lines: [aLine({ remaining: 1 })] }),
		],
	});
	const { emissions, record } = assessOrder(order, aRecord([anOffer()]), rules());
	const [emission] = emissions;
	if (emission?.event !== 'Unsettled') throw new Error('Nothing was emitted');
	return { emission, record };
}

const inYork = {
	...aFulfillmentOrderWithDetails().location,
	id: 'gid://shopify/Location/7311',
	name: 'York',
};
const BOTH = [
	aFulfillmentOrderWithDetails({ status: 'ON_HOLD' }),
	aFulfillmentOrderWithDetails({ legacyId: '6837114', location: inYork }),
];

describe('an item', () => {
	it('has every key of the published schema, and no other', () => {
		expect(problemsWith(itemOf(ready(), [aFulfillmentOrderWithDetails()]), schema)).toEqual([]);
	});

	it('of an unsettled offer has them as well, and each of its parts', () => {
		const { emission, record } = unsettled();

		expect(problemsWith(itemOf(emission, BOTH, { record }), schema)).toEqual([]);
	});

	it('is told by the schema to be wrong if a key is missing or new', () => {
		const { note: _, ...item } = {
			...itemOf(ready(), [aFulfillmentOrderWithDetails()]),
			colour: 'blue',
		} as Record<string, unknown>;

		expect(problemsWith(item, schema)).toEqual(['note is missing', 'colour is not published']);
	});

	it('names order, key and attempt', () => {
		const item = itemOf(ready(anOffer({ attempts: 3 })), [aFulfillmentOrderWithDetails()]);

		expect(item).toMatchObject({
			event: 'Ready',
			orderNumber: '#1042',
			orderUrl: 'https://harbour-goods.myshopify.com/admin/orders/5501042',
			handover: {
				key: '6837101',
				attempt: 3,
				firstOfferedAt: '2026-11-23T08:00:00.000Z',
				overdue: true,
				confirmed: false,
				manual: false,
			},
		});
	});

	it.each([
		[1, false],
		[2, false],
		[3, true],
	])('of attempt %i is overdue: %s', (attempts, overdue) => {
		const item = itemOf(ready(anOffer({ attempts })), [aFulfillmentOrderWithDetails()]);

		expect(item).toMatchObject({ handover: { overdue } });
	});

	it('is none as long as the details of a carrier are not known', () => {
		expect(itemOf(ready(), [])).toBeUndefined();
	});

	it("raw is Shopify's answer with number, units and key", () => {
		expect(itemOf(ready(), [aFulfillmentOrderWithDetails()], { raw: true })).toMatchObject({
			event: 'Ready',
			orderNumber: '#1042',
			fulfillmentOrder: { id: 'gid://shopify/FulfillmentOrder/6837101' },
			units: { [MUG]: 2 },
			handover: { key: '6837101' },
		});
	});

	it('names its siblings that ship something', () => {
		const siblings = [
			{ legacyId: '6837100', deliveryMethod: 'NONE', location: 'Leeds' },
			{ legacyId: '6837101', deliveryMethod: 'SHIPPING', location: 'Leeds' },
			{ legacyId: '6837114', deliveryMethod: 'SHIPPING', location: 'York' },
		];
		const details = aFulfillmentOrderWithDetails({ order: anOrderWithDetails({ siblings }) });

		expect(itemOf(ready(), [details])).toMatchObject({
			part: { siblings: [{ orderNumber: '#1042-6837114', location: 'York' }] },
		});
	});
});

describe('value and weight', () => {
	const second = anOffer({ key: '6837101:2', units: { [MUG]: 1 } });
	const both = aRecord([anOffer(), second]);

	it.each([
		['two of three', anOffer(), { goods: '25.00', discount: '0.67', tax: '3.33' }],
		['the third', second, { goods: '12.50', discount: '0.33', tax: '1.67' }],
	])('of one line in two parts: %s', (_, offer, value) => {
		expect(itemOf(ready(offer), [aFulfillmentOrderWithDetails()], { record: both })).toMatchObject({
			value,
		});
	});

	it('counts units shipped before as a part of their own', () => {
		const record = aRecord([second], { '6837101': { [MUG]: 2 } });

		expect(itemOf(ready(second), [aFulfillmentOrderWithDetails()], { record })).toMatchObject({
			value: { discount: '0.33', tax: '1.67' },
		});
	});

	it.each([
		['known', 420, 840],
		['not known', null, null],
	])('weight %s', (_, weightGrams, totalWeightGrams) => {
		const lines = [aDetailedLine({ weightGrams })];

		expect(itemOf(ready(), [aFulfillmentOrderWithDetails({ lines })])).toMatchObject({
			totalWeightGrams,
		});
	});

	it('is not known if one of the lines has no weight', () => {
		const lines = [aDetailedLine(), aDetailedLine({ orderLineId: TEA, weightGrams: null })];
		const offer = anOffer({ units: { [MUG]: 2, [TEA]: 1 } });

		expect(itemOf(ready(offer), [aFulfillmentOrderWithDetails({ lines })])).toMatchObject({
			totalWeightGrams: null,
		});
	});

	it('names units to ship now, not those of the fulfillment order', () => {
		const item = itemOf(ready(second), [aFulfillmentOrderWithDetails()]);

		expect(item).toMatchObject({
			lines: [{ sku: 'MUG-BLUE-350', quantity: 1, orderedQuantity: 3 }],
		});
	});
});

describe('where it ships to', () => {
	const partial = anAddress({ name: null, provinceCode: null, country: null, phone: null });

	it.each([
		['the destination alone', partial, null, partial],
		["the order's address alone", null, anAddress(), anAddress()],
		['nowhere', null, null, null],
		['what the destination lacks comes from the order', partial, anAddress(), anAddress()],
		[
			'but not province and country of another country',
			{ ...partial, countryCode: 'FR' },
			anAddress(),
			anAddress({ countryCode: 'FR', provinceCode: null, country: null }),
		],
		[
			'the destination wins',
			anAddress({ address1: '9 Mill Lane' }),
			anAddress(),
			anAddress({ address1: '9 Mill Lane' }),
		],
	])('%s', (_, destination, shippingAddress, shipTo) => {
		const order = anOrderWithDetails({ shippingAddress });

		expect(itemOf(ready(), [aFulfillmentOrderWithDetails({ destination, order })])).toMatchObject({
			shipTo,
		});
	});
});

describe('the parts of an unsettled offer', () => {
	it('carry a key only if they can be handed over', () => {
		const { emission, record } = unsettled();

		expect(itemOf(emission, BOTH, { record })).toMatchObject({
			event: 'Unsettled',
			handover: { key: '6837101', attempt: 2 },
			lines: [{ quantity: 2 }],
			parts: [
				{
					ready: false,
					reason: 'it is on hold; release the hold in Shopify to hand it over',
					handover: null,
					orderNumber: null,
					location: { name: 'Leeds' },
					lines: [{ quantity: 1 }],
				},
				{
					ready: true,
					reason: null,
					handover: { key: '6837114', attempt: 1 },
					location: { name: 'York' },
					lines: [{ quantity: 1 }],
				},
			],
		});
	});

	it('are described by where they are, also without a key', () => {
		const { emission, record } = unsettled();
		if (emission.event !== 'Unsettled') throw new Error('It is settled');
		const parts = emission.parts.map((part) => ({ ...part, offer: null, reason: 'not chosen' }));

		expect(itemOf({ ...emission, parts }, BOTH, { record })).toMatchObject({
			parts: [{ location: { name: 'Leeds' } }, { location: { name: 'York' } }],
		});
	});

	it('need the details of all places', () => {
		expect(neededDetails(unsettled().emission)).toEqual([
			'gid://shopify/FulfillmentOrder/6837101',
			'gid://shopify/FulfillmentOrder/6837114',
		]);
		expect(neededDetails(ready())).toEqual(['gid://shopify/FulfillmentOrder/6837101']);
	});

	it('know the lines of an offer that is gone altogether', () => {
		const emission: OfferEmission = {
			event: 'Unsettled',
			offer: anOffer(),
			parts: [{ units: { [MUG]: 2 }, share: null, offer: null, reason: 'removed' }],
		};
		const gone = aFulfillmentOrderWithDetails({ status: 'CLOSED', lines: [] });
		const item = itemOf(emission, [gone]);

		expect(problemsWith(item, schema)).toEqual([]);
		expect(item).toMatchObject({
			lines: [{ orderLineItemId: 'gid://shopify/LineItem/9001', sku: null, quantity: 2 }],
			totalWeightGrams: null,
		});
	});
});
