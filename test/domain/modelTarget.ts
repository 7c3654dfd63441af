import type { OfferEmission } from '../../nodes/domain/assessment';
import { assessOrder } from '../../nodes/domain/assessment';
import { allocateUnits } from '../../nodes/domain/allocation';
import { confirmOffer } from '../../nodes/domain/confirmation';
import { CHANGE_EVENTS } from '../../nodes/domain/changeEvents';
import { tellAgain } from '../../nodes/domain/changedOrder';
import type { Filters } from '../../nodes/domain/filters';
import { servesLocation } from '../../nodes/domain/filters';
import type { HandoverRecord, Offer } from '../../nodes/domain/handoverRecord';
import {
	isUnconfirmed,
	NO_RECORD,
	readRecord,
	writeRecord,
} from '../../nodes/domain/handoverRecord';
import type { Units } from '../../nodes/domain/order';
import { refuseOffer } from '../../nodes/domain/refusal';
import { isChange } from '../../nodes/domain/emittedItem';
import type { ChangeEmission } from '../../nodes/domain/telling';
import { triage } from '../../nodes/domain/triage';
import { least, minus, sumOf } from '../../nodes/domain/unitSums';
import { watchedOffers } from '../../nodes/domain/watching';
import { NOW_MS, rules } from './builders';
import type { ModelShop } from './modelShop';

const DAY_MS = 24 * 60 * 60_000;

/** What becomes of one item in a run of the workflow. */
export type Fate =
	| 'done'
	| 'lostBefore'
	| 'lostAfterTarget'
	| 'confirmedLater'
	| 'refused'
	| 'refusedUnrecorded';

/** A confirmation that is under way. */
interface Pending {
	readonly key: string;
	readonly attempt: number;
	readonly shippedByTarget?: Units;
}

/**
 * A target that takes all it is given and knows each key, and the workflow before it, which handles
 * *Unsettled* as the product contract says. Both live on a record that is written and read again.
 */
export class ModelTarget {
	/** Target orders by key; null stands for a cancelled one. */
	readonly orders = new Map<string, Units | null>();
	/** What has left of an order before it was confirmed, by key. */
	readonly shippedEarly = new Map<string, Units>();
	readonly pending: Pending[] = [];
	record: HandoverRecord = NO_RECORD;
	private nowMs = NOW_MS;
	private readonly shop: ModelShop;
	private readonly filters: Filters;
	/** Whether a cancelled target order can be changed to have units again. */
	private readonly revives: boolean;
	/** Whether it is told of changes, and does as it is told. */
	private readonly listens: boolean;

	constructor(shop: ModelShop, filters: Filters, revives: boolean, listens = false) {
		this.listens = listens;
		this.shop = shop;
		this.filters = filters;
		this.revives = revives;
	}

	/** Units that the target has been given and still means to have, shipped ones included: those cannot be taken back. */
	held(line: string): number {
		let units = 0;
		for (const [key, order] of this.orders) {
			units += Math.max(order?.[line] ?? 0, this.shippedEarly.get(key)?.[line] ?? 0);
		}
		return units;
	}

	/** Polls after every pause is over and runs the workflow on what comes; answers how much came. */
	poll(fate: () => Fate): number {
		this.nowMs += 2 * DAY_MS;
		this.shop.nowMs = this.nowMs;
		const events = new Set(this.listens ? CHANGE_EVENTS : []);
		const asked = rules({ filters: this.filters, nowMs: this.nowMs, events });
		const order = this.shop.state();
		const isDue = order.fulfillmentOrders
			.filter(({ status }) => status !== 'CLOSED')
			.some((one) => ['due', 'new'].includes(triage(one, order, this.record, asked).kind));
		// A poll reads orders that targets hold whenever they look different, whatever it tells.
		const serves = (id: string | null): boolean => servesLocation(this.filters, id);
		const isWatched = watchedOffers(this.record, serves).length > 0;
		if (!isDue && !this.hasUnconfirmed() && !isWatched) return 0;
		const { emissions, record, hasNews } = assessOrder(order, this.record, asked);
		if (emissions.length > 0 || hasNews) this.record = record;
		for (const emission of emissions) {
			if (isChange(emission)) this.listen(emission, fate());
			else this.run(emission, fate);
		}
		return emissions.length;
	}

	/**
	 * Ships some units of an order that it has and nobody has confirmed; false if there are none. `pick` chooses one of
	 * several, and how many.
	 */
	shipEarly(pick: <T>(all: readonly T[]) => T | undefined): boolean {
		const { offers } = allocateUnits(this.shop.state(), this.record, () => true);
		const waiting = offers.filter(
			({ offer }) => isUnconfirmed(offer) && (this.orders.get(offer.key) ?? null) !== null,
		);
		const whereabouts = pick(waiting);
		if (!whereabouts) return false;
		const { key } = whereabouts.offer;
		// What another order that is confirmed may have shipped as well is a guess.
		const others = sumOf(
			offers.filter(({ offer }) => !isUnconfirmed(offer)).map(({ offer }) => offer.units),
		);
		const own = minus(this.orders.get(key) ?? {}, this.shippedEarly.get(key) ?? {});
		const parts = whereabouts.open.flatMap(({ fulfillmentOrder, units }) => {
			const one = this.shop.live().find(({ id }) => id === fulfillmentOrder.legacyId);
			return one && !one.held && fulfillmentOrder.location.id === whereabouts.offer.location
				? Object.entries(least(units, own))
						.filter(([line]) => (others[line] ?? 0) === 0)
						.map(([line, most]) => ({ one, line, most }))
				: [];
		});
		const part = pick(parts);
		if (!part) return false;
		const count = pick(Array.from({ length: part.most }, (_, index) => index + 1)) ?? 1;
		this.shop.ship(part.one, part.line, count, true);
		const before = this.shippedEarly.get(key) ?? {};
		this.shippedEarly.set(key, sumOf([before, { [part.line]: count }]));
		return true;
	}

