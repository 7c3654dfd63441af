import './support/fastSleep';
import type { IDataObject } from 'n8n-workflow';
import nock from 'nock';
import { ALL_SCOPES } from '../shop';
import { confirm, errorOf, useCredential } from './badInputSupport';
import type { Engine } from './support/engine';
import { openEngine } from './support/engine';
import type { ScenarioOptions } from './support/scenario';
import { Scenario } from './support/scenario';

let engine: Engine;

beforeAll(async () => {
	engine = await openEngine();
});

describe('a shop that cannot be used', () => {
	interface Trouble {
		readonly name: string;
		readonly begins: (scenario: Scenario) => void;
		readonly message: RegExp;
		readonly cause: string;
	}
	const fails = (status: number) => (scenario: Scenario) => {
		scenario.shop.faults.failNext(status, 50);
	};
	const troubles: readonly Trouble[] = [
		{
			name: 'wrong token',
			begins: (scenario) => {
				useCredential(scenario, { accessToken: 'shpat_00000000000000000000000000000000' });
			},
			message: /^Shopify does not accept the access token$/,
			cause: 'credential-invalid',
		},
		{
			name: 'revoked app',
			begins: ({ shop }) => {
				shop.revokeTokens();
			},
			message: /^Shopify does not accept the access token$/,
			cause: 'credential-invalid',
		},
		{
			name: 'wrong client secret',
			begins: (scenario) => {
				useCredential(scenario, {
					authentication: 'clientCredentials',
					clientId: scenario.shop.settings.clientId,
					clientSecret: 'shpss_00000000000000000000000000000000',
				});
			},
			message: /^Shopify does not accept the Client Secret$/,
			cause: 'credential-invalid',
		},
		{
			name: 'wrong client id',
			begins: (scenario) => {
				useCredential(scenario, {
					authentication: 'clientCredentials',
					clientId: '00000000000000000000000000000000',
					clientSecret: scenario.shop.settings.clientSecret,
				});
			},
			message: /^Shopify does not know the Client ID$/,
			cause: 'credential-invalid',
		},
		{
			name: 'frozen shop',
			begins: fails(402),
			message: /^The shop harbour-goods\.myshopify\.com is frozen$/,
			cause: 'credential-invalid',
		},
		{
			name: 'locked shop',
			begins: fails(423),
			message: /^Shopify has locked the shop harbour-goods\.myshopify\.com$/,
			cause: 'credential-invalid',
		},
		{
			name: 'wrong shop name',
			begins: (scenario) => {
				useCredential(scenario, { shop: 'harbor-goods' });
				nock('https://harbor-goods.myshopify.com')
					.persist()
					.post(/.*/)
					.reply(404, { errors: 'Not Found' });
			},
			message: /^There is no Shopify shop at harbor-goods\.myshopify\.com$/,
			cause: 'credential-invalid',
		},
		{
			name: 'throttled for long',
			begins: ({ shop }) => {
				shop.faults.throttleNext(200);
			},
			message: /^Shopify asks to send fewer requests$/,
			cause: 'rate-limited',
		},
		{
			name: 'trouble at Shopify',
			begins: fails(500),
			message: /^Shopify could not process the request \(HTTP 500\)$/,
			cause: 'temporarily-unavailable',
		},
	];

	test.each(troubles)(
		'$name: one clear error that says which, and nothing is forgotten',
		async (one) => {
			const scenario = new Scenario(engine);
			const { credential } = scenario;
			scenario.shop.placeOrder();
			const offered = (await scenario.poll()).items ?? [];
			scenario.shop.placeOrder();
			one.begins(scenario);

			const polled = await errorOf(scenario.poll());
			const ran = await confirm(scenario, offered);

			expect(polled.message).toMatch(one.message);
			expect(polled['failure']).toMatchObject({ cause: one.cause });
			expect(polled['description']).toMatch(/\w{3}/);
			expect(ran.error?.message).toMatch(one.message);

			// What follows is as if it had not happened.
			scenario.shop.faults.clear();
			if (one.name === 'revoked app') {
				useCredential(scenario, {
					authentication: 'clientCredentials',
					clientId: scenario.shop.settings.clientId,
					clientSecret: scenario.shop.settings.clientSecret,
				});
			} else {
				useCredential(scenario, engine.stored(credential));
			}
			const { items } = await scenario.pollAndHandOver();
			expect(items.map((item) => item['orderNumber'])).toEqual(['#1002']);
			scenario.wait(61);
			await scenario.pollAndHandOver();
			expect(scenario.warehouse.units).toEqual(scenario.orderedUnits);
			expect(scenario.warehouse.orders).toHaveLength(2);
		},
	);

	test('a token that has run out is fetched again, and the poll does not notice', async () => {
		const scenario = new Scenario(engine);
		useCredential(scenario, {
			authentication: 'clientCredentials',
			clientId: scenario.shop.settings.clientId,
			clientSecret: scenario.shop.settings.clientSecret,
		});
		expect((await scenario.poll()).items).toBeNull();
		scenario.wait(25 * 60);
		scenario.shop.placeOrder();

		expect((await scenario.pollAndHandOver()).items).toHaveLength(1);
		expect(scenario.warehouse.units).toEqual(scenario.orderedUnits);
	});
});

