import type { DemoShop, LineInput } from '../shop';

/** Milliseconds between two orders, on average. */
const GAP_MS = 900;
const GOODS = ['MUG-STN-350', 'BLK-WOL-GRY', 'CDL-BEE-240', 'SOAP-OLV-3PK', 'LMP-BRS-DSK'];

/**
 * Customers: orders of one to three lines at random moments, as long as they are allowed. What comes does
 * not depend on whether anybody takes it.
 */
export class IncomingOrders {
	private readonly shop: DemoShop;
	private readonly random: () => number;
	private allowed = 0;
	private placed = 0;
	private timer: NodeJS.Timeout | undefined;

	/** @param random numbers from 0 to 1 that decide what is ordered and when */
	constructor(shop: DemoShop, random: () => number) {
		this.shop = shop;
		this.random = random;
	}

	/** Lets customers order until there are so many orders. */
	allow(orders: number): void {
		this.allowed = orders;
		this.timer ??= this.wait();
	}

	/** Places at once what is allowed and has not come yet. */
	placeRest(): void {
		while (this.placed < this.allowed) this.place();
	}

	/** Nobody orders any more. May be repeated. */
	stop(): void {
		clearTimeout(this.timer);
		this.timer = undefined;
	}

	private wait(): NodeJS.Timeout {
		return setTimeout(
			() => {
				if (this.placed < this.allowed) this.place();
				this.timer = this.wait();
			},
			2 * GAP_MS * this.random(),
		);
	}

	private place(): void {
		this.placed += 1;
		const first = Math.floor(this.random() * GOODS.length);
		const count = 1 + Math.floor(this.random() * 3);
		const lines = Array.from({ length: count }, (_, index): LineInput => {
			const sku = GOODS[(first + index) % GOODS.length] ?? null;
			return { sku, quantity: 1 + Math.floor(this.random() * 4) };
		});
		this.shop.placeOrder({ lines });
	}
}
