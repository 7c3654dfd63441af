import type {
	ICredentialDataDecryptedObject,
	IDataObject,
	INodeParameters,
	Workflow,
} from 'n8n-workflow';
import nock from 'nock';
import { answerWithNock, createDemoShop } from '../../shop';
import type { DemoShop, DemoShopOptions } from '../../shop';
import type { CredentialRef, Engine, Polled, PollOptions } from './engine';
import { PACKAGE } from './engine';
import type { HandedOver } from './handOver';
import { handOver } from './handOver';
import { Mortality, ProcessKilled } from './mortality';
import { Warehouse } from './warehouse';

const MINUTE_MS = 60_000;

/** When scenarios begin, by the shop's clock. */
export const START = Date.parse('2026-09-14T08:00:00Z');

/** Names of the two nodes in a scenario's workflow. */
export const TRIGGER = 'New Shopify Orders';
export const CONFIRM = 'Confirm Handover';

// Jest gives each file modules of its own, but one `http` to all files of a worker: a nock that stays in it
// would refuse the requests of the next file.
afterAll(() => {
	nock.cleanAll();
	nock.restore();
});

/** How a scenario begins. */
export interface ScenarioOptions {
	readonly shop?: DemoShopOptions;
	/** Fields of the trigger that differ from their defaults. */
	readonly trigger?: INodeParameters;
	/** Fields of the credential; by default an access token that never expires. */
	readonly credential?: (shop: DemoShop) => ICredentialDataDecryptedObject;
}

/** A round: one poll and what the workflow did with its items. */
export interface Round extends HandedOver {
	readonly items: readonly IDataObject[];
}

/**
 * A shop, a warehouse, and one workflow between them, in a process that may be started again.
 *
 * Static data are saved as n8n's default polling saves them: with the items that a poll emits. What a
 * poll without items has changed stays in the process.
 */
export class Scenario {
	readonly engine: Engine;
	readonly shop: DemoShop;
	readonly warehouse = new Warehouse();
	readonly credential: CredentialRef;
	/** The shop's time, in milliseconds. */
	now = START;
	/** Kills the process when a test asks for it. */
	readonly mortality: Mortality;
	/** What n8n's database holds. */
	savedStaticData: IDataObject = {};
	trigger: INodeParameters;
	/** Whether Confirm Change follows the trigger from the next start on. */
	confirmsChanges = false;
	workflow: Workflow;

	constructor(engine: Engine, options: ScenarioOptions = {}) {
		this.engine = engine;
		this.shop = createDemoShop({
			throttle: false,
			plan: { maximumAvailable: 10_000_000, restoreRate: 1_000_000 },
			clock: () => this.now,
			...options.shop,
		});
		nock.disableNetConnect();
		nock.cleanAll();
		answerWithNock(this.shop, nock);
		this.credential = engine.credential((options.credential ?? accessToken)(this.shop));
		this.mortality = new Mortality(this.shop, this.warehouse);
		this.trigger = options.trigger ?? {};
		this.workflow = this.newWorkflow();
	}

	/** The shop's clock goes on by minutes. */
	wait(minutes: number): void {
		this.now += minutes * MINUTE_MS;
	}

	/** Another process, with the static data that were saved, or with none. */
	restart(options: { readonly wipe?: boolean } = {}): void {
		if (options.wipe) this.savedStaticData = {};
		this.mortality.startProcess();
		this.workflow = this.newWorkflow({ id: this.workflow.id });
	}

	/** A workflow with the trigger, followed by Confirm Handover; the saved static data in it. */
	newWorkflow(options: { readonly id?: string; readonly triggerName?: string } = {}): Workflow {
		const { id, triggerName = TRIGGER } = options;
		const credentials = { shopifyFulfillmentApi: { ...this.credential } };
		return this.engine.workflow(
			{
				...(id !== undefined && { id }),
				nodes: [
					{
						name: triggerName,
						type: `${PACKAGE}.shopifyFulfillmentOrdersTrigger`,
						parameters: this.trigger,
						credentials,
					},
					{
						name: CONFIRM,
						type: `${PACKAGE}.shopifyFulfillmentOrders`,
						parameters: { operation: 'confirmHandover' },
						credentials,
					},
					{
						name: 'Confirm Change',
						type: `${PACKAGE}.shopifyFulfillmentOrders`,
						parameters: { operation: 'confirmChange' },
						disabled: !this.confirmsChanges,
						credentials,
					},
				],
				connections: { [triggerName]: [CONFIRM], [CONFIRM]: ['Confirm Change'] },
			},
			this.savedStaticData,
		);
	}

	/** One poll of the workflow; emitting saves the static data. Rejects with the node's error. */
	async poll(options: PollOptions = {}): Promise<Polled> {
		const polled = await this.engine.poll(this.workflow, triggerNameOf(this.workflow), options);
		if (this.mortality.dead) throw new ProcessKilled('killed before n8n had the items');
		if (polled.items && polled.changed) this.savedStaticData = polled.staticData;
		return polled;
	}

	/** The workflow behind the trigger. */
	async handOver(items: readonly IDataObject[]): Promise<HandedOver> {
		return await handOver(this.engine, this.credential, this.warehouse, items);
	}

	async pollAndHandOver(): Promise<Round> {
		const items = (await this.poll()).items ?? [];
		return { items, ...(await this.handOver(items)) };
	}

	/** The same in a process that may die on the way; false if it did. Fails as the nodes fail. */
	async pollAndHandOverUnlessKilled(): Promise<boolean> {
		try {
			await this.pollAndHandOver();
		} catch (error) {
			if (!this.mortality.dead) throw error;
		}
		return !this.mortality.dead;
	}

	/** Statuses of all fulfillment orders, by legacy id. */
	get statuses(): Readonly<Record<string, string>> {
		const all = [...this.shop.state.fulfillmentOrders.values()];
		return Object.fromEntries(all.map(({ legacyId, status }) => [String(legacyId), status]));
	}

	/** Ids of the fulfillment orders that are not in progress. */
	get notInProgress(): readonly string[] {
		return Object.entries(this.statuses).flatMap(([id, status]) =>
			status === 'IN_PROGRESS' ? [] : [`${id} ${status}`],
		);
	}

	/** Units of all orders that are not cancelled, by the order line's global id. */
	get orderedUnits(): Readonly<Record<string, number>> {
		const lines = [...this.shop.state.orders.values()]
			.filter(({ cancelledAt }) => cancelledAt === null)
			.flatMap((order) => order.lines);
		return Object.fromEntries(lines.map(({ id, currentQuantity }) => [id, currentQuantity]));
	}
}

/** Fields of a credential with an access token that never expires, for the default API version. */
export function accessToken({ settings }: DemoShop): ICredentialDataDecryptedObject {
	return {
		shop: settings.domain,
		authentication: 'accessToken',
		accessToken: settings.accessToken,
		apiVersion: '2026-07',
	};
}

function triggerNameOf(workflow: Workflow): string {
	const trigger = Object.values(workflow.nodes).find(({ type }) => type.endsWith('OrdersTrigger'));
	return trigger?.name ?? TRIGGER;
}
