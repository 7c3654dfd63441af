import './support/fastSleep';
import nock from 'nock';
import type { Order, ShopResponse } from '../shop';
import { answerWithNock } from '../shop';
import { FILTER_CASES, READINESS_CASES } from './pollingFilters';
import type { PlacedOrder } from './pollingFilters';
import { numbersOf, place, setTrigger } from './pollingPlaces';
import type { Engine } from './support/engine';
import { openEngine } from './support/engine';
import type { ScenarioOptions } from './support/scenario';
import { Scenario, START } from './support/scenario';

let engine: Engine;

beforeAll(async () => {
	engine = await openEngine();
});

function newScenario(options: ScenarioOptions = {}): Scenario {
	return new Scenario(engine, options);
}

/** Lets something change each answer of the shop on its way. */
function onTheWay(scenario: Scenario, change: (body: string) => string): void {
	const { shop } = scenario;
	nock.cleanAll();
	const handle = async (
		...request: Parameters<typeof shop.handle>
	): Promise<ShopResponse | 'dropped'> => {
		const answer = await shop.handle(...request);
		return answer === 'dropped' ? answer : { ...answer, body: change(answer.body) };
	};
	answerWithNock({ ...shop, handle }, nock);
}

describe('one filter at a time', () => {
	test.each([...READINESS_CASES, ...FILTER_CASES])('$name', async (one) => {
		const scenario = newScenario(one.shop && { shop: one.shop });
		const now = START + 2 * 3_600_000;
		const out = place(scenario, one.keepsOut, now);
		const order = place(scenario, one.lets, now);
		setTrigger(scenario, one.trigger({ in: order, shop: scenario.shop }));

		const { items, log } = await scenario.poll();

		expect(items?.map((item) => item['orderName'])).toEqual([order.name]);
		expect(order.name).not.toBe(out.name);
		if (one.reason) expect(log.join('\n')).toContain(`left out by ${one.reason}`);
	});
});

describe('filters together', () => {
	const everything = {
		paymentStatuses: ['AUTHORIZED', 'PAID'],
		deliveryMethods: ['SHIPPING', 'LOCAL'],
		createdWithin: 10,
		filters: {
			shipmentStatuses: ['UNSHIPPED'],
			countries: 'DE,AT',
			tagsAny: 'warehouse',
			tagsAll: 'approved, b2b',
			tagsNone: 'do-not-ship',
			settleTime: 15,
			salesChannels: 'web',
			risks: ['ACCEPT'],
			testOrders: 'exclude',
		},
	};
	const good: PlacedOrder = {
		minutesAgo: 20,
		shippingAddress: { countryCode: 'DE' },
		tags: ['warehouse', 'approved', 'B2B'],
		financialStatus: 'AUTHORIZED',
		deliveryMethod: 'LOCAL',
	};
	const bad: Readonly<Record<string, PlacedOrder>> = {
		'Payment Status': { financialStatus: 'PENDING' },
		'Delivery Methods': { deliveryMethod: 'PICK_UP' },
		'Created Within': { daysAgo: 11 },
		'Ship-To Countries': { shippingAddress: { countryCode: 'CH' } },
		'Order Tags: Any Of': { tags: ['approved', 'b2b'] },
		'Order Tags: All Of': { tags: ['warehouse', 'b2b'] },
		'Order Tags: None Of': { tags: ['warehouse', 'approved', 'b2b', 'do-not-ship'] },
		'Settle Time': { minutesAgo: 5 },
		'Sales Channels': { sourceName: 'pos' },
		Risk: { risk: 'MEDIUM' },
		'Test Orders': { test: true },
	};

	test('an order that fits all is let through; one that fails a single one is not', async () => {
		const scenario = newScenario({ trigger: everything });
		const now = START + 3_600_000;
		const reasons = Object.keys(bad);
		for (const change of Object.values(bad)) place(scenario, { ...good, ...change }, now);
		const fits = place(scenario, good, now);

		const { items, log } = await scenario.poll();

		expect(items?.map((item) => item['orderName'])).toEqual([fits.name]);
		const counted = log.join('\n').match(/\d+ left out by [^.\n]+/g);
		expect(counted?.sort()).toEqual(reasons.map((reason) => `1 left out by ${reason}`).sort());
	});

	test('an order that fails two is let through only when both are mended', async () => {
		const scenario = newScenario({ trigger: everything });
		const now = START + 3_600_000;
		const order = place(scenario, { ...good, financialStatus: 'PENDING', tags: ['approved'] }, now);

		expect((await scenario.poll()).items).toBeNull();
		scenario.shop.authorize(order.id);
		expect((await scenario.poll()).items).toBeNull();
		scenario.shop.addTags(order.id, ['b2b', 'warehouse']);
		expect(numbersOf((await scenario.poll()).items)).toEqual([order.name]);
	});
});

