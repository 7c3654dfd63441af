import type {
	FulfillmentOrderState,
	FulfillmentState,
	OrderState,
	UnitLine,
} from '../../nodes/domain/order';
import { aFulfillmentOrder, aLine, anOrder, LEEDS, YORK } from './builders';

interface Line {
	readonly orderLineId: string;
	total: number;
	remaining: number;
}

/** A fulfillment order of the model, changed in place. */
export interface ModelFulfillmentOrder {
	readonly id: string;
	location: 'leeds' | 'york';
	held: boolean;
	progress: boolean;
	closed: boolean;
	lines: Line[];
}

/** A fulfillment of the model. */
export interface ModelFulfillment {
	readonly line: string;
	readonly count: number;
	readonly from: ModelFulfillmentOrder;
	readonly byTarget: boolean;
	/** How many of its units the target may hold without a need. */
	readonly slack: number;
	cancelled: boolean;
	readonly madeMs: number;
	changedMs: number;
}

/** How the model behaves where Shopify's behaviour is not known. */
export interface Unknowns {
	readonly reopensInSame: boolean;
	readonly editsJoinOpen: boolean;
	readonly heldRestKeepsProgress: boolean;
}

/**
 * One order in a shop, as far as units move: a model for property tests, not Shopify. What moves how is
 * told in `test/shop`; it counts here alone.
 */
export class ModelShop {
	readonly fulfillmentOrders: ModelFulfillmentOrder[] = [];
	readonly fulfillments: ModelFulfillment[] = [];
	/** The shop's clock. */
	nowMs = 0;
	private nextId = 6837101;
	private readonly unknowns: Unknowns;

	constructor(units: Readonly<Record<string, number>>, unknowns: Unknowns) {
		this.unknowns = unknowns;
		const first = this.open('leeds');
		for (const [line, count] of Object.entries(units)) this.put(first, line, count);
	}

	/** The order as the package reads it. */
	state(): OrderState {
		const fulfilled: Record<string, number> = {};
		for (const { line, count, cancelled } of this.fulfillments) {
			if (!cancelled) fulfilled[line] = (fulfilled[line] ?? 0) + count;
		}
		return anOrder({
			fulfilled,
			fulfillments: this.fulfillments.map(toFulfillment),
			fulfillmentOrders: this.fulfillmentOrders.map(toState),
		});
	}

	live(): ModelFulfillmentOrder[] {
		return this.fulfillmentOrders.filter((one) => !one.closed && left(one) > 0);
	}

	/** Units not fulfilled yet, by order line. */
	openUnits(line: string): number {
		return sum(this.live().map((one) => remaining(one, line)));
	}

	split(from: ModelFulfillmentOrder, line: string, count: number): void {
		this.transfer(from, this.open(from.location), line, count);
	}

	hold(one: ModelFulfillmentOrder): void {
		one.held = true;
	}

	/** The held units keep the fulfillment order; the others open in a new one. */
	holdPart(from: ModelFulfillmentOrder, line: string, count: number): void {
		const rest = this.open(from.location);
		rest.progress = from.progress && this.unknowns.heldRestKeepsProgress;
		for (const one of [...from.lines]) {
			const away = one.orderLineId === line ? one.remaining - count : one.remaining;
			this.transfer(from, rest, one.orderLineId, away);
		}
		from.held = true;
	}

	/** Clears the progress, and open siblings with the same lines merge back. */
	release(one: ModelFulfillmentOrder): void {
		one.held = false;
		one.progress = false;
		const siblings = this.live().filter(
			(other) =>
				isOpen(other) &&
				other.location === one.location &&
				other.lines.some((line) => line.remaining > 0 && remaining(one, line.orderLineId) > 0),
		);
		for (const other of siblings) if (other !== one) this.merge(one, other);
	}

	merge(into: ModelFulfillmentOrder, other: ModelFulfillmentOrder): void {
		for (const line of [...other.lines]) {
			this.transfer(other, into, line.orderLineId, line.remaining);
		}
		other.closed = true;
		other.progress = false;
	}

	move(one: ModelFulfillmentOrder, line?: string, count?: number): void {
		const place = one.location === 'leeds' ? 'york' : 'leeds';
		const whole = line === undefined || count === undefined;
		if (whole && one.lines.every(({ total, remaining: rest }) => total === rest)) {
			one.location = place;
			return;
		}
		const moved = this.open(place);
		if (whole) this.moveRest(one, moved);
		else this.transfer(one, moved, line, count);
		if (left(one) === 0) one.closed = true;
	}

