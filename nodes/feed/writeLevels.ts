import type { StockAnswer, StockReason } from '../domain/stockAnswer';
import { rejectedAnswer, stockAnswer } from '../domain/stockAnswer';
import type { StockLevel } from '../domain/stockItem';
import { nameOf } from '../domain/stockItem';
import { levelKey } from '../domain/stockGroups';
import type { NotStockedRule, PlannedLevel } from '../domain/stockPlan';
import { planAgain } from '../domain/stockPlan';
import { failureIn } from '../shopify/failure';
import type { ShopifyFailureKind } from '../shopify/failure';
import { idempotencyKey } from '../shopify/idempotencyKey';
import { inParallel } from '../shopify/inParallel';
import { readStockLevels } from '../shopify/stockLevels';
import { activateLevel, ROWS_PER_CALL } from '../shopify/stockWrites';
import type { BatchContext, BatchEnd, PendingLevel } from './writeBatch';
import { writeBatch } from './writeBatch';

/** What writing needs of its surroundings, and how it is done. */
export interface WriteContext extends Omit<BatchContext, 'round' | 'noteKey'> {
	readonly log: { info(message: string): void };
	readonly notStocked: NotStockedRule;
}

/** What came of the levels that were to be written. */
export interface WrittenLevels {
	/** An `Error` is what Shopify or the network would not do. */
	readonly answers: ReadonlyMap<PlannedLevel, StockAnswer | Error>;
	readonly keys: readonly string[];
}

/** Batches side by side; the throttle decides how fast. */
const BATCHES_AT_ONCE = 5;
const ACTIVATIONS_AT_ONCE = 20;
/** How often a level is tried that somebody else changes each time. */
const MOST_ROUNDS = 5;
/** Batches that may fail one after the other before Shopify is taken to be down. */
const MOST_FAILURES = 3;
/** Batches after which the log says how far it is. */
const BATCHES_PER_WORD = 40;

/** Failures that the next call would meet as well. */
const LASTING: ReadonlySet<ShopifyFailureKind> = new Set([
	'stopped',
	'unauthorized',
	'missingScope',
	'forbidden',
	'notFound',
	'shopUnavailable',
	'oauth',
]);

/**
 * Writes stock levels: stocks what has to be, sets 250 in a call and several calls at a time, reads again what others
 * have changed meanwhile, and tries that up to five times. A call that fails costs its own levels their answer; if
 * Shopify is down or the execution is cancelled, the rest is not begun. May be repeated: what is set is found so.
 */
export async function writeLevels(
	context: WriteContext,
	planned: readonly PlannedLevel[],
): Promise<WrittenLevels> {
	return await new Writing(context).write(planned);
}

class Writing {
	private readonly answers = new Map<PlannedLevel, StockAnswer | Error>();
	private readonly keys = new Set<string>();
	private readonly context: WriteContext;
	/** Why nothing more is begun. */
	private stopped: Error | undefined;
	private failures = 0;
	/** Which time round the levels are tried. */
	private round = 1;
	private written = 0;
	private batches = 0;

	constructor(context: WriteContext) {
		this.context = context;
	}

	async write(planned: readonly PlannedLevel[]): Promise<WrittenLevels> {
		const ready = planned.filter(({ activates }) => !activates).map(toPending);
		const activated = await this.activate(planned.filter(({ activates }) => activates));
		let pending: readonly PendingLevel[] = [...ready, ...activated];
		while (pending.length > 0 && !this.stopped) {
			const again = await this.writeRound(pending, planned.length);
			if (this.round === MOST_ROUNDS) {
				for (const { level } of again) this.reject(level, keepsChanging(level));
				break;
			}
			this.round += 1;
			pending = await this.readAgain(again);
		}
		for (const one of planned) {
			if (!this.answers.has(one)) this.answers.set(one, this.stopped ?? new Error('No answer'));
		}
		return { answers: this.answers, keys: [...this.keys] };
	}

	private async writeRound(
		pending: readonly PendingLevel[],
		total: number,
	): Promise<readonly Unfinished[]> {
		const again: Unfinished[] = [];
		const batches: PendingLevel[][] = [];
		for (let start = 0; start < pending.length; start += ROWS_PER_CALL) {
			batches.push(pending.slice(start, start + ROWS_PER_CALL));
		}
		const batchContext: BatchContext = {
			...this.context,
			round: this.round,
			noteKey: (key) => this.keys.add(key),
		};
		await inParallel(batches, BATCHES_AT_ONCE, async (batch) => {
			if (this.stopped) return;
			const left = new Set(batch);
			const ended = (level: PendingLevel, end: BatchEnd): void => {
				left.delete(level);
				this.takeEnd(level, end, again);
			};
			await writeBatch(batchContext, batch, ended).then(
				() => (this.failures = 0),
				(error: unknown) => this.fail(left, error),
			);
			this.tellProgress(total);
		});
		return again;
	}

