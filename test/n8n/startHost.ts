import { createHash, randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { InstalledN8n } from './installN8n';
import { connectN8n, type N8nApi, type Owner } from './n8nApi';
import { prepareWorkflow } from './prepareWorkflow';
import { startN8n, type N8nPlace, type RunningN8n } from './startN8n';

const WORKFLOW = 'orders-to-warehouse.json';
const CREDENTIAL = { name: 'Demo shop', type: 'shopifyFulfillmentApi' };

/** Where the workflow's two ends are, and how to sign in to the shop. */
export interface Ends {
	readonly shopUrl: string;
	readonly clientId: string;
	readonly clientSecret: string;
	readonly targetUrl: string;
}

/** A running n8n that carries orders from a shop to a target. */
export interface Host {
	readonly n8n: RunningN8n;
	readonly api: N8nApi;
	readonly owner: Owner;
	readonly workflowId: string;
	/** The credential test's message if the shop refused it, null if all is well. */
	readonly credentialProblem: string | null;
	/** Runs the credential's test for other ends; gives its message if it fails, null if it passes. */
	testCredential(ends: Ends): Promise<string | null>;
	/** Makes the trigger poll without waiting for its minute. Returns before the poll is done. */
	pollNow(): Promise<void>;
}

/** What must be known again at the next start; kept beside n8n's own files, readable by its owner alone. */
interface Memory {
	readonly owner: Owner;
	readonly apiKey?: string;
	readonly credentialId?: string;
	/** Of the ends that the credential and the workflow were made for, and of the workflow's file. */
	readonly fingerprint?: string;
	readonly workflowId?: string;
}

/**
 * Starts n8n in a folder with this package, a credential for the shop, and the workflow published.
 *
 * In a folder that was used before everything is found again, n8n's own memory of the orders included;
 * only a workflow that has changed since is replaced.
 */
export async function startHost(
	installed: InstalledN8n,
	place: N8nPlace,
	ends: Ends,
): Promise<Host> {
	await mkdir(place.userFolder, { recursive: true });
	let memory = await recall(place.userFolder);
	const n8n = await startN8n(installed, place);
	try {
		const api = await connectN8n(n8n.url, memory.owner, memory.apiKey);
		memory = await remember(place.userFolder, { ...memory, apiKey: api.apiKey });

		const data = credentialData(ends);
		const fingerprint = hash(JSON.stringify(ends) + JSON.stringify(await prepareFor(ends, '')));
		if (memory.workflowId === undefined || memory.fingerprint !== fingerprint) {
			const credentialId = await api.createCredential(CREDENTIAL.name, CREDENTIAL.type, data);
			const workflow = await prepareFor(ends, credentialId);
			if (memory.workflowId !== undefined) {
				await api.unpublish(memory.workflowId);
				await api.updateWorkflow(memory.workflowId, workflow);
			}
			const workflowId = memory.workflowId ?? (await api.createWorkflow(workflow));
			memory = await remember(place.userFolder, {
				...memory,
				credentialId,
				workflowId,
				fingerprint,
			});
			await api.publish(workflowId);
		}

		const { workflowId, credentialId, owner } = memory;
		if (workflowId === undefined || credentialId === undefined)
			throw new Error('Nothing was published');
		const testCredential = (other: Ends): Promise<string | null> =>
			api.testCredential(credentialId, CREDENTIAL.name, CREDENTIAL.type, credentialData(other));
		const credentialProblem = await testCredential(ends);
		const pollNow = async (): Promise<void> => {
			await api.unpublish(workflowId);
			await api.publish(workflowId);
		};
		return { n8n, api, owner, workflowId, credentialProblem, testCredential, pollNow };
	} catch (error) {
		await n8n.stop();
		throw error;
	}
}

function prepareFor(ends: Ends, credentialId: string): ReturnType<typeof prepareWorkflow> {
	const credential = { id: credentialId, name: CREDENTIAL.name };
	return prepareWorkflow(WORKFLOW, { credential, targetUrl: ends.targetUrl });
}

function credentialData({ shopUrl, clientId, clientSecret }: Ends): object {
	return { shop: shopUrl, authentication: 'clientCredentials', clientId, clientSecret };
}

function hash(text: string): string {
	return createHash('sha256').update(text).digest('hex');
}

async function recall(folder: string): Promise<Memory> {
	const file = join(folder, 'launcher.json');
	if (existsSync(file)) return JSON.parse(await readFile(file, 'utf8')) as Memory;
	// n8n wants a capital letter and a digit.
	const password = `Demo-${randomBytes(6).toString('hex')}-1`;
	return await remember(folder, { owner: { email: 'demo@example.com', password } });
}

async function remember(folder: string, memory: Memory): Promise<Memory> {
	await writeFile(join(folder, 'launcher.json'), JSON.stringify(memory, null, '\t'), {
		mode: 0o600,
	});
	return memory;
}
