import type {
	IExecuteFunctions,
	IHookFunctions,
	INodeExecutionData,
	INodeType,
	INodeTypeDescription,
	IPollFunctions,
	IWebhookFunctions,
	IWebhookResponseData,
} from 'n8n-workflow';
import type { NamedOrders } from '../domain/webhookBody';
import { pollOrders } from '../handover/pollOrders';
import { readPollState } from '../handover/pollState';
import { receiveOrders } from '../handover/receiveOrders';
import { shopifyFulfillmentApiTest } from '../n8n/credentialTest';
import { toItem } from '../n8n/items';
import { getLocations, searchOrders } from '../n8n/listMethods';
import { toNodeError } from '../n8n/nodeError';
import { pause } from '../shopify/pause';
import type { TriggerContext } from './context';
import { keyOf, prepare } from './context';
import { TRIGGER_PROPERTIES } from './description';
import { byOutput, OUTPUTS, passedOn } from './outputs';
import { recordsOf, replaceRecords } from './processRecords';
import { sample, showNamed } from './sample';
import {
	afterWebhooks,
	answerWhileStarting,
	FIRST_POLL_MS,
	isFirstPoll,
	startAnyway,
} from './starting';
import { areSubscribed, keepSubscribed, subscribe, unsubscribe } from './subscriptions';
import { namedIn, receiveWebhook } from './webhook';

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
		activationMessage: 'Orders are looked for from now on.',
		defaults: { name: 'Shopify Fulfillment Orders Trigger' },
		inputs: [],
		outputs: OUTPUTS,
		credentials: [
			{ name: 'shopifyFulfillmentApi', required: true, testedBy: 'shopifyFulfillmentApiTest' },
		],
		webhooks: [
			{
				name: 'default',
				// Without a method n8n registers nothing (n8n 2.40): a trigger that polls has no webhook.
				httpMethod: '={{ $parameter["receiveBy"] === "webhooks" ? "POST" : "" }}',
				path: 'webhook',
				// Answered once the execution is stored: Shopify sends again what n8n could not keep.
				responseMode: 'onReceived',
				responseData: 'noData',
				ndvHideUrl: '={{ $parameter["receiveBy"] !== "webhooks" }}',
			},
		],
		properties: TRIGGER_PROPERTIES,
	};

	methods = {
		loadOptions: { getLocations },
		listSearch: { searchOrders },
		credentialTest: { shopifyFulfillmentApiTest },
	};

	webhookMethods = {
		default: {
			async checkExists(this: IHookFunctions): Promise<boolean> {
				return await answer(this, async () => await areSubscribed(this));
			},
			async create(this: IHookFunctions): Promise<boolean> {
				return await answer(this, async () => {
					await subscribe(this);
					return true;
				});
			},
			async delete(this: IHookFunctions): Promise<boolean> {
				await orNodeError(this, async () => {
					await unsubscribe(this);
				});
				return true;
			},
		},
	};

	async poll(this: IPollFunctions): Promise<INodeExecutionData[][] | null> {
		if (this.getMode() === 'manual') {
			return byOutput(
				this,
				(await sample(this)).items.map((json) => toItem(json)),
			);
		}
		if (!isFirstPoll(this))
			return await orNodeError(this, async () => await pollAlone(this, false));
		const begunMs = Date.now();
		const byWebhook = this.getNodeParameter('receiveBy') === 'webhooks';
		const polled = await startAnyway(this, null, async () => await pollAlone(this, true));
		if (byWebhook) await afterWebhooks(this, begunMs);
		return polled;
	}

	/** Takes a webhook of Shopify; everything else about it is done in `execute()`. */
	async webhook(this: IWebhookFunctions): Promise<IWebhookResponseData> {
		return await orNodeError(this, async () => await receiveWebhook(this));
	}

	/**
	 * Offers what a webhook names, and passes on what a poll has emitted. In the editor it shows orders and
	 * offers nothing: there n8n would run this and not `poll()` (n8n-core 2.40, `runNode`).
	 */
	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		const items = this.getInputData();
		const named = namedIn(items);
		if (this.getMode() !== 'manual') {
			return byOutput(this, named ? await receive(this, named) : passedOn(this));
		}
		if (!named && items.some((item) => Object.keys(item.json).length > 0)) {
			return byOutput(this, passedOn(this));
		}
		const { items: found, hints } = await (named ? showNamed(this, named) : sample(this));
		this.addExecutionHints(
			...hints.map((message) => ({
				message,
				location: 'outputPane' as const,
				type: 'info' as const,
			})),
		);
		return byOutput(
			this,
			found.map((json) => toItem(json)),
		);
	}
}

