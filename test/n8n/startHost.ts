import { createHash, randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import {
	importWorkflows,
	ORDERS_TO_WAREHOUSE,
	type BundledWorkflow,
	type Imported,
} from './importWorkflows';
import type { InstalledN8n } from './installN8n';
import { connectN8n, type N8nApi, type Owner } from './n8nApi';
import { startN8n, type N8nPlace, type RunningN8n } from './startN8n';

const MEMORY = 'launcher.json';
const CREDENTIAL_TYPE = 'shopifyFulfillmentApi';

/** Where the workflows' two ends are, and how to sign in to the shop. */
export interface Ends {
	readonly shopUrl: string;
	readonly clientId: string;
	readonly clientSecret: string;
	readonly targetUrl: string;
	/** Legacy id of the shop's location whose stock the target counts. */
	readonly stockLocation?: string;
}

/** What n8n is to have besides this package. */
export interface HostOptions {
	/** Default: `orders-to-warehouse.json`, published. */
	readonly workflows?: readonly BundledWorkflow[];
	/** Default `Demo shop`. */
	readonly credentialName?: string;
	/** Aborting ends n8n and fails. */
	readonly signal?: AbortSignal;
}

/** The same with the credential's fields as n8n takes them. */
export interface HostSettings {
	readonly targetUrl: string;
	/** Legacy id of the location that the target ships from; default all. */
	readonly location?: string;
	/** Legacy id of the location whose stock the target counts; default none is chosen. */
	readonly stockLocation?: string;
	readonly workflows: readonly BundledWorkflow[];
	readonly credential: {
		readonly name: string;
		/** Null for those of an earlier start in the same folder. */
		readonly fields: object | null;
	};
	/** Aborting ends n8n and fails. */
	readonly signal?: AbortSignal;
}

/** A running n8n that carries orders from a shop to a target. */
export interface Host {
	readonly n8n: RunningN8n;
	readonly api: N8nApi;
	readonly owner: Owner;
	/** Ids of the workflows that were asked for, by file. */
	readonly workflowIds: Readonly<Record<string, string>>;
	/** Id of `orders-to-warehouse.json`, or of the first one where that was not asked for. */
	readonly workflowId: string;
	/** The credential test's message if the shop refused it, null if all is well. */
	readonly credentialProblem: string | null;
	/** Gives the credential other fields and tests them. */
	replaceCredential(fields: object): Promise<string | null>;
	/** Runs the credential's test for other ends; gives its message if it fails, null if it passes. */
	testCredential(ends: Ends): Promise<string | null>;
	/**
	 * Makes a workflow's trigger poll without waiting for its minute: `workflowId`, or that of `file`.
	 * Publishes it if it was not published. Returns before the poll is done.
	 */
	pollNow(file?: string): Promise<void>;
}

/** What must be known again at the next start; kept beside n8n's own files, readable by its owner alone. */
interface Memory {
	readonly owner: Owner;
	readonly apiKey?: string;
	readonly credential?: { readonly id: string; readonly fingerprint: string };
	readonly workflows?: Imported;
}

/**
 * Starts n8n in a folder with this package, a credential for the shop, and workflows.
 *
 * In a folder that was used before everything is found again, n8n's own memory of the orders included;
 * only a workflow that has changed since is replaced.
 */
export async function startHost(
	installed: InstalledN8n,
	place: N8nPlace,
	ends: Ends,
	options: HostOptions = {},
): Promise<Host> {
	return openHost(installed, place, {
		targetUrl: ends.targetUrl,
		...(ends.stockLocation !== undefined && { stockLocation: ends.stockLocation }),
		workflows: options.workflows ?? [{ file: ORDERS_TO_WAREHOUSE, publish: true }],
		credential: { name: options.credentialName ?? 'Demo shop', fields: credentialFields(ends) },
		...(options.signal && { signal: options.signal }),
	});
}

/** `startHost` for any shop. Fails if there is no credential, neither given nor from an earlier start. */
export async function openHost(
	installed: InstalledN8n,
	place: N8nPlace,
	settings: HostSettings,
): Promise<Host> {
	await mkdir(place.userFolder, { recursive: true });
	let memory = await recall(place.userFolder);
	const keep = async (changed: Partial<Memory>): Promise<void> => {
		memory = { ...memory, ...changed };
		await remember(place.userFolder, memory);
	};
	const n8n = await startN8n(installed, place, settings.signal);
	try {
		const api = await connectN8n(n8n.url, memory.owner, memory.apiKey);
		await keep({ apiKey: api.apiKey });

		const { name } = settings.credential;
		const credential = await setCredential(api, settings.credential, memory.credential);
		await keep({ credential });
		const { id } = credential;
		const credentialProblem = await api.testStoredCredential(id);

		const { targetUrl, location, stockLocation } = settings;
		const around = {
			credential: { id, name },
			targetUrl,
			...(location && { location }),
			...(stockLocation && { stockLocation }),
		};
		const files = settings.workflows;
		const imported = await importWorkflows(
			api,
			files,
			around,
			memory.workflows ?? {},
			(workflows) => keep({ workflows }),
		);
		const workflowIds = Object.fromEntries(
			files.map(({ file }) => [file, imported[file]?.id ?? '']),
		);
		const workflowId = workflowIds[ORDERS_TO_WAREHOUSE] ?? Object.values(workflowIds)[0] ?? '';
		return {
			n8n,
			api,
			owner: memory.owner,
			workflowIds,
			workflowId,
			credentialProblem,
			async replaceCredential(fields) {
				const replaced = await setCredential(api, { name, fields }, memory.credential);
				await keep({ credential: replaced });
				return api.testStoredCredential(replaced.id);
			},
			testCredential: (other) =>
				api.testCredential(id, name, CREDENTIAL_TYPE, credentialFields(other)),
			async pollNow(file) {
				const polled = file === undefined ? workflowId : workflowIds[file];
				if (polled === undefined) throw new Error(`n8n was not asked to have ${file ?? ''}`);
				await api.unpublish(polled);
				await api.publish(polled);
			},
		};
	} catch (error) {
		await n8n.stop();
		throw error;
	}
}

/** Whether an earlier start in this folder has given n8n a credential. */
export async function hasCredential(userFolder: string): Promise<boolean> {
	return (
		existsSync(join(userFolder, MEMORY)) && (await recall(userFolder)).credential !== undefined
	);
}

/** The credential as it is to be: made, given its new fields, or found as it is. */
async function setCredential(
	api: N8nApi,
	{ name, fields }: HostSettings['credential'],
	earlier: Memory['credential'],
): Promise<NonNullable<Memory['credential']>> {
	const known = earlier && (await api.hasCredential(earlier.id)) ? earlier : undefined;
	if (fields === null) {
		if (!known) throw new Error(`n8n has no credential for ${name}`);
		return known;
	}
	const fingerprint = hash(JSON.stringify(fields));
	if (known?.fingerprint === fingerprint) return known;
	if (known) {
		await api.updateCredential(known.id, name, CREDENTIAL_TYPE, fields);
		return { id: known.id, fingerprint };
	}
	return { id: await api.createCredential(name, CREDENTIAL_TYPE, fields), fingerprint };
}

/** The fields of the credential for a demo shop. */
export function credentialFields({ shopUrl, clientId, clientSecret }: Ends): object {
	return { shop: shopUrl, authentication: 'clientCredentials', clientId, clientSecret };
}

function hash(text: string): string {
	return createHash('sha256').update(text).digest('hex');
}

async function recall(folder: string): Promise<Memory> {
	const file = join(folder, MEMORY);
	if (existsSync(file)) return JSON.parse(await readFile(file, 'utf8')) as Memory;
	// n8n wants a capital letter and a digit.
	const password = `Demo-${randomBytes(6).toString('hex')}-1`;
	return await remember(folder, { owner: { email: 'demo@example.com', password } });
}

/** Written whole or not at all: a start that is cut off must not lose the password. */
async function remember(folder: string, memory: Memory): Promise<Memory> {
	const file = join(folder, MEMORY);
	await writeFile(`${file}.new`, JSON.stringify(memory, null, '\t'), { mode: 0o600 });
	await rename(`${file}.new`, file);
	return memory;
}
