import { join } from 'node:path';
import {
	ExecutionLifecycleHooks,
	PackageDirectoryLoader,
	PollContext,
	WorkflowExecute,
} from 'n8n-core';
import type {
	ExecutionError,
	ICredentialDataDecryptedObject,
	ICredentialType,
	IDataObject,
	INode,
	INodeExecutionData,
	INodeParameters,
	INodeType,
	IPollFunctions,
	IRun,
	IWorkflowExecuteAdditionalData,
	WorkflowActivateMode,
	WorkflowExecuteMode,
} from 'n8n-workflow';
import { createRunExecutionData, Workflow } from 'n8n-workflow';
import { EmulatedCredentials } from './credentials';
import { asTool, LoadedTypes, NO_OP } from './nodeTypes';
import type { Parts } from './webhooks';
import { withLog } from './webhooks';

/** Prefix of the names that workflows know the package's nodes by. */
export const PACKAGE = 'n8n-nodes-shopify-fulfillment';

/** A workflow as n8n exports it, as far as running it needs. */
export interface WorkflowJson {
	readonly id?: string;
	readonly name?: string;
	readonly nodes: readonly (Partial<INode> & Pick<INode, 'name' | 'type'>)[];
	readonly connections?: Readonly<Record<string, readonly string[]>>;
}

/** How n8n polls. */
export interface PollOptions {
	readonly mode?: WorkflowExecuteMode;
	readonly budgetMs?: number;
	/** Why n8n starts the workflow, if this is the poll by which it does; only such a poll has all of n8n's budget. */
	readonly start?: WorkflowActivateMode;
}

/** n8n's budget of a poll that nothing limits. */
const UNLIMITED_MS = 300_000;

/** What a poll did. */
export interface Polled {
	/** JSON of the emitted items of all outputs; null if nothing was emitted. */
	readonly items: readonly IDataObject[] | null;
	/** The same by output, as n8n takes it from the node. */
	readonly outputs: readonly (readonly INodeExecutionData[])[];
	/** The workflow's static data after the poll, as n8n would write it. */
	readonly staticData: IDataObject;
	/** Whether n8n would have noticed that static data have changed. */
	readonly changed: boolean;
	/** What the node logged, the level first: `warn: …`. */
	readonly log: readonly string[];
}

/** What a run did. */
export interface Ran {
	readonly status: string;
	readonly error: ExecutionError | undefined;
	/** JSON of the items of each output of the last run of a node. */
	output(node: string): readonly (readonly IDataObject[])[];
	/** The same as n8n keeps them, with `pairedItem` and `error`. */
	items(node: string): readonly (readonly INodeExecutionData[])[];
	/** Hints that a node has given to the person at the editor. */
	hints(node: string): readonly string[];
	/** What nodes have sent to the browser's console, in a manual run. */
	readonly messages: readonly string[];
}

/** How `runNode` runs the node. */
export interface RunNodeOptions {
	/** Default `stopWorkflow`. */
	readonly onError?: INode['onError'];
	readonly credential?: CredentialRef;
	readonly mode?: WorkflowExecuteMode;
	/** Default: another one for each run. */
	readonly executionId?: string;
	/** Whether an AI agent calls it. */
	readonly asTool?: boolean;
	/** Is given what cancels the run, as it begins. */
	readonly onStart?: (cancel: () => void) => void;
}

/** What a node has to name to use a credential. */
export interface CredentialRef {
	readonly id: string;
	readonly name: string;
}

/** The built nodes in n8n's own engine, without database and server. */
export interface Engine {
	/** Keeps a credential; `engine.stored` shows what n8n would have in its database. */
	credential(data: ICredentialDataDecryptedObject): CredentialRef;
	stored(credential: CredentialRef): ICredentialDataDecryptedObject;
	/** Connections go from a node's name to the names behind its single output. */
	workflow(json: WorkflowJson, staticData?: IDataObject): Workflow;
	/**
	 * One poll as n8n's default polling does it: static data live on `workflow` and stay changed in
	 * memory whatever happens. Rejects with the node's error.
	 */
	poll(workflow: Workflow, nodeName: string, options?: PollOptions): Promise<Polled>;
	/** What `callHook` and `callWebhook` need of a node. */
	parts(workflow: Workflow, nodeName: string): Parts;
	/** Runs a workflow from a node on, which gets `items` as its input. */
	run(
		workflow: Workflow,
		startNode: string,
		items: readonly IDataObject[],
		mode?: WorkflowExecuteMode,
		options?: Pick<RunNodeOptions, 'executionId' | 'onStart'>,
	): Promise<Ran>;
	/** What n8n does with what a poll has emitted, by output. */
	runTrigger(workflow: Workflow, trigger: string, outputs: Polled['outputs']): Promise<Ran>;
	/** Runs one node of the package alone; its outputs are those of the node `Node`. */
	runNode(
		type: string,
		parameters: INodeParameters,
		items: readonly IDataObject[],
		options?: RunNodeOptions,
	): Promise<Ran>;
}

