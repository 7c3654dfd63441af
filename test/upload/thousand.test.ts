import type { UploadRequest } from '../../nodes/upload/uploadShipments';
import type { UploadResult } from '../../nodes/domain/uploadResult';
import { inOtherOrder, manyShipments, THREE_LOCATIONS, wrongs } from './manyShipments';
import { resultsOf, VirtualShop } from './virtualShop';

/** Shares of all requests, reads included. */
const BAD_CONNECTION = { dropAnswer: 0.1, fail: 0.05, throttle: 0.05 };

/** Several times what it takes on a machine that does other work besides. */
const TIMEOUT_MS = 120_000;

const isError = (answer: UploadResult | Error): boolean => answer instanceof Error;

describe('many orders shipped over a bad connection', () => {
	it.each([
		['the same items again', 1000, 1, (requests: readonly UploadRequest[]) => requests],
		['the same items in another order', 400, 2, inOtherOrder],
	])(
		'puts every shipment into the shop exactly once, though it gets %s (%i orders, seed %i)',
		async (_again, orders, seed, arranged) => {
			const world = new VirtualShop({ locations: THREE_LOCATIONS });
			const many = manyShipments(world.shop, orders, seed);
			world.shop.bucket.drainTo(0);
			world.shop.faults.random(seed, BAD_CONNECTION, { failStatus: 500 });

			const first = await world.upload(many.requests, { seed });
			const met = world.shop.log.filter(({ status, throttled }) => status !== 200 || throttled);
			world.shop.resetLog();
			const second = await world.upload(arranged(many.requests, seed), { seed: seed + 1 });
			const writes = world.writes.length;
			world.shop.resetLog();
			const third = await world.upload(arranged(many.requests, -seed), { seed: seed + 2 });

			const givenUp = first.filter(isError).length;
			expect(met.length).toBeGreaterThan(orders * 0.15);
			expect(givenUp).toBeLessThan(orders * 0.01);
			expect(second.filter(isError)).toEqual([]);
			// A shipment from two or three locations is as many fulfillments, each sent again after a fault.
			expect(writes).toBeLessThanOrEqual(givenUp * 6);
			expect(world.writes).toEqual([]);
			expect(new Set(resultsOf(third).map(({ result }) => result))).toEqual(
				new Set(['alreadyUploaded']),
			);
			expect(third).toHaveLength(many.requests.length);
			expect([first, second, third].flatMap(resultsOf).filter(({ reason }) => reason)).toEqual([]);
			expect(wrongs(many)).toEqual([]);
		},
		TIMEOUT_MS,
	);
});
