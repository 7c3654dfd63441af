import { loadApi } from './access';
import { createDemoShop } from './demoShop';
import type { DemoShop } from './demoShop';
import { ALL_SCOPES } from './options';
import {
	at,
	differences,
	fit,
	fitData,
	locationsIn,
	Names,
	operationAt,
	orderRead,
	placeRecorded,
} from './recordings';
import type { Json, Recorded } from './recordings';
import { prepareSchema } from './schema';
import type { Order } from './state';

/** A demo shop in the state of a recorded one, and the names that tie the two together. */
export class Replay {
	readonly shop: DemoShop;
	readonly names = new Names();
	/** Whether the actual cost is compared besides the requested one. */
	actualCost = false;
	private readonly recording: Json;

	constructor(recording: Json, serviceLocations: readonly string[] = []) {
		this.recording = recording;
		// The recorded app had every scope in use but read_apps.
		this.shop = createDemoShop({
			accessScopes: ALL_SCOPES,
			locations: [],
			currency: 'CAD',
			throttle: false,
		});
		for (const [id, name] of locationsIn(recording)) {
			if (serviceLocations.includes(id)) continue;
			this.names.tie(id, this.shop.addLocation({ name }).id);
		}
		for (const id of serviceLocations) {
			const name = locationsIn(recording).get(id) ?? 'Service';
			const fulfillmentService = 'own';
			this.names.tie(id, this.shop.addLocation({ name, fulfillmentService }).id);
		}
	}

	/** Sends a recorded operation and says how the answers differ. */
	async run(recorded: Recorded, only?: readonly string[]): Promise<string[]> {
		const { schema } = loadApi('2026-07', prepareSchema);
		const { query, left } = fit(recorded.query, schema);
		const answer = await this.send(query, this.names.translateAll(recorded.variables) as Json);
		const dropped = new Set(left);
		const pick = (data: unknown): unknown =>
			only && data !== null && data !== undefined
				? Object.fromEntries(only.map((key) => [key, (data as Json)[key]]))
				: data;
		const found = differences(
			pick(fitData(recorded.answer.data, dropped)),
			pick(answer['data']),
			this.names,
		);
		const about = (errors: unknown): Json[] =>
			((errors ?? []) as Json[]).filter(
				(one) => !only || only.includes(String((one['path'] as unknown[] | undefined)?.[0])),
			);
		found.push(...this.compareErrors(about(recorded.answer.errors), about(answer['errors'])));
		found.push(
			...differences(
				at(recorded.answer, 'extensions search'),
				at(answer, 'extensions search'),
				this.names,
				'search',
			),
		);
		if (left.length === 0 && !only) {
			const costs = [['cost', 'requestedQueryCost']];
			if (this.actualCost) costs.push(['actual cost', 'actualQueryCost']);
			for (const [name, field] of costs) {
				const path = `extensions cost ${field ?? ''}`;
				const [theirs, ours] = [at(recorded.answer, path), at(answer, path)];
				if (theirs === ours) continue;
				found.push(`${name ?? ''}: recorded ${String(theirs)}, ours ${String(ours)}`);
			}
		}
		return found;
	}

	async runAt(path: string, only?: readonly string[], query?: string): Promise<string[]> {
		return this.run(operationAt(this.recording, path, query), only);
	}

	/** Places a recorded order and compares what its creation returned with a read of it. */
	async create(path: string): Promise<{ order: Order; found: string[] }> {
		const recorded = operationAt(this.recording, path);
		const order = placeRecorded(this.shop, recorded);
		const { schema } = loadApi('2026-07', prepareSchema);
		const { query, left } = fit(orderRead(recorded.query), schema);
		const answer = await this.send(query, { id: order.id });
		const expected = fitData(at(recorded.answer, 'data orderCreate order'), new Set(left));
		return { order, found: differences(expected, at(answer, 'data order'), this.names) };
	}

	async send(query: string, variables: Json): Promise<Json> {
		const answer = await this.shop.handle({
			method: 'POST',
			path: '/admin/api/2026-04/graphql.json',
			headers: { 'x-shopify-access-token': this.shop.settings.accessToken },
			body: JSON.stringify({ query, variables }),
		});
		if (answer === 'dropped') throw new Error('dropped');
		return JSON.parse(answer.body) as Json;
	}

	private compareErrors(recorded: readonly Json[], own: readonly Json[]): string[] {
		const shape = (list: readonly Json[]) =>
			list.map(({ message, path, extensions }) => ({
				message,
				path,
				extensions: extensions ?? null,
			}));
		return differences(shape(recorded), shape(own), this.names, 'errors');
	}
}

/** Places the orders of the recorded mixed catalogue, tied to their recorded names. */
export function placeCatalog(replay: Replay, recording: Json): void {
	const nodes = at(operationAt(recording, 'operations page1').answer, 'data page edges 0 node');
	const location = at(nodes, 'assignedLocation name') as string;
	const names = ['baseline', 'held', 'moved', 'split', 'cancelled'];
	const all = operationAt(recording, 'operations catalog').answer.data?.['allFulfillmentOrders'];
	for (const name of names) {
		const known = at(recording, `createdOrders ${name}`) as Record<string, string>;
		const recorded = (at(all, 'edges') as Json[]).find(
			(edge) => at(edge, 'node id') === known['fulfillmentOrderId'],
		);
		const titled = ['hold', 'move', 'split', 'cancel'].map((step) =>
			JSON.stringify(operationAt(recording, `operations ${step}`).answer),
		);
		const about = titled.find((text) => text.includes(known['id'] ?? '-'));
		const title =
			at(recorded, 'node lineItems nodes 0 lineItem title') ??
			/"title":"([^"]+)"/.exec(about ?? '')?.[1];
		const order = replay.shop.placeOrder({
			name: at(recorded, 'node order name') as string,
			lines: [{ title: title as string, sku: null, quantity: name === 'split' ? 3 : 1, location }],
		});
		const [first] = order.fulfillmentOrders;
		replay.names.tie(known['id'] ?? '', order.id);
		replay.names.tie(known['fulfillmentOrderId'] ?? '', first?.id ?? '');
		replay.names.tie(known['fulfillmentOrderLineItemId'] ?? '', first?.lines[0]?.id ?? '');
	}
}
