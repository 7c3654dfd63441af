import type { Fulfillment, FulfillmentOrder, LineItem, Order } from '../shop';
import type { TargetEvent, TargetOrder } from '../target/target';
import {
	claimed,
	compareParcels,
	compareUnits,
	NO_EXCUSES,
	type Difference,
	type Excuses,
	type Parcel,
	type ShopLine,
	type TargetLine,
} from './compare';
import type { ServedEnds } from './ends';
import {
	allLines,
	isPaid,
	parcelsOf,
	shopOrderOf,
	targetLines,
	unitsLeft,
	unitsServed,
	unitsUploaded,
} from './units';

/** What an action means for units that leave the target's places. */
export type Meaning = 'byHand' | 'removed' | 'moved';

/** An execution that was under way when units went is over by then, or was killed. */
const ON_THE_WAY_MS = 90_000;

/** Units that went before the target had them. */
interface Gone {
	readonly at: number;
	readonly meaning: Meaning;
	units: number;
}

type Writable<T> = { -readonly [Key in keyof T]: T[Key] };

/**
 * Keeps what cannot be seen at the end: which units the target held when staff shipped, removed or moved them,
 * and what happened to each order.
 *
 * Shop and target live in this process, so an action and what the target has at that moment belong together.
 */
export class Ledger {
	private readonly excuses = new Map<string, Writable<Excuses>>();
	/** Orders that were paid at some time: others must never come to the target. */
	private readonly paid = new Set<string>();
	private readonly stories = new Map<string, string[]>();
	/** Lines of the target's orders as they were last seen, by reference. */
	private readonly seen = new Map<string, readonly TargetLine[]>();
	/** By order line. */
	private readonly gone = new Map<string, Gone[]>();
	/** When staff shipped units of an order line last that the target had. */
	private readonly shippedByHandAt = new Map<string, number>();
	/** When the target took on its orders, by reference. */
	private readonly takenOnAt = new Map<string, number>();
	/** Fulfillments that staff made, whatever number is added to them later. */
	private readonly byHand = new Set<string>();
	private readonly begun = Date.now();
	private ends: ServedEnds | undefined;

	/** Whose books these are; the target may not work before. */
	open(ends: ServedEnds): void {
		this.ends = ends;
	}

	/** Notes what happened to an order. */
	tell(orderName: string, what: string): void {
		const at = ((Date.now() - this.begun) / 1000).toFixed(2);
		const story = this.stories.get(orderName) ?? [];
		story.push(`${at} s ${what}`);
		this.stories.set(orderName, story);
	}

	/** Notes what happened to n8n or to a request: to all orders, or to those whose ids are in a text. */
	tellAll(what: string, about?: string): void {
		const { shop } = this.where();
		for (const { id, name, fulfillmentOrders } of shop.state.orders.values()) {
			const ids = [id, ...fulfillmentOrders.map((one) => one.id)];
			if (about === undefined || ids.some((one) => about.includes(`"${one}"`)))
				this.tell(name, what);
		}
	}

	/** What happened to an order, oldest first, and what is left of it at both ends. */
	story(orderName: string): readonly string[] {
		const { shop, target } = this.where();
		const orders = [...shop.state.orders.values()].filter(({ name }) => name === orderName);
		return [
			...(this.stories.get(orderName) ?? []),
			...orders.flatMap((order) => [
				...order.fulfillmentOrders.map(describePart),
				...[...order.metafields.values()].map(({ key, value }) => `${key}: ${value}`),
			]),
			...target
				.orders()
				.filter((one) => shopOrderOf(one.orderNumber) === orderName)
				.map((one) => describe(one, 'in the end', one.repeats)),
		];
	}

	/** Lets somebody do something with an order, and notes which of the target's units it is about. */
	watch(order: Order, meaning: Meaning, act: () => void): void {
		const { serves } = this.where();
		const before = new Map(order.lines.map((line) => [line, unitsServed(line, serves)]));
		const open = new Map(order.lines.map((line) => [line, this.openAtTarget(line)]));
		const fulfillments = new Set(order.fulfillments);
		try {
			act();
		} finally {
			this.noteOrder(order);
			const made = order.fulfillments.filter((one) => !fulfillments.has(one));
			for (const { id } of made) this.byHand.add(id);
			for (const line of order.lines) {
				const gone = (before.get(line) ?? 0) - unitsServed(line, serves);
				this.excuse(line, meaning, gone, open.get(line) ?? 0);
			}
		}
	}

	/** Notes whether an order is paid by now. */
	noteOrder(order: Order): void {
		if (isPaid(order)) this.paid.add(order.id);
	}

