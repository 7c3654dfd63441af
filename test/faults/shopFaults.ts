import type { DemoShop, Fault } from '../shop';
import { randomNumbers } from '../shop';
import type { Ledger } from './ledger';
import type { Tallies } from './tallies';

/** A fault, its share of reading requests and of writing ones, and what the tally calls it. */
interface Chance {
	readonly name: string;
	readonly reads: number;
	readonly writes: number;
	fault(die: number): Fault;
}

const CHANCES: readonly Chance[] = [
	chance('throttled', 0.02, 0.03, () => ({ kind: 'throttle' })),
	chance('500', 0.01, 0.015, () => ({ kind: 'fail', status: 500 })),
	chance('503', 0.005, 0.005, () => ({ kind: 'fail', status: 503 })),
	chance('HTML instead of an answer', 0.005, 0.015, () => ({ kind: 'html' })),
	chance('connection broken before the work', 0.01, 0.02, () => ({ kind: 'drop' })),
	chance('answer lost after the work', 0.005, 0.06, () => ({ kind: 'dropAnswer' })),
	chance('work done late, after an error', 0, 0.02, (die) => ({
		kind: 'late',
		lateMs: 500 + 10 * 60_000 * die,
	})),
	chance('slow', 0.02, 0.03, (die) => ({ kind: 'delay', ms: 300 + Math.round(2500 * die) })),
];

/** Each so many requests one meets a kind that none has met: a short day meets all of them, whatever chance says. */
const NEW_KIND_EVERY = 12;

/** Shares of deliveries of webhooks. */
const DELIVERIES = { lose: 0.04, duplicate: 0.05, delay: 0.05, reorder: 0.05, forge: 0.03 };
/** By the shop's clock, which runs some hundred times faster. */
const DELAY_MS = 20 * 60_000;

const DELIVERY_NAMES: Readonly<Record<string, string>> = {
	lose: 'webhooks: lost',
	duplicate: 'webhooks: delivered twice',
	delay: 'webhooks: delayed',
	reorder: 'webhooks: out of order',
	forge: 'webhooks: forged signature',
};

/** Has the shop misbehave by chance, from now until `endShopFaults`. */
export function beginShopFaults(
	{ faults }: DemoShop,
	seed: number,
	tallies: Tallies,
	ledger: Ledger,
): void {
	const random = randomNumbers(seed);
	const unmet = new Set(CHANCES);
	let requests = 0;
	faults.webhooks.random(seed + 1, DELIVERIES, { delayMs: DELAY_MS });
	faults.beforeEachRequest = ({ query, operationName, variables }) => {
		const isWrite = query.trimStart().startsWith('mutation');
		let at = random();
		const die = random();
		requests += 1;
		const shareOf = (one: Chance): number => (isWrite ? one.writes : one.reads);
		const isDue = requests % NEW_KIND_EVERY === 0;
		const next = isDue ? [...unmet].find((one) => shareOf(one) > 0) : undefined;
		for (const one of CHANCES) {
			const share = shareOf(one);
			if (next ? one === next : at < share) {
				unmet.delete(one);
				tallies.add(`Shopify: ${one.name}`);
				if (isWrite)
					ledger.tellAll(`shop: ${operationName} ${one.name}`, JSON.stringify(variables));
				return one.fault(die);
			}
			at -= share;
		}
		return undefined;
	};
}

export function endShopFaults({ faults }: DemoShop): void {
	faults.clear();
}

/** Counts the faults of deliveries: each delivery once, however often it was tried. */
export function tallyDeliveries({ webhooks }: DemoShop, tallies: Tallies): void {
	const met = new Map<string, string>();
	for (const { webhookId, fault } of webhooks.deliveries) if (fault) met.set(webhookId, fault);
	for (const fault of Object.keys(DELIVERY_NAMES)) {
		const count = [...met.values()].filter((one) => one === fault).length;
		tallies.set(DELIVERY_NAMES[fault] ?? fault, count);
	}
}

function chance(
	name: string,
	reads: number,
	writes: number,
	fault: (die: number) => Fault,
): Chance {
	return { name, reads, writes, fault };
}
