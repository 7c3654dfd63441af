import type { TestControl } from './testControl';
import { firstOf, openControl } from './testControl';

let control: TestControl;

beforeEach(async () => {
	control = await openControl();
});

afterEach(() => control.close());

it.each<[string, object, number, string]>([
	['orders', { lines: 'mugs' }, 400, 'lines: a list of objects is needed'],
	['orders', { lines: [] }, 400, 'lines: at least one is needed'],
	[
		'orders',
		{ lines: [{ sku: 'MUG-STN-350', quantity: 0 }] },
		400,
		'lines[0].quantity: a whole number from 1 to 100000 is needed',
	],
	[
		'orders',
		{ lines: [{ sku: 'MUG-STN-350', location: 'Hull' }] },
		400,
		'lines[0].location: the shop has no location "Hull"',
	],
	[
		'orders',
		{ shippingAddress: { city: 7 } },
		400,
		'shippingAddress.city: a text, or null is needed',
	],
	['orders', { constructor: 1 }, 400, 'constructor: there is no such field'],
	[
		'orders',
		{ financialStatus: 'RICH' },
		400,
		'financialStatus: one of AUTHORIZED, EXPIRED, PAID, PARTIALLY_PAID, PARTIALLY_REFUNDED, PENDING, REFUNDED, VOIDED, or null is needed',
	],
	['orders/ORDER/pay', {}, 409, 'Order #1001 is paid already'],
	['orders/ORDER/edit', {}, 400, 'add or remove is needed'],
	[
		'orders/ORDER/edit',
		{ add: [{ quantity: 1 }] },
		400,
		'add[0]: sku, title or lineItemId is needed',
	],
	[
		'orders/ORDER/edit',
		{ remove: [{ lineItemId: 'MUG-STN-350', quantity: 4 }] },
		409,
		'Order #1001 has 3 unfulfilled units of Stoneware Mug, not 4',
	],
	[
		'orders/ORDER/edit',
		{ add: [{ lineItemId: 'CDL-BEE-240', quantity: 4 }] },
		409,
		'Order #1001 has no line CDL-BEE-240',
	],
	[
		'orders/ORDER/cancel',
		{ reason: 'BORED' },
		400,
		'reason: one of CUSTOMER, DECLINED, FRAUD, INVENTORY, OTHER, STAFF is needed',
	],
	['orders/ORDER/explode', {}, 404, 'Nothing at POST /demo/orders/ORDER/explode'],
	['orders/ORDER/constructor', {}, 404, 'Nothing at POST /demo/orders/ORDER/constructor'],
	['orders/12/pay', {}, 404, 'Nothing at POST /demo/orders/12/pay'],
	[
		'fulfillment-orders/FO/hold',
		{ reason: 'LAZY' },
		400,
		'reason: one of AWAITING_PAYMENT, AWAITING_RETURN_ITEMS, HIGH_RISK_OF_FRAUD, INCORRECT_ADDRESS, INVENTORY_OUT_OF_STOCK, ONLINE_STORE_POST_PURCHASE_CROSS_SELL, OTHER, UNKNOWN_DELIVERY_DATE is needed',
	],
	['fulfillment-orders/FO/split', {}, 400, 'units is missing'],
	[
		'fulfillment-orders/FO/split',
		{ units: [] },
		409,
		'At least one line item must be provided to split.',
	],
	[
		'fulfillment-orders/FO/split',
		{ units: [{ id: 'x', quantity: 0.5 }] },
		400,
		'units[0].quantity: a whole number is needed',
	],
	[
		'fulfillment-orders/FO/move',
		{ location: 'Hull' },
		400,
		'location: the shop has no location "Hull"',
	],
	[
		'fulfillment-orders/FO/merge',
		{ with: ['x'] },
		400,
		'with: the shop has no fulfillment order x',
	],
	[
		'fulfillment-orders/FO/markAsOpen',
		{},
		409,
		'Expected fulfillment order status to be valid but it was open.',
	],
	['fulfillment-orders/12/hold', {}, 404, 'Nothing at POST /demo/fulfillment-orders/12/hold'],
	['stock', { sku: 'MUG-STN-350', location: 'Leeds Warehouse' }, 400, 'onHand is missing'],
	[
		'stock',
		{ sku: 'MUG-STN-350', location: 'Leeds Warehouse', onHand: '4' },
		400,
		'onHand: a number is needed',
	],
	[
		'stock',
		{ sku: 'MUG-STN-350', location: 'Leeds Warehouse', onHand: -4 },
		409,
		"The quantity can't be negative.",
	],
	[
		'stock',
		{ sku: 'MUG-STN-999', location: 'Leeds Warehouse', onHand: 4 },
		409,
		'The shop has no goods "MUG-STN-999".',
	],
	['nothing', {}, 404, 'Nothing at POST /demo/nothing'],
])('answers %s %j with %i and changes nothing', async (path, input, status, error) => {
	const order = await control.placed();
	const named = (text: string) =>
		text.replace('ORDER', order.legacyId).replace('FO', firstOf(order).legacyId);

	const answer = await control.post(named(path), input);

	expect(answer).toEqual({ status, body: { error: named(error) } });
	expect((await control.state()).orders).toEqual([order]);
	expect((await control.state()).stock[0]?.onHand).toBe(9);
});
