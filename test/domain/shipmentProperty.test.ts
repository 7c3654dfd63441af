import type { ExistingFulfillment, ShippedOrder } from '../../nodes/domain/shippedOrder';
import { activeFulfillments, unitsOfAll } from '../../nodes/domain/shippedOrder';
import type { Part } from '../../nodes/domain/shipmentAllocation';
import type { Shipment, ShippedLine, UploadRules } from '../../nodes/domain/shipment';
import { planShipment } from '../../nodes/domain/shipmentPlan';
import { withFulfillment, withTracking } from '../../nodes/domain/uploadedOrder';
import { random as createRandom } from './random';

/** Random orders at each seed, each with a few shipments that come once, twice, and after a crash. */
const SEEDS = 3000;

const RULES: UploadRules = {
	unmatchedLines: 'reject',
	overShipment: 'uploadRest',
	otherTracking: 'add',
	withoutNumber: 'same',
	location: '',
};

type Random = ReturnType<typeof createRandom>;

const SKUS = ['MUG-BLUE', 'MUG-RED', 'BOWL-STN', 'PLATE-OAK'];

function randomOrder(random: Random): ShippedOrder {
	const lines = Array.from({ length: 1 + random(4) }, (_, index) => ({
		id: String(9001 + index),
		sku: SKUS[random(SKUS.length)] ?? '',
	}));
	const fulfillmentOrders = Array.from({ length: 1 + random(4) }, (_, index) => {
		const location = String(501 + random(3));
		const legacyId = String(7001 + index);
		return {
			id: `gid://shopify/FulfillmentOrder/${legacyId}`,
			legacyId,
			status: random(8) === 0 ? 'ON_HOLD' : 'OPEN',
			createdAt: '2026-09-14T08:00:00Z',
			fulfillAt: null,
			location: { id: location, name: `Warehouse ${location}`, isFulfillmentService: false },
			mayFulfill: true,
			holds: [],
			lines: lines
				.map((line, at) => ({ line, at, units: random(4) }))
				.filter(({ units }) => units > 0)
				.map(({ line, at, units }) => ({
					id: `gid://shopify/FulfillmentOrderLineItem/${legacyId}${at}`,
					orderLineId: line.id,
					skus: [line.sku],
					total: units,
					remaining: units,
					requiresShipping: true,
				})),
		};
	});
	return {
		id: 'gid://shopify/Order/4001',
		legacyId: '4001',
		name: '#1042',
		cancelledAt: null,
		shipToCountry: 'GB',
		fulfillmentOrders,
		fulfillments: [],
		handedOver: { offers: randomOffers(random, fulfillmentOrders), shippedBefore: {} },
	};
}

/** Offers of some units of some fulfillment orders, as a handover record may have them. */
function randomOffers(
	random: Random,
	fulfillmentOrders: ShippedOrder['fulfillmentOrders'],
): ShippedOrder['handedOver']['offers'] {
	return fulfillmentOrders.flatMap(({ legacyId, location: { id }, lines }) => {
		const units = Object.fromEntries(
			lines.map(({ orderLineId, total }) => [orderLineId, random(total + 1)]),
		);
		// Now and then it has moved since.
		const location = random(4) === 0 ? '7319' : id;
		return random(3) === 0 ? [] : [{ fulfillmentOrder: legacyId, location, units }];
	});
}

/** The order as it is when its trigger has offered more of it, or other units than before. */
const withOtherOffers = (random: Random, order: ShippedOrder): ShippedOrder => ({
	...order,
	handedOver: { ...order.handedOver, offers: randomOffers(random, order.fulfillmentOrders) },
});

/** A shipment of what the order has, now and then of more. */
function randomShipment(random: Random, order: ShippedOrder, number: string | null): Shipment {
	const all = order.fulfillmentOrders.flatMap((owner) =>
		owner.lines.map((line) => ({ line, owner })),
	);
	const lines = all
		.filter(() => random(2) === 0)
		.map(({ line, owner }, item): ShippedLine => {
			const way = random(3);
			return {
				fulfillmentOrderLineId: way === 0 ? line.id.slice(line.id.lastIndexOf('/') + 1) : null,
				orderLineId: way === 1 ? line.orderLineId : null,
				sku: way === 2 ? (line.skus[0] ?? null) : null,
				quantity: 1 + random(line.total),
				shippedInTotal: null,
				fulfillmentOrder: random(3) === 0 ? owner.legacyId : null,
				item,
			};
		});
	return {
		items: [0],
		lines: random(6) === 0 ? 'remaining' : lines,
		fulfillmentOrder: null,
		tracking: {
			company: null,
			parcels: number === null ? [] : [{ number, url: null }],
		},
		isLoose: false,
		notifyCustomer: true,
		inputProblems: [],
	};
}

