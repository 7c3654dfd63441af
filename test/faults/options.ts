import { parseArgs } from 'node:util';
import type { Receiving } from './receiving';
import { WAYS, type Mode } from './ways';

const MODES = Object.keys(WAYS) as readonly Mode[];

/** A run that was asked for. */
export interface AskedRun {
	/** What is printed before it. */
	readonly heading: string;
	/** The command that runs the same again. */
	readonly again: string;
	readonly mode: Mode;
	readonly seed: number;
	readonly orders: number;
	readonly kills: boolean;
	readonly writeOrders: boolean;
	readonly receiving: Receiving;
	readonly paceMs: number;
}

export const HELP = `npm run test:faults [-- options]

Without options: a short run by polling and one by webhooks.

--long                    all ways, with and without kills, at least 1,000 orders in each way
--minutes 60              repeats what was asked for with new seeds until the time is over
--mode ${MODES.join()}   only these ways
--seed 7                  decides the day and its faults; how they meet, real time decides. Without it the short
                          run always plays the same days, and every other one new days
--orders 100              orders of each run
--without-kills           n8n is stopped and started, and never killed
--without-write-orders    the app may not write onto orders: the known limits show
--events, --no-events     whether the target is told of changes after the handover
--keep                    leaves the folder with what n8n wrote, and names it`;

/** Whether the bundled workflow tells the target of what changes after the handover, unless somebody says. */
const EVENTS: boolean = true as boolean;

/** Queue mode has a test of its own in CI. */
const SHORT_MODES: readonly Mode[] = ['polling', 'webhooks'];
const SHORT_SEED = 301;
const SHORT_ORDERS = 100;
const LONG_ORDERS = 260;
/** Runs of the long command for each way: the first with kills, the next without, and so on. */
const LONG_RUNS = 4;
/** The runs that a command line asks for, one after the other: without end as long as there is time. */
export function* runsOf(args: readonly string[], nowMs: number): Generator<AskedRun> {
	const values = valuesOf(args);
	const modes = (values.mode?.split(',') ?? (values.long ? MODES : SHORT_MODES)).map(modeNamed);
	const orders = wholeNumber('orders', values.orders ?? (values.long ? LONG_ORDERS : SHORT_ORDERS));
	const isShort = !values.long && values.minutes === undefined;
	const first = wholeNumber('seed', values.seed ?? (isShort ? SHORT_SEED : nowMs % 1_000_000));
	const until = nowMs + wholeNumber('minutes', values.minutes ?? 0) * 60_000;
	const times = values.long ? LONG_RUNS : 1;
	let seed = first;
	do {
		for (let time = 0; time < times; time += 1) {
			for (const mode of modes) {
				if (values.minutes !== undefined && Date.now() > until) return;
				const kills = !values['without-kills'] && (times === 1 || time % 2 === 0);
				yield askedRun({
					mode,
					seed,
					orders,
					kills,
					writeOrders: !values['without-write-orders'],
					events: values.events,
				});
			}
			seed += 1;
		}
	} while (Date.now() < until);
}

/** Whether what n8n wrote is to stay, for somebody who looks for a reason. */
export function isKept(args: readonly string[]): boolean {
	return valuesOf(args).keep;
}

function valuesOf(args: readonly string[]) {
	const { values } = parseArgs({
		args: [...args],
		allowNegative: true,
		options: {
			long: { type: 'boolean', default: false },
			minutes: { type: 'string' },
			mode: { type: 'string' },
			seed: { type: 'string' },
			orders: { type: 'string' },
			'without-kills': { type: 'boolean', default: false },
			'without-write-orders': { type: 'boolean', default: false },
			events: { type: 'boolean', default: EVENTS },
			keep: { type: 'boolean', default: false },
		},
	});
	return values;
}

function askedRun(asked: {
	readonly mode: Mode;
	readonly seed: number;
	readonly orders: number;
	readonly kills: boolean;
	readonly writeOrders: boolean;
	readonly events: boolean;
}): AskedRun {
	const { mode, seed, orders, kills, writeOrders, events } = asked;
	const switches = [
		...(kills ? [] : ['--without-kills']),
		...(writeOrders ? [] : ['--without-write-orders']),
		...(events === EVENTS ? [] : [events ? '--events' : '--no-events']),
	];
	const command = ['npm run test:faults --', '--mode', mode, '--seed', seed, '--orders', orders];
	const again = [...command, ...switches].join(' ');
	return {
		heading: `By ${mode}, seed ${seed}, ${orders} orders${switches.map((one) => one.replace('--', ', ').replaceAll('-', ' ')).join('')}`,
		again,
		mode,
		seed,
		orders,
		kills,
		writeOrders,
		receiving: { by: WAYS[mode].by, events },
		paceMs: WAYS[mode].paceMs,
	};
}

function modeNamed(name: string): Mode {
	const mode = MODES.find((one) => one === name);
	if (!mode) throw new Error(`No mode ${name}. There are ${MODES.join(', ')}.`);
	return mode;
}

function wholeNumber(name: string, value: string | number): number {
	const number = Number(value);
	if (!Number.isSafeInteger(number) || number < 0) {
		throw new Error(`--${name}: a whole number is needed, not ${value}`);
	}
	return number;
}
