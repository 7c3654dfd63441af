import { setTimeout as delay } from 'node:timers/promises';

const UNPUBLISHED_WITHIN_MS = 30_000;

/** Who may do everything in an n8n that this project has started. */
export interface Owner {
	readonly email: string;
	readonly password: string;
}

/** A workflow as n8n's public API takes it. */
export interface WorkflowJson {
	readonly name: string;
	readonly nodes: readonly WorkflowNode[];
	readonly connections: object;
	readonly settings?: object;
}

/** A node of a workflow, as far as the launcher changes it. */
export interface WorkflowNode {
	readonly name: string;
	readonly type: string;
	readonly parameters: Readonly<Record<string, unknown>>;
	readonly credentials?: Readonly<Record<string, { id: string; name: string }>>;
}

/** One execution, as n8n lists it. */
export interface Execution {
	readonly id: string;
	readonly status: string;
	/** What began it: `trigger` for a poll, `webhook`, `manual`. */
	readonly mode: string;
}

/** What the launcher and the tests ask of a running n8n, all through n8n's own HTTP interfaces. */
export interface N8nApi {
	/** For the `X-N8N-API-KEY` header; n8n shows it once. */
	readonly apiKey: string;
	nodeTypes(): Promise<readonly string[]>;
	/** Makes a credential and gives its id. */
	createCredential(name: string, type: string, data: object): Promise<string>;
	/** Whether it is still there: somebody may have deleted it in the editor. */
	hasCredential(id: string): Promise<boolean>;
	/** Gives a credential other fields, all of them. */
	updateCredential(id: string, name: string, type: string, data: object): Promise<void>;
	/** Runs the credential's own test; gives n8n's message if it fails, null if it passes. */
	testCredential(id: string, name: string, type: string, data: object): Promise<string | null>;
	/** The same with the fields as n8n keeps them. */
	testStoredCredential(id: string): Promise<string | null>;
	/** Makes a workflow and gives its id. */
	createWorkflow(workflow: WorkflowJson): Promise<string>;
	/** The workflow as n8n has it. */
	workflow(id: string): Promise<WorkflowJson>;
	updateWorkflow(id: string, workflow: WorkflowJson): Promise<void>;
	/** Whether a workflow is published; null if somebody has deleted it. */
	isPublished(workflowId: string): Promise<boolean | null>;
	/** n8n polls at once and then on schedule. Returns before the first poll. */
	publish(workflowId: string): Promise<void>;
	/**
	 * Returns when n8n is done with it: a publication that comes sooner takes its place in n8n's queue, and
	 * nothing is registered anew, so that n8n would not poll.
	 */
	unpublish(workflowId: string): Promise<void>;
	/** Newest first, those under way included, at most 250 of either. */
	executions(workflowId: string): Promise<readonly Execution[]>;
	/** Why an execution failed, in its own words. */
	executionError(id: string): Promise<string>;
	/** What a node of an execution gave at its first output, in all its runs; nothing if it did not run. */
	executionOutput(id: string, node: string): Promise<readonly Readonly<Record<string, unknown>>[]>;
	/** When a node of an execution was done, in milliseconds since 1970; null if it did not run. */
	executionEnd(id: string, node: string): Promise<number | null>;
	/** *Execute Workflow* in the editor, from this trigger on; gives the execution's id. Returns before it is over. */
	runByHand(workflowId: string, trigger: string): Promise<string>;
	/**
	 * *Listen for test event* in the editor: gives whether n8n now waits for a webhook. It does so for the first
	 * one, for two minutes at most.
	 */
	listen(workflowId: string, trigger: string): Promise<boolean>;
	/** *Stop listening* in the editor. May be repeated. */
	stopListening(workflowId: string): Promise<void>;
}

/** A request that n8n refused, with its status. */
export class N8nRefused extends Error {
	readonly status: number;

	constructor(request: string, status: number, text: string) {
		super(`n8n answered ${status} to ${request}: ${text.slice(0, 500)}`);
		this.name = 'N8nRefused';
		this.status = status;
	}
}