let lastId = 0;

function fulfillmentOf(part: Part, { tracking }: Shipment): ExistingFulfillment {
	lastId += 1;
	return {
		id: `gid://shopify/Fulfillment/${lastId}`,
		name: `#1042-F${lastId}`,
		status: 'SUCCESS',
		createdAt: '2026-09-14T09:00:00Z',
		location: part.location,
		tracking,
		units: part.units,
	};
}

/** Carries a plan out, or only its first `calls` calls. */
function upload(order: ShippedOrder, shipment: Shipment, calls = Infinity): ShippedOrder {
	const made: ExistingFulfillment[] = [];
	let now = order;
	let left = calls;
	for (;;) {
		const candidates = activeFulfillments(now).filter(
			(one) => one.tracking.parcels.length === 0 && !made.includes(one),
		);
		const plan = planShipment(now, shipment, RULES, { made, candidates });
		const [part] = plan.parts;
		if (left === 0 || (!part && plan.trackingChanges.length === 0)) return now;
		left -= 1;
		if (part) {
			const one = fulfillmentOf(part, shipment);
			made.push(one);
			now = withFulfillment(now, part, one);
		}
		for (const { fulfillment, tracking } of plan.trackingChanges) {
			now = withTracking(now, { ...fulfillment, tracking });
		}
	}
}

const shippedOf = (order: ShippedOrder): Readonly<Record<string, number>> =>
	Object.fromEntries([...unitsOfAll(order.fulfillments)].sort());

const countOf = (order: ShippedOrder): number =>
	[...unitsOfAll(order.fulfillments).values()].reduce((sum, units) => sum + units, 0);

/** Units that a shipment names; all that remained, if it names none. */
const askedIn = ({ lines }: Shipment, remained: number): number =>
	lines === 'remaining' ? remained : lines.reduce((sum, { quantity }) => sum + quantity, 0);

const totalsOf = (order: ShippedOrder): Map<string, number> => {
	const totals = new Map<string, number>();
	for (const { orderLineId, total } of order.fulfillmentOrders.flatMap(({ lines }) => lines)) {
		totals.set(orderLineId, (totals.get(orderLineId) ?? 0) + total);
	}
	return totals;
};

/** Each seed with its number, so that a failure names it. */
function eachSeed(check: (random: Random) => void): void {
	for (let seed = 1; seed <= SEEDS; seed += 1) {
		try {
			check(createRandom(seed));
		} catch (error) {
			throw new Error(`seed ${seed}: ${String(error)}`, { cause: error });
		}
	}
}

describe('shipments of random orders', () => {
	test.each([['with a number', '15501234567890'] as const, ['without a number', null] as const])(
		'%s, one is there once, however often it comes',
		(_, number) => {
			eachSeed((random) => {
				const order = randomOrder(random);
				const shipment = randomShipment(random, order, number);
				const once = upload(order, shipment);
				expect(upload(once, shipment)).toEqual(once);
				const later = withOtherOffers(random, once);
				const after = upload(later, shipment);
				// What waited under a number may come from elsewhere by then.
				if (number === null) expect(after).toEqual(later);
				else expect(countOf(after)).toBeLessThanOrEqual(askedIn(shipment, countOf(once)));
			});
		},
	);

	test.each([['with a number', '15501234567890'] as const, ['without a number', null] as const])(
		'%s, one that was cut off ends as if it had not been',
		(_, number) => {
			eachSeed((random) => {
				const order = randomOrder(random);
				const shipment = randomShipment(random, order, number);
				if (shipment.lines === 'remaining' && number === null) return;
				const whole = upload(order, shipment);
				const cut = upload(order, shipment, 1);
				expect(shippedOf(upload(cut, shipment))).toEqual(shippedOf(whole));
				const later = upload(withOtherOffers(random, cut), shipment);
				if (number === null) expect(countOf(later)).toBe(countOf(whole));
				else expect(countOf(later)).toBeLessThanOrEqual(askedIn(shipment, countOf(whole)));
			});
		},
	);

	test('several with numbers never ship more than was ordered, in any order and repeated', () => {
		eachSeed((random) => {
			let order = randomOrder(random);
			const shipments = ['A', 'B', 'C'].map((number) => randomShipment(random, order, number));
			const course = [...shipments, ...shipments].sort(() => random(3) - 1);
			for (const shipment of course) order = upload(order, shipment);
			const totals = totalsOf(order);
			for (const [line, units] of unitsOfAll(order.fulfillments)) {
				expect(units).toBeLessThanOrEqual(totals.get(line) ?? 0);
			}
			const after = shipments.reduce((now, shipment) => upload(now, shipment), order);
			expect(shippedOf(after)).toEqual(shippedOf(order));
		});
	});
});
