/**
 * The demo shop as an HTTP process on the loopback interface:
 * `tsx test/shop/main.ts --port 4300 [--latency 50] [--orders 5] [--catalogue 100000] [--domain name.myshopify.com]`
 * `[--client-id …] [--client-secret …] [--token …] [--scopes read_orders,…] [--no-throttle]`
 * `[--allow-loopback-http]` (for webhooks to this machine).
 * Shopify's endpoints lie under `/admin/`, control endpoints under `/demo/`. The first line it
 * prints is JSON with its address and how to get in.
 */
import { parseArgs } from 'node:util';
import { answerShop } from './answerShop';
import { createDemoShop } from './demoShop';
import type { DemoShopOptions } from './options';
import { serve } from './listen';

const { values } = parseArgs({
	options: {
		port: { type: 'string', default: '4300' },
		latency: { type: 'string', default: '0' },
		orders: { type: 'string', default: '0' },
		catalogue: { type: 'string', default: '0' },
		domain: { type: 'string' },
		'client-id': { type: 'string' },
		'client-secret': { type: 'string' },
		token: { type: 'string' },
		scopes: { type: 'string' },
		'no-throttle': { type: 'boolean', default: false },
		'allow-loopback-http': { type: 'boolean', default: false },
	},
});

const options: DemoShopOptions = {
	latencyMs: Number(values.latency),
	throttle: !values['no-throttle'],
	webhooks: { allowLoopbackHttp: values['allow-loopback-http'] },
	catalogue: Number(values.catalogue),
	locations: [
		{
			name: 'Leeds Warehouse',
			address1: '14 Kirkstall Road',
			city: 'Leeds',
			zip: 'LS3 1LH',
			phone: '+441134960182',
		},
		{ name: 'Camden Shop', address1: '201 Camden High Street', city: 'London', zip: 'NW1 7BT' },
		{ name: 'Rotterdam Hub', city: 'Rotterdam', zip: '3089 JW', countryCode: 'NL' },
		{ name: 'Parcel Partner', city: 'Leeds', zip: 'LS9 0PX', fulfillmentService: true },
	],
	...(values.domain === undefined ? {} : { domain: values.domain }),
	...(values['client-id'] === undefined ? {} : { clientId: values['client-id'] }),
	...(values['client-secret'] === undefined ? {} : { clientSecret: values['client-secret'] }),
	...(values.token === undefined ? {} : { accessToken: values.token }),
	...(values.scopes === undefined ? {} : { accessScopes: values.scopes.split(',') }),
};

const shop = createDemoShop(options);
for (let index = 0; index < Number(values.orders); index += 1) shop.placeOrder();

void serve(Number(values.port), answerShop(shop)).then(({ url }) => {
	const { domain, clientId, clientSecret, accessToken } = shop.settings;
	const line = JSON.stringify({ url, domain, clientId, clientSecret, accessToken });
	process.stdout.write(`${line}\n`);
});