	/** The target has taken on, changed or cancelled an order: what it no longer holds needs no excuse. */
	noteTarget({ type, order, status }: TargetEvent): void {
		if (!order) return;
		const { target } = this.where();
		this.tell(shopOrderOf(order.orderNumber), describe(order, type, status));
		if (type !== 'created' && type !== 'changed' && type !== 'cancelled') return;
		const before = this.seen.get(order.reference) ?? [];
		const after = targetLines(target, [order]);
		this.seen.set(order.reference, after);
		if (type === 'created') this.takenOnAt.set(order.reference, Date.now());
		if (type === 'created') for (const { line } of after) this.noteLate(line);
		for (const line of new Set(before.map((one) => one.line))) {
			const had = claimed(before.filter((one) => one.line === line));
			const has = claimed(after.filter((one) => one.line === line));
			if (has < had) this.useUp(line, had - has);
		}
	}

	/** What is wrong now. */
	differences(): readonly Difference[] {
		const { target } = this.where();
		return [
			...compareUnits(this.shopLines(), targetLines(target, target.orders())),
			...compareParcels(this.parcels()),
		];
	}

	/** Units that the shop wants from the target, and those that the target has. */
	totals(): { readonly wanted: number; readonly ordered: number } {
		const { target } = this.where();
		return {
			wanted: this.shopLines().reduce((sum, { left, uploaded }) => sum + left + uploaded, 0),
			ordered: claimed(targetLines(target, target.orders())),
		};
	}

	private shopLines(): readonly ShopLine[] {
		const { shop, serves } = this.where();
		return allLines(shop).map((line): ShopLine => {
			const { order, id } = line;
			const wasPaid = this.paid.has(order.id);
			return {
				order: order.name,
				line: id,
				left: wasPaid ? unitsServed(line, serves) : 0,
				ready: isPaid(order)
					? unitsLeft(line, (one) => serves(one.location) && one.status !== 'ON_HOLD')
					: 0,
				uploaded: this.uploaded(line),
				excuses: this.excusesNow(line),
			};
		});
	}

	/** The target's parcels. One that was reported twice is one. */
	private parcels(): readonly Parcel[] {
		const { shop, target, serves } = this.where();
		const orders = new Map([...shop.state.orders.values()].map((order) => [order.name, order]));
		return parcelsOf(target).flatMap(({ orderNumber, trackingNumber, lines }) => {
			const order = orders.get(shopOrderOf(orderNumber));
			if (!order || trackingNumber === null) return [];
			const isThis = ({ tracking }: Fulfillment): boolean =>
				tracking.some(({ number }) => number === trackingNumber);
			// Made for another parcel, or by staff: this one's number was added to it.
			const isAdded = (one: Fulfillment): boolean =>
				this.byHand.has(one.id) || one.tracking[0]?.number !== trackingNumber;
			const contents = lines.map(({ sku, quantity }) => {
				const same = order.lines.filter((line) => line.sku === sku);
				const sum = (count: (line: LineItem) => number): number =>
					same.reduce((total, line) => total + count(line), 0);
				const made = sum((line) => unitsUploaded(line, (one) => isThis(one) && !isAdded(one)));
				// A number that is added to what was shipped before stands there for more than the parcel has.
				const added = sum((line) => unitsUploaded(line, (one) => isThis(one) && isAdded(one)));
				return {
					shipped: quantity,
					uploaded: made + Math.min(added, Math.max(0, quantity - made)),
					left: sum((line) => unitsServed(line, serves)),
				};
			});
			return [{ order: order.name, trackingNumber, contents }];
		});
	}

	/** Units in fulfillments that were made for the target's parcels: all, or those of one of its orders. */
	private uploaded(line: LineItem, reference?: string): number {
		const parcels = parcelsOf(this.where().target).filter(
			(one) => reference === undefined || one.reference === reference,
		);
		const numbers = new Set(parcels.map((one) => one.trackingNumber));
		return unitsUploaded(
			line,
			({ id, tracking }) =>
				!this.byHand.has(id) && tracking.some(({ number }) => numbers.has(number)),
		);
	}

	/** Units that the target holds for a line, has not shipped as far as the shop knows, and needs no excuse for. */
	private openAtTarget(line: LineItem): number {
		const { target } = this.where();
		const number = line.order.name;
		const orders = target.orders().filter((one) => shopOrderOf(one.orderNumber) === number);
		const lines = targetLines(target, orders).filter((one) => one.line === line.id);
		const { byHand, removed, moved, late } = this.excuses.get(line.id) ?? NO_EXCUSES;
		return Math.max(0, claimed(lines) - this.uploaded(line) - byHand - removed - moved - late);
	}

