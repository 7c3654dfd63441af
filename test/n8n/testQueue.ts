import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { createTally, note, secondsSince, timed } from './checks';
import { checkFromFiles } from './fromFiles';
import { FROM_FILES, ORDERS_TO_WAREHOUSE } from './importWorkflows';
import { installN8n, type InstalledN8n } from './installN8n';
import { watchForEnd } from './interruption';
import { openMiddle } from './middle';
import { checkQueueKills } from './queueKills';
import { chooseQueuePlaces, startQueueHost, withEnvironment, type QueueHost } from './queueHost';
import { checkDurable, checkQueuePolls, checkQueueWebhooks } from './queueRuns';
import { checkOnWorkers, type QueueStage } from './queueStage';
import { startQueueServers, type QueueServers } from './queueServers';

// `npm run test:queue`: the bundled workflow in n8n's queue mode, with Redis, PostgreSQL and two workers on this
// machine, unattended. Prints what it measured, and as its last line how many checks passed and failed; ends with
// 1 if any failed. `-- --only kill` runs one part, `--only polls,webhooks` two.

/** n8n's durable scheduler, which is off by default (2.40). */
const DURABLE = {
	N8N_SCHEDULER_ENABLED: 'true',
	N8N_SCHEDULER_POLL_TRIGGERS_ENABLED: 'true',
	N8N_POLLER_DURABLE_CURSORS_ENABLED: 'true',
};

interface Part {
	readonly heading: string;
	/** Variables that n8n is started with for this part, and stays with. */
	readonly environment?: Readonly<Record<string, string>>;
	run(stage: QueueStage): Promise<void>;
}

const PARTS: Readonly<Record<string, Part>> = {
	polls: { heading: 'What one process polls, two workers hand over', run: checkQueuePolls },
	webhooks: { heading: 'Two workers are told of the same orders', run: checkQueueWebhooks },
	kill: { heading: 'A worker is killed, and the main process', run: checkQueueKills },
	durable: {
		heading: "n8n's durable scheduler polls",
		environment: DURABLE,
		run: checkDurable,
	},
	// The last one: it places orders that no warehouse gets.
	files: {
		heading: 'A file that comes by a form is read by a worker',
		run: async (stage) => {
			await checkFromFiles(stage);
			await checkOnWorkers(stage, FROM_FILES);
		},
	},
};

/** `orders-to-warehouse.json` is published by the parts. */
const WORKFLOWS = [ORDERS_TO_WAREHOUSE, FROM_FILES].map((file) => ({ file, publish: false }));

const tally = createTally();

/** The parts to run, with their names. */
function chosenParts(): readonly (readonly [string, Part])[] {
	const { values } = parseArgs({ options: { only: { type: 'string' } } });
	const names = values.only?.split(',') ?? Object.keys(PARTS);
	return names.map((name) => {
		const part = PARTS[name];
		if (!part) throw new Error(`No part ${name}. There are ${Object.keys(PARTS).join(', ')}.`);
		return [name, part] as const;
	});
}

async function main(signal: AbortSignal): Promise<void> {
	const chosen = chosenParts();
	const installed = await installN8n(undefined, signal);
	const servers = await timed('Redis and PostgreSQL started', () =>
		startQueueServers((line) => console.log(line)),
	);
	const folder = await mkdtemp(join(tmpdir(), 'shopify-fulfillment-n8n-'));
	try {
		note(servers.versions);
		signal.throwIfAborted();
		await runParts(chosen, { installed, servers, folder, signal });
	} finally {
		await servers.stop();
		await rm(folder, { recursive: true, force: true });
	}
}

interface Setup {
	readonly installed: InstalledN8n;
	readonly servers: QueueServers;
	readonly folder: string;
	readonly signal: AbortSignal;
}

async function runParts(
	chosen: readonly (readonly [string, Part])[],
	{ installed, servers, folder, signal }: Setup,
): Promise<void> {
	const middle = await openMiddle({ folder, shopPort: 0, targetPort: 0 });
	let places = await chooseQueuePlaces(folder, servers);
	const start = (): Promise<QueueHost> =>
		timed('n8n and two workers started', () =>
			startQueueHost(installed, places, middle.ends, { workflows: WORKFLOWS, signal }),
		);
	const times: string[] = [];
	let host: QueueHost | undefined;
	try {
		for (const [name, { heading, environment, run }] of chosen) {
			console.log(`\n${heading} (--only ${name})`);
			const begun = Date.now();
			const failedBefore = tally.failed();
			if (environment) {
				await host?.n8n.stop();
				host = undefined;
				places = withEnvironment(places, environment);
			}
			host ??= await start();
			// One part that breaks off counts as a failure, and the next one is run all the same.
			await orAborted(run({ middle, host, servers, check: tally.check }), signal).catch(
				(error: unknown) => {
					signal.throwIfAborted();
					tally.fail(`${name} broke off: ${describeError(error)}`);
				},
			);
			if (tally.failed() > failedBefore) await printLogs(host);
			times.push(`${name} ${secondsSince(begun)} s`);
		}
	} finally {
		if (signal.aborted) await host?.n8n.kill();
		else await host?.n8n.stop();
		await middle.close();
		console.log(`\n${times.join(', ')}`);
	}
}

/** What a person would look at first. */
async function printLogs({ main: first, workers }: QueueHost): Promise<void> {
	for (const { name, log } of [first, ...workers]) {
		console.log(`The end of the log of ${name}:\n${(await readFile(log, 'utf8')).slice(-3000)}`);
	}
}

/** Fails as soon as somebody wants all this to end. */
async function orAborted<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
	return Promise.race([
		work,
		new Promise<never>((_resolve, reject) => {
			signal.addEventListener('abort', () => reject(signal.reason as Error), { once: true });
		}),
	]);
}

function describeError(error: unknown): string {
	return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

main(watchForEnd((line) => console.log(line)))
	.catch((error: unknown) => {
		tally.fail(describeError(error));
	})
	.finally(() => {
		console.log(`${tally.passed()} passed, ${tally.failed()} failed`);
		process.exit(tally.failed() > 0 ? 1 : 0);
	});
