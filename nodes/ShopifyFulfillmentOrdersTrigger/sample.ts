import { InputProblem } from '../domain/problem';
import type { NamedOrders } from '../domain/webhookBody';
import type { DescribedFulfillmentOrder } from '../handover/describeOrders';
import { describeOrders } from '../handover/describeOrders';
import { lookAgain, ordersNamed } from '../handover/receiveOrders';
import type { Sample } from '../handover/sampleOrders';
import { sampleOrders } from '../handover/sampleOrders';
import { toNodeError } from '../n8n/nodeError';
import { toGid } from '../shopify/gid';
import { pause } from '../shopify/pause';
import type { TriggerContext } from './context';
import { prepare } from './context';

/** What a manual run shows: orders that match, or the one to test with. Changes and remembers nothing. */
export async function sample(context: TriggerContext): Promise<Sample> {
	try {
		const { client, settings, timeLeftMs } = await prepare(context, true);
		const { rules, item, testWithOrder, safetyPollHint } = settings;
		if (testWithOrder === '') {
			const found = await sampleOrders({ client, timeLeftMs, log: context.logger }, settings);
			return { items: found.items, hints: [...safetyPollHint, ...found.hints] };
		}
		const orderId = toGid('Order', testWithOrder);
		const found = await describeOrders(client, [orderId], { rules, item, newKey: false });
		if (found.length === 0) throw unknownTestOrder(testWithOrder);
		return shown(found);
	} catch (error) {
		throw toNodeError(context.getNode(), error);
	}
}

/** What a manual run shows of a webhook: its orders, whether they match or not. Changes and remembers nothing. */
export async function showNamed(context: TriggerContext, named: NamedOrders): Promise<Sample> {
	try {
		const { client, settings } = await prepare(context, true);
		const { rules, item } = settings;
		const found = await lookAgain(pause, async () => {
			const { orderIds } = await ordersNamed({ client }, named);
			const described = await describeOrders(client, orderIds, { rules, item, newKey: false });
			return { found: described, isEnough: described.length > 0 };
		});
		if (found.length > 0) return shown(found);
		const message = 'Shopify shows no fulfillment orders of the order that the webhook names';
		return {
			items: [{ event: 'None', message, handover: { manual: true } }],
			hints: [`${message}: it may have nothing to ship, or be older than this app may see`],
		};
	} catch (error) {
		throw toNodeError(context.getNode(), error);
	}
}

function shown(found: readonly DescribedFulfillmentOrder[]): Sample {
	const hints = found.flatMap(({ item, reasons }) =>
		reasons.map((reason) => `${String(item['orderNumber'])} is left out: ${reason}`),
	);
	return { items: found.map(({ item }) => item), hints };
}

function unknownTestOrder(id: string): InputProblem {
	return new InputProblem(`Shopify shows no fulfillment orders of order ${id}`, {
		path: 'options.testWithOrder',
		advice:
			'Choose the order from the list, or enter the long number at the end of its address in the Shopify admin; an order that was only just placed may have none yet',
	});
}
