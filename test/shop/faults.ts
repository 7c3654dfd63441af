import type { KeyRefusal } from './context';
import { randomNumbers } from './randomNumbers';
import { WebhookFaults } from './webhookFaults';

/** What a request meets instead of, or on top of, its ordinary answer. */
export type Fault =
	/** HTTP 200 with `THROTTLED`; nothing is done. */
	| { readonly kind: 'throttle' }
	/** An HTTP status and body instead of the answer; nothing is done. */
	| {
			readonly kind: 'fail';
			readonly status: number;
			readonly body?: string;
			readonly headers?: Readonly<Record<string, string>>;
	  }
	/** The connection breaks before anything is done. */
	| { readonly kind: 'drop' }
	/** The work is done, then the connection breaks: the answer is lost. */
	| { readonly kind: 'dropAnswer' }
	/**
	 * The client gets an error at once (`status`, default none: the connection breaks), while the work
	 * is done only `lateMs` later by the shop's clock: with the first GraphQL request from then on, or
	 * with `finishLate`. So a write may appear after its answer was given up.
	 */
	| { readonly kind: 'late'; readonly lateMs: number; readonly status?: number }
	/** The answer comes late. */
	| { readonly kind: 'delay'; readonly ms: number }
	/** An HTML page with HTTP 200, as proxies and maintenance pages send it; nothing is done. */
	| { readonly kind: 'html' }
	/** Mutations under an idempotency key are refused with this code; nothing is done. */
	| { readonly kind: 'refuseKey'; readonly code: KeyRefusal };

/** What a bulk operation meets. */
export type BulkFault =
	/** It is not taken; default code `LIMIT_REACHED`. */
	| { readonly kind: 'refuse'; readonly message?: string; readonly code?: string }
	/** It runs for ever, and can be cancelled. */
	| { readonly kind: 'neverEnds' }
	/** It ends as FAILED; default code `INTERNAL_SERVER_ERROR`. */
	| { readonly kind: 'fail'; readonly errorCode?: string }
	/** It ends as EXPIRED. */
	| { readonly kind: 'expire' };

/** What the file of a bulk operation meets: it breaks off half way, or an HTTP status. */
export type BulkFileFault = 'cutOff' | number;

/** Which requests a fault is for: those of one GraphQL operation name, or all. */
export interface FaultScope {
	readonly operation?: string;
}

/** A GraphQL request as faults see it. */
export interface FaultRequest {
	readonly operationName: string;
	/** Counts the GraphQL requests of this shop from 1. */
	readonly number: number;
	readonly variables: Readonly<Record<string, unknown>>;
	readonly query: string;
}

/** Shares of requests that meet a fault, each between 0 and 1. */
export interface FaultRates {
	readonly throttle?: number;
	readonly fail?: number;
	readonly drop?: number;
	readonly dropAnswer?: number;
	readonly late?: number;
}

/** How random faults look, and which requests they are for. */
export interface RandomFaults extends FaultScope {
	/** Default 503. */
	readonly failStatus?: number;
	/** Default 2000. */
	readonly lateMs?: number;
}

interface Planned {
	readonly fault: Fault;
	readonly operation: string | undefined;
	left: number;
}

/** Faults on request. Each planned fault meets the next matching requests, in the order planned. */
export class Faults {
	/**
	 * Called before each GraphQL request: may change the shop, break the connection (`drop`), lose
	 * the answer (`dropAnswer`), name any other fault, or throw, which breaks the connection as well.
	 */
	beforeEachRequest:
		| ((request: FaultRequest) => undefined | 'drop' | 'dropAnswer' | Fault | Promise<undefined>)
		| undefined;

	/** What deliveries of webhooks meet. */
	readonly webhooks = new WebhookFaults();

	private bulk: BulkFault[] = [];
	private bulkFiles: BulkFileFault[] = [];
	private planned: Planned[] = [];
	private repeated: {
		readonly every: number;
		readonly fault: Fault;
		readonly operation: string | undefined;
	}[] = [];
	private chance: ((request: FaultRequest) => Fault | undefined) | undefined;

	/** The next `count` matching requests meet the fault. */
	next(fault: Fault, count = 1, scope: FaultScope = {}): void {
		this.planned.push({ fault, operation: scope.operation, left: count });
	}