	/** Delivers the oldest confirmation that is under way. */
	confirmPending(): void {
		const next = this.pending.shift();
		if (next) this.confirm(next);
	}

	private hasUnconfirmed(): boolean {
		return this.record.offers.some(
			({ confirmedAt, voidedAt }) => confirmedAt === undefined && voidedAt === undefined,
		);
	}

	private run(emission: OfferEmission, fate: () => Fate): void {
		const { offer } = emission;
		if (emission.event === 'Ready') {
			this.handOver(offer, offer.units, fate());
			return;
		}
		const ready = emission.parts.flatMap((part) => (part.offer ? [part.offer] : []));
		const has = this.orders.has(offer.key) && (this.revives || this.orders.get(offer.key) !== null);
		if (has) this.change(offer, ready, shippedOf(emission), fate());
		else if (ready.length > 0) for (const part of ready) this.handOver(part, part.units, fate());
		else this.finish(offer, fate());
	}

	/** Does as it is told; what it could not be told is told again. */
	private listen({ offer, event, news, before }: ChangeEmission, fate: Fate): void {
		if (fate === 'lostBefore' || fate === 'lostAfterTarget') {
			const undelivered = { key: offer.key, before, after: offer.told ?? {} };
			this.record = readRecord(writeRecord(tellAgain(this.record, undelivered)));
			if (fate === 'lostBefore') return;
		}
		const isNothingLeft = event === 'Cancelled' || Object.keys(news.keeps).length === 0;
		this.orders.set(offer.key, isNothingLeft ? null : news.keeps);
	}

	private handOver(offer: Offer, units: Units, fate: Fate): void {
		if (fate === 'lostBefore') return;
		const isRefusal = fate === 'refused' || fate === 'refusedUnrecorded';
		// What it has it recognises, and does not refuse.
		if (isRefusal && !this.orders.has(offer.key)) {
			this.refuse(offer, fate === 'refused');
			return;
		}
		if (!this.orders.has(offer.key)) this.orders.set(offer.key, units);
		this.finish(offer, isRefusal ? 'done' : fate);
	}

	/** Holds what is offered, and says in the record why, unless the run ends between the two. */
	private refuse({ key, attempts }: Offer, isRecorded: boolean): void {
		const { offers } = allocateUnits(this.shop.state(), this.record, () => true);
		const open = offers.find(({ offer }) => offer.key === key)?.open ?? [];
		for (const { fulfillmentOrder, units } of open) {
			const one = this.shop.live().find(({ id }) => id === fulfillmentOrder.legacyId);
			if (!one || one.held) continue;
			const [line, count] = Object.entries(units)[0] ?? [];
			const isWhole = fulfillmentOrder.lines.every(
				({ orderLineId, remaining }) => remaining === (units[orderLineId] ?? 0),
			);
			if (isWhole || line === undefined) this.shop.hold(one);
			else this.shop.holdPart(one, line, count ?? 0);
		}
		if (!isRecorded) return;
		const refusal = { key, attempt: attempts, nowMs: this.nowMs };
		this.record = readRecord(writeRecord(refuseOffer(this.record, refusal).record));
	}

	private change(offer: Offer, ready: readonly Offer[], shipped: Units, fate: Fate): void {
		if (fate === 'lostBefore') return;
		const here = ready.filter(({ location }) => location === offer.location);
		const own = least(shipped, this.shippedEarly.get(offer.key) ?? {});
		const kept = sumOf([...here.map(({ units }) => units), own]);
		this.orders.set(offer.key, Object.keys(kept).length > 0 ? kept : null);
		this.finish(offer, fate, own);
	}

	private finish({ key, attempts }: Offer, fate: Fate, shippedByTarget: Units = {}): void {
		const pending = { key, attempt: attempts, shippedByTarget };
		if (fate === 'done' || fate === 'refused' || fate === 'refusedUnrecorded')
			this.confirm(pending);
		if (fate === 'confirmedLater') this.pending.push(pending);
	}

	private confirm(pending: Pending): void {
		const confirmation = { ...pending, nowMs: this.nowMs, run: 'execution-900' };
		const { record, carriers } = confirmOffer(this.shop.state(), this.record, confirmation);
		this.record = readRecord(writeRecord(record));
		for (const { legacyId, status } of carriers) {
			const one = this.shop.fulfillmentOrders.find(({ id }) => id === legacyId);
			if (one && status === 'OPEN') one.progress = true;
		}
	}
}

/** Of the units of an Unsettled offer, those that are shipped. */
function shippedOf({ parts }: OfferEmission & { readonly event: 'Unsettled' }): Units {
	return sumOf(parts.filter(({ ended }) => ended === 'shipped').map(({ units }) => units));
}
