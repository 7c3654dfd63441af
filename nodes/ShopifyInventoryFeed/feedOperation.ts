import type { IExecuteFunctions, NodeExecutionHint } from 'n8n-workflow';
import { shortened } from '../domain/shortened';
import type { StockAnswer } from '../domain/stockAnswer';
import type { StockRow } from '../domain/stockRow';
import { STOCK_FIELDS } from '../domain/stockInput';
import type { FeedOutcome, FeedSurroundings } from '../feed/feedStock';
import { feedStock } from '../feed/feedStock';
import type { FeedSettings } from '../feed/feedSettings';
import type { FeedSummary } from '../feed/feedSummary';
import { connectShopify } from '../n8n/connectShopify';
import type { ItemAnswer, ItemOutput } from '../n8n/itemAnswers';
import { n8nDownload } from '../n8n/n8nDownload';
import { readersOf } from '../n8n/readerOf';
import { pause } from '../shopify/pause';
import type { FeedItems } from './feedItems';
import { readFeedItems } from './feedItems';
import type { FeedParameters } from './feedParameters';
import { readFeedParameters } from './feedParameters';

/** What a run of the node gives to its outputs. */
export interface Fed {
	/** One for each input item. */
	readonly answers: readonly ItemAnswer[];
	/** What has no input item: stock that was set to 0, and the summary. */
	readonly more: readonly Omit<ItemOutput, 'standsAlone'>[];
}

/**
 * Feeds the stock levels of all items together. An item that cannot be read is answered as rejected and keeps none
 * of the others from being written. Fails if nothing at all could be done, and if the brake stops the feed.
 */
export async function feedOperation(context: IExecuteFunctions): Promise<Fed> {
	const readers = readersOf(context);
	const parameters = readFeedParameters(readers(0), {
		isManual: context.getMode() === 'manual',
		id: context.getExecutionId(),
	});
	const count = context.getInputData().length;
	const items = readFeedItems(count, readers, parameters.reading);
	const surroundings = await surroundingsOf(context);
	const outcome = withFailures(
		await feedStock(surroundings, items.rows, items.unusable, parameters.settings),
		items.failures.size,
	);
	const line = resultLine(outcome.summary);
	surroundings.log.info(line);
	showHints(context, [
		...outcome.warnings.map((message) => ({ message, type: 'warning' as const })),
		{ message: line, type: 'info' },
	]);
	return toFed(count, items, outcome, parameters);
}

async function surroundingsOf(context: IExecuteFunctions): Promise<FeedSurroundings> {
	const { name } = context.getNode();
	const signal = context.getExecutionCancelSignal();
	return {
		client: await connectShopify(context),
		download: n8nDownload(context, signal),
		log: {
			debug: (message) => context.logger.debug(`${name}: ${message}`),
			warn: (message) => context.logger.warn(`${name}: ${message}`),
			info: (message) => {
				context.logger.info(`${name}: ${message}`);
				showProgress(context, `${name}: ${message}`);
			},
		},
		wait: async (milliseconds) => await pause(milliseconds, signal),
		now: Date.now,
	};
}

/** Shows a line in the browser's console, which is all that n8n 2.40 offers while a node runs. */
function showProgress(context: IExecuteFunctions, message: string): void {
	if (context.getMode() !== 'manual') return;
	const known = context as { sendMessageToUI?: (message: string) => void };
	known.sendMessageToUI?.(message);
}

/** Shows lines above the output. n8n has not always been able to. */
function showHints(
	context: IExecuteFunctions,
	hints: readonly Pick<NodeExecutionHint, 'message' | 'type'>[],
): void {
	const known = context as { addExecutionHints?: (...hints: NodeExecutionHint[]) => void };
	known.addExecutionHints?.(...hints.map((hint) => ({ ...hint, location: 'outputPane' as const })));
}

/** What n8n could not read of an item is an error of it, and not among what needs attention. */
function withFailures(outcome: FeedOutcome, failures: number): FeedOutcome {
	const { rejected, failed } = outcome.summary;
	const counts = { rejected: rejected - failures, failed: failed + failures };
	return { ...outcome, summary: { ...outcome.summary, ...counts } };
}

function toFed(
	count: number,
	{ rows, failures }: FeedItems,
	{ answers, missing, summary }: FeedOutcome,
	{ settings, summary: wanted }: FeedParameters,
): Fed {
	const isLeftOut = (output: ItemOutput['output']): boolean =>
		wanted === 'only' && output === 'done';
	const names = new Map<number, StockRow>();
	for (const row of rows) if (answers.get(row.item) instanceof Error) names.set(row.item, row);
	const items = Array.from({ length: count }, (_, item): ItemAnswer => {
		if (failures.has(item)) return { error: failures.get(item), subject: null };
		const answer = answers.get(item) ?? new Error('The item was left out');
		if (answer instanceof Error) {
			return { error: answer, subject: subjectOf(names.get(item), settings) };
		}
		const output = outputOf(answer);
		return isLeftOut(output) ? [] : [{ output, json: answer }];
	});
	const more: Omit<ItemOutput, 'standsAlone'>[] = [];
	for (const answer of missing) {
		const output = outputOf(answer);
		if (!isLeftOut(output)) more.push({ output, json: answer });
	}
	if (wanted !== 'none') more.push({ output: 'done', json: summary });
	return { answers: items, more };
}

const outputOf = ({ result }: StockAnswer): ItemOutput['output'] =>
	result === 'rejected' ? 'needsAttention' : 'done';

function subjectOf(row: StockRow | undefined, { identifyBy }: FeedSettings): string | null {
	return row ? `${STOCK_FIELDS[identifyBy]} ${shortened(row.identifier)}` : null;
}

function resultLine(summary: FeedSummary): string {
	const { items, dryRun, set, wouldSet, unchanged, rejected, failed, missingSetToZero } = summary;
	const counts = [
		dryRun ? `${wouldSet} would be set` : `${set} set`,
		`${unchanged} unchanged`,
		`${rejected} ${rejected === 1 ? 'needs' : 'need'} attention`,
		`${failed} failed`,
	];
	const zero = `${missingSetToZero} missing from the feed ${dryRun ? 'would be ' : ''}set to 0`;
	if (missingSetToZero > 0) counts.push(zero);
	const { requests, points, seconds } = summary;
	// The node's own hint does not know what an expression for Dry Run gives.
	const dry = dryRun ? 'A dry run, nothing was written. ' : '';
	return `${dry}${items} ${items === 1 ? 'item' : 'items'}: ${counts.join(', ')}. ${requests} requests, ${Math.round(points)} points, ${Math.round(seconds)} seconds`;
}