describe('changes that leave no trace on the fulfillment order', () => {
	test.each<{
		name: string;
		input: PlacedOrder;
		change: (scenario: Scenario, order: Order) => void;
	}>([
		{
			name: 'paid',
			input: { financialStatus: 'PENDING' },
			change: ({ shop }, { id }) => {
				shop.pay(id);
			},
		},
		{
			name: 'tagged',
			input: { tags: ['warehouse'] },
			change: ({ shop }, { id }) => {
				shop.addTags(id, ['go']);
			},
		},
		{
			name: 'rid of a tag',
			input: { tags: ['go', 'stop'] },
			change: ({ shop }, { id }) => {
				shop.removeTags(id, ['STOP']);
			},
		},
		{
			name: 'released',
			input: {
				tags: ['go'],
				after: (shop, { fulfillmentOrders }) => {
					shop.hold(fulfillmentOrders[0]?.id ?? '');
				},
			},
			change: ({ shop }, { fulfillmentOrders }) => {
				shop.releaseHold(fulfillmentOrders[0]?.id ?? '');
			},
		},
		{
			name: 'cleared of its risk',
			input: { tags: ['go'], risk: 'HIGH' },
			change: ({ shop }, { id }) => {
				shop.setRisk(id, 'LOW');
			},
		},
	])('an order that is $name is found at the next poll', async ({ input, change }) => {
		const filters = { tagsAny: 'go', tagsNone: 'stop', risks: ['ACCEPT'] };
		const scenario = newScenario({ trigger: { filters } });
		const order = place(scenario, { tags: ['go'], ...input }, START);
		const before = order.fulfillmentOrders[0]?.updatedAt;
		expect((await scenario.poll()).items).toBeNull();
		scenario.wait(30);

		change(scenario, order);
		// Shopify promises nothing about the time, so the shop is made not to move it.
		for (const one of order.fulfillmentOrders) one.updatedAt = before ?? 0;

		expect(numbersOf((await scenario.poll()).items)).toEqual([order.name]);
	});

	test('an order that Shopify routes late, or opens at its time, is found then', async () => {
		const scenario = newScenario();
		const late = scenario.shop.placeOrder({ routed: false });
		const preorder = scenario.shop.placeOrder({ fulfillAt: START + 3_600_000 });
		expect((await scenario.poll()).items).toBeNull();

		scenario.shop.routeOrder(late.id);
		expect(numbersOf((await scenario.poll()).items)).toEqual([late.name]);
		scenario.wait(59);
		expect((await scenario.poll()).items).toBeNull();
		scenario.wait(2);
		expect(numbersOf((await scenario.poll()).items)).toContain(preorder.name);
	});
});

test('a search warning fails the poll, and nothing is offered', async () => {
	const scenario = newScenario();
	scenario.shop.placeOrder();
	const warning = {
		path: ['fulfillmentOrders'],
		query: '(status:open)',
		parsed: {},
		warnings: [
			{ field: 'status', message: 'Invalid search field for this query.', code: 'invalid_field' },
		],
	};
	onTheWay(scenario, (body) => {
		const answer = JSON.parse(body) as { data?: object; extensions?: object };
		if (!answer.data || !('fulfillmentOrders' in answer.data)) return body;
		return JSON.stringify({ ...answer, extensions: { ...answer.extensions, search: [warning] } });
	});

	const failed = scenario.poll();

	await expect(failed).rejects.toMatchObject({
		message: 'Shopify would ignore the filter "status": Invalid search field for this query',
		failure: { cause: 'configuration-invalid' },
	});
	expect(
		scenario.shop.log.filter(({ operationName }) => operationName === 'SetHandoverRecords'),
	).toEqual([]);
	onTheWay(scenario, (body) => body);
	expect((await scenario.poll()).items).toHaveLength(1);
});
