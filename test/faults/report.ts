import { note } from '../n8n/checks';
import { unitsOf, type DifferenceKind } from './compare';
import type { AskedRun } from './options';
import type { RunResult } from './run';

/** A run with what it came to. */
export interface Row {
	readonly run: AskedRun;
	readonly result: RunResult;
}

/** Something that must be so. */
export interface Verdict {
	readonly what: string;
	readonly isGood: boolean;
}

/** Fewer would prove little. */
const FAULTS_AT_LEAST = 30;
const KINDS_AT_LEAST = 10;

const crashedOf = ({ executions }: RunResult): number => executions.get('crashed') ?? 0;

/** What must hold after a run. Without `write_orders` units may be lost or doubled: that is the known limit. */
export function verdictsOf(run: AskedRun, result: RunResult): readonly Verdict[] {
	const { differences, faults, orders } = result;
	const none = (kind: DifferenceKind, what: string): Verdict => {
		const units = unitsOf(differences, kind);
		return { what: `${what}: ${units}`, isGood: units === 0 };
	};
	const isTold = run.receiving.events && run.writeOrders && crashedOf(result) === 0;
	return [
		{ what: `${run.orders} orders were placed: ${orders}`, isGood: orders === run.orders },
		{
			what: `at least ${FAULTS_AT_LEAST} faults of ${KINDS_AT_LEAST} kinds: ${faults.total} of ${faults.kinds}`,
			isGood: faults.total >= FAULTS_AT_LEAST && faults.kinds >= KINDS_AT_LEAST,
		},
		...(run.writeOrders
			? [
					none('lost', 'units that the target does not have'),
					none('doubled', 'units that the target has twice'),
				]
			: []),
		none('parcelLost', 'units of parcels that are not in the shop'),
		none('parcelDoubled', 'units of parcels that are in the shop twice'),
		...(isTold ? [none('untold', 'units that an event should have told of')] : []),
	];
}

function isBad(kind: DifferenceKind, { receiving }: AskedRun): boolean {
	if (['tooLate', 'inRed', 'parcelOdd'].includes(kind)) return false;
	return kind !== 'untold' || receiving.events;
}

/** Prints what a run came to, and the history of each order that differs. */
export function printResult(run: AskedRun, result: RunResult): void {
	const { differences, deeds, faults, executions, repeats, units, stories } = result;
	note(`what people did: ${deeds.toString()}`);
	note(`${faults.total} faults of ${faults.kinds} kinds:`);
	for (const [name, count] of faults.entries()) note(`  ${String(count).padStart(4)} ${name}`);
	const ended = [...executions].map(([status, count]) => `${count} ${status}`);
	note(`executions: ${ended.join(', ')}`);
	note(`offers repeated under their key, each kept once: ${repeats}`);
	note(`units that the shop wants from the target: ${units.wanted}, that it has: ${units.ordered}`);
	note(
		`units not told (no events${run.receiving.events ? ' after a kill' : ''}): ${unitsOf(differences, 'untold')}`,
	);
	note(`shipped by the target before it could be told: ${unitsOf(differences, 'tooLate')} units`);
	note(`shipped by staff on their way to the target: ${unitsOf(differences, 'inRed')} units`);
	note(`in parcels that a person has to look at: ${unitsOf(differences, 'parcelOdd')} units`);
	note(`${result.seconds.toFixed(0)} s`);
	const shown = differences.filter(({ kind }) => isBad(kind, run));
	if (shown.length === 0) return;
	console.log(`       again: ${run.again}`);
	for (const { order, of, kind, units: count } of shown) note(`${order}: ${count} ${kind} (${of})`);
	for (const name of new Set(shown.map(({ order }) => order))) {
		console.log(`       ${name}:`);
		for (const line of stories.get(name) ?? []) console.log(`         ${line}`);
	}
}

const HEAD = [
	'mode',
	'seed',
	'orders',
	'units',
	'faults',
	'kinds',
	'kills',
	'crashed',
	'repeated',
	'lost',
	'doubled',
	'untold',
	's',
];

/** Prints a line for each run, and their sums by mode. */
export function printTable(rows: readonly Row[]): void {
	console.log('');
	printLine(HEAD);
	for (const row of rows) printLine(cellsOf(row));
	for (const mode of new Set(rows.map(({ run }) => run.mode))) {
		const cells = rows.filter(({ run }) => run.mode === mode).map(cellsOf);
		const sums = HEAD.map((name, index) => {
			if (name === 'mode') return `all ${mode}`;
			if (name === 'seed') return '';
			const numbers = cells.map((one) => Number(one[index]));
			return String(name === 'kinds' ? Math.max(...numbers) : sum(numbers));
		});
		if (cells.length > 1) printLine(sums);
	}
}

function cellsOf({ run, result }: Row): readonly string[] {
	const { orders, units, faults, repeats, differences, seconds } = result;
	return [
		run.mode,
		run.seed,
		orders,
		units.ordered,
		faults.total,
		faults.kinds,
		faults.of('n8n: killed'),
		crashedOf(result),
		repeats,
		unitsOf(differences, 'lost'),
		unitsOf(differences, 'doubled'),
		unitsOf(differences, 'untold'),
		Math.round(seconds),
	].map(String);
}

function printLine(cells: readonly string[]): void {
	console.log(cells.map((one, index) => (index === 0 ? one.padEnd(14) : one.padStart(9))).join(''));
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, one) => total + one, 0);
