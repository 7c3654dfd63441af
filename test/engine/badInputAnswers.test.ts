import './support/fastSleep';
import { inspect } from 'node:util';
import { Logger } from '@n8n/backend-common';
import { Container } from '@n8n/di';
import type { IDataObject } from 'n8n-workflow';
import type { ShopRequest } from '../shop';
import { between, confirm, operationOf, useCredential } from './badInputSupport';
import type { Answer, Handle } from './badInputSupport';
import type { Engine } from './support/engine';
import { openEngine } from './support/engine';
import { Scenario } from './support/scenario';

let engine: Engine;

beforeAll(async () => {
	engine = await openEngine();
});

describe('answers that are not as they should be', () => {
	interface Disturbance {
		readonly name: string;
		readonly answer: (request: ShopRequest, handle: Handle) => Promise<Answer>;
	}
	const timeout = (): Error =>
		Object.assign(new Error('timeout of 60000ms exceeded'), { code: 'ECONNABORTED' });
	const disturbances: readonly Disturbance[] = [
		{
			name: 'half an answer',
			answer: async (request, handle) => {
				const answer = await handle(request);
				if (answer === 'dropped') return answer;
				return { ...answer, body: answer.body.slice(0, answer.body.length / 2) };
			},
		},
		{
			name: 'no data',
			answer: async (request, handle) => {
				const answer = await handle(request);
				return answer === 'dropped' ? answer : { ...answer, body: '{"data":null}' };
			},
		},
		{
			name: 'the request arrives twice',
			answer: async (request, handle) => {
				await handle(request);
				return await handle(request);
			},
		},
		{
			name: 'too late: the work is done, nobody waits any more',
			answer: async (request, handle) => {
				await handle(request);
				throw timeout();
			},
		},
		{ name: 'never: nothing is done', answer: async () => await Promise.reject(timeout()) },
		{
			name: 'HTML',
			answer: async () =>
				await Promise.resolve({
					status: 200,
					headers: { 'content-type': 'text/html; charset=utf-8' },
					body: '<!DOCTYPE html><html><body>We will be right back</body></html>',
				}),
		},
		{
			name: 'HTML after the work was done',
			answer: async (request, handle) => {
				await handle(request);
				return {
					status: 502,
					headers: { 'content-type': 'text/html' },
					body: '<html>Bad gateway</html>',
				};
			},
		},
		{ name: 'a broken connection', answer: async () => await Promise.resolve('dropped') },
	];

	const WRITES = ['SetHandoverRecords', 'ReportProgress'];
	const OPERATIONS = [
		'ReadApp',
		'ScanFulfillmentOrders',
		'ReadScannedFulfillmentOrders',
		'ReadOrderStates',
		'ReadFulfillmentOrderDetails',
		...WRITES,
	];

	test('the operations of a poll and of a confirmation are those that are disturbed here', async () => {
		const scenario = new Scenario(engine);
		scenario.shop.placeOrder();
		await scenario.pollAndHandOver();

		const sent = new Set(scenario.shop.log.map(({ operationName }) => operationName));
		expect([...sent].filter((name) => !OPERATIONS.includes(name))).toEqual([]);
	});

	describe.each(disturbances)('$name', ({ answer }) => {
		test.each(OPERATIONS)('to %s: nothing is forgotten and nothing doubled', async (operation) => {
			// Once: the client tries again. Throughout: the poll or the confirmation fails.
			for (const times of WRITES.includes(operation) ? [1, 40] : [40]) {
				const scenario = new Scenario(engine);
				for (let placed = 0; placed < 2; placed += 1) scenario.shop.placeOrder();
				let left = times;
				between(scenario, async (request, handle) => {
					if (left === 0 || operationOf(request) !== operation) return await handle(request);
					left -= 1;
					return await answer(request, handle);
				});
				await scenario.pollAndHandOver().catch(() => undefined);
				left = 0;

				for (const minutes of [61, 121]) {
					scenario.wait(minutes);
					await scenario.pollAndHandOver();
				}

				expect(scenario.warehouse.units).toEqual(scenario.orderedUnits);
				expect(scenario.warehouse.orders).toHaveLength(2);
				expect(Object.values(scenario.statuses)).toEqual(['IN_PROGRESS', 'IN_PROGRESS']);
				scenario.wait(24 * 60 + 1);
				expect((await scenario.poll()).items).toBeNull();
			}
		});
	});
});

describe('what is written down', () => {
	test('neither errors nor logs nor static data hold a token or anything about a customer', async () => {
		const written: string[] = [];
		const note = (...texts: unknown[]): void => {
			written.push(texts.map((text) => inspect(text, { depth: 6 })).join(' '));
		};
		const logger = Container.get(Logger);
		const spies = [
			...(['debug', 'info', 'warn', 'error'] as const).map((level) => jest.spyOn(logger, level)),
			...(['log', 'info', 'warn', 'error', 'debug'] as const).map((level) =>
				jest.spyOn(console, level),
			),
		];
		for (const spy of spies) spy.mockImplementation(note);
		const scenario = new Scenario(engine);
		const { shop } = scenario;
		useCredential(scenario, {
			authentication: 'clientCredentials',
			clientId: shop.settings.clientId,
			clientSecret: shop.settings.clientSecret,
		});
		const people = [
			{ firstName: 'Marguerite', lastName: 'Featherstonehaugh', address1: '7 Quarrendon Close' },
			{ firstName: 'Ignatius', lastName: 'Ravenscroft', address1: '22 Tolpuddle Mews' },
		];
		for (const shippingAddress of people) {
			shop.placeOrder({
				shippingAddress,
				customer: {},
				email: `${shippingAddress.lastName}@example.org`,
			});
		}
		const handedOut: IDataObject[] = [];
		const attempt = async (): Promise<void> => {
			try {
				const { items, log, staticData } = await scenario.poll();
				note(log, staticData);
				handedOut.push(...(items ?? []));
				const ran = await confirm(scenario, items ?? [], {}, 'continueErrorOutput');
				note(
					ran.error,
					ran.output('Node')[1]?.map((item) => item['error']),
				);
			} catch (error) {
				note(error, (error as Error).stack, JSON.stringify(error));
			}
		};

		for (const status of [400, 401, 402, 403, 404, 423, 429, 500, 503]) {
			shop.faults.failNext(status, 12);
			await attempt();
			shop.faults.clear();
		}
		shop.faults.htmlNext(12);
		await attempt();
		shop.faults.clear();
		for (const operation of [
			'ReadFulfillmentOrderDetails',
			'SetHandoverRecords',
			'ReportProgress',
		]) {
			shop.faults.dropAnswerNext(12, { operation });
			await attempt();
			shop.faults.clear();
			between(scenario, async (request, handle) => {
				const answer = await handle(request);
				if (answer === 'dropped' || operationOf(request) !== operation) return answer;
				return { ...answer, body: answer.body.slice(0, -40) };
			});
			scenario.wait(24 * 60 + 1);
			await attempt();
			between(scenario, async (request, handle) => await handle(request));
		}
		scenario.wait(24 * 60 + 1);
		await attempt();
		for (const spy of spies) spy.mockRestore();

		const text = written.join('\n');
		expect(JSON.stringify(handedOut)).toContain('Featherstonehaugh');
		expect(text).toContain('Shopify');
		for (const secret of [shop.settings.clientSecret, 'shpat_', 'shpss_'])
			expect(text).not.toContain(secret);
		for (const { firstName, lastName, address1 } of people) {
			expect(text).not.toContain(firstName);
			expect(text).not.toContain(lastName);
			expect(text).not.toContain(address1);
		}
	});
});
