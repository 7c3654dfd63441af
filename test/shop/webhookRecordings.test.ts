import { HAS_RECORDINGS, operationAt, readRecording } from './recordings';
import { Replay } from './replay';

/*
 * The recordings name their documents without their text, so the documents here select what the
 * recorded answers show. Left out, with the reason:
 * - webhook-subscription-conformance: `catalog` (its counts are not selected, its lists were empty),
 *   `setupCustomer` and `cleanupCustomer` (not selected), `graphqlValidation nullUpdateInput` (a
 *   general rule about null in place of an input, which says nothing of webhooks).
 * - `endpoint`, which is deprecated and not in our schema.
 */

const FIELDS = `id topic format includeFields metafieldNamespaces filter createdAt updatedAt
	endpoint { __typename }`;

const DOCUMENTS = {
	create: `mutation Create($topic: WebhookSubscriptionTopic!, $webhookSubscription: WebhookSubscriptionInput!) {
		webhookSubscriptionCreate(topic: $topic, webhookSubscription: $webhookSubscription) {
			webhookSubscription { ${FIELDS} } userErrors { field message }
		}
	}`,
	update: `mutation Update($id: ID!, $webhookSubscription: WebhookSubscriptionInput!) {
		webhookSubscriptionUpdate(id: $id, webhookSubscription: $webhookSubscription) {
			webhookSubscription { ${FIELDS} } userErrors { field message }
		}
	}`,
	delete: `mutation Delete($id: ID!) {
		webhookSubscriptionDelete(id: $id) { deletedWebhookSubscriptionId userErrors { field message } }
	}`,
	detail: `query Detail($id: ID!) { webhookSubscription(id: $id) { ${FIELDS} } }`,
	unknown: `mutation Unknown($unknownId: ID!, $unknownUpdateInput: WebhookSubscriptionInput!) {
		updateUnknown: webhookSubscriptionUpdate(id: $unknownId, webhookSubscription: $unknownUpdateInput) {
			webhookSubscription { id } userErrors { field message }
		}
		deleteUnknown: webhookSubscriptionDelete(id: $unknownId) {
			deletedWebhookSubscriptionId userErrors { field message }
		}
		createMissingUri: webhookSubscriptionCreate(topic: SHOP_UPDATE, webhookSubscription: { format: JSON }) {
			webhookSubscription { id } userErrors { field message }
		}
	}`,
	missingTopic: `mutation MissingCreateWebhookTopic {
  webhookSubscriptionCreate(webhookSubscription: { format: JSON }) { userErrors { message } }
}`,
} as const;

type Step = readonly [path: string, document: keyof typeof DOCUMENTS];

async function replayed(name: string, steps: readonly Step[]): Promise<string[]> {
	const recording = readRecording(name);
	const replay = new Replay(recording);
	const found: string[] = [];
	for (const [path, document] of steps) {
		const recorded = operationAt(recording, path, DOCUMENTS[document]);
		found.push(...(await replay.run(recorded)).map((line) => `${path} ${line}`));
	}
	return found;
}

if (!HAS_RECORDINGS) {
	it.skip('replays recorded subscriptions: skipped, SHOPIFY_RECORDINGS names no folder of recordings', () =>
		undefined);
} else {
	describe('webhook subscriptions, as recorded', () => {
		it.each<readonly [string, readonly Step[]]>([
			[
				'lifecycle',
				[
					['create', 'create'],
					['detailAfterCreate', 'detail'],
					['update', 'update'],
					['detailAfterUpdate', 'detail'],
					['delete', 'delete'],
					['postDeleteDetail', 'detail'],
				],
			],
			[
				'filterDefault',
				[
					['createWithoutFilter', 'create'],
					['detailWithoutFilter', 'detail'],
					['deleteWithoutFilter', 'delete'],
					['createWithEmptyFilter', 'create'],
					['deleteWithEmptyFilter', 'delete'],
				],
			],
			[
				'filterValidation',
				[
					['createValidFilter', 'create'],
					['detailValidFilter', 'detail'],
					['deleteValidFilter', 'delete'],
					['createUpdateBase', 'create'],
					['updateValidFilter', 'update'],
					['detailAfterValidUpdate', 'detail'],
					['updateInvalidFilter', 'update'],
					['deleteUpdateBase', 'delete'],
					['createInvalidFilter', 'create'],
				],
			],
			[
				'updateValidation',
				[
					['create', 'create'],
					['updateBlankUri', 'update'],
					['updateHttpUri', 'update'],
					['updateInvalidPubSub', 'update'],
					['detailAfterFailedUpdates', 'detail'],
					['delete', 'delete'],
				],
			],
		])('%s', async (part, steps) => {
			const paths = steps.map(([step, document]): Step => [`${part} ${step}`, document]);

			expect(await replayed('webhook-subscription-conformance', paths)).toEqual([]);
		});

		it.each<Step>([
			['validation', 'unknown'],
			['graphqlValidation missingCreateTopic', 'missingTopic'],
		])('%s', async (path, document) => {
			const found = await replayed('webhook-subscription-conformance', [[path, document]]);

			expect(found).toEqual([]);
		});

		it('refuses other schemes', async () => {
			const found = await replayed('webhook-subscription-scheme-allowlist', [
				['setup create', 'create'],
				['cases createFtpSchemeRejected', 'create'],
				['cases createWsSchemeRejected', 'create'],
				['cases createBareHttpsInvalid', 'create'],
				['cases updateFtpSchemeRejected', 'update'],
				['setup cleanup', 'delete'],
			]);

			expect(found).toEqual([]);
		});
	});
}