/**
 * Signs in to a running n8n; on its first start the owner is made. May be repeated, but without the
 * `apiKey` of an earlier time a new key is made each time.
 */
export async function connectN8n(url: string, owner: Owner, apiKey?: string): Promise<N8nApi> {
	let cookie = '';

	/** n8n's internal interface, as the editor uses it. */
	async function rest<T>(method: string, path: string, body?: object): Promise<T> {
		// n8n ties the session to this header, whatever it says, as long as it stays the same.
		const headers = { 'content-type': 'application/json', 'browser-id': 'launcher', cookie };
		const response = await send(method, `${url}/rest${path}`, headers, body);
		const session = response.cookies.find((one) => one.startsWith('n8n-auth='));
		if (session) cookie = session.split(';')[0] ?? '';
		const parsed = JSON.parse(response.text) as { data: T };
		return parsed.data;
	}

	const signIn = { emailOrLdapLoginId: owner.email, password: owner.password };
	try {
		await rest('POST', '/owner/setup', { ...owner, firstName: 'Demo', lastName: 'Owner' });
	} catch (error) {
		// 400: there is an owner already.
		if (!(error instanceof N8nRefused) || error.status !== 400) throw error;
		await rest('POST', '/login', signIn);
	}
	const key = apiKey ?? (await createApiKey());

	async function createApiKey(): Promise<string> {
		const scopes = await rest<string[]>('GET', '/api-keys/scopes');
		const label = `launcher ${new Date().toISOString()}`;
		const created = await rest<{ rawApiKey: string }>('POST', '/api-keys', {
			label,
			expiresAt: null,
			scopes,
		});
		return created.rawApiKey;
	}

	/** n8n's public interface. */
	async function api<T>(method: string, path: string, body?: object): Promise<T> {
		const headers = { 'content-type': 'application/json', 'X-N8N-API-KEY': key };
		const { text } = await send(method, `${url}/api/v1${path}`, headers, body);
		return JSON.parse(text) as T;
	}

	/** Either begins an execution or waits for a webhook. */
	async function run(
		workflowId: string,
		trigger: string,
	): Promise<{ readonly executionId?: string; readonly waitingForWebhook?: boolean }> {
		const path = `/workflows/${workflowId}`;
		const workflowData = await rest<object>('GET', path);
		const triggerToStartFrom = { name: trigger };
		return await rest('POST', `${path}/run`, { workflowData, triggerToStartFrom });
	}

	async function resultOf(executionId: string): Promise<ExecutionResult> {
		interface Detail {
			readonly data?: { readonly resultData?: ExecutionResult };
		}
		const { data } = await api<Detail>('GET', `/executions/${executionId}?includeData=true`);
		return data?.resultData ?? {};
	}

	return {
		apiKey: key,
		async nodeTypes() {
			const { text } = await send('GET', `${url}/types/nodes.json`, {
				cookie,
				'browser-id': 'launcher',
			});
			return (JSON.parse(text) as { name: string }[]).map(({ name }) => name);
		},
		async createCredential(name, type, data) {
			return (await api<{ id: string }>('POST', '/credentials', { name, type, data })).id;
		},
		async testCredential(id, name, type, data) {
			const credentials = { id, name, type, data };
			return messageOf(await rest<TestAnswer>('POST', '/credentials/test', { credentials }));
		},
		async hasCredential(id) {
			return (await unlessGone(api('GET', `/credentials/${id}`))) !== null;
		},
		async updateCredential(id, name, type, data) {
			await api('PATCH', `/credentials/${id}`, { name, type, data });
		},
		async testStoredCredential(id) {
			return messageOf(await api<TestAnswer>('POST', `/credentials/${id}/test`));
		},
		async createWorkflow(workflow) {
			return (await api<{ id: string }>('POST', '/workflows', accepted(workflow))).id;
		},
		async workflow(id) {
			return await api<WorkflowJson>('GET', `/workflows/${id}`);
		},
		async updateWorkflow(id, workflow) {
			await api('PUT', `/workflows/${id}`, accepted(workflow));
		},
		async isPublished(id) {
			const workflow = await unlessGone(api<{ active: boolean }>('GET', `/workflows/${id}`));
			return workflow?.active ?? null;
		},
		async publish(id) {
			await api('POST', `/workflows/${id}/activate`);
		},
		async unpublish(id) {
			await api('POST', `/workflows/${id}/deactivate`);
			const deadline = Date.now() + UNPUBLISHED_WITHIN_MS;
			for (;;) {
				const path = `/workflows/${id}/publication-status`;
				const { status } = await rest<{ status: string }>('GET', path);
				if (status !== 'in_progress' || Date.now() > deadline) return;
				await delay(50);
			}
		},
		async executions(id) {
			const list = async (more: string): Promise<readonly Execution[]> =>
				(await api<{ data: Execution[] }>('GET', `/executions?limit=250&workflowId=${id}${more}`))
					.data;
			// n8n lists those under way only if they are asked for. They first: one that ends between the two
			// requests is in both.
			const running = await list('&status=running');
			const others = await list('');
			const ended = new Set(others.map((one) => one.id));
			return [...running.filter((one) => !ended.has(one.id)), ...others].sort(
				(one, other) => Number(other.id) - Number(one.id),
			);
		},
		async executionError(id) {
			const { error, lastNodeExecuted } = await resultOf(id);
			return `${lastNodeExecuted ?? 'no node'}: ${error?.message ?? 'no message'} ${error?.description ?? ''}`;
		},
		async executionOutput(id, node) {
			const runs = (await resultOf(id)).runData?.[node] ?? [];
			return runs.flatMap(({ data }) => (data?.main[0] ?? []).map(({ json }) => json));
		},
		async executionEnd(id, node) {
			const last = (await resultOf(id)).runData?.[node]?.at(-1);
			return last ? last.startTime + last.executionTime : null;
		},
		async runByHand(workflowId, trigger) {
			const { executionId } = await run(workflowId, trigger);
			if (executionId === undefined) throw new Error(`${trigger} waits for a webhook`);
			return executionId;
		},
		async listen(workflowId, trigger) {
			return (await run(workflowId, trigger)).waitingForWebhook === true;
		},
		async stopListening(workflowId) {
			await rest('DELETE', `/test-webhook/${workflowId}`);
		},
	};
}

