import { randomUUID } from 'node:crypto';
import type { IExecuteFunctions, IPollFunctions } from 'n8n-workflow';
import { connectShopify } from '../n8n/connectShopify';
import type { ShopifyClient } from '../shopify/client';
import type { TriggerSettings } from './parameters';
import { readTriggerSettings } from './parameters';

/** What the trigger needs of the context that polls, and of the one that tests and receives. */
export type TriggerContext = IPollFunctions | IExecuteFunctions;

/** What a run of the trigger works with. */
export interface Prepared {
	readonly client: ShopifyClient;
	readonly settings: TriggerSettings;
	/** Milliseconds of the run's budget that are left. */
	readonly timeLeftMs: () => number;
}

/** Time for a poll where n8n does not say how much there is, and the share of it that is used. */
const DEFAULT_BUDGET_MS = 45_000;
const BUDGET_SHARE = 0.8;
/** Time for an execution that a webhook has started: n8n sets it no limit, and a shop may be busy. */
const RECEIVING_BUDGET_MS = 5 * 60_000;

/**
 * Connects to the shop and reads all fields. Throws `InputProblem` that names a wrong one.
 *
 * @param mostMs milliseconds that it may take, where n8n would give more
 */
export async function prepare(
	context: TriggerContext,
	manual: boolean,
	mostMs = Infinity,
): Promise<Prepared> {
	const budgetMs = Math.min(mostMs, budgetOf(context, manual));
	const deadline = Date.now() + budgetMs;
	const client = await connectShopify(context, { budgetMs });
	const settings = readTriggerSettings((name) => readParameter(context, name), {
		shop: client.shop,
		manual,
		confirmNodeFollows: actionFollows(context, 'confirmHandover'),
		confirmChangeFollows: actionFollows(context, 'confirmChange'),
		run: randomUUID().slice(0, 8),
	});
	return { client, settings, timeLeftMs: () => deadline - Date.now() };
}

/** What this trigger is known by in this process. */
export function keyOf(context: Pick<TriggerContext, 'getWorkflow' | 'getNode'>): string {
	return `${context.getWorkflow().id ?? ''}:${context.getNode().id}`;
}

function readParameter(context: TriggerContext, name: string): unknown {
	return isExecution(context) ? context.getNodeParameter(name, 0) : context.getNodeParameter(name);
}

function isExecution(context: TriggerContext): context is IExecuteFunctions {
	return 'addExecutionHints' in context;
}

/** Older n8n does not know budgets. */
function budgetOf(context: TriggerContext, manual: boolean): number {
	if (isExecution(context) && !manual) return RECEIVING_BUDGET_MS;
	const known = context as { getPollBudgetMs?: () => number };
	return (known.getPollBudgetMs?.() ?? DEFAULT_BUDGET_MS) * BUDGET_SHARE;
}

/** Whether a node of this package follows that does this; Confirm Handover is what it does by default. */
function actionFollows(context: TriggerContext, operation: string): boolean {
	const children = context.getChildNodes(context.getNode().name, { includeNodeParameters: true });
	return children.some(
		({ type, disabled, parameters }) =>
			type.endsWith('.shopifyFulfillmentOrders') &&
			!disabled &&
			(parameters?.['operation'] ?? 'confirmHandover') === operation,
	);
}
