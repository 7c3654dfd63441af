import { readWebhookBody } from '../../nodes/domain/webhookBody';

const none = { orders: [], fulfillmentOrders: [] };

describe('the ids that a webhook names', () => {
	test.each<{ topic: string; body: string; orders?: string[]; fulfillmentOrders?: string[] }>([
		{
			topic: 'orders/paid',
			body: '{"id":820982911946154508,"admin_graphql_api_id":"gid://shopify/Order/820982911946154508","line_items":[{"id":5,"admin_graphql_api_id":"gid://shopify/LineItem/5"}],"note":"fulfillment_order {\\"id\\": 7}"}',
			orders: ['820982911946154508'],
		},
		{ topic: 'orders/updated', body: '{"id":820982911946154508}', orders: ['820982911946154508'] },
		{
			topic: 'orders/edited',
			body: '{"order_edit":{"id":78912328793123782,"order_id":820982911946154508,"line_items":{"additions":[{"delta":1,"id":3}]}}}',
			orders: ['820982911946154508'],
		},
		{
			topic: 'orders/risk_assessment_changed',
			body: '{"admin_graphql_api_order_id":"gid://shopify/Order/12","order_id":12,"risk_level":"medium"}',
			orders: ['12'],
		},
		{
			topic: 'orders/risk_assessment_changed',
			body: '{"admin_graphql_api_order_id":null,"order_id":null}',
		},
		{
			topic: 'refunds/create',
			body: '{"id":1,"order_id":9007199254740993,"admin_graphql_api_id":"gid://shopify/Refund/1"}',
			orders: ['9007199254740993'],
		},
		{
			topic: 'fulfillments/update',
			body: '{"id":1,"admin_graphql_api_id":"gid://shopify/Fulfillment/1","order_id":44,"status":"cancelled"}',
			orders: ['44'],
		},
		{
			topic: 'fulfillment_orders/order_routing_complete',
			body: '{"fulfillment_order":{"id":"gid://shopify/FulfillmentOrder/1","status":"open"}}',
			fulfillmentOrders: ['1'],
		},
		{
			topic: 'fulfillment_orders/split',
			body: '{"fulfillment_order":{"id":"gid://shopify/FulfillmentOrder/1"},"remaining_fulfillment_order":{"id":"gid://shopify/FulfillmentOrder/2"},"replacement_fulfillment_order":null,"split_line_items":[{"id":"gid://shopify/FulfillmentOrderLineItem/9"}]}',
			fulfillmentOrders: ['1', '2'],
		},
		{
			topic: 'fulfillment_orders/moved',
			body: '{"original_fulfillment_order":{"id":"gid://shopify/FulfillmentOrder/1"},"moved_fulfillment_order":{"id":"gid://shopify/FulfillmentOrder/2"},"source_location":{"id":"gid://shopify/Location/3"}}',
			fulfillmentOrders: ['1', '2'],
		},
		{
			topic: 'fulfillment_orders/merged',
			body: '{"fulfillment_order_merges":{"fulfillment_order":{"id":"gid://shopify/FulfillmentOrder/1"}},"merge_intents":[{"fulfillment_order_id":9007199254740993}]}',
			fulfillmentOrders: ['1', '9007199254740993'],
		},
		{
			topic: 'fulfillment_orders/placed_on_hold',
			body: '{"fulfillment_order":{"id":"gid://shopify/FulfillmentOrder/1"},"remaining_fulfillment_order":{"id":9007199254740995,"order_id":77}}',
			fulfillmentOrders: ['1', '9007199254740995'],
		},
	])('$topic: $body', ({ topic, body, orders = [], fulfillmentOrders = [] }) => {
		expect(readWebhookBody(topic, body)).toEqual({ orders, fulfillmentOrders });
	});

	test.each([
		['nothing', ''],
		['no JSON', '<html>'],
		['half of one', '{"id":5,"admin_graphql_api_id":"gid://shopify/Or'],
		['a list', '[{"id":5}]'],
		['a number', '5'],
		[
			'ids that are none',
			'{"id":-5,"order_id":1e30,"admin_graphql_api_id":"gid://shopify/Order/x"}',
		],
		['ids of other things', '{"admin_graphql_api_id":"gid://shopify/Product/5"}'],
		['an endless id', `{"id":${'9'.repeat(40)}}`],
	])('none in %s', (_what, body) => {
		expect(readWebhookBody('orders/paid', body)).toEqual(none);
	});

	test('numbers in texts stay as they are, and deep nesting ends', () => {
		const note = '"say \\"12\\" \\\\", "x": 1.5e3, "order_id": 7';
		expect(readWebhookBody('refunds/create', `{"note": ${note}}`).orders).toEqual(['7']);
		const deep = `${'{"a":'.repeat(5_000)}1${'}'.repeat(5_000)}`;
		expect(readWebhookBody('orders/paid', deep)).toEqual(none);
	});

	test('a body of 5 MB takes seconds at most', () => {
		const lines = Array.from(
			{ length: 50_000 },
			(_none, id) => `{"id":${id},"sku":"${'x'.repeat(80)}"}`,
		);
		const started = Date.now();
		const body = `{"line_items":[${lines.join()}],"id":42}`;
		expect(readWebhookBody('orders/paid', body).orders).toEqual(['42']);
		expect(Date.now() - started).toBeLessThan(10_000);
	});
});
