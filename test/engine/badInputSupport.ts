import type {
	ICredentialDataDecryptedObject,
	IDataObject,
	INode,
	INodeParameters,
} from 'n8n-workflow';
import nock from 'nock';
import type { ShopRequest, ShopResponse } from '../shop';
import { answerWithNock } from '../shop';
import type { Ran } from './support/engine';
import { PACKAGE } from './support/engine';
import type { Scenario } from './support/scenario';

/** What the shop answers, or that the connection broke. */
export type Answer = ShopResponse | 'dropped';
/** Passes a request on to the shop. */
export type Handle = (request: ShopRequest) => Promise<Answer>;

/** Lets something stand between n8n and the shop. */
export function between(
	scenario: Scenario,
	handler: (request: ShopRequest, handle: Handle) => Promise<Answer>,
): void {
	const { shop } = scenario;
	nock.cleanAll();
	answerWithNock({ ...shop, handle: async (request) => await handler(request, shop.handle) }, nock);
}

/** Name of the GraphQL operation in a request. */
export function operationOf({ body }: ShopRequest): string {
	return /\b(?:query|mutation)\s+(\w+)/.exec(body)?.[1] ?? '';
}

/** Uses another credential from now on. */
export function useCredential(scenario: Scenario, fields: ICredentialDataDecryptedObject): void {
	const credential = scenario.engine.credential({
		shop: scenario.shop.settings.domain,
		authentication: 'accessToken',
		accessToken: scenario.shop.settings.accessToken,
		apiVersion: '2026-07',
		...fields,
	});
	for (const node of Object.values(scenario.workflow.nodes)) {
		node.credentials = { shopifyFulfillmentApi: { ...credential } };
	}
	Object.assign(scenario, { credential });
}

/** Confirm Handover behind a node that gives the items: n8n adds their fields to items that fail. */
export async function confirm(
	scenario: Scenario,
	items: readonly IDataObject[],
	parameters: INodeParameters = {},
	onError: NonNullable<INode['onError']> = 'stopWorkflow',
): Promise<Ran> {
	const workflow = scenario.engine.workflow({
		nodes: [
			{ name: 'Orders', type: 'n8n-nodes-base.noOp' },
			{
				name: 'Node',
				type: `${PACKAGE}.shopifyFulfillmentOrders`,
				parameters: { operation: 'confirmHandover', ...parameters },
				onError,
				credentials: { shopifyFulfillmentApi: { ...scenario.credential } },
			},
		],
		connections: { Orders: ['Node'] },
	});
	return await scenario.engine.run(workflow, 'Orders', items);
}

/** The error that something ends with; fails if it does not. */
export async function errorOf(work: Promise<unknown>): Promise<Error & IDataObject> {
	return await work.then(
		() => {
			throw new Error('It did not fail');
		},
		(error: unknown) => error as Error & IDataObject,
	);
}
