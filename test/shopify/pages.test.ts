import { ShopifyError } from '../../nodes/shopify/failure';
import { pagesOf, withShrinkingPage } from '../../nodes/shopify/pages';
import type { Page } from '../../nodes/shopify/pages';
import { failureOf } from './scriptedFetch';

/** Reads all rows of a list whose page after each cursor is given. */
async function readAll(
	pages: Readonly<Record<string, readonly [names: string[], next: string | null | undefined]>>,
): Promise<string[]> {
	const rows: string[] = [];
	const list = pagesOf(async (after): Promise<Page<string>> => {
		const [nodes, next] = pages[after ?? 'start'] ?? [[], null];
		return await Promise.resolve({
			nodes,
			pageInfo: { hasNextPage: next !== null, endCursor: next ?? null },
		});
	});
	const reader = list[Symbol.asyncIterator]();
	for (let step = await reader.next(); !step.done; step = await reader.next()) {
		rows.push(...step.value.nodes);
	}
	return rows;
}

describe('pagesOf', () => {
	it('reads every page once', async () => {
		const pages = {
			start: [['#1001', '#1002'], 'b'],
			b: [['#1003'], 'c'],
			c: [['#1004'], null],
		} as const;

		await expect(readAll(pages as never)).resolves.toEqual(['#1001', '#1002', '#1003', '#1004']);
	});

	it('refuses a cursor that repeats', async () => {
		const pages = { start: [['#1001'], 'b'], b: [['#1002'], 'b'] } as const;

		await expect(failureOf(readAll(pages as never))).resolves.toMatchObject({ kind: 'unreadable' });
	});

	it('refuses a next page without a cursor', async () => {
		const pages = { start: [['#1001'], undefined] } as const;

		await expect(failureOf(readAll(pages as never))).resolves.toMatchObject({ kind: 'unreadable' });
	});
});

describe('withShrinkingPage', () => {
	const tooExpensive = new ShopifyError({ kind: 'tooExpensive', cost: 1066, maxCost: 1000 });

	it('halves the page until Shopify accepts it', async () => {
		const asked: number[] = [];

		const size = await withShrinkingPage(250, async (current) => {
			asked.push(current);
			if (current > 70) throw tooExpensive;
			return await Promise.resolve(current);
		});

		expect(size).toBe(62);
		expect(asked).toEqual([250, 125, 62]);
	});

	it('gives up at a page of one', async () => {
		const refused = withShrinkingPage(4, async () => await Promise.reject(tooExpensive));

		await expect(failureOf(refused)).resolves.toMatchObject({ kind: 'tooExpensive' });
	});

	it('does not shrink for any other failure', async () => {
		const sizes: number[] = [];
		const refused = withShrinkingPage(100, async (size) => {
			sizes.push(size);
			return await Promise.reject(new ShopifyError({ kind: 'unauthorized' }));
		});

		await expect(failureOf(refused)).resolves.toEqual({ kind: 'unauthorized' });
		expect(sizes).toEqual([100]);
	});
});
