import { requireReachableAddress } from '../../nodes/domain/webhookAddress';
import { allowedTopics, isKnownTopic, WEBHOOK_TOPICS } from '../../nodes/domain/webhookTopics';

describe('topics', () => {
	test('are those that an app with all scopes subscribes to', () => {
		const { allowed, denied } = allowedTopics(() => true);
		expect(allowed.map(({ header }) => header)).toEqual([
			'fulfillment_orders/order_routing_complete',
			'fulfillment_orders/scheduled_fulfillment_order_ready',
			'fulfillment_orders/rescheduled',
			'fulfillment_orders/placed_on_hold',
			'fulfillment_orders/hold_released',
			'fulfillment_orders/moved',
			'fulfillment_orders/split',
			'fulfillment_orders/merged',
			'fulfillment_orders/cancelled',
			'fulfillment_orders/manually_reported_progress_stopped',
			'orders/create',
			'orders/paid',
			'orders/updated',
			'orders/edited',
			'orders/cancelled',
			'orders/risk_assessment_changed',
			'refunds/create',
			'fulfillments/update',
		]);
		expect(denied).toEqual([]);
	});

	test('a missing scope leaves its own out', () => {
		const { allowed, denied } = allowedTopics((scope) => scope === 'read_orders');
		expect(allowed).toHaveLength(7);
		expect(denied).toHaveLength(11);
		expect(denied.at(-1)).toEqual({
			name: 'FULFILLMENTS_UPDATE',
			header: 'fulfillments/update',
			anyOf: ['read_fulfillments'],
		});
	});

	test('are known by the name that deliveries have', () => {
		expect(WEBHOOK_TOPICS.every(({ header }) => isKnownTopic(header))).toBe(true);
		expect(isKnownTopic('products/update')).toBe(false);
		expect(isKnownTopic('ORDERS_PAID')).toBe(false);
	});
});

describe('the address', () => {
	test.each([
		['https://n8n.example.com/webhook/1', false],
		['https://n8n.example.com:8443/webhook/1', false],
		['https://203.0.113.7/webhook/1', false],
		['http://localhost:5678/webhook/1', true],
		['http://127.0.0.1:5678/webhook/1', true],
		['http://[::1]:5678/webhook/1', true],
		['https://n8n.example.com/webhook/1', true],
	])('%s is taken (loopback shop: %s)', (address, loopbackShop) => {
		expect(() => {
			requireReachableAddress(address, loopbackShop);
		}).not.toThrow();
	});

	test.each([
		['http://n8n.example.com/webhook/1', false],
		['http://n8n.example.com/webhook/1', true],
		['http://localhost:5678/webhook/1', false],
		['https://localhost/webhook/1', false],
		['https://127.0.0.1/webhook/1', false],
		['https://10.0.0.4/webhook/1', false],
		['https://172.20.0.2/webhook/1', false],
		['https://192.168.1.4/webhook/1', false],
		['https://[fd00::1]/webhook/1', false],
		['https://n8n/webhook/1', false],
		['https://n8n.local/webhook/1', false],
		['', false],
		['n8n', false],
	])('%s is not (loopback shop: %s)', (address, loopbackShop) => {
		expect(() => {
			requireReachableAddress(address, loopbackShop);
		}).toThrow(/^Shopify cannot reach n8n at .*: webhooks need a public address/);
	});
});