/** Offers what is ready of the orders that a webhook names. No item: the execution ends here. */
async function receive(
	context: IExecuteFunctions,
	named: NamedOrders,
): Promise<INodeExecutionData[]> {
	try {
		const { client, settings, timeLeftMs } = await prepare(context, false);
		const signal = context.getExecutionCancelSignal();
		const receiving = {
			client,
			timeLeftMs,
			log: context.logger,
			records: recordsOf(keyOf(context)),
			wait: async (milliseconds: number) => {
				await pause(milliseconds, signal);
			},
		};
		return (await receiveOrders(receiving, settings, named)).map((json) => toItem(json, 0));
	} catch (error) {
		const failure = toNodeError(context.getNode(), error);
		// n8n would send the item that names the orders on to the target, as if it were one.
		if (context.continueOnFail()) return [toItem({ error: failure.message }, 0)];
		throw failure;
	}
}

/** What n8n asks of webhooks when it starts a workflow, or when somebody tests it, who is to see what is wrong. */
async function answer(context: IHookFunctions, work: () => Promise<boolean>): Promise<boolean> {
	const isTest = context.getMode() === 'manual';
	return await (isTest ? orNodeError(context, work) : answerWhileStarting(context, work));
}

type Polled = INodeExecutionData[][] | null;

/** Polls, unless a poll of this trigger is under way. */
async function pollAlone(context: IPollFunctions, isFirst: boolean): Promise<Polled> {
	const key = keyOf(context);
	const now = Date.now();
	if (now - (polling.get(key) ?? 0) < LONGEST_POLL_MS) return null;
	polling.set(key, now);
	try {
		return await emitOffers(context, isFirst);
	} finally {
		polling.delete(key);
	}
}

/**
 * Polls, and remembers what was seen as the very last thing: nothing that can fail comes after it. The first poll of
 * a workflow has less time, and leaves the webhooks to n8n, which sees to them at the same time.
 */
async function emitOffers(context: IPollFunctions, isFirst: boolean): Promise<Polled> {
	const { client, settings, timeLeftMs } = await prepare(
		context,
		false,
		isFirst ? FIRST_POLL_MS : undefined,
	);
	const memory = context.getWorkflowStaticData('node');
	const remembered = readPollState(memory['poll']);
	const shared = settings.byWebhook ? { ...recordsOf(keyOf(context)) } : {};
	const state = { ...remembered, records: { ...remembered.records, ...shared } };
	for (const hint of settings.safetyPollHint) context.logger.warn(hint);
	const {
		items,
		state: next,
		report,
	} = await pollOrders({ client, timeLeftMs, log: context.logger }, settings, state);
	const { requests, points } = client.used;
	context.logger.debug(
		`${context.getNode().name}: ${report.seen} fulfillment orders seen, ${items.length} emitted, ${requests} requests, ${points} points`,
	);
	const keepsWebhooks = settings.byWebhook && !isFirst;
	const address = keepsWebhooks
		? await keepWebhooks(context, memory['webhookAddress'], items.length > 0)
		: undefined;
	// Replaced as a whole: n8n does not notice a change further down (n8n-workflow 2.40).
	memory['poll'] = next;
	if (settings.byWebhook) replaceRecords(keyOf(context), shared, next.records);
	if (address !== undefined) memory['webhookAddress'] = address;
	if (items.length === 0) return null;
	return byOutput(
		context,
		items.map((json) => toItem(json)),
	);
}

/** Mends the subscriptions. A failure must not keep back items that are recorded already. */
async function keepWebhooks(
	context: IPollFunctions,
	remembered: unknown,
	hasItems: boolean,
): Promise<string | undefined> {
	const address = typeof remembered === 'string' ? remembered : undefined;
	return await keepSubscribed(context, address).catch((error: unknown) => {
		if (!hasItems) throw error;
		const { message } = toNodeError(context.getNode(), error);
		context.logger.warn(`${context.getNode().name}: the webhooks could not be checked: ${message}`);
		return address;
	});
}

async function orNodeError<T>(
	context: Pick<TriggerContext, 'getNode'>,
	work: () => Promise<T>,
): Promise<T> {
	return await work().catch((error: unknown) => {
		throw toNodeError(context.getNode(), error);
	});
}
