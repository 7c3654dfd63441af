import type { ItemJson } from '../domain/targetOrder';
import { canKeepRecords, readApp, requireReadingScopes } from '../shopify/app';
import type { Candidate } from './findCandidates';
import { describeReport, emptyReport, findCandidates, inTurn } from './findCandidates';
import { prepareOrders } from './offerOrders';
import type { PollContext, PollSettings } from './pollOrders';
import { localRecords, shopifyRecords } from './recordStore';

/** What a manual run shows. */
export interface Sample {
	readonly items: readonly ItemJson[];
	/** What publishing would do, and why orders are left out, in sentences. */
	readonly hints: readonly string[];
}

const SAMPLE_SIZE = 10;

/**
 * Up to ten real orders that match, for somebody who tries the trigger out. Changes and remembers
 * nothing: the items are marked `handover.manual`.
 */
export async function sampleOrders(context: PollContext, settings: PollSettings): Promise<Sample> {
	const { client } = context;
	const app = await readApp(client);
	requireReadingScopes(app);
	const rules = { ...settings.rules, nowMs: Date.parse(app.shopTime) };
	const store = canKeepRecords(app) ? shopifyRecords(client) : localRecords({});
	const report = emptyReport();
	const candidates = new Map<string, Candidate>();
	await findCandidates(
		{
			client,
			store,
			rules,
			report,
			follow: () => undefined,
			isOutOfTime: () => context.timeLeftMs() <= 0,
		},
		candidates,
		undefined,
	);
	const inOrder = inTurn(candidates.values());
	const leftOut: string[] = [];
	const items: ItemJson[] = [];
	// What only the whole order shows (Shipment Status) may leave the first ones out.
	for (let start = 0; start < inOrder.length && items.length < SAMPLE_SIZE; start += SAMPLE_SIZE) {
		if (context.timeLeftMs() <= 0) break;
		const prepared = await prepareOrders(
			{
				client,
				store,
				rules,
				item: settings.item,
				follow: () => undefined,
				note: (text) => leftOut.push(text),
				tell: () => undefined,
				warn: (text) => leftOut.push(text),
				isOutOfTime: () => context.timeLeftMs() <= 0,
			},
			inOrder.slice(start, start + SAMPLE_SIZE).map(({ orderId }) => orderId),
		);
		items.push(...prepared.flatMap((one) => one.items));
	}
	items.splice(SAMPLE_SIZE);
	const hasHandedOver = app.hasHandedOver || report.hasOffers;
	const hints = [
		...publishingHints(inOrder, settings, hasHandedOver),
		...describeReport(report, rules.filters),
		...leftOut.slice(0, SAMPLE_SIZE),
		...(settings.confirmNodeFollows || rules.confirmsWhenEmitted
			? []
			: [
					'No Confirm Handover node follows this trigger: each order would be offered again and again. Add one behind the node that creates the order in the target',
				]),
	];
	if (items.length > 0) return { items, hints };
	return {
		items: [
			{ event: 'None', message: 'No order matches now', why: hints, handover: { manual: true } },
		],
		hints: ['No order matches now', ...hints],
	};
}

function publishingHints(
	candidates: readonly Candidate[],
	settings: PollSettings,
	hasHandedOver: boolean,
): readonly string[] {
	const fresh = candidates.filter((one) => one.newFulfillmentOrders > 0);
	const number = fresh.reduce((sum, one) => sum + one.newFulfillmentOrders, 0);
	if (number === 0) return [];
	const [from, to] = [fresh[0]?.orderName ?? '', fresh.at(-1)?.orderName ?? ''];
	const older = 'to leave older ones out, choose the first order to hand over in Start From Order';
	const { firstBatchLimit, ordersPerPoll } = settings;
	if (!hasHandedOver && firstBatchLimit > 0 && number > firstBatchLimit) {
		return [
			`Publishing would hand over nothing: ${number} fulfillment orders match at once (orders ${from} to ${to}), more than First Batch Limit (${firstBatchLimit}); ${older}, or raise the limit`,
		];
	}
	const rest = number > ordersPerPoll ? `, ${ordersPerPoll} with each poll` : '';
	return [
		`Publishing would hand over ${number} fulfillment orders at once (orders ${from} to ${to})${rest}; ${older}`,
	];
}
