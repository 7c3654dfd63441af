import { mkdir, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { takeLock } from '../../scripts/lock.cjs';
import { createProgress, type Progress } from '../../scripts/progress.cjs';
import { buildPackage } from './buildPackage';
import { choosePorts } from './choosePorts';
import { cacheFolder, installN8n } from './installN8n';
import { watchForEnd } from './interruption';
import { openStage, type Stage } from './startStage';
import { HELP, readStartOptions, type StartOptions } from './startOptions';
import type { RunningN8n } from './startN8n';

// `npm start`: a shop, a plain warehouse and a real n8n between them, until Ctrl-C. What they hold stays in
// a folder, so that the next start goes on where this one ended.

const KEEP_EVERY_MS = 2000;
const LOCK = 'lock';
const begun = Number(process.env['N8N_NODES_SHOPIFY_FULFILLMENT_BEGUN'] ?? Date.now());

async function main(): Promise<void> {
	const options = readStartOptions(process.argv.slice(2), cacheFolder());
	const progress = createProgress(process.stdout);
	if (options.help) {
		progress.say(HELP);
		return;
	}
	const signal = watchForEnd(progress.say);

	const lock = takeLock(join(options.folder, LOCK));
	if (!lock.taken) {
		throw new Error(
			`npm start is running already (process ${lock.pid}). End it with Ctrl-C first, or give this one a folder of its own: npm start -- --folder another-folder`,
		);
	}
	process.once('exit', lock.release);
	try {
		await run(options, progress, signal);
		progress.say('Ended. npm start goes on from here.');
	} catch (error) {
		if (!signal.aborted) throw error;
		progress.say('Ended. npm start begins again what was not finished.');
	}
}

async function run(options: StartOptions, progress: Progress, signal: AbortSignal): Promise<void> {
	await mkdir(options.folder, { recursive: true });
	if (options.fresh) await forget(options.folder);
	const ports = await choosePorts(options.port, progress.say);
	const stage = await openStage(options, ports, progress, signal);
	try {
		await buildPackage(progress, signal);
		const installed = await installN8n(progress, signal);
		await carry(stage, () => stage.startN8n(installed), progress, signal);
	} finally {
		await stage.close();
	}
}

/** Runs n8n until somebody ends it. What the two ends hold is kept all the while. */
async function carry(
	stage: Stage,
	start: () => Promise<RunningN8n>,
	{ say }: Progress,
	signal: AbortSignal,
): Promise<void> {
	// One after the other: two would write the same file.
	let kept = Promise.resolve();
	const keeping = setInterval(() => {
		kept = kept.then(stage.keep).catch((error: unknown) => say(`Not kept: ${String(error)}`));
	}, KEEP_EVERY_MS);
	try {
		const n8n = await start();
		try {
			say(
				`Ready after ${Math.round((Date.now() - begun) / 1000)} s. ${stage.next} Ctrl-C ends everything.\n`,
			);
			const keys = process.stdin.isTTY && stage.onEnter ? readEnter(stage.onEnter) : undefined;
			const why = await Promise.race([n8n.ended.then(() => 'n8n'), aborted(signal)]);
			keys?.close();
			if (why === 'n8n') throw new Error(`n8n ended by itself; its log is ${n8n.log}`);
		} finally {
			// n8n first: what it is doing still needs both ends.
			await n8n.stop();
		}
	} finally {
		clearInterval(keeping);
		await kept;
	}
}

function readEnter(onEnter: () => void): { close(): void } {
	return createInterface({ input: process.stdin }).on('line', onEnter);
}

function aborted(signal: AbortSignal): Promise<string> {
	return new Promise((resolve) => {
		if (signal.aborted) resolve('signal');
		signal.addEventListener('abort', () => resolve('signal'), { once: true });
	});
}

/** Empties the folder but for the lock. */
async function forget(folder: string): Promise<void> {
	for (const name of await readdir(folder)) {
		if (name !== LOCK) await rm(join(folder, name), { recursive: true, force: true });
	}
}

main()
	.then(() => process.exit(0))
	.catch((error: unknown) => {
		console.error(wordsOf(error));
		process.exit(1);
	});

function wordsOf(error: unknown): string {
	if (!(error instanceof Error)) return String(error);
	if ('code' in error && error.code === 'ENOSPC') return `The disk is full: ${error.message}`;
	const advice = 'advice' in error && typeof error.advice === 'string' ? `\n${error.advice}` : '';
	return `${error.message}${advice}`;
}
