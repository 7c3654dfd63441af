import { randomOrder, Refusal, type LineInput } from '../shop';
import { Rejection } from '../shop/listen';
import { DOING, nameOf, type Done, type Scene } from './deeds';
import { ELSEWHERE, PLACES, type ServedEnds } from './ends';
import type { Ledger } from './ledger';
import type { Deed } from './plan';
import type { Tallies } from './tallies';

const MINUTE_MS = 60_000;
/** Orders that customers have not paid yet, gift cards in an order, one SKU on two lines, goods from elsewhere. */
const SHARES = {
	unpaid: 0.15,
	giftCard: 0.06,
	sameSkuTwice: 0.04,
	secondPlace: 0.15,
	elsewhere: 0.12,
};

/** Does the deeds of a plan, one after the other, in a shop and at a target. */
export class Day {
	private readonly ends: ServedEnds;
	private readonly ledger: Ledger;
	private readonly tallies: Tallies;
	private readonly seed: number;

	/** @param tallies counts what was done, by kind; what the shop does not allow was not done */
	constructor(ends: ServedEnds, ledger: Ledger, tallies: Tallies, seed: number) {
		this.ends = ends;
		this.ledger = ledger;
		this.tallies = tallies;
		this.seed = seed;
	}

	do({ kind, dice, minutes }: Deed): void {
		this.ends.passTime(minutes * MINUTE_MS);
		let at = 0;
		const roll = (): number => {
			at += 1;
			return dice[(at - 1) % dice.length] ?? 0;
		};
		const scene = { ends: this.ends, ledger: this.ledger, roll };
		try {
			const done = kind === 'place' ? this.place(scene) : DOING[kind](scene);
			if (!done) return;
			this.tallies.add(kind);
			this.ledger.noteOrder(done.order);
			this.ledger.tell(done.order.name, done.what);
		} catch (error) {
			// What the shop or the warehouse does not allow.
			if (!(error instanceof Refusal) && !(error instanceof Rejection)) throw error;
		}
	}

	/** Staff release what is on hold, whoever holds it. */
	clearUp(): void {
		const { shop } = this.ends;
		for (const one of [...shop.state.fulfillmentOrders.values()]) {
			if (one.status !== 'ON_HOLD') continue;
			shop.releaseHold(one.id);
			this.ledger.tell(one.order.name, `released ${nameOf(one)} at last`);
		}
	}

	private place({ ends, roll }: Scene): Done {
		const { shop } = ends;
		const input = randomOrder(this.seed + shop.state.orders.size);
		const placeOf = (die: number): string => {
			const [first = '', second = ''] = PLACES;
			if (die < SHARES.elsewhere) return ELSEWHERE;
			return die < SHARES.elsewhere + SHARES.secondPlace ? second : first;
		};
		// Most orders come from one place; some lines from another.
		const usual = placeOf(roll());
		const lines: LineInput[] = input.lines.map((line, index) => ({
			...line,
			location: index === 0 || roll() > 0.3 ? usual : placeOf(roll()),
		}));
		const [first] = lines;
		if (first && roll() < SHARES.sameSkuTwice) lines.push({ ...first, quantity: 1 });
		if (roll() < SHARES.giftCard) {
			lines.push({ title: 'Gift Card', sku: null, isGiftCard: true, price: 25 });
		}
		const isUnpaid = roll() < SHARES.unpaid;
		const order = shop.placeOrder({
			...input,
			lines,
			...(isUnpaid && { financialStatus: 'PENDING' }),
		});
		const units = order.lines.map(({ sku, quantity }) => `${quantity} ${sku ?? 'gift card'}`);
		const parts = order.fulfillmentOrders.map((one) => `${nameOf(one)} at ${one.location.name}`);
		const what = `placed${isUnpaid ? ' unpaid' : ''}: ${units.join(' + ')} (${parts.join(', ')})`;
		return { order, what };
	}
}
