import type { UploadResult } from '../../../nodes/domain/uploadResult';
import type { ShopifyClient } from '../../../nodes/shopify/client';
import { createShopifyClient } from '../../../nodes/shopify/client';
import { parseShop } from '../../../nodes/shopify/shopDomain';
import type { UploadSettings } from '../../../nodes/upload/uploadShipments';
import { uploadShipments } from '../../../nodes/upload/uploadShipments';
import { fetchOf } from '../../bench/shopClient';
import type {
	DemoShop,
	Fault,
	FulfillmentOrder,
	Order,
	OrderInput,
	Units,
	Unknowns,
} from '../../shop';
import { createDemoShop } from '../../shop';
import { placeText } from './orderText';
import type { Given } from './shipmentText';
import { toRequest } from './shipmentText';

const START_MS = Date.parse('2026-09-14T08:00:00Z');
const MINUTE_MS = 60_000;

/** Name of the location that another app's fulfillment service runs. */
export const STRANGER = 'Parcel Partner';
const LOCATIONS = [
	{ name: 'Leeds' },
	{ name: 'Camden' },
	{ name: 'Galway', countryCode: 'IE' },
	{ name: STRANGER, fulfillmentService: true },
];

/** Something that happens in the shop. */
export type Step = (shop: UploadShop) => unknown;

/** What may happen while fulfillments are written, by the number of the call, from 1. */
export interface Meanwhile {
	/** Right before Shopify carries the call out. */
	readonly before?: Readonly<Record<number, readonly Step[]>>;
	/** Instead of the answer. */
	readonly faults?: Readonly<Record<number, Fault>>;
}

/** What differs from the usual settings of the node. */
export type SettingChanges = Partial<Omit<UploadSettings, 'rules'> & UploadSettings['rules']>;

const MUTATIONS = new Set(['CreateFulfillment', 'UpdateTracking']);

/** The demo shop with uploads to it, without n8n. Time stands still but for what is waited for. */
export class UploadShop {
	readonly shop: DemoShop;
	nowMs = START_MS;
	/** Runs of the node before the one that a case is about. */
	readonly earlier: { readonly given: readonly Given[]; readonly changes: SettingChanges }[] = [];

	private readonly ids = new Map<string, string>();

	constructor(unknowns: Partial<Unknowns> = {}) {
		this.shop = createDemoShop({
			throttle: false,
			clock: () => this.nowMs,
			locations: LOCATIONS,
			stock: [],
			unknowns,
		});
	}

	/** Places an order as it is written, and remembers the ids that the warehouse downloads. */
	place(text: string, more: OrderInput = {}): Order {
		const order = placeText(this.shop, text, more);
		this.ids.set(`${order.name} O`, String(order.legacyId));
		order.lines.forEach((line, index) => this.learn(order, `L${index + 1}`, line.legacyId));
		for (const [index, { lines }] of order.fulfillmentOrders.entries()) {
			lines.forEach((line, at) => this.learn(order, `FOL${index + 1}.${at + 1}`, line.legacyId));
		}
		this.wait(10);
		return order;
	}

	/** The order with this name, or the first one. */
	order(name?: string): Order {
		const all = [...this.shop.state.orders.values()];
		const found = name === undefined ? all[0] : all.find((one) => one.name === name);
		if (!found) throw new Error(`There is no order ${name ?? ''}`);
		return found;
	}

	/** `FO2`: the second fulfillment order of the first order; `#1043 FO1`: the first of that one. */
	fulfillmentOrder(text: string): FulfillmentOrder {
		const [, name, number] = /^(?:(\S+) )?FO(\d+)$/.exec(text) ?? [];
		const found = this.order(name).fulfillmentOrders[Number(number) - 1];
		if (!found) throw new Error(`There is no ${text}`);
		return found;
	}

	/** Units of a fulfillment order by SKU, as Shopify's inputs name them. */
	unitsOf(text: string, units: Readonly<Record<string, number>>): Units[] {
		const { lines } = this.fulfillmentOrder(text);
		return Object.entries(units).map(([sku, quantity]) => {
			const line = lines.find(({ lineItem, remaining }) => lineItem.sku === sku && remaining > 0);
			if (!line) throw new Error(`There is no ${sku} in ${text}`);
			return { id: line.id, quantity };
		});
	}

	/**
	 * Puts ids into a text: `{FO1}`, `{L2}` (order line), `{FOL1.2}` (line of the fulfillment order when the
	 * order was placed), `{O}`; `{#1043 FO1}` for another order than the first.
	 */
	withIds(text: string): string {
		return text.replace(
			/\{(?:(\S+) )?(\w[\w.]*)\}/g,
			(whole, name: string | undefined, what: string) => {
				if (what === 'number') return whole;
				if (what.startsWith('FO') && !what.startsWith('FOL')) {
					const of = name === undefined ? what : `${name} ${what}`;
					return String(this.fulfillmentOrder(of).legacyId);
				}
				const id = this.ids.get(`${name ?? this.order().name} ${what}`);
				if (id === undefined) throw new Error(`There is no ${whole}`);
				return id;
			},
		);
	}

	wait(minutes: number): void {
		this.nowMs += minutes * MINUTE_MS;
	}

	/** Uploads shipments as one run of the node does, and says what it wrote. */
	async upload(
		given: readonly Given[],
		changes: SettingChanges = {},
		meanwhile: Meanwhile = {},
	): Promise<{ readonly answers: readonly (UploadResult | Error)[]; readonly writes: number }> {
		this.wait(1);
		const requests = given.map((one, item) => toRequest(one, item, (text) => this.withIds(text)));
		const logged = this.shop.log.length;
		this.arrange(meanwhile);
		const client = this.client();
		const wait = this.pass;
		const log = { debug: () => undefined, info: () => undefined };
		const answers = await uploadShipments(
			{ client, log, wait },
			requests,
			settingsOf(this, changes),
		);
		this.shop.faults.clear();
		const sent = this.shop.log.slice(logged);
		return {
			answers,
			writes: sent.filter(({ operationName }) => MUTATIONS.has(operationName)).length,
		};
	}

	private learn(order: Order, key: string, id: number): void {
		this.ids.set(`${order.name} ${key}`, String(id));
	}

	private arrange({ before = {}, faults = {} }: Meanwhile): void {
		let calls = 0;
		this.shop.faults.beforeEachRequest = ({ operationName }) => {
			if (!MUTATIONS.has(operationName)) return undefined;
			calls += 1;
			for (const step of before[calls] ?? []) step(this);
			return faults[calls];
		};
	}

	private client(): ShopifyClient {
		return createShopifyClient({
			shop: parseShop(this.shop.state.domain),
			apiVersion: '2026-07',
			fetch: fetchOf(this.shop, this.shop.settings.accessToken),
			now: () => this.nowMs,
			wait: this.pass,
			random: () => 0.5,
		});
	}

	private readonly pass = (milliseconds: number): Promise<void> => {
		this.nowMs += milliseconds;
		return Promise.resolve();
	};
}

function settingsOf(shop: UploadShop, changes: SettingChanges): UploadSettings {
	const { combine = true, numberPrefix = '', aliases = [], urlTemplate = '', ...rules } = changes;
	const named = [...shop.shop.state.locations.values()].find(({ name }) => name === rules.location);
	return {
		combine,
		numberPrefix,
		aliases,
		urlTemplate,
		rules: {
			unmatchedLines: 'reject',
			overShipment: 'uploadRest',
			otherTracking: 'add',
			withoutNumber: 'same',
			...rules,
			location: named ? String(named.legacyId) : '',
		},
	};
}
