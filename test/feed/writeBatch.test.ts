import type { PlannedLevel } from '../../nodes/domain/stockPlan';
import type { BatchEnd, PendingLevel } from '../../nodes/feed/writeBatch';
import { writeBatch } from '../../nodes/feed/writeBatch';
import type { ShopifyClient } from '../../nodes/shopify/client';

interface Sent {
	readonly key: string;
	readonly input: { readonly quantities: readonly { readonly inventoryItemId: string }[] };
}

type UserErrors = readonly {
	readonly field: readonly string[] | null;
	readonly message: string;
	readonly code: string | null;
}[];

/** A client that answers each call as the test says. */
function clientOf(
	answer: (rows: readonly string[]) => { readonly errors: UserErrors; readonly isDone?: boolean },
) {
	const calls: (readonly string[])[] = [];
	const run = async (_operation: string, { input }: Sent): Promise<unknown> => {
		const rows = input.quantities.map(({ inventoryItemId }) => inventoryItemId);
		calls.push(rows);
		const { errors, isDone = errors.length === 0 } = answer(rows);
		const inventoryAdjustmentGroup = isDone
			? { id: 'gid://shopify/InventoryAdjustmentGroup/1' }
			: null;
		const data = { inventorySetQuantities: { inventoryAdjustmentGroup, userErrors: errors } };
		return await Promise.resolve({ data, withheld: [], shopTime: '2026-11-23T09:00:00.000Z' });
	};
	return {
		calls,
		client: { shop: 'harbour-goods.myshopify.com', run } as unknown as ShopifyClient,
	};
}

const levelsOf = (count: number): readonly PendingLevel[] =>
	Array.from({ length: count }, (_, index) => ({
		planned: {
			target: { item: { id: `item-${index}` }, location: { id: 'leeds', name: 'Leeds' } },
		} as unknown as PlannedLevel,
		first: 1,
		changeFrom: 1,
		updatedAt: '2026-11-23T08:00:00Z',
		goal: 2,
		adjustedBy: 0,
		activated: false,
		mayBeDone: false,
	}));

async function write(client: ShopifyClient, count: number): Promise<ReadonlyMap<string, BatchEnd>> {
	const ends = new Map<string, BatchEnd>();
	await writeBatch(
		{
			client,
			wait: async () => await Promise.resolve(),
			quantityName: 'on_hand',
			reason: 'correction',
			feedId: '4711',
			round: 1,
			noteKey: () => undefined,
		},
		levelsOf(count),
		({ planned }, end) => {
			const { id } = planned.target.item;
			expect(ends.has(id)).toBe(false);
			ends.set(id, end);
		},
	);
	return ends;
}

const bad = (rows: readonly string[], item: string): boolean => rows.includes(item);

describe('A batch of stock levels', () => {
	it('finds the bad row by halves where Shopify does not name it', async () => {
		const { client, calls } = clientOf((rows) => ({
			errors: bad(rows, 'item-77')
				? [{ field: null, message: 'Something is wrong.', code: null }]
				: [],
		}));

		const ends = await write(client, 250);

		expect(ends.get('item-77')).toEqual({ end: 'refused', message: 'Something is wrong.' });
		expect([...ends.values()].filter(({ end }) => end === 'set')).toHaveLength(249);
		expect(calls.length).toBeLessThanOrEqual(17);
	});

	it('does not look for a bad row where the whole call is wrong', async () => {
		const { client, calls } = clientOf(() => ({
			errors: [
				{ field: ['input', 'reason'], message: 'The reason is unknown.', code: 'INVALID_REASON' },
			],
		}));

		const ends = await write(client, 250);

		expect(calls).toHaveLength(1);
		expect([...ends.values()].every(({ end }) => end === 'refused')).toBe(true);
	});

	it('takes out all rows that are named, and sends the rest once more', async () => {
		const stale = 'CHANGE_FROM_QUANTITY_STALE';
		const { client, calls } = clientOf((rows) => ({
			errors:
				rows.length === 5
					? [
							{
								field: ['input', 'quantities', '1', 'changeFromQuantity'],
								message: 'Stale.',
								code: stale,
							},
							{
								field: ['input', 'quantities', '3', 'inventoryItemId'],
								message: 'Gone.',
								code: 'INVALID_INVENTORY_ITEM',
							},
							{
								field: ['input', 'quantities', '4'],
								message: 'Not there.',
								code: 'ITEM_NOT_STOCKED_AT_LOCATION',
							},
						]
					: [],
		}));

		const ends = await write(client, 5);

		expect(calls).toEqual([
			['item-0', 'item-1', 'item-2', 'item-3', 'item-4'],
			['item-0', 'item-2'],
		]);
		expect([...ends]).toEqual([
			['item-1', { end: 'readAgain', mayBeDone: false }],
			['item-3', { end: 'refused', message: 'Gone.' }],
			['item-4', { end: 'notStocked' }],
			['item-0', { end: 'set' }],
			['item-2', { end: 'set' }],
		]);
	});

	it('does not believe that the rest was left undone if Shopify made a change', async () => {
		const { client, calls } = clientOf(() => ({
			errors: [
				{ field: ['input', 'quantities', '0'], message: 'Gone.', code: 'INVALID_INVENTORY_ITEM' },
			],
			isDone: true,
		}));

		const ends = await write(client, 2);

		expect(calls).toHaveLength(1);
		expect(ends.get('item-1')).toEqual({ end: 'readAgain', mayBeDone: true });
	});

	it('takes a row number that does not exist for no name at all', async () => {
		const { client } = clientOf((rows) => ({
			errors: bad(rows, 'item-2')
				? [{ field: ['input', 'quantities', '99'], message: 'Odd.', code: null }]
				: [],
		}));

		const ends = await write(client, 4);

		expect(ends.get('item-2')).toEqual({ end: 'refused', message: 'Odd.' });
		expect(ends.size).toBe(4);
	});
});