	throttleNext(count = 1, scope: FaultScope = {}): void {
		this.next({ kind: 'throttle' }, count, scope);
	}

	/** An HTTP error; 429 and 503 come with `Retry-After: 2` unless headers are given. */
	failNext(
		status: number,
		count = 1,
		options: FaultScope & { body?: string; headers?: Record<string, string> } = {},
	): void {
		const { operation, ...rest } = options;
		this.next(
			{ kind: 'fail', status, ...rest },
			count,
			operation === undefined ? {} : { operation },
		);
	}

	dropBeforeNext(count = 1, scope: FaultScope = {}): void {
		this.next({ kind: 'drop' }, count, scope);
	}

	dropAnswerNext(count = 1, scope: FaultScope = {}): void {
		this.next({ kind: 'dropAnswer' }, count, scope);
	}

	delayNext(ms: number, count = 1, scope: FaultScope = {}): void {
		this.next({ kind: 'delay', ms }, count, scope);
	}

	htmlNext(count = 1, scope: FaultScope = {}): void {
		this.next({ kind: 'html' }, count, scope);
	}

	/** The client gets an error at once, the work is done `lateMs` later. */
	lateNext(lateMs: number, count = 1, scope: FaultScope & { readonly status?: number } = {}): void {
		const { operation, ...rest } = scope;
		this.next(
			{ kind: 'late', lateMs, ...rest },
			count,
			operation === undefined ? {} : { operation },
		);
	}

	/** The next `count` bulk operations that would be taken meet the fault. */
	nextBulk(fault: BulkFault, count = 1): void {
		this.bulk.push(...Array.from({ length: count }, () => fault));
	}

	/** The next `count` downloads of a file of a bulk operation meet the fault. */
	nextBulkFile(fault: BulkFileFault, count = 1): void {
		this.bulkFiles.push(...Array.from({ length: count }, () => fault));
	}

	/** The fault of this bulk operation; it is used up. */
	pickBulk(): BulkFault | undefined {
		return this.bulk.shift();
	}

	/** The fault of this download; it is used up. */
	pickBulkFile(): BulkFileFault | undefined {
		return this.bulkFiles.shift();
	}

	/** Every nth request (counted over the shop's life) meets the fault. */
	everyNth(every: number, fault: Fault, scope: FaultScope = {}): void {
		this.repeated.push({ every, fault, operation: scope.operation });
	}

	/** Faults by chance, the same ones for the same seed. */
	random(seed: number, rates: FaultRates, options: RandomFaults = {}): void {
		const roll = randomNumbers(seed);
		const { operation, failStatus = 503, lateMs = 2000 } = options;
		const kinds: readonly [number, Fault][] = [
			[rates.throttle ?? 0, { kind: 'throttle' }],
			[rates.fail ?? 0, { kind: 'fail', status: failStatus }],
			[rates.drop ?? 0, { kind: 'drop' }],
			[rates.dropAnswer ?? 0, { kind: 'dropAnswer' }],
			[rates.late ?? 0, { kind: 'late', lateMs }],
		];
		this.chance = ({ operationName }) => {
			if (operation !== undefined && operation !== operationName) return undefined;
			let at = roll();
			for (const [rate, fault] of kinds) {
				if (at < rate) return fault;
				at -= rate;
			}
			return undefined;
		};
	}

	/** No fault is left, and the hook is gone. */
	clear(): void {
		this.bulk = [];
		this.bulkFiles = [];
		this.planned = [];
		this.repeated = [];
		this.chance = undefined;
		this.beforeEachRequest = undefined;
		this.webhooks.clear();
	}

	/** The fault this request meets; planned ones are used up. */
	pick(request: FaultRequest): Fault | undefined {
		const matches = (operation: string | undefined) =>
			operation === undefined || operation === request.operationName;
		const planned = this.planned.find((one) => matches(one.operation));
		if (planned) {
			planned.left -= 1;
			if (planned.left <= 0) this.planned = this.planned.filter((one) => one !== planned);
			return planned.fault;
		}
		const due = this.repeated.find(
			(one) => request.number % one.every === 0 && matches(one.operation),
		);
		return due?.fault ?? this.chance?.(request);
	}
}