	/** Cancels a fulfillment order: a new one takes its place. */
	cancelAndReplace(one: ModelFulfillmentOrder): void {
		this.moveRest(one, this.open(one.location));
		one.closed = true;
	}

	addUnits(line: string, count: number): void {
		const joins = this.unknowns.editsJoinOpen
			? this.live().find((one) => isOpen(one) && one.location === 'leeds')
			: undefined;
		this.put(joins ?? this.open('leeds'), line, count);
	}

	removeUnits(from: ModelFulfillmentOrder, line: string, count: number): void {
		const one = from.lines.find(({ orderLineId }) => orderLineId === line);
		if (!one) return;
		one.total -= count;
		one.remaining -= count;
		if (left(from) === 0) from.closed = true;
	}

	ship(
		from: ModelFulfillmentOrder,
		line: string,
		count: number,
		byTarget: boolean,
		slack = 0,
	): void {
		const one = from.lines.find(({ orderLineId }) => orderLineId === line);
		if (!one) return;
		one.remaining -= count;
		const times = { madeMs: this.nowMs, changedMs: this.nowMs };
		this.fulfillments.push({ line, count, from, byTarget, slack, cancelled: false, ...times });
		if (left(from) > 0) return;
		from.closed = true;
		from.progress = false;
	}

	cancelFulfillment(fulfillment: ModelFulfillment): void {
		fulfillment.cancelled = true;
		fulfillment.changedMs = this.nowMs;
		const { from, line, count } = fulfillment;
		const one = from.lines.find(({ orderLineId }) => orderLineId === line);
		if (!one) return;
		if (this.unknowns.reopensInSame) {
			one.remaining += count;
			from.closed = false;
			return;
		}
		one.total -= count;
		this.put(this.open(from.location), line, count);
	}

	private open(location: 'leeds' | 'york'): ModelFulfillmentOrder {
		const made: ModelFulfillmentOrder = {
			id: String(this.nextId++),
			location,
			held: false,
			progress: false,
			closed: false,
			lines: [],
		};
		this.fulfillmentOrders.push(made);
		return made;
	}

	private put(into: ModelFulfillmentOrder, line: string, count: number): void {
		if (count <= 0) return;
		const same = into.lines.find(({ orderLineId }) => orderLineId === line);
		if (!same) into.lines.push({ orderLineId: line, total: count, remaining: count });
		else {
			same.total += count;
			same.remaining += count;
		}
	}

	private transfer(
		from: ModelFulfillmentOrder,
		into: ModelFulfillmentOrder,
		line: string,
		count: number,
	): void {
		const one = from.lines.find(({ orderLineId }) => orderLineId === line);
		if (!one || count <= 0) return;
		one.total -= count;
		one.remaining -= count;
		this.put(into, line, count);
	}

	private moveRest(from: ModelFulfillmentOrder, into: ModelFulfillmentOrder): void {
		for (const line of [...from.lines]) {
			this.transfer(from, into, line.orderLineId, line.remaining);
		}
	}
}

/** Neither held nor in progress. */
export function isOpen(one: ModelFulfillmentOrder): boolean {
	return !one.closed && !one.held && !one.progress;
}

/** Units of a line that are left in a fulfillment order. */
export function remaining(one: ModelFulfillmentOrder, line: string): number {
	return one.lines.find(({ orderLineId }) => orderLineId === line)?.remaining ?? 0;
}

function left(one: ModelFulfillmentOrder): number {
	return sum(one.lines.map((line) => line.remaining));
}

function sum(counts: readonly number[]): number {
	return counts.reduce((total, count) => total + count, 0);
}

function toFulfillment(
	{ line, count, cancelled, madeMs, changedMs }: ModelFulfillment,
	index: number,
): FulfillmentState {
	return {
		legacyId: String(4001 + index),
		cancelled,
		createdAt: new Date(madeMs).toISOString(),
		updatedAt: new Date(changedMs).toISOString(),
		units: { [line]: count },
	};
}

function toState(one: ModelFulfillmentOrder): FulfillmentOrderState {
	const partlyShipped = one.lines.some((line) => line.remaining < line.total);
	const isInProgress = one.progress || partlyShipped;
	const open = isInProgress ? 'IN_PROGRESS' : 'OPEN';
	return aFulfillmentOrder({
		legacyId: one.id,
		status: one.closed ? 'CLOSED' : one.held ? 'ON_HOLD' : open,
		progress: one.progress && !one.held && !one.closed,
		location: one.location === 'leeds' ? LEEDS : YORK,
		lines: one.lines.filter(({ total }) => total > 0).map((line): UnitLine => aLine({ ...line })),
	});
}
