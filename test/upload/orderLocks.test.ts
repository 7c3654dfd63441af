import { ShopifyError } from '../../nodes/shopify/failure';
import { withOrders } from '../../nodes/upload/orderLocks';

const SHOP = 'harbour-goods.myshopify.com';

/** Lets everything that is ready run. */
const settle = async (): Promise<void> => {
	await new Promise((resolve) => {
		setImmediate(resolve);
	});
};

/** Work that goes on until it is told to end. */
function longWork(): { readonly work: () => Promise<string>; readonly end: () => void } {
	let end = (): void => undefined;
	const ended = new Promise<string>((resolve) => {
		end = () => resolve('done');
	});
	return { work: async () => await ended, end: () => end() };
}

test('those who work on one order wait for each other, others do not', async () => {
	const log: string[] = [];
	const first = longWork();
	const working = withOrders(SHOP, ['4001', '4002'], first.work);
	await settle();
	const waiting = withOrders(SHOP, ['4002'], async () => await Promise.resolve(log.push('same')));
	await withOrders(SHOP, ['4003'], async () => await Promise.resolve(log.push('other')));
	await withOrders('quay-street.myshopify.com', ['4002'], async () => {
		await Promise.resolve(log.push('other shop'));
	});
	await settle();

	expect(log).toEqual(['other', 'other shop']);

	first.end();
	await Promise.all([working, waiting]);

	expect(log).toEqual(['other', 'other shop', 'same']);
});

test('who fails frees the orders', async () => {
	const failing = withOrders(SHOP, ['4001'], async () => await Promise.reject(new Error('down')));

	await expect(failing).rejects.toThrow('down');
	await expect(withOrders(SHOP, ['4001'], async () => await Promise.resolve(7))).resolves.toBe(7);
});

test('who is cancelled while waiting stops at once, and holds nobody up', async () => {
	const first = longWork();
	const working = withOrders(SHOP, ['4001'], first.work);
	const stop = new AbortController();
	const cancelled = withOrders(SHOP, ['4001'], first.work, stop.signal);
	const after = withOrders(SHOP, ['4001'], async () => await Promise.resolve('next'));
	stop.abort();

	await expect(cancelled).rejects.toBeInstanceOf(ShopifyError);

	first.end();

	await expect(Promise.all([working, after])).resolves.toEqual(['done', 'next']);
});