describe('a missing scope', () => {
	const without = (...scopes: string[]): ScenarioOptions => ({
		shop: { accessScopes: ALL_SCOPES.filter((scope) => !scopes.includes(scope)) },
	});
	const FULFILLMENT_ORDER_SCOPES = ALL_SCOPES.filter((scope) =>
		scope.endsWith('fulfillment_orders'),
	);

	test.each([
		['read_orders', ['read_orders', 'write_orders']],
		['read_locations', ['read_locations']],
		['read_merchant_managed_fulfillment_orders', FULFILLMENT_ORDER_SCOPES],
	])('%s is named, and nothing is offered', async (named, scopes) => {
		const scenario = new Scenario(engine, without(...scopes));
		scenario.shop.placeOrder();

		const error = await errorOf(scenario.poll());

		expect(error.message).toContain(`The app lacks the access scope ${named}`);
		expect(error['description']).toContain(`Add ${named} (for: orders`);
		expect(error['failure']).toMatchObject({ cause: 'credential-invalid' });
	});

	test('for progress is named when it is confirmed, and the order comes again', async () => {
		const scopes = FULFILLMENT_ORDER_SCOPES.filter((scope) => scope.startsWith('write_'));
		const scenario = new Scenario(engine, without(...scopes));
		scenario.shop.placeOrder();

		const ran = await confirm(scenario, (await scenario.poll()).items ?? []);

		expect(ran.error?.message).toContain('write_merchant_managed_fulfillment_orders');
		Object.assign(scenario.shop.settings, { accessScopes: ALL_SCOPES });
		scenario.wait(61);
		expect((await scenario.pollAndHandOver()).failures).toEqual([]);
		expect(Object.values(scenario.statuses)).toEqual(['IN_PROGRESS']);
		expect(scenario.warehouse.orders).toHaveLength(1);
	});

	test('write_orders: the poll says what is weaker, and goes on', async () => {
		const scenario = new Scenario(engine, without('write_orders'));
		scenario.shop.placeOrder();

		const { items, log } = await scenario.poll();

		expect(items).toHaveLength(1);
		expect(log).toContainEqual(expect.stringMatching(/^warn: .*lacks the scope write_orders/));
	});

	test.each([
		['read_customers', 'customer', ['order.customer', 'order.purchasingEntity']],
		['read_products', 'barcode', ['lineItems.nodes.variant', 'lineItems.nodes.lineItem.product']],
	])(
		'%s: its fields are null, named once, and the order is handed over',
		async (scope, field, withheld) => {
			const scenario = new Scenario(engine, without(scope));
			scenario.shop.placeOrder({ lines: [{ sku: 'MUG-STN-350' }, { sku: 'BLK-WOL-GRY' }] });

			const { items, failures } = await scenario.pollAndHandOver();

			expect(failures).toEqual([]);
			expect(items[0]?.['withheld']).toEqual(withheld);
			const [line] = items[0]?.['lines'] as IDataObject[];
			expect({ ...items[0], ...line }[field]).toBeNull();
		},
	);
});
