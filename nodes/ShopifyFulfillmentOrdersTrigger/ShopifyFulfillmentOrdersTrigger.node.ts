import { randomUUID } from 'node:crypto';
import type {
	IExecuteFunctions,
	INodeExecutionData,
	INodeType,
	INodeTypeDescription,
	IPollFunctions,
} from 'n8n-workflow';
import { NodeConnectionTypes } from 'n8n-workflow';
import { InputProblem } from '../domain/problem';
import { describeOrders } from '../handover/describeOrders';
import { pollOrders } from '../handover/pollOrders';
import { readPollState } from '../handover/pollState';
import type { Sample } from '../handover/sampleOrders';
import { sampleOrders } from '../handover/sampleOrders';
import { connectShopify } from '../n8n/connectShopify';
import { shopifyFulfillmentApiTest } from '../n8n/credentialTest';
import { toItem } from '../n8n/items';
import { getLocations, searchOrders } from '../n8n/listMethods';
import { toNodeError } from '../n8n/nodeError';
import { toGid } from '../shopify/gid';
import { TRIGGER_PROPERTIES } from './description';
import type { TriggerSettings } from './parameters';
import { readTriggerSettings } from './parameters';

/** What the trigger needs of the context that polls, and of the one that tests. */
type TriggerContext = IPollFunctions | IExecuteFunctions;

/** Time for a poll where n8n does not say how much there is, and the share of it that is used. */
const DEFAULT_BUDGET_MS = 45_000;
const BUDGET_SHARE = 0.8;
/** A poll that has run so long is taken for dead. */
const LONGEST_POLL_MS = 15 * 60_000;

/**
 * Polls under way in this process, by workflow and node: n8n starts the next one although the last one
 * still runs (n8n-core 2.40, default polling). Between processes the records in Shopify decide.
 */
const polling = new Map<string, number>();

/** Emits one item for each fulfillment order that is ready and matches, until it is handed over. */
export class ShopifyFulfillmentOrdersTrigger implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Shopify Fulfillment Orders Trigger',
		name: 'shopifyFulfillmentOrdersTrigger',
		icon: {
			light: 'file:../../credentials/shopifyFulfillment.svg',
			dark: 'file:../../credentials/shopifyFulfillment.dark.svg',
		},
		group: ['trigger'],
		version: 1,
		subtitle: '={{ $parameter["countsWhen"] === "emitted" ? "at most once" : "until confirmed" }}',
		description:
			'Starts the workflow for each Shopify fulfillment order that is ready to be shipped',
		eventTriggerDescription: 'Looks for fulfillment orders that are ready',
		activationMessage: 'Orders are looked for at the poll times from now on.',
		defaults: { name: 'Shopify Fulfillment Orders Trigger' },
		inputs: [],
		outputs: [NodeConnectionTypes.Main],
		credentials: [
			{ name: 'shopifyFulfillmentApi', required: true, testedBy: 'shopifyFulfillmentApiTest' },
		],
		properties: TRIGGER_PROPERTIES,
	};

	methods = {
		loadOptions: { getLocations },
		listSearch: { searchOrders },
		credentialTest: { shopifyFulfillmentApiTest },
	};

	async poll(this: IPollFunctions): Promise<INodeExecutionData[][] | null> {
		if (this.getMode() === 'manual')
			return [(await sample(this)).items.map((json) => toItem(json))];
		const key = `${this.getWorkflow().id ?? ''}:${this.getNode().id}`;
		const now = Date.now();
		if (now - (polling.get(key) ?? 0) < LONGEST_POLL_MS) return null;
		polling.set(key, now);
		try {
			return await emitOffers(this);
		} catch (error) {
			throw toNodeError(this.getNode(), error);
		} finally {
			polling.delete(key);
		}
	}

	/**
	 * Passes on what a poll has emitted. In the editor it shows a sample: there n8n would run this and
	 * not `poll()` (n8n-core 2.40, `runNode`).
	 */
	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		const items = this.getInputData();
		const isEmitted = items.some((item) => Object.keys(item.json).length > 0);
		if (this.getMode() !== 'manual' || isEmitted) return [items];
		const { items: found, hints } = await sample(this);
		this.addExecutionHints(
			...hints.map((message) => ({
				message,
				location: 'outputPane' as const,
				type: 'info' as const,
			})),
		);
		return [found.map((json) => toItem(json))];
	}
}

