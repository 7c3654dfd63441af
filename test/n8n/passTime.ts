import type { DemoShop } from '../shop';

/** Lets the shop's clock run on by some milliseconds: pauses between offers are measured against it. */
export function passTime(shop: DemoShop, ms: number): void {
	const { clock } = shop.settings;
	Object.assign(shop.settings, { clock: () => clock() + ms });
}
