import type { IExecuteFunctions } from 'n8n-workflow';
import { shortened } from '../domain/shortened';
import { InputProblem, problemText } from '../domain/problem';
import type { OrderReference } from '../domain/orderReference';
import type { ShipmentInput } from '../domain/shipmentInput';
import { readShipmentInput } from '../domain/shipmentInput';
import type { UploadResult } from '../domain/uploadResult';
import { needsAttention, rejectedResult } from '../domain/uploadResult';
import type { ItemAnswer, ItemOutput } from '../n8n/itemAnswers';
import type { ReadParameter } from '../n8n/parameters';
import { readersOf } from '../n8n/readerOf';
import { readApp, requireFulfillingScopes, requireReadingScopes } from '../shopify/app';
import type { ShopifyClient } from '../shopify/client';
import { pause } from '../shopify/pause';
import type { UploadSurroundings } from '../upload/uploadShipments';
import { uploadShipments } from '../upload/uploadShipments';
import { readShipmentFields, readUploadSettings } from './uploadParameters';

/**
 * Uploads the shipments of all items together. An item that cannot be read is answered as rejected and keeps
 * none of the others from being uploaded. Fails if nothing at all could be done.
 */
export async function uploadOperation(
	context: IExecuteFunctions,
	client: ShopifyClient,
): Promise<readonly ItemAnswer[]> {
	const inputs = context.getInputData();
	const readers = readersOf(context);
	const settings = readUploadSettings(readers(0));
	const items = inputs.map((_, index) => readItem(readers(index), index));
	const readable = items.filter((item): item is ShipmentInput => 'order' in item);
	const log = logOf(context);
	const results = new Map<number, UploadResult | Error>();
	if (readable.length > 0) {
		const app = await readApp(client);
		requireReadingScopes(app);
		requireFulfillingScopes(app);
		const signal = context.getExecutionCancelSignal();
		const answers = await uploadShipments(
			{ client, log, signal, wait: async (milliseconds) => await pause(milliseconds, signal) },
			readable.map((one) => ({ ...one, fulfillmentOrder: null })),
			settings,
		);
		for (const [at, { item }] of readable.entries()) {
			results.set(item, answers[at] ?? new Error('No answer'));
		}
	}
	const answers = items.map((item, index): ItemAnswer => {
		if (!('order' in item)) return item;
		const result = results.get(index) ?? new Error('No answer');
		if (result instanceof Error) return { error: result, subject: subjectOf(item.order) };
		return [toOutput(result)];
	});
	log.info(summaryOf(answers));
	return answers;
}

/** The item, or its answer if not even its order can be read. */
function readItem(read: ReadParameter, index: number): ShipmentInput | ItemAnswer {
	try {
		return readShipmentInput(readShipmentFields(read), index);
	} catch (error) {
		// An expression that n8n cannot work out is an error of the workflow, as in any other node.
		if (!(error instanceof InputProblem)) return { error, subject: null };
		const result = rejectedResult({ code: 'badInput', text: problemText(error) });
		return [toOutput(result)];
	}
}

function toOutput(result: UploadResult): ItemOutput {
	return { output: needsAttention(result) ? 'needsAttention' : 'done', json: result };
}

function subjectOf(order: OrderReference): string {
	if (order.by === 'number') return `Order ${shortened(order.text)}`;
	return `${order.by === 'order' ? 'Order' : 'Fulfillment order'} ${order.id}`;
}

function summaryOf(answers: readonly ItemAnswer[]): string {
	const counts = new Map<string, number>();
	for (const answer of answers) {
		const name = 'error' in answer ? 'failed' : (answer[0]?.output ?? 'failed');
		counts.set(name, (counts.get(name) ?? 0) + 1);
	}
	const of = (name: string): number => counts.get(name) ?? 0;
	return `${answers.length} items: ${of('done')} done, ${of('needsAttention')} need attention, ${of('failed')} failed`;
}

function logOf(context: IExecuteFunctions): UploadSurroundings['log'] {
	const { name } = context.getNode();
	return {
		debug: (message) => context.logger.debug(`${name}: ${message}`),
		info: (message) => context.logger.info(`${name}: ${message}`),
	};
}