/** Polls, and remembers what was seen as the very last thing: nothing that can fail comes after it. */
async function emitOffers(context: IPollFunctions): Promise<INodeExecutionData[][] | null> {
	const { client, settings, timeLeftMs } = await prepare(context, false);
	const memory = context.getWorkflowStaticData('node');
	const state = readPollState(memory['poll']);
	const {
		items,
		state: next,
		report,
	} = await pollOrders({ client, timeLeftMs, log: context.logger }, settings, state);
	const { requests, points } = client.used;
	context.logger.debug(
		`${context.getNode().name}: ${report.seen} fulfillment orders seen, ${items.length} emitted, ${requests} requests, ${points} points`,
	);
	// Replaced as a whole: n8n does not notice a change further down (n8n-workflow 2.40).
	memory['poll'] = next;
	return items.length > 0 ? [items.map((json) => toItem(json))] : null;
}

async function sample(context: TriggerContext): Promise<Sample> {
	try {
		const { client, settings, timeLeftMs } = await prepare(context, true);
		if (settings.testWithOrder === '') {
			return await sampleOrders({ client, timeLeftMs, log: context.logger }, settings);
		}
		const options = { rules: settings.rules, item: settings.item, newKey: false };
		const orderId = toGid('Order', settings.testWithOrder);
		const found = await describeOrders(client, [orderId], options);
		if (found.length === 0) throw unknownTestOrder(settings.testWithOrder);
		const hints = found.flatMap(({ item, reasons }) =>
			reasons.map((reason) => `${String(item['orderNumber'])} is left out: ${reason}`),
		);
		return { items: found.map(({ item }) => item), hints };
	} catch (error) {
		throw toNodeError(context.getNode(), error);
	}
}

function unknownTestOrder(id: string): InputProblem {
	return new InputProblem(`Shopify shows no fulfillment orders of order ${id}`, {
		path: 'options.testWithOrder',
		advice:
			'Choose the order from the list, or enter the long number at the end of its address in the Shopify admin; an order that was only just placed may have none yet',
	});
}

async function prepare(
	context: TriggerContext,
	manual: boolean,
): Promise<{
	client: Awaited<ReturnType<typeof connectShopify>>;
	settings: TriggerSettings;
	timeLeftMs: () => number;
}> {
	const budgetMs = budgetOf(context) * BUDGET_SHARE;
	const deadline = Date.now() + budgetMs;
	const client = await connectShopify(context, { budgetMs });
	const settings = readTriggerSettings((name) => readParameter(context, name), {
		shop: client.shop,
		manual,
		confirmNodeFollows: confirmNodeFollows(context),
		run: randomUUID().slice(0, 8),
	});
	return { client, settings, timeLeftMs: () => deadline - Date.now() };
}

function readParameter(context: TriggerContext, name: string): unknown {
	return 'addExecutionHints' in context
		? context.getNodeParameter(name, 0)
		: context.getNodeParameter(name);
}

/** Older n8n does not know budgets. */
function budgetOf(context: TriggerContext): number {
	const known = context as { getPollBudgetMs?: () => number };
	return known.getPollBudgetMs?.() ?? DEFAULT_BUDGET_MS;
}

/** Whether an action of this package follows, which may be Confirm Handover. */
function confirmNodeFollows(context: TriggerContext): boolean {
	const children = context.getChildNodes(context.getNode().name, { includeNodeParameters: true });
	return children.some(
		({ type, disabled, parameters }) =>
			type.endsWith('.shopifyFulfillmentOrders') &&
			!disabled &&
			(parameters?.['operation'] ?? 'confirmHandover') === 'confirmHandover',
	);
}
