import { randomNumbers } from '../../shop';
import type { DemoShop } from '../../shop';

/** Long enough for all that runs side by side to have come to its next request, in milliseconds. */
const GATHERING_MS = 2;

/**
 * Lets the requests of programs that run side by side reach the shop in an order made up by chance, the
 * same for the same seed as long as the programs are the same. Ends with `shop.faults.clear()`.
 */
export function interleaveRequests(shop: DemoShop, seed: number): void {
	const random = randomNumbers(seed);
	const waiting: (() => void)[] = [];
	let scheduled = false;
	const release = (): void => {
		const [chosen] = waiting.splice(Math.floor(random() * waiting.length), 1);
		chosen?.();
		scheduled = waiting.length > 0;
		if (scheduled) setTimeout(release, GATHERING_MS);
	};
	shop.faults.beforeEachRequest = () =>
		new Promise((resolve) => {
			waiting.push(() => {
				resolve(undefined);
			});
			if (scheduled) return;
			scheduled = true;
			setTimeout(release, GATHERING_MS);
		});
}