	/** @param gone units that have left the target's places; below 0 they came back */
	private excuse(line: LineItem, meaning: Meaning, gone: number, open: number): void {
		if (gone === 0) return;
		const excuses = this.excuses.get(line.id) ?? { ...NO_EXCUSES };
		this.excuses.set(line.id, excuses);
		if (gone < 0) {
			// Of an order line units are alike: what came back takes the place of what went.
			if (meaning !== 'byHand') excuses[meaning] -= Math.min(excuses[meaning], -gone);
			return;
		}
		const units = Math.min(gone, open);
		excuses[meaning] += units;
		if (gone > units) {
			const before = this.gone.get(line.id) ?? [];
			this.gone.set(line.id, [...before, { at: Date.now(), meaning, units: gone - units }]);
		}
		if (meaning !== 'byHand') return;
		const left = unitsLeft(line, () => true);
		this.shippedByHandAt.set(line.id, Date.now());
		excuses.byHandAtLeast += Math.min(units, Math.max(0, open - left));
	}

	/**
	 * The excuses of a line. Of what staff have shipped from under the target's hands it must still hold some in the
	 * orders that it had then, or it has shipped that too, and the shop has its parcel as units that were added since.
	 */
	private excusesNow(line: LineItem): Excuses {
		const excuses = this.excuses.get(line.id) ?? NO_EXCUSES;
		if (excuses.byHandAtLeast === 0) return excuses;
		const { target } = this.where();
		const until = this.shippedByHandAt.get(line.id) ?? 0;
		const held = target
			.orders()
			.filter(({ reference }) => (this.takenOnAt.get(reference) ?? 0) <= until)
			.map((order) => {
				const own = targetLines(target, [order]).filter((one) => one.line === line.id);
				return claimed(own) - this.uploaded(line, order.reference);
			});
		const open = held.reduce((sum, units) => sum + Math.max(0, units), 0);
		return { ...excuses, byHandAtLeast: Math.min(excuses.byHandAtLeast, open) };
	}

	/** The target has taken on units of a line: those that went while they were on their way have an excuse. */
	private noteLate(lineId: string): void {
		const { shop, serves } = this.where();
		const line = shop.state.lineItems.get(lineId);
		if (!line) return;
		let above = Math.max(0, this.openAtTarget(line) - unitsServed(line, serves));
		for (const gone of this.gone.get(lineId) ?? []) {
			if (Date.now() - gone.at > ON_THE_WAY_MS) continue;
			const units = Math.min(above, gone.units);
			const excuses = this.excuses.get(lineId) ?? { ...NO_EXCUSES };
			this.excuses.set(lineId, excuses);
			excuses[gone.meaning === 'byHand' ? 'byHandLate' : 'late'] += units;
			gone.units -= units;
			above -= units;
		}
	}

	private useUp(line: string, units: number): void {
		const excuses = this.excuses.get(line);
		if (!excuses) return;
		let rest = units;
		for (const kind of ['late', 'removed', 'moved', 'byHandLate', 'byHand'] as const) {
			const used = Math.min(rest, excuses[kind]);
			excuses[kind] -= used;
			rest -= used;
		}
		excuses.byHandAtLeast = Math.min(excuses.byHandAtLeast, excuses.byHand);
	}

	private where(): ServedEnds {
		if (!this.ends) throw new Error('The ledger is not opened');
		return this.ends;
	}
}

function describePart({ legacyId, status, location, lines, progress }: FulfillmentOrder): string {
	const units = lines.map(
		({ lineItem, remaining, total }) =>
			`${remaining} of ${total} ${lineItem.sku ?? 'without SKU'} (${lineItem.legacyId})`,
	);
	const reported = progress === null ? '' : ', in progress';
	return `shop: FO ${legacyId} ${status}${reported} at ${location.name}: ${units.join(' + ') || 'nothing'}`;
}

function describe(
	{ orderNumber, reference, key, status, body }: TargetOrder,
	type: string,
	answered: number,
): string {
	const { lines = [] } = body as {
		readonly lines?: readonly { readonly sku: string | null; readonly quantity: number }[];
	};
	const units = lines.map(({ sku, quantity }) => `${quantity} ${sku ?? 'without SKU'}`).join(' + ');
	return `target: ${type} (${answered}) ${orderNumber} ${reference} key ${key ?? 'none'} ${status}: ${units || 'nothing'}`;
}