/** Opens the built package (`npm run build` first) with n8n's own loader. */
export async function openEngine(): Promise<Engine> {
	// n8n writes each failed execution to the console; tests look at the failures themselves.
	process.env['N8N_LOG_LEVEL'] = 'silent';
	const loader = new PackageDirectoryLoader(join(__dirname, '../../..'));
	await loader.loadAll();
	const types = new Map<string, INodeType>([['n8n-nodes-base.noOp', NO_OP]]);
	for (const [name, { type }] of Object.entries(loader.nodeTypes)) {
		types.set(`${PACKAGE}.${name}`, type as INodeType);
		types.set(`${PACKAGE}.${name}Tool`, asTool(type as INodeType));
	}
	const credentialTypes = new Map<string, ICredentialType>();
	for (const [name, { type }] of Object.entries(loader.credentialTypes)) {
		credentialTypes.set(name, type);
	}
	return new LoadedEngine(new LoadedTypes(types), new EmulatedCredentials(credentialTypes));
}

class LoadedEngine implements Engine {
	private readonly types: LoadedTypes;
	private readonly credentials: EmulatedCredentials;
	private lastWorkflow = 0;
	private lastExecution = 0;

	constructor(types: LoadedTypes, credentials: EmulatedCredentials) {
		this.types = types;
		this.credentials = credentials;
	}

	credential(data: ICredentialDataDecryptedObject): CredentialRef {
		return this.credentials.add(data);
	}

	stored({ id }: CredentialRef): ICredentialDataDecryptedObject {
		return this.credentials.get(id);
	}

	workflow(json: WorkflowJson, staticData: IDataObject = {}): Workflow {
		this.lastWorkflow += 1;
		const connections = Object.entries(json.connections ?? {}).map(([from, to]) => [
			from,
			{ main: [to.map((node) => ({ node, type: 'main' as const, index: 0 }))] },
		]);
		return new Workflow({
			id: json.id ?? `workflow-${String(this.lastWorkflow)}`,
			name: json.name ?? 'Orders to warehouse',
			nodes: json.nodes.map((node, index) => ({
				id: `node-${String(index)}`,
				typeVersion: 1,
				position: [index * 200, 0],
				...structuredClone(node),
				parameters: structuredClone(node.parameters ?? {}),
			})),
			connections: Object.fromEntries(connections) as Workflow['connectionsBySourceNode'],
			active: true,
			nodeTypes: this.types,
			settings: { executionOrder: 'v1' },
			// As it comes from the database: nothing of the poll before is shared but its text.
			staticData: copy(staticData),
		});
	}

	async poll(workflow: Workflow, nodeName: string, options: PollOptions = {}): Promise<Polled> {
		const node = nodeOf(workflow, nodeName);
		const { mode = 'trigger', start, budgetMs = start ? UNLIMITED_MS : UNLIMITED_MS - 1 } = options;
		const none = undefined;
		const context = new PollContext(
			...([workflow, node, this.surroundings(mode), mode, start ?? 'update'] as const),
			...([none, none, none, none, none] as const),
			() => budgetMs,
		);
		const log: string[] = [];
		const listening = withLog(context as unknown as IPollFunctions, log);
		const type = this.types.getByNameAndVersion(node.type, node.typeVersion);
		const emitted = await type.poll?.call(listening);
		const staticData = workflow.staticData as IDataObject & { __dataChanged?: boolean };
		return {
			items: emitted ? emitted.flat().map(({ json }) => json) : null,
			outputs: emitted ?? [],
			staticData: copy(staticData),
			changed: staticData.__dataChanged === true,
			log,
		};
	}

	async run(
		workflow: Workflow,
		startNode: string,
		items: readonly IDataObject[],
		mode: WorkflowExecuteMode = 'trigger',
		options: Pick<RunNodeOptions, 'executionId' | 'onStart'> = {},
	): Promise<Ran> {
		const main = [items.map((json, item) => ({ json, pairedItem: { item } }))];
		return await this.runData(workflow, startNode, main, mode, options);
	}

