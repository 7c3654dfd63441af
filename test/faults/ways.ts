import { oneProcess, type MachineMaker } from './machine';
import { queueMachine } from './queueMachine';
import type { Receiving } from './receiving';

/** How n8n runs and receives. */
interface Way {
	readonly by: Receiving['by'];
	readonly machine: MachineMaker;
	/** Milliseconds between two deeds, on average. */
	readonly paceMs: number;
}

/** The ways by name. A webhook is an execution each, of which one n8n takes some ten a second. */
export const WAYS = {
	polling: { by: 'polling', machine: oneProcess, paceMs: 110 },
	webhooks: { by: 'webhooks', machine: oneProcess, paceMs: 220 },
	queue: { by: 'webhooks', machine: queueMachine, paceMs: 260 },
} as const satisfies Readonly<Record<string, Way>>;

/** Name of one of the {@link WAYS}. */
export type Mode = keyof typeof WAYS;
