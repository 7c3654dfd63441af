import type { Item } from './handoverShop';
import {
	fulfillmentOrderOf,
	HandoverShop,
	namesOf,
	quantitiesOf,
	refuseRecordOf,
} from './handoverShop';

test('an order whose record Shopify refuses is named in a warning, and all others are offered', async () => {
	const shop = new HandoverShop();
	const orders = shop.placeMany(60);
	const refused = orders[3] ?? shop.placeMugs();
	shop.answerInstead = refuseRecordOf(refused);

	const { items } = await shop.poll();

	const others = orders.filter((order) => order !== refused);
	expect(namesOf(items).toSorted()).toEqual(others.map(({ name }) => name).toSorted());
	expect(shop.warnings).toContainEqual(
		expect.stringMatching(new RegExp(`Order ${refused.name} .*Value is too long`)),
	);
	expect(shop.offersOf(refused)).toEqual([]);
});

test('a refused record comes with the next poll once Shopify takes it', async () => {
	const shop = new HandoverShop();
	const refused = shop.placeMugs();
	shop.answerInstead = refuseRecordOf(refused);
	expect((await shop.poll()).items).toEqual([]);
	shop.answerInstead = () => undefined;

	expect(namesOf((await shop.poll()).items)).toEqual([refused.name]);
});

test('a confirmation that Shopify refuses to record fails alone', async () => {
	const shop = new HandoverShop();
	const orders = shop.placeMany(60);
	const { items } = await shop.poll();
	const refused = orders[3] ?? shop.placeMugs();
	shop.answerInstead = refuseRecordOf(refused);

	const answers = await shop.confirm(items);

	expect(answers).toHaveLength(60);
	for (const [index, { orderName }] of items.entries()) {
		const isRefused = orderName === refused.name;
		if (isRefused) expect(answers[index]).toBeInstanceOf(Error);
		else expect(answers[index]).toMatchObject({ result: 'confirmed' });
	}
	const confirmed = orders.filter((order) => shop.offersOf(order)[0]?.confirmedAt !== undefined);
	expect(confirmed).toHaveLength(59);
	expect(confirmed).not.toContain(refused);
});

test('an order that Shopify answers without its risk is left out by name', async () => {
	const shop = new HandoverShop();
	const orders = shop.placeMany(10);
	const odd = orders[3] ?? shop.placeMugs();
	const oddIds = [odd.id, fulfillmentOrderOf(odd).id];
	shop.changeAnswer = ({ data }, { variables }) => {
		const ids = (variables['ids'] ?? []) as readonly string[];
		for (const [index, node] of (data.nodes ?? []).entries()) {
			if (!node || !oddIds.includes(ids[index] ?? '')) continue;
			if ('risk' in node) node.risk = null;
			if (node.order) node.order.risk = null;
		}
	};

	const { items, report } = await shop.poll();

	const others = orders.filter((order) => order !== odd);
	expect(namesOf(items)).toEqual(others.map(({ name }) => name));
	expect(report.unreadable).toEqual([odd.name]);
});

test('units added to an order with more fulfillments than Shopify lists are offered', async () => {
	const shop = new HandoverShop();
	const order = shop.placeMugs(270);
	await shop.confirm((await shop.poll()).items);
	for (let shipped = 0; shipped < 255; shipped += 1) shop.ship(fulfillmentOrderOf(order), 1);
	shop.wait(30);
	expect((await shop.poll()).items).toEqual([]);

	shop.shop.editOrder(order.id, { add: [{ lineItemId: 'MUG', quantity: 5 }] });
	const { items } = await shop.poll();

	expect(items.map(quantitiesOf)).toEqual([[5]]);
	expect(items.map(({ event }: Item) => event)).toEqual(['Ready']);
});
