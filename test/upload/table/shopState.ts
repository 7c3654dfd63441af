import type { Fulfillment, FulfillmentOrder, LineItem, Notification, Order } from '../../shop';
import type { UploadShop } from './uploadShop';

/** What a case says about the shop, in lines that a person can read. */
export interface ShopState {
	/** `F1 Leeds: 2 MUG-BLUE | T1 FedEx https://…`, several parcels with ` + ` between. */
	readonly fulfillments: readonly string[];
	/** `FO1 Leeds CLOSED`, `FO2 Camden OPEN 1 TEA-TIN` with what is left in it. */
	readonly fulfillmentOrders: readonly string[];
	/** What customers were told: `F1 T1`. */
	readonly told: readonly string[];
}

/** More than this is counted and not listed. */
const LISTED = 10;

/** Looks at everything in the shop; with several orders each line begins with the order. */
export function stateOf({ shop }: UploadShop): ShopState {
	const orders = [...shop.state.orders.values()];
	const label = ({ name }: { readonly name: string }): string =>
		orders.length > 1 ? `${name} ` : '';
	return {
		fulfillments: orders.flatMap((order) =>
			listed(order.fulfillments.map(fulfillmentText)).map((text) => label(order) + text),
		),
		fulfillmentOrders: orders.flatMap((order) =>
			listed(
				order.fulfillmentOrders.map((one, index) => fulfillmentOrderText(one, index, order)),
			).map((text) => label(order) + text),
		),
		told: shop.notifications.map((one) => label(one.order) + notificationText(one)),
	};
}

function fulfillmentText(fulfillment: Fulfillment): string {
	const { location, lines, order, tracking, status } = fulfillment;
	const units = lines.map(({ lineItem, quantity }) => ({ lineItem, quantity }));
	const parcels = tracking.map(({ number, company, url }) =>
		[number, company, url].filter((part) => part !== null).join(' '),
	);
	return [
		`${shortName(fulfillment)} ${location.name}: ${unitsText(order, units)}`,
		parcels.length > 0 ? ` | ${parcels.join(' + ')}` : '',
		status === 'SUCCESS' ? '' : ` (${status})`,
	].join('');
}

function fulfillmentOrderText(one: FulfillmentOrder, index: number, order: Order): string {
	const left = one.lines
		.filter(({ remaining }) => remaining > 0)
		.map(({ lineItem, remaining }) => ({ lineItem, quantity: remaining }));
	const text = `FO${index + 1} ${one.location.name} ${one.status}`;
	return left.length > 0 ? `${text} ${unitsText(order, left)}` : text;
}

/** `FO1 …` to `FO30 …` of which all say the same become `30 x …`. */
function listed(texts: readonly string[]): readonly string[] {
	if (texts.length <= LISTED) return texts;
	const counts = new Map<string, number>();
	for (const text of texts.map((one) => one.replace(/^FO?\d+ /, ''))) {
		counts.set(text, (counts.get(text) ?? 0) + 1);
	}
	return [...counts].map(([text, count]) => `${count} x ${text}`);
}

interface CountedLine {
	readonly lineItem: LineItem;
	readonly quantity: number;
}

/** Lines are called by their SKU; of several with one SKU each by its place in the order. */
function unitsText(order: Order, lines: readonly CountedLine[]): string {
	if (lines.length > LISTED) {
		const sum = lines.reduce((all, { quantity }) => all + quantity, 0);
		return `${sum} units of ${lines.length} lines`;
	}
	return [...lines]
		.sort((one, other) => order.lines.indexOf(one.lineItem) - order.lines.indexOf(other.lineItem))
		.map(({ lineItem, quantity }) => {
			const isOnly = order.lines.filter(({ sku }) => sku === lineItem.sku).length === 1;
			const sku = lineItem.sku ?? 'no SKU';
			return `${quantity} ${isOnly ? sku : `${sku}/${order.lines.indexOf(lineItem) + 1}`}`;
		})
		.join(', ');
}

function notificationText({ fulfillment, trackingNumbers, kind }: Notification): string {
	return [
		[shortName(fulfillment), ...trackingNumbers].join(' '),
		kind === 'SHIPPED' ? '' : ` (${kind})`,
	].join('');
}

/** `F1` of `#1042-F1`. */
const shortName = ({ name }: { readonly name: string }): string =>
	name.replace(/^.*-(F\d+)$/, '$1');
