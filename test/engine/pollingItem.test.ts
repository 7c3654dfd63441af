import './support/fastSleep';
import type { IDataObject } from 'n8n-workflow';
import itemSchema from '../../nodes/ShopifyFulfillmentOrdersTrigger/item.schema.json';
import { problemsWith } from '../domain/schemaProblems';
import type { Engine } from './support/engine';
import { openEngine } from './support/engine';
import { Scenario, TRIGGER } from './support/scenario';

let engine: Engine;

beforeAll(async () => {
	engine = await openEngine();
});

test('the items of polls and manual runs are as the published schema says', async () => {
	const scenario = new Scenario(engine, { trigger: { deliveryMethods: [] } });
	const { shop } = scenario;
	shop.placeOrder({ note: 'Leave it with the neighbours', discountCodes: ['AUTUMN10'] });
	shop.placeOrder({
		shippingAddress: null,
		customer: null,
		company: { name: 'Weir & Daughters' },
		deliveryMethod: null,
		shippingLine: null,
		lines: [{ title: 'Engraving', sku: null, hasVariant: false }],
	});
	const bundle = { title: 'Breakfast Set' };
	const order = shop.placeOrder({
		lines: [
			{ sku: 'MUG-STN-350', quantity: 3, bundle },
			{ sku: 'BRD-OAK-LRG', bundle },
			{ sku: 'BLK-WOL-GRY', location: 'Camden Shop' },
		],
	});
	const items: IDataObject[] = [];
	const manual = await engine.poll(scenario.workflow, TRIGGER, { mode: 'manual' });
	items.push(...(manual.items ?? []), ...((await scenario.poll()).items ?? []));
	const [one] = order.fulfillmentOrders;
	shop.hold(one?.id ?? '', { units: [{ id: one?.lines[0]?.id ?? '', quantity: 1 }] });
	scenario.wait(61);
	items.push(...((await scenario.poll()).items ?? []));

	expect(new Set(items.map(({ event }) => event))).toEqual(new Set(['Ready', 'Unsettled']));
	for (const item of items) expect(problemsWith(item, itemSchema)).toEqual([]);
});
