import './support/fastSleep';
import type { WorkflowActivateMode } from 'n8n-workflow';
import { WEBHOOK_TOPICS } from '../../nodes/domain/webhookTopics';
import type { Engine } from './support/engine';
import { openEngine } from './support/engine';
import { Receiving } from './support/receiving';
import { Scenario } from './support/scenario';

let engine: Engine;

beforeAll(async () => {
	engine = await openEngine();
});

/** Why n8n starts a workflow: by itself, or because somebody publishes it. */
const BY_ITSELF: readonly WorkflowActivateMode[] = ['init', 'leadershipChange'];
const BY_HAND: readonly WorkflowActivateMode[] = ['activate', 'update'];

/** More failures than a client has tries. */
const FOR_LONG = 20;

const ALL = WEBHOOK_TOPICS.map(({ name }) => name);

/** What keeps Shopify from answering for a while. */
const TROUBLES: Readonly<Record<string, (scenario: Scenario) => void>> = {
	'has trouble': ({ shop }) => {
		shop.faults.failNext(500, FOR_LONG);
	},
	'does not answer': ({ shop }) => {
		shop.faults.next({ kind: 'drop' }, FOR_LONG);
	},
};

describe.each(Object.entries(TROUBLES))(
	'Shopify %s while n8n starts the workflow',
	(_, trouble) => {
		test.each([...BY_ITSELF, ...BY_HAND])('%s: polling begins all the same', async (start) => {
			const scenario = new Scenario(engine);
			scenario.shop.placeOrder();
			trouble(scenario);
			const { items, log } = await scenario.poll({ start });
			expect(items).toBeNull();
			expect(log.join('\n')).toMatch(/error: .*the workflow is started all the same/);
			// A poll that comes later fails where people look.
			await expect(scenario.poll()).rejects.toThrow(/Shopify/);
			scenario.shop.faults.clear();
			expect((await scenario.poll()).items).toHaveLength(1);
		});

		test.each([...BY_ITSELF, ...BY_HAND])(
			'%s: webhooks begin all the same, and the safety poll subscribes',
			async (start) => {
				const scenario = new Receiving(engine);
				trouble(scenario);
				expect(await scenario.publish({ start })).toBe(true);
				expect(scenario.subscriptions.addresses).toEqual([]);
				scenario.shop.faults.clear();
				await scenario.poll();
				expect(scenario.subscriptions.topicsOf(scenario.address)).toEqual(ALL);
			},
		);

		test('a test in the editor shows what is wrong', async () => {
			const scenario = new Receiving(engine);
			trouble(scenario);
			await expect(scenario.hook('checkExists', { test: true })).rejects.toThrow(/Shopify/);
		});
	},
);

describe('what somebody has to mend', () => {
	test.each(BY_ITSELF)('%s: n8n goes on, and the polls to come fail', async (start) => {
		const scenario = new Receiving(engine);
		Object.assign(scenario.shop.settings, { accessToken: 'another token' });
		expect((await scenario.poll({ start })).items).toBeNull();
		expect(await scenario.publish({ start })).toBe(true);
		await expect(scenario.poll()).rejects.toMatchObject({ httpCode: '401' });
	});

	test.each(BY_HAND)('%s: publishing says it', async (start) => {
		const scenario = new Receiving(engine);
		Object.assign(scenario.shop.settings, { accessToken: 'another token' });
		await expect(scenario.poll({ start })).rejects.toMatchObject({ httpCode: '401' });
		await expect(scenario.publish({ start })).rejects.toMatchObject({ httpCode: '401' });
	});
});

test('the first poll lasts as long as n8n asks about webhooks', async () => {
	const scenario = new Receiving(engine);
	const ends: string[] = [];
	let asked = 0;
	scenario.shop.faults.beforeEachRequest = async ({ query }) => {
		if (query.includes('webhookSubscriptionCreate')) asked += 1;
		// The poll is over by then, and waits from turn to turn.
		const turns = asked === 1 ? 100 : 0;
		for (let turn = 0; turn < turns; turn += 1) await new Promise(setImmediate);
		return undefined;
	};
	await Promise.all([
		scenario.publish({ start: 'update' }).then(() => ends.push('webhooks')),
		scenario.poll({ start: 'update' }).then(() => ends.push('poll')),
	]);
	expect(ends).toEqual(['webhooks', 'poll']);
});

test('the first poll emits, and leaves the subscriptions to n8n', async () => {
	const scenario = new Receiving(engine);
	scenario.shop.placeOrder();
	const { items, log } = await scenario.poll({ start: 'init' });
	expect(items).toHaveLength(1);
	expect(log.join('\n')).not.toContain('the webhook address is not known here yet');
	expect(scenario.subscriptions.asked).toEqual([]);
});