	private takeEnd(level: PendingLevel, end: BatchEnd, again: Unfinished[]): void {
		switch (end.end) {
			case 'set':
				this.written += 1;
				this.answers.set(level.planned, setAnswer(level));
				return;
			case 'refused':
				this.reject(level, refused(level.planned, end.message));
				return;
			case 'notStocked':
				again.push({ level, mayBeDone: false });
				return;
			case 'readAgain':
				again.push({ level, mayBeDone: end.mayBeDone });
		}
	}

	/** Reads levels again that others have changed, and decides about each anew. */
	private async readAgain(again: readonly Unfinished[]): Promise<readonly PendingLevel[]> {
		const now = new Map<string, StockLevel>();
		const { client, quantityName } = this.context;
		for (const [locationId, levels] of byLocation(again)) {
			const ids = levels.map(({ level }) => level.planned.target.item.id);
			const take = (itemId: string, level: StockLevel): void => {
				now.set(levelKey(itemId, locationId), level);
			};
			try {
				await readStockLevels(client, { locationId, quantityName }, ids, take);
			} catch (error) {
				this.fail(new Set(levels.map(({ level }) => level)), error);
			}
		}
		const ready: PendingLevel[] = [];
		const unstocked: PendingLevel[] = [];
		for (const { level, mayBeDone } of again) {
			if (this.answers.has(level.planned)) continue;
			const { item, location } = level.planned.target;
			const found = now.get(levelKey(item.id, location.id));
			if (!found?.isActive) unstocked.push(level);
			else this.decide({ ...level, mayBeDone }, found, ready);
		}
		if (this.context.notStocked === 'report') {
			for (const level of unstocked) this.reject(level, unstockedMeanwhile(level));
			return ready;
		}
		const before = new Map(unstocked.map((level) => [level.planned, level]));
		const activated = await this.activate([...before.keys()]);
		// What others did before it was taken off the location counts from the first reading on.
		for (const one of activated) {
			const level = { ...one, first: before.get(one.planned)?.first ?? one.first };
			this.decide(level, { ...levelOf(one), isActive: true }, ready);
		}
		return ready;
	}

	private decide(level: PendingLevel, now: StockLevel, ready: PendingLevel[]): void {
		const { planned, first, goal, mayBeDone } = level;
		const next = planAgain(planned, { now, first, mayBeDone, goal }, this.context.quantityName);
		if (next.step === 'unclear') {
			this.reject(level, unclear(level, now));
			return;
		}
		const current: PendingLevel = {
			...level,
			changeFrom: now.quantity,
			updatedAt: now.updatedAt,
			goal: next.goal,
			adjustedBy: next.adjustedBy,
			mayBeDone: false,
		};
		if (next.step === 'write') ready.push(current);
		else if (mayBeDone || level.activated) this.answers.set(planned, setAnswer(current));
		else this.answers.set(planned, { ...setAnswer(current), result: 'unchanged' });
	}

	/** Stocks goods at their locations. What has its figure by that is done. */
	private async activate(planned: readonly PlannedLevel[]): Promise<readonly PendingLevel[]> {
		const pending: PendingLevel[] = [];
		await inParallel(planned, ACTIVATIONS_AT_ONCE, async (one) => {
			if (this.stopped) return;
			try {
				const outcome = await this.activateOne(one);
				if ('reason' in outcome) {
					const { item, location } = one.target;
					const place = { item, location, previousQuantity: one.read?.quantity ?? null };
					this.answers.set(one, rejectedAnswer(refused(one, outcome.reason), place));
					return;
				}
				const level = activatedLevel(one, outcome.level);
				if (outcome.level.quantity !== one.goal) pending.push(level);
				else this.answers.set(one, setAnswer(level));
				this.failures = 0;
			} catch (error) {
				this.noteFailure(error);
				this.answers.set(one, asError(error));
			}
		});
		return pending;
	}

