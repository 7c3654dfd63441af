import { deserialize, serialize } from 'node:v8';
import { loadApi, SERVED_VERSIONS } from './access';
import type { Api } from './access';
import { Alarm } from './alarm';
import { createActions } from './actions';
import type { ShopActions } from './actions';
import { BulkOperations } from './bulk';
import { stockCatalogue } from './catalogue';
import { Engine } from './engine';
import { Faults } from './faults';
import { createHandler } from './handler';
import type { RequestLogEntry, ShopRequest, ShopResponse } from './handler';
import { CallsUnderWay } from './idempotency';
import { stateOf } from './keptShop';
import type { Kept } from './keptShop';
import { listen } from './listen';
import { addLocation, locationOf } from './locations';
import { notificationsOf } from './notifications';
import { settingsOf } from './options';
import type { DemoShopOptions, Settings } from './options';
import { finishDue } from './routing';
import { prepareSchema } from './schema';
import type { Notification, ShopState } from './state';
import { stockUp } from './stock';
import { Bucket } from './throttle';
import { tellUninstalled } from './webhookEvents';
import { Webhooks } from './webhooks';
import { createIds, gid } from './world';
import type { ShopEvent, World } from './world';

/** A running stand-in for a Shopify shop. */
export interface DemoShop extends ShopActions {
	/** Answers one HTTP request; `'dropped'` means that the connection breaks without an answer. */
	handle(request: ShopRequest): Promise<ShopResponse | 'dropped'>;
	/** Serves HTTP on the loopback interface; port 0 or none takes a free one. */
	listen(port?: number): Promise<{ readonly url: string; close(): Promise<void> }>;
	readonly state: ShopState;
	/** What customers were told, oldest first: looked up anew each time. */
	readonly notifications: readonly Notification[];
	/** Settings in force. `accessScopes` and `unknowns` may be changed between requests. */
	readonly settings: Settings;
	readonly faults: Faults;
	readonly log: readonly RequestLogEntry[];
	readonly bucket: Bucket;
	/** Points of all requests since the start or the last `resetLog`. */
	pointsUsed(): number;
	resetLog(): void;
	/**
	 * Carries out the requests that met the fault `late` and whose time has come; every GraphQL
	 * request does so as well.
	 */
	finishLate(): void;
	readonly webhooks: Webhooks;
	/** The merchant uninstalls the app: `app/uninstalled` fires, subscriptions and tokens are gone. */
	uninstall(): void;
	/** Every token the shop has given out stops working, as after an uninstall. */
	revokeTokens(): void;
	/** Calls back for each order placed and each change of an FO's status; returns how to stop. */
	subscribe(listener: (event: ShopEvent) => void): () => void;
	/**
	 * Calls back after whatever may have changed anything, an app's mutations included; returns how
	 * to stop.
	 */
	onChange(listener: () => void): () => void;
	/** Everything in the shop, for a later `createDemoShop`; tokens are not in it. */
	keep(): Uint8Array;
}

function createState(settings: Settings, nextId: (kind: string) => number, now: number): ShopState {
	return {
		domain: settings.domain,
		name: settings.name,
		currency: settings.currency,
		timeZone: settings.timeZone,
		createdAt: now,
		app: {
			id: gid('App', nextId('App')),
			title: 'Warehouse Bridge',
			handle: 'warehouse-bridge',
		},
		installation: {
			id: gid('AppInstallation', nextId('AppInstallation')),
			metafields: new Map(),
		},
		locations: new Map(),
		products: new Map(),
		variants: new Map(),
		variantsBySku: new Map(),
		customers: new Map(),
		companies: new Map(),
		orders: new Map(),
		lineItems: new Map(),
		fulfillmentOrders: new Map(),
		fulfillmentOrderLines: new Map(),
		fulfillments: new Map(),
		metafieldsById: new Map(),
		stock: new Map(),
		adjustments: [],
		keptCalls: new Map(),
		unrouted: [],
		webhooks: { subscriptions: new Map(), waiting: [] },
	};
}

/** Makes a demo shop with its locations and no orders, or as it was when it was kept. */
export function createDemoShop(options: DemoShopOptions = {}, kept?: Uint8Array): DemoShop {
	const settings = settingsOf(options);
	const before = kept === undefined ? undefined : (deserialize(kept) as Kept);
	const ids = before?.ids ?? new Map<string, number>();
	const nextId = createIds(ids);
	const now = (): number => Math.floor(settings.clock() / 1000) * 1000;
	const listeners = new Set<(event: ShopEvent) => void>();
	const changeListeners = new Set<() => void>();
	const changed = (): void => {
		for (const listener of changeListeners) listener();
	};
	const faults = new Faults();
	const state = before ? stateOf(before) : createState(settings, nextId, now());
	const catchUp = (): void => finishDue(world);
	const alarm = new Alarm(settings.clock, catchUp);
	const wakeAt = (due: number): void => alarm.at(due);
	const { domain } = state;
	const world: World = {
		state,
		webhooks: new Webhooks({
			...{ state: state.webhooks, domain, settings, faults: faults.webhooks },
			...{ wakeAt, catchUp, changed },
		}),
		wakeAt,
		settings,
		bulk: new BulkOperations(settings.clock, faults),
		callsUnderWay: new CallsUnderWay(),
		now,
		nextId,
		emit: (event) => {
			for (const listener of listeners) listener(event);
			changed();
		},
		changed,
	};
	for (const location of before ? [] : settings.locations) addLocation(world, location);
	if (before && !before.state.stock) {
		for (const location of world.state.locations.values()) stockUp(world, location);
	}
	if (!before && settings.catalogue > 0) {
		stockCatalogue(world, settings.catalogue, [locationOf(world)]);
	}
	catchUp();
	const apis = new Map<string, Api>();
	for (const version of SERVED_VERSIONS) apis.set(version, loadApi(version, prepareSchema));
	const bucket = new Bucket(settings.plan, settings.clock);
	const log: RequestLogEntry[] = [];
	const handler = createHandler({ world, engine: new Engine(world, bucket), apis, faults, log });
	return {
		...createActions(world),
		handle: handler.handle,
		listen: (port = 0) => listen(port, handler.handle),
		state: world.state,
		get notifications() {
			return notificationsOf(world.state);
		},
		settings,
		faults,
		log,
		bucket,
		pointsUsed: () => log.reduce((sum, entry) => sum + entry.actualCost, 0),
		resetLog: () => {
			log.length = 0;
		},
		finishLate: handler.finishLate,
		webhooks: world.webhooks,
		uninstall: () => {
			tellUninstalled(world);
			handler.revokeTokens();
			world.webhooks.dropSubscriptions();
		},
		revokeTokens: handler.revokeTokens,
		subscribe: (listener) => {
			listeners.add(listener);
			return () => listeners.delete(listener);
		},
		onChange: (listener) => {
			changeListeners.add(listener);
			return () => changeListeners.delete(listener);
		},
		keep: () => serialize({ state: world.state, ids } satisfies Kept),
	};
}