	async runTrigger(workflow: Workflow, name: string, outputs: Polled['outputs']): Promise<Ran> {
		const main = outputs.map((items) => [...items]);
		return await this.runData(workflow, name, main, 'trigger', {});
	}

	private async runData(
		workflow: Workflow,
		startNode: string,
		main: INodeExecutionData[][],
		mode: WorkflowExecuteMode,
		options: Pick<RunNodeOptions, 'executionId' | 'onStart'>,
	): Promise<Ran> {
		const data = { main };
		const node = nodeOf(workflow, startNode);
		const start = createRunExecutionData({
			executionData: { nodeExecutionStack: [{ node, data, source: null }] },
		});
		const hooks = new ExecutionLifecycleHooks(mode, '1', {
			id: workflow.id,
			name: workflow.name ?? '',
			active: true,
			activeVersionId: null,
			isArchived: false,
			createdAt: new Date(0),
			updatedAt: new Date(0),
			nodes: Object.values(workflow.nodes),
			connections: workflow.connectionsBySourceNode,
			settings: workflow.settings,
		});
		this.lastExecution += 1;
		const { executionId = String(this.lastExecution), onStart } = options;
		const messages: string[] = [];
		const surroundings = {
			...this.surroundings(mode, hooks),
			executionId,
			sendDataToUI: (_type: string, data: object) => {
				if ('messages' in data) messages.push(...(data.messages as string[]));
			},
		};
		const execution = new WorkflowExecute(surroundings, mode, start);
		const running = execution.processRunExecutionData(workflow);
		onStart?.(() => running.cancel());
		return { ...toRan(await running), messages };
	}

	async runNode(
		type: string,
		parameters: INodeParameters,
		items: readonly IDataObject[],
		options: RunNodeOptions = {},
	): Promise<Ran> {
		const { onError, credential, mode, asTool: isTool = false } = options;
		const node = {
			name: 'Node',
			type: `${PACKAGE}.${type}${isTool ? 'Tool' : ''}`,
			parameters,
			...(onError && { onError }),
			...(credential && { credentials: { shopifyFulfillmentApi: { ...credential } } }),
		};
		// A node in front of it: n8n puts the fields of a failed item together from there.
		const input = { name: 'Input', type: 'n8n-nodes-base.noOp' };
		const workflow = this.workflow({ nodes: [input, node], connections: { Input: ['Node'] } });
		return await this.run(workflow, 'Input', items, mode, options);
	}

	parts(workflow: Workflow, nodeName: string): Parts {
		const node = nodeOf(workflow, nodeName);
		const type = this.types.getByNameAndVersion(node.type, node.typeVersion);
		return { workflow, node, type, surroundings: this.surroundings('webhook') };
	}

	/** What n8n's server adds to an execution. */
	private surroundings(
		mode: WorkflowExecuteMode,
		hooks?: ExecutionLifecycleHooks,
	): IWorkflowExecuteAdditionalData {
		const base = 'http://localhost:5678';
		const surroundings = {
			credentialsHelper: this.credentials,
			hooks,
			executionId: '1',
			restApiUrl: `${base}/rest`,
			instanceBaseUrl: base,
			webhookBaseUrl: `${base}/webhook`,
			webhookTestBaseUrl: `${base}/webhook-test`,
			webhookWaitingBaseUrl: `${base}/webhook-waiting`,
			formWaitingBaseUrl: `${base}/form-waiting`,
			rootExecutionMode: mode,
			currentNodeExecutionIndex: 0,
			variables: {},
			setExecutionStatus: () => undefined,
			sendDataToUI: () => undefined,
			getRunExecutionData: async () => await Promise.resolve(undefined),
		};
		return surroundings as unknown as IWorkflowExecuteAdditionalData;
	}
}

function nodeOf(workflow: Workflow, name: string): INode {
	const node = workflow.getNode(name);
	if (!node) throw new Error(`The workflow has no node ${name}`);
	return node;
}

function toRan({ status, data }: IRun): Omit<Ran, 'messages'> {
	const { runData, error } = data.resultData;
	const items = (node: string): readonly (readonly INodeExecutionData[])[] =>
		(runData[node]?.at(-1)?.data?.['main'] ?? []).map((output) => output ?? []);
	return {
		status,
		error,
		items,
		output: (node) => items(node).map((output) => output.map(({ json }) => json)),
		hints: (node) => (runData[node]?.at(-1)?.hints ?? []).map(({ message }) => message),
	};
}

/** What n8n's database would give back. */
function copy(staticData: IDataObject): IDataObject {
	return JSON.parse(JSON.stringify(staticData)) as IDataObject;
}
