import './support/fastSleep';
import type { Engine } from './support/engine';
import { openEngine } from './support/engine';
import type { Loss } from './support/mortality';
import { Scenario } from './support/scenario';

let engine: Engine;

beforeAll(async () => {
	engine = await openEngine();
});

/** What befalls an order of three units, one line, after it was offered and before it was confirmed. */
interface Change {
	readonly what: string;
	apply(shop: Scenario['shop'], fulfillmentOrder: string, line: string, order: string): void;
	/** Units that the target is to ship in the end. */
	readonly left: number;
}

const CHANGES: readonly Change[] = [
	{
		what: 'one unit goes to another location',
		apply: (shop, id, line) => shop.move(id, 'Camden Shop', [{ id: line, quantity: 1 }]),
		left: 3,
	},
	{
		what: 'all goes to another location',
		apply: (shop, id) => shop.move(id, 'Camden Shop'),
		left: 3,
	},
	{
		what: 'one unit is held',
		apply: (shop, id, line) => shop.hold(id, { units: [{ id: line, quantity: 1 }] }),
		left: 3,
	},
	{
		what: 'one unit is shipped by staff',
		apply: (shop, id, line) => shop.ship(id, { units: [{ id: line, quantity: 1 }] }),
		left: 2,
	},
	{
		what: 'one unit is removed from the order',
		apply: (shop, _id, _line, order) =>
			shop.editOrder(order, { remove: [{ lineItemId: 'MUG-BLUE', quantity: 1 }] }),
		left: 2,
	},
	{
		what: 'the order is cancelled',
		apply: (shop, _id, _line, order) => shop.cancelOrder(order),
		left: 0,
	},
];

/** Offered, in the warehouse or not, then changed; the pause is over. */
async function changedOrder({ apply }: Change, atTarget: boolean): Promise<Scenario> {
	const scenario = new Scenario(engine);
	const order = scenario.shop.placeOrder({ lines: [{ sku: 'MUG-BLUE', quantity: 3 }] });
	const items = (await scenario.poll()).items ?? [];
	if (atTarget) for (const item of items) scenario.warehouse.create(item);
	const [fulfillmentOrder] = order.fulfillmentOrders;
	const [line] = fulfillmentOrder?.lines ?? [];
	apply(scenario.shop, String(fulfillmentOrder?.id), String(line?.id), order.id);
	scenario.wait(61);
	return scenario;
}

/** What is held is released, and there are polls until nothing has been offered for two days. */
async function finish(scenario: Scenario): Promise<void> {
	for (let day = 0, quiet = 0; day < 14 && quiet < 2; day += 1) {
		scenario.wait(24 * 60 + 1);
		const { items } = await scenario.pollAndHandOver();
		quiet = items.length === 0 ? quiet + 1 : 0;
		for (const { id, status } of scenario.shop.state.fulfillmentOrders.values()) {
			if (status === 'ON_HOLD' && day === 0) scenario.shop.releaseHold(id);
		}
	}
}

const PLACES = [
	['which the target has', true],
	['which the target never got', false],
] as const;
const LOSSES: readonly Loss[] = ['request', 'answer'];

describe.each(CHANGES)('$what', (change) => {
	test.each(PLACES)(
		'an offer %s is settled although the process dies at any request',
		async (_which, atTarget) => {
			for (const loss of LOSSES) {
				let died = 0;
				for (let at = 1; ; at += 1) {
					const scenario = await changedOrder(change, atTarget);
					scenario.mortality.startProcess(at, loss);
					const lived = await scenario.pollAndHandOverUnlessKilled();
					scenario.restart({ wipe: at % 2 === 0 });
					await finish(scenario);
					const units = Object.values(scenario.warehouse.units).reduce((sum, one) => sum + one, 0);
					const open = [...scenario.shop.state.fulfillmentOrders.values()].filter(
						({ status }) => status !== 'CLOSED' && status !== 'IN_PROGRESS',
					);
					expect({ loss, at, units, open: open.length }).toEqual({
						loss,
						at,
						units: change.left,
						open: 0,
					});
					if (lived) break;
					died += 1;
				}
				expect(died).toBeGreaterThan(5);
			}
		},
	);
});