	private async activateOne(
		one: PlannedLevel,
	): Promise<{ readonly level: StockLevel } | { readonly reason: string }> {
		const { round } = this;
		const { client, feedId, quantityName } = this.context;
		const ids = { inventoryItemId: one.target.item.id, locationId: one.target.location.id };
		// Taken off its location meanwhile, it is another call: the first one's result is not its answer.
		const key = idempotencyKey([client.shop, feedId, 'activate', ids, one.read ?? null, round]);
		this.keys.add(key);
		const outcome = await activateLevel(client, ids, quantityName, key);
		if ('reason' in outcome || outcome.level.isActive) return outcome;
		return { reason: 'Shopify left it inactive at the location' };
	}

	private reject(level: PendingLevel, reason: StockReason): void {
		const { target, read, notYetInTarget } = level.planned;
		const place = { ...target, previousQuantity: read?.quantity ?? null };
		const answer = rejectedAnswer(reason, place);
		this.answers.set(level.planned, { ...answer, notYetInTarget, activated: level.activated });
	}

	private fail(levels: ReadonlySet<PendingLevel>, error: unknown): void {
		this.noteFailure(error);
		for (const { planned } of levels) this.answers.set(planned, asError(error));
	}

	private noteFailure(error: unknown): void {
		this.failures += 1;
		const kind = failureIn(error)?.kind;
		const lasts = kind === undefined || LASTING.has(kind) || this.failures >= MOST_FAILURES;
		if (lasts) this.stopped ??= asError(error);
	}

	private tellProgress(total: number): void {
		this.batches += 1;
		if (this.batches % BATCHES_PER_WORD !== 0) return;
		this.context.log.info(`${this.written} of ${total} stock levels written`);
	}
}

/** A level that has to be read again. */
interface Unfinished {
	readonly level: PendingLevel;
	readonly mayBeDone: boolean;
}

function toPending(planned: PlannedLevel): PendingLevel {
	const { quantity = 0, updatedAt = '' } = planned.read ?? {};
	return {
		planned,
		first: quantity,
		changeFrom: quantity,
		updatedAt,
		goal: planned.goal,
		adjustedBy: 0,
		activated: false,
		mayBeDone: false,
	};
}

function activatedLevel(planned: PlannedLevel, level: StockLevel): PendingLevel {
	const { quantity, updatedAt } = level;
	const pending = toPending(planned);
	return { ...pending, first: quantity, changeFrom: quantity, updatedAt, activated: true };
}

const levelOf = ({ changeFrom, updatedAt }: PendingLevel): Omit<StockLevel, 'isActive'> => ({
	quantity: changeFrom,
	updatedAt,
});

function byLocation(again: readonly Unfinished[]): ReadonlyMap<string, readonly Unfinished[]> {
	const groups = new Map<string, Unfinished[]>();
	for (const one of again) {
		const { id } = one.level.planned.target.location;
		const group = groups.get(id);
		if (group) group.push(one);
		else groups.set(id, [one]);
	}
	return groups;
}

function setAnswer({ planned, goal, adjustedBy, activated }: PendingLevel): StockAnswer {
	const { target, read, notYetInTarget } = planned;
	const { item, location } = target;
	return stockAnswer(
		{ item, location, previousQuantity: read?.quantity ?? null },
		{ result: 'set', newQuantity: goal, adjustedBy, notYetInTarget, activated },
	);
}

const asError = (error: unknown): Error =>
	error instanceof Error ? error : new Error(String(error));

function refused({ target: { item } }: PlannedLevel, words: string): StockReason {
	const text = `Shopify refused ${nameOf(item)}: ${words.replace(/\.$/, '')}. Look at it in Shopify`;
	return { code: 'refused', text };
}

function keepsChanging({ planned: { target } }: PendingLevel): StockReason {
	return {
		code: 'keepsChanging',
		text: `${nameOf(target.item)} was changed at ${target.location.name} each of the ${MOST_ROUNDS} times that it was to be set. The next feed sets it; see in Shopify what changes it so often`,
	};
}

function unstockedMeanwhile({ planned: { target } }: PendingLevel): StockReason {
	return {
		code: 'notStocked',
		text: `${nameOf(target.item)} was taken off ${target.location.name} while the feed ran. Stock it there again in Shopify, or leave it out of the feed`,
	};
}

function unclear({ goal, planned }: PendingLevel, { quantity }: StockLevel): StockReason {
	return {
		code: 'unclear',
		text: `${nameOf(planned.target.item)} was to be set to ${goal} and is ${quantity} now, and whether that is ours with a sale or only others' change is not known. It was left so; the next feed sets it`,
	};
}