/** What came of an execution, as n8n keeps it. */
interface ExecutionResult {
	readonly error?: { readonly message?: string; readonly description?: string };
	readonly lastNodeExecuted?: string;
	readonly runData?: Readonly<Record<string, readonly NodeRun[]>>;
}

/** One run of a node; the outputs that were reached. */
interface NodeRun {
	/** Milliseconds. */
	readonly startTime: number;
	readonly executionTime: number;
	readonly data?: {
		readonly main: readonly (
			| readonly { readonly json: Readonly<Record<string, unknown>> }[]
			| null
		)[];
	};
}

/** The answer, or null if n8n says that there is no such thing. */
async function unlessGone<T>(answer: Promise<T>): Promise<T | null> {
	try {
		return await answer;
	} catch (error) {
		if (error instanceof N8nRefused && error.status === 404) return null;
		throw error;
	}
}

/** What n8n says after a credential's test. */
interface TestAnswer {
	readonly status: string;
	readonly message: string;
}

function messageOf({ status, message }: TestAnswer): string | null {
	return status === 'OK' ? null : message;
}

/** The fields that the public API takes; it refuses a workflow with any other. */
function accepted({ name, nodes, connections, settings }: WorkflowJson): object {
	return { name, nodes, connections, settings: settings ?? {} };
}

async function send(
	method: string,
	url: string,
	headers: Record<string, string>,
	body?: object,
): Promise<{ text: string; cookies: readonly string[] }> {
	const init = { method, headers, ...(body && { body: JSON.stringify(body) }) };
	const response = await fetch(url, init);
	const text = await response.text();
	if (!response.ok)
		throw new N8nRefused(`${method} ${new URL(url).pathname}`, response.status, text);
	return { text, cookies: response.headers.getSetCookie() };
}
