import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { TargetEvent } from '../target/target';
import { note, settled, timed } from './checks';
import type { BundledWorkflow } from './importWorkflows';
import type { InstalledN8n } from './installN8n';
import { openMiddle, type Middle } from './middle';
import type { Execution } from './n8nApi';
import { startHost, type Host } from './startHost';
import { findFreePort, type N8nPlace } from './startN8n';

/** What n8n says of executions that are not over. */
export const UNFINISHED: ReadonlySet<string> = new Set(['new', 'running', 'waiting']);
/** After a kill n8n itself may need minutes until it activates a workflow again. */
const FINISHED_WITHIN_MS = 200_000;

/** A demo shop, a warehouse and one n8n between them, which the parts of the test share. */
export class Scene {
	/** Told of what happens at the warehouse; a part may set it for its time. */
	onTargetEvent: ((event: TargetEvent) => void) | undefined;

	private readonly installed: InstalledN8n;
	private readonly folder: string;
	private readonly workflows: readonly BundledWorkflow[];
	private place: N8nPlace | undefined;
	private openedMiddle: Middle | undefined;
	private startedHost: Host | undefined;

	/** @param folder is made, and keeps everything */
	constructor(installed: InstalledN8n, folder: string, workflows: readonly BundledWorkflow[]) {
		this.installed = installed;
		this.folder = folder;
		this.workflows = workflows;
	}

	/** Shop and warehouse; the first call opens them, without n8n. */
	async openMiddle(): Promise<Middle> {
		this.openedMiddle ??= await this.serve(0, 0);
		return this.openedMiddle;
	}

	/** n8n; the first call after the beginning, a stop or a kill starts it. */
	async openHost(): Promise<Host> {
		if (this.startedHost) return this.startedHost;
		const { ends } = await this.openMiddle();
		this.place ??= {
			userFolder: join(this.folder, 'n8n'),
			port: await findFreePort(),
			brokerPort: await findFreePort(),
		};
		const { installed, place, workflows } = this;
		this.startedHost = await timed('n8n started', () =>
			startHost(installed, place, ends, { workflows }),
		);
		return this.startedHost;
	}

	/** Ends n8n in its order, and begins shop and warehouse again from what they keep, at the same addresses. */
	async stopAll(): Promise<Middle> {
		const host = this.startedHost;
		if (host) await timed('n8n stopped', () => host.n8n.stop());
		this.startedHost = undefined;
		const middle = await this.openMiddle();
		await middle.close();
		const { shopUrl, targetUrl } = middle.ends;
		this.openedMiddle = await this.serve(portOf(shopUrl), portOf(targetUrl));
		return this.openedMiddle;
	}

	/** Ends n8n as a crash would. */
	async kill(): Promise<void> {
		await this.startedHost?.n8n.kill();
		this.startedHost = undefined;
	}

	/** Ends everything. May be repeated. */
	async close(): Promise<void> {
		await this.startedHost?.n8n.stop();
		this.startedHost = undefined;
		await this.openedMiddle?.close();
		this.openedMiddle = undefined;
	}

	/** Prints what a person would look at first: errors of executions and the end of n8n's log. */
	async printFailures(): Promise<void> {
		if (!this.startedHost) return;
		const { api, n8n, workflowIds } = this.startedHost;
		const executions: Execution[] = [];
		for (const id of Object.values(workflowIds))
			executions.push(...(await api.executions(id).catch(() => [])));
		for (const { id, status } of executions.filter((one) => one.status !== 'success')) {
			note(`execution ${id} (${status}): ${await api.executionError(id).catch(String)}`);
		}
		console.log(`The end of n8n's log:\n${(await readFile(n8n.log, 'utf8')).slice(-4000)}`);
	}

	private serve(shopPort: number, targetPort: number): Promise<Middle> {
		const { folder } = this;
		return openMiddle({ folder, shopPort, targetPort }, (event) => this.onTargetEvent?.(event));
	}
}

/** All executions of a workflow, by default the host's main one, newest first, once none is running any more. */
export async function finishedExecutions(
	{ api, workflowId, workflowIds }: Host,
	file?: string,
): Promise<readonly Execution[]> {
	const id = file === undefined ? workflowId : (workflowIds[file] ?? '');
	return settled(
		() => api.executions(id),
		(executions) => !executions.some(({ status }) => UNFINISHED.has(status)),
		FINISHED_WITHIN_MS,
	);
}

const portOf = (url: string): number => Number(new URL(url).port);
