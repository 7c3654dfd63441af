import type { IDataObject, IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import type { ItemAnswer } from '../../nodes/n8n/itemAnswers';
import { toOutputs } from '../../nodes/n8n/itemAnswers';
import { eitherField, readerOf, readersOf } from '../../nodes/n8n/readerOf';

const LABEL = { label: { data: 'JVBERi0=', mimeType: 'application/pdf', fileName: 'RM1.pdf' } };

/** What the node sees of an execution; `parameters` as they are stored. */
function contextOf(
	items: readonly INodeExecutionData[],
	more: object = {},
	parameters: IDataObject = {},
): IExecuteFunctions {
	const context = {
		continueOnFail: () => true,
		getNode: () => ({ name: 'Upload', type: 'upload', onError: 'continueRegularOutput' }),
		getInputData: () => items,
		getNodeParameter: (
			name: string,
			_index: number,
			_otherwise: unknown,
			options?: { readonly rawExpressions?: boolean },
		) => (options?.rawExpressions ? parameters[name] : 'by n8n'),
		...more,
	};
	return context as unknown as IExecuteFunctions;
}

describe('toOutputs', () => {
	const items = [{ json: { sku: 'MUG-BLUE', orderId: '77' }, binary: LABEL }];
	const rejected: ItemAnswer = [
		{ output: 'needsAttention', json: { result: 'rejected', orderId: null, orderName: null } },
	];

	test('an answer has the fields and files of its item, and takes none away', () => {
		expect(toOutputs(contextOf(items), [rejected], '')).toEqual([
			[],
			[
				{
					json: { sku: 'MUG-BLUE', orderId: '77', orderName: null, result: 'rejected' },
					binary: LABEL,
					pairedItem: { item: 0 },
				},
			],
		]);
	});

	test('a failed item keeps its files', () => {
		const failed = { error: new Error('No connection'), subject: null };
		const [, [item] = []] = toOutputs(contextOf(items), [failed], '');
		expect(item).toMatchObject({ json: { sku: 'MUG-BLUE' }, binary: LABEL });
	});

	test('what stands alone has neither', () => {
		const alone: ItemAnswer = [{ output: 'done', json: { fulfillmentId: '5' }, standsAlone: true }];
		expect(toOutputs(contextOf(items), [alone], '')).toEqual([
			[{ json: { fulfillmentId: '5' }, pairedItem: { item: 0 } }],
			[],
		]);
	});

	test('what comes behind the answers has no input item', () => {
		const more = [{ output: 'done' as const, json: { summary: true } }];
		expect(toOutputs(contextOf(items), [rejected], '', more)[0]).toEqual([
			{ json: { summary: true } },
		]);
	});

	test('an AI agent gets all in the first output', () => {
		const context = contextOf(items, { isToolExecution: () => true });
		const [first, second] = toOutputs(context, [rejected], '');
		expect([first?.length, second?.length]).toEqual([1, 0]);
	});
});

describe('readerOf', () => {
	const json = {
		sku: 'MUG-BLUE',
		none: null,
		shippedAt: new Date(0) as unknown as IDataObject,
		trackingNumber: 'RM1',
		trackingNumbers: ['RM2'],
		blank: [null, ''],
	};
	const read = (raw: unknown, more: object = {}): unknown =>
		readerOf(contextOf([{ json }], more, { field: raw as IDataObject }), 0)('field');

	test.each<[string, unknown, unknown]>([
		['a text', 'lines', 'lines'],
		['a field', '={{ $json.sku }}', 'MUG-BLUE'],
		['a field that is not there', '={{ $json.quantity }}', undefined],
		['a field or another', '={{ $json.none ?? $json.sku }}', 'MUG-BLUE'],
		['a list or a field', eitherField('trackingNumbers', 'trackingNumber'), ['RM2']],
		['a list of nothing or a field', eitherField('blank', 'trackingNumber'), 'RM1'],
		['nothing', null, null],
		['fields of a collection', { a: '={{ $json.sku }}', b: true }, { a: 'MUG-BLUE', b: true }],
	])('%s is taken from the item', (_what, raw, value) => {
		expect(read(raw)).toEqual(value);
	});

	test.each<[string, unknown]>([
		['another expression', '={{ $json.sku.trim() }}'],
		['a text with an expression', '=SKU {{ $json.sku }}'],
		['a date', '={{ $json.shippedAt }}'],
		['an inherited name', '={{ $json.constructor }}'],
		['a collection with another expression', { a: '={{ $now }}' }],
		['a collection in a collection', { a: { b: '={{ $json.sku }}' } }],
	])('%s is left to n8n', (_what, raw) => {
		expect(read(raw)).toBe('by n8n');
	});

	test('what a field holds is looked at once for all items', () => {
		const asked: unknown[] = [];
		const items = ['MUG-BLUE', 'TEA-250', 'BOWL-L'].map((sku) => ({ json: { sku } }));
		const readers = readersOf(
			contextOf(items, {
				getNodeParameter: (...parameters: unknown[]) => {
					asked.push(parameters);
					return '={{ $json.sku }}';
				},
			}),
		);
		expect(items.map((_, index) => readers(index)('sku'))).toEqual([
			'MUG-BLUE',
			'TEA-250',
			'BOWL-L',
		]);
		expect(asked).toHaveLength(1);
	});

	test('a tool reads all through n8n', () => {
		expect(read('={{ $json.sku }}', { isToolExecution: () => true })).toBe('by n8n');
	});
});
