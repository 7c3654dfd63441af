import type { IDataObject } from 'n8n-workflow';
import { textOf } from './text';

/** Units by the order line's global id. */
export type LineUnits = Readonly<Record<string, number>>;

/** One order as the warehouse keeps it. */
export interface WarehouseOrder {
	/** What it recognises the order by: `handover.key`. */
	readonly key: string;
	/** The number that people use, unique in the warehouse. */
	readonly number: string;
	readonly location: string;
	readonly units: LineUnits;
	readonly status: 'open' | 'cancelled';
}

/** What came of an order that was sent. */
export type Created = 'created' | 'kept' | 'numberTaken';

/** A request to the warehouse that was not answered, or with an error of its own. */
export class WarehouseDown extends Error {}

/**
 * A target in memory. It recognises an order by its key and refuses a second one with the same number;
 * an order that it knows and that comes again with other units, or after it was cancelled, is taken as
 * it comes now.
 *
 * `beforeRequest` and `afterRequest` are called around each request, and may throw.
 */
export class Warehouse {
	beforeRequest: () => void = () => undefined;
	afterRequest: () => void = () => undefined;
	/** Each nth request is answered with 500 before anything is done; 0 for never. */
	failEvery = 0;
	/** Requests so far, failed ones included. */
	requests = 0;
	/** Keys of orders refused because another order has their number. */
	readonly refused: string[] = [];
	private readonly kept = new Map<string, WarehouseOrder>();

	/** In the order of their creation. */
	get orders(): readonly WarehouseOrder[] {
		return [...this.kept.values()];
	}

	get openOrders(): readonly WarehouseOrder[] {
		return this.orders.filter(({ status }) => status === 'open');
	}

	/** Units that the warehouse is going to ship, by order line. */
	get units(): LineUnits {
		const sum: Record<string, number> = {};
		for (const { units } of this.openOrders) {
			for (const [line, count] of Object.entries(units)) sum[line] = (sum[line] ?? 0) + count;
		}
		return sum;
	}

	/** Takes the order of an item of the trigger, or of a part of one. */
	create(item: IDataObject): Created {
		return this.request(() => {
			const order = toOrder(item);
			const known = this.kept.get(order.key);
			const owner = this.orders.find(({ number }) => number === order.number);
			if (!known && owner) {
				this.refused.push(order.key);
				return 'numberTaken';
			}
			this.kept.set(order.key, known ? { ...order, number: known.number } : order);
			return known ? 'kept' : 'created';
		});
	}

	has(key: string): boolean {
		return this.request(() => this.kept.has(key));
	}

	change(key: string, units: LineUnits): void {
		this.request(() => this.replace(key, { units, status: 'open' }));
	}

	cancel(key: string): void {
		this.request(() => this.replace(key, { status: 'cancelled' }));
	}

	private replace(key: string, change: Partial<WarehouseOrder>): void {
		const known = this.kept.get(key);
		if (!known) throw new Error(`The warehouse has no order ${key}`);
		this.kept.set(key, { ...known, ...change });
	}

	private request<T>(work: () => T): T {
		this.beforeRequest();
		this.requests += 1;
		if (this.failEvery > 0 && this.requests % this.failEvery === 0) {
			throw new WarehouseDown('The warehouse answered 500');
		}
		const answer = work();
		this.afterRequest();
		return answer;
	}
}

/** The units of an item or of a part of one. */
export function unitsOf(item: IDataObject): LineUnits {
	const units: Record<string, number> = {};
	for (const { orderLineItemId, quantity } of item['lines'] as IDataObject[]) {
		const line = textOf(orderLineItemId);
		units[line] = (units[line] ?? 0) + Number(quantity);
	}
	return units;
}

/** The key of an item; of a part that cannot be handed over there is none. */
export function keyOf(item: IDataObject): string {
	return textOf((item['handover'] as IDataObject)['key']);
}

function toOrder(item: IDataObject): WarehouseOrder {
	return {
		key: keyOf(item),
		number: textOf(item['orderNumber']),
		location: locationOf(item),
		units: unitsOf(item),
		status: 'open',
	};
}

/** Id of the location that an item is to ship from. */
export function locationOf(item: IDataObject): string {
	return textOf((item['location'] as IDataObject | null)?.['id']);
}
