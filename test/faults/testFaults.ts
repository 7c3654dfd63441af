import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { installN8n, type InstalledN8n } from '../n8n/installN8n';
import { watchForEnd } from '../n8n/interruption';
import { HELP, isKept, runsOf, type AskedRun } from './options';
import { printResult, printTable, verdictsOf, type Row } from './report';
import { runDay } from './run';
import { WAYS } from './ways';

// `npm run test:faults`: a shop's day with faults, through a real n8n, unattended. Prints what it measured, and as
// its last line how many checks passed and failed; ends with 1 if any failed. `-- --help` names the options.

const signal = watchForEnd((line) => console.log(line));
let passed = 0;
let failed = 0;

async function main(): Promise<void> {
	const args = process.argv.slice(2);
	if (args.includes('--help')) {
		console.log(HELP);
		process.exit(0);
	}
	const asked = runsOf(args, Date.now());
	const installed = await installN8n();
	const folder = await mkdtemp(join(tmpdir(), 'shopify-fulfillment-faults-'));
	const rows: Row[] = [];
	try {
		for (const run of asked) {
			if (signal.aborted) break;
			const row = await runOne(run, installed, folder);
			if (row) rows.push(row);
		}
	} finally {
		if (isKept(args)) console.log(`Kept: ${folder}`);
		else await rm(folder, { recursive: true, force: true, maxRetries: 3 });
		if (rows.length > 0) printTable(rows);
	}
}

/** One run that breaks off counts as a failure, and the next one is run all the same. */
async function runOne(
	run: AskedRun,
	installed: InstalledN8n,
	folder: string,
): Promise<Row | undefined> {
	console.log(`\n${run.heading}`);
	try {
		const result = await runDay({
			...run,
			installed,
			machine: WAYS[run.mode].machine,
			// Of one seed there may be a run in each way: no n8n takes over what another has left.
			folder: join(folder, run.mode),
			signal,
		});
		printResult(run, result);
		for (const { what, isGood } of verdictsOf(run, result)) {
			if (isGood) passed += 1;
			else failed += 1;
			console.log(`${isGood ? 'ok    ' : 'FAILED'} ${what}`);
		}
		return { run, result };
	} catch (error) {
		failed += 1;
		const words = error instanceof Error ? (error.stack ?? error.message) : String(error);
		console.log(`FAILED the run broke off: ${words}\n       again: ${run.again}`);
		return undefined;
	}
}

main()
	.catch((error: unknown) => {
		failed += 1;
		console.log(
			`FAILED ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`,
		);
	})
	.finally(() => {
		console.log(`${passed} passed, ${failed} failed`);
		process.exit(failed > 0 ? 1 : 0);
	});
