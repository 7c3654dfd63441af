import { randomUUID } from 'node:crypto';
import type { BulkResult } from './bulkRun';
import type { BulkFault, Faults } from './faults';
import { gid, Refusal } from './world';

/** Shopify's `BulkOperationStatus` (Admin API 2026-07). */
export type BulkStatus =
	| 'CREATED'
	| 'RUNNING'
	| 'COMPLETED'
	| 'FAILED'
	| 'CANCELING'
	| 'CANCELED'
	| 'EXPIRED';

/** A bulk operation. Times are milliseconds since 1970, by the shop's clock. */
export interface BulkOperation {
	readonly id: string;
	readonly legacyId: number;
	readonly query: string;
	readonly createdAt: number;
	/** When it ends; Infinity if never. */
	readonly endsAt: number;
	readonly fault: BulkFault | undefined;
	readonly result: BulkResult;
	readonly path: string;
	cancelledAt: number | null;
}

/** A bulk operation as it stands at a moment. */
export interface BulkView {
	readonly status: BulkStatus;
	readonly errorCode: string | null;
	readonly completedAt: number | null;
	readonly objects: number;
	readonly rootObjects: number;
	/** Path of the file; null if there is none (yet, or any more, or nothing was found). */
	readonly path: string | null;
}

/** At the same time for one app in one shop, from 2026-01 on `[recorded]`. */
const MAX_RUNNING = 5;
const CREATED_MS = 300;
const CANCEL_MS = 1000;
const START_MS = 1000;
/** Pace of the demo shop: 5,000 objects a second. */
const OBJECT_MS = 1000 / 5000;
const FILE_MS = 7 * 86_400_000;

const UNDER_WAY: ReadonlySet<BulkStatus> = new Set(['CREATED', 'RUNNING', 'CANCELING']);

/** How an operation stands. */
export function viewOf(operation: BulkOperation, now: number): BulkView {
	const { createdAt, endsAt, cancelledAt, fault, result } = operation;
	const share = Math.min(1, (now - createdAt) / (endsAt - createdAt));
	const running = {
		errorCode: null,
		completedAt: null,
		objects: Math.floor(result.objects * share),
		rootObjects: Math.floor(result.rootObjects * share),
		path: null,
	};
	if (cancelledAt !== null) {
		if (now < cancelledAt + CANCEL_MS) return { ...running, status: 'CANCELING' };
		return { ...running, status: 'CANCELED', completedAt: cancelledAt + CANCEL_MS };
	}
	if (now < createdAt + CREATED_MS) return { ...running, status: 'CREATED' };
	if (now < endsAt) return { ...running, status: 'RUNNING' };
	const ended = { ...running, completedAt: endsAt };
	if (fault?.kind === 'fail' || result.errorCode !== null) {
		const errorCode = result.errorCode ?? (fault?.kind === 'fail' ? fault.errorCode : undefined);
		return { ...ended, status: 'FAILED', errorCode: errorCode ?? 'INTERNAL_SERVER_ERROR' };
	}
	if (fault?.kind === 'expire' || now > endsAt + FILE_MS) return { ...ended, status: 'EXPIRED' };
	const path = result.objects === 0 ? null : operation.path;
	return { ...ended, status: 'COMPLETED', path };
}

/** The bulk operations of a shop. They are not kept with it: their files would be large. */
export class BulkOperations {
	private readonly all = new Map<string, BulkOperation>();
	private readonly clock: () => number;
	private readonly faults: Faults;

	constructor(clock: () => number, faults: Faults) {
		this.clock = clock;
		this.faults = faults;
	}

	/** Oldest first. */
	list(): readonly BulkOperation[] {
		return [...this.all.values()];
	}

	get(id: string): BulkOperation | undefined {
		return this.all.get(id);
	}

	/**
	 * Begins an operation. Its file shows the shop as it is now: what happens while it runs is not
	 * in it, which is the most that a real one may be behind.
	 */
	start(nextId: (kind: string) => number, query: string, run: () => BulkResult): BulkOperation {
		const now = this.clock();
		const running = this.list().filter((one) => UNDER_WAY.has(viewOf(one, now).status));
		if (running.length >= MAX_RUNNING) {
			const ids = running.map(({ id }) => id).join(', ');
			const message = `A bulk query operation for this app and shop is already in progress: ${ids}.`;
			throw new Refusal(null, message, 'OPERATION_IN_PROGRESS');
		}
		const fault = this.faults.pickBulk();
		if (fault?.kind === 'refuse') {
			throw new Refusal(null, fault.message ?? REFUSED, fault.code ?? 'LIMIT_REACHED');
		}
		const legacyId = nextId('BulkOperation');
		const result = run();
		const takes = START_MS + Math.ceil(result.objects * OBJECT_MS);
		const operation: BulkOperation = {
			id: gid('BulkOperation', legacyId),
			legacyId,
			query,
			createdAt: now,
			endsAt: fault?.kind === 'neverEnds' ? Infinity : now + takes,
			fault,
			result,
			path: `/bulk/${String(legacyId)}/${randomUUID()}.jsonl`,
			cancelledAt: null,
		};
		this.all.set(operation.id, operation);
		return operation;
	}

	/** Cancels an operation that is under way. The texts of refusals are not recorded. */
	cancel(id: string): BulkOperation {
		const operation = this.all.get(id);
		if (!operation) throw new Refusal(['id'], 'Bulk operation does not exist');
		const now = this.clock();
		const { status } = viewOf(operation, now);
		if (!UNDER_WAY.has(status)) {
			const words = `A bulk operation cannot be canceled when it is ${status.toLowerCase()}`;
			throw new Refusal(null, words);
		}
		operation.cancelledAt ??= now;
		return operation;
	}

	/** The file at a path, or undefined if there is none. */
	fileAt(path: string): string | undefined {
		const found = this.list().find((one) => viewOf(one, this.clock()).path === path);
		return found?.result.file;
	}
}

const REFUSED = 'Bulk operations are not available at the moment.';
