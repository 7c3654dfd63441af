import type { ILoadOptionsFunctions } from 'n8n-workflow';
import { searchLocations } from '../../nodes/n8n/listMethods';

const LOCATIONS = [
	['Camden Shop', true, false],
	['Leeds Depot (old)', false, false],
	['Leeds Warehouse', true, false],
	['Northway Logistics', true, true],
] as const;

/** The editor, in front of a shop that gives its locations two at a time. */
function editor(answer?: { readonly statusCode: number }): ILoadOptionsFunctions {
	const page = (from: number): object => ({
		pageInfo: { hasNextPage: from + 2 < LOCATIONS.length, endCursor: String(from + 2) },
		nodes: LOCATIONS.slice(from, from + 2).map(([name, isActive, isFulfillmentService], index) => ({
			id: `gid://shopify/Location/${81120045670 + from + index}`,
			...{ name, isActive, isFulfillmentService, address: {} },
		})),
	});
	const context = {
		getCredentials: async () =>
			await Promise.resolve({
				shop: 'harbour-goods',
				authentication: 'accessToken',
				accessToken: 'the-static-token',
				apiVersion: '2026-07',
			}),
		getNode: () => ({ name: 'Feed' }),
		logger: { debug: () => undefined, warn: () => undefined },
		helpers: {
			httpRequestWithAuthentication: async (_type: string, { body }: { body: string }) => {
				const { variables } = JSON.parse(body) as { variables: { after: string | null } };
				const data = { locations: page(Number(variables.after ?? 0)) };
				return await Promise.resolve({
					statusCode: 200,
					headers: { 'content-type': 'application/json' },
					body: JSON.stringify({ data }),
					...answer,
				});
			},
		},
	};
	return context as unknown as ILoadOptionsFunctions;
}

describe('searchLocations', () => {
	it('gives all pages, the active ones first', async () => {
		expect(await searchLocations.call(editor())).toEqual({
			results: [
				{ name: 'Camden Shop', value: '81120045670' },
				{ name: 'Leeds Warehouse', value: '81120045672' },
				{ name: 'Northway Logistics (fulfillment service)', value: '81120045673' },
				{ name: 'Leeds Depot (old) (inactive)', value: '81120045671' },
			],
		});
	});

	it.each([
		['leeds', ['Leeds Warehouse', 'Leeds Depot (old) (inactive)']],
		[' WAREHOUSE ', ['Leeds Warehouse']],
		['(old', ['Leeds Depot (old) (inactive)']],
		['London', []],
	])('finds %p anywhere in a name', async (typed, names) => {
		const { results } = await searchLocations.call(editor(), typed);
		expect(results.map(({ name }) => name)).toEqual(names);
	});

	it('says what is wrong with the credential', async () => {
		await expect(searchLocations.call(editor({ statusCode: 402 }))).rejects.toThrow(
			'The shop harbour-goods.myshopify.com is frozen',
		);
	});
});
