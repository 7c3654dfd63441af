import './support/fastSleep';
import type { Engine } from './support/engine';
import { openEngine } from './support/engine';
import { placeFourOrders } from './support/orders';
import { Scenario } from './support/scenario';

let engine: Engine;

beforeAll(async () => {
	engine = await openEngine();
});

/** A scenario whose nodes use an app's client credentials. */
function withClientCredentials(clientSecret?: string): Scenario {
	const scenario = new Scenario(engine, {
		credential: ({ settings }) => ({
			shop: settings.domain,
			authentication: 'clientCredentials',
			clientId: settings.clientId,
			clientSecret: clientSecret ?? settings.clientSecret,
			sessionToken: '',
			apiVersion: '2026-07',
		}),
	});
	placeFourOrders(scenario.shop);
	return scenario;
}

test('the token is fetched before the first request and kept', async () => {
	const scenario = withClientCredentials();
	expect((await scenario.poll()).items).toHaveLength(5);
	const { sessionToken } = engine.stored(scenario.credential);
	expect(sessionToken).toMatch(/^shpat_/);
	await scenario.poll();
	expect(engine.stored(scenario.credential)['sessionToken']).toBe(sessionToken);
});

test('a token that stops working in the middle of a poll is renewed, and the poll goes on', async () => {
	const first = withClientCredentials();
	await first.poll();
	const requests = first.shop.log.length;
	for (let at = 1; at <= requests; at += 1) {
		const scenario = withClientCredentials();
		scenario.shop.faults.beforeEachRequest = ({ number }) => {
			if (number === at) scenario.shop.revokeTokens();
			return undefined;
		};
		const { items } = await scenario.poll();
		expect({ at, items: items?.length }).toEqual({ at, items: 5 });
	}
});

test('a day later the token has expired: the next poll renews it', async () => {
	const scenario = withClientCredentials();
	await scenario.pollAndHandOver();
	const before = engine.stored(scenario.credential)['sessionToken'];
	scenario.wait(25 * 60);
	placeFourOrders(scenario.shop);
	const { failures, items } = await scenario.pollAndHandOver();
	expect({ failures, items: items.length }).toEqual({ failures: [], items: 5 });
	expect(engine.stored(scenario.credential)['sessionToken']).not.toBe(before);
});

test('a wrong secret fails with one clear error that holds no secret; nothing is remembered', async () => {
	const scenario = withClientCredentials('shpss_0000000000000000000000000000000b');
	const failure = await scenario.poll().then(
		() => undefined,
		(error: unknown) => error as Error & { description: string },
	);
	expect(failure?.message).toMatch(/client|secret|app/i);
	expect(JSON.stringify([failure, failure?.message, failure?.description])).not.toContain(
		'0000000000b',
	);
	expect(scenario.savedStaticData).toEqual({});
});

test('a static token that was revoked fails as unauthorized', async () => {
	const scenario = new Scenario(engine, {
		credential: ({ settings }) => ({
			shop: settings.domain,
			authentication: 'accessToken',
			accessToken: 'shpat_00000000000000000000000000000001',
			apiVersion: '2026-07',
		}),
	});
	await expect(scenario.poll()).rejects.toMatchObject({ httpCode: '401' });
});
