import type { ShippedLine } from '../../nodes/domain/shipment';
import { needsAttention } from '../../nodes/domain/uploadResult';
import type { UploadResult } from '../../nodes/domain/uploadResult';
import { ShopifyError } from '../../nodes/shopify/failure';
import type { UploadRequest } from '../../nodes/upload/uploadShipments';
import { random } from '../domain/random';
import type { Fulfillment, FulfillmentOrder, LineItem, Order } from '../shop';
import type { Random } from './randomStaff';
import { anyOf, staffDoes } from './randomStaff';
import { VirtualShop } from './virtualShop';

/** What may happen in a course of events besides shipping. */
export interface Events {
	/** Percent of steps between two uploads, and of writes within one, in which staff do something. */
	readonly staff: number;
	readonly meanwhile: number;
	/** Whether staff ship by hand and cancel fulfillments. */
	readonly byHand: boolean;
	/** Percent of requests that meet a fault. */
	readonly faults: number;
}

/** Units of one order line in one fulfillment order, as the warehouse has downloaded them. */
interface Task {
	readonly lineItem: LineItem;
	readonly fulfillmentOrder: FulfillmentOrder['legacyId'];
	readonly line: number;
	left: number;
}

/** How the warehouse calls the lines of an order. */
const NAMINGS = ['sku', 'orderLine', 'line', 'line and sku', 'line and orderLine'] as const;

/** What the warehouse keeps of an order. */
interface Job {
	readonly order: Order;
	readonly tasks: readonly Task[];
	readonly naming: (typeof NAMINGS)[number];
	readonly by: 'id' | 'name' | 'target' | 'fulfillmentOrder';
	readonly inRows: boolean;
}

/** A parcel that has left the warehouse: the truth. */
export interface Parcel {
	readonly job: Job;
	readonly number: string;
	readonly lines: readonly { readonly task: Task; readonly quantity: number }[];
	readonly notifyCustomer: boolean;
	/** Whether its number was ever added to fulfillments of others, which may hold more. */
	isAdded: boolean;
}

const PLACES = ['Leeds', 'Camden', 'Galway', 'Bergen'];
const SKUS = ['MUG-BLUE', 'TEA-TIN', 'BOWL-STN'];

/** A shop, a warehouse and staff, who do what the seed says. */
export class RandomCourse {
	readonly world: VirtualShop;
	readonly parcels: Parcel[] = [];
	readonly story: string[] = [];

	private readonly seed: number;
	private readonly events: Events;
	private readonly next: Random;
	private readonly jobs: readonly Job[];

	constructor(seed: number, events: Events) {
		this.seed = seed;
		this.events = events;
		this.next = random(seed);
		const places = PLACES.slice(0, 1 + this.next(4));
		this.world = new VirtualShop({
			throttle: false,
			locations: places.map((name) => ({ name })),
			stock: [],
		});
		this.jobs = Array.from({ length: 1 + this.next(2) }, () => this.download(places));
	}

	/** Lets everything happen, and says what is wrong in the end, a sentence each. */
	async run(): Promise<readonly string[]> {
		const { world, events, next } = this;
		const { faults } = world.shop;
		for (let round = 0; round < 3; round += 1) {
			this.shipSome();
			this.staff(events.staff);
			const share = events.faults / 400;
			faults.random(
				this.seed + round,
				{ dropAnswer: share, fail: share, throttle: share, late: share },
				{ failStatus: next(2) === 0 ? 500 : 503, lateMs: 500 + next(15_000) },
			);
			await this.uploadSome();
			faults.clear();
			await world.time.wait(60_000);
			world.shop.finishLate();
			this.staff(events.staff);
		}
		await this.upload(0);
		world.shop.resetLog();
		const answers = await this.upload(0);
		const writes = world.writes.map(({ operationName }) => operationName);
		return [
			...(writes.length > 0 ? [`the last run wrote ${writes.join()}`] : []),
			...this.wrongs(answers),
		];
	}

	private download(places: readonly string[]): Job {
		const { next } = this;
		const order = this.world.shop.placeOrder({
			lines: Array.from({ length: 1 + next(3) }, () => ({
				sku: anyOf(SKUS, next) ?? null,
				quantity: 1 + next(3),
				location: anyOf(places, next) ?? '',
			})),
		});
		const tasks = order.fulfillmentOrders.flatMap(({ legacyId, lines }) =>
			lines.map(({ lineItem, legacyId: line, remaining: left }) => ({
				lineItem,
				fulfillmentOrder: legacyId,
				line,
				left,
			})),
		);
		const by = anyOf(['id', 'name', 'target', 'fulfillmentOrder'] as const, next) ?? 'id';
		const naming = anyOf(NAMINGS, next) ?? 'sku';
		return { order, tasks, naming, by, inRows: next(3) === 0 };
	}

	private shipSome(): void {
		const { next } = this;
		for (const job of this.jobs) {
			const one = anyOf(job.tasks, next)?.fulfillmentOrder;
			const isTargetOrder = job.by === 'target' || job.by === 'fulfillmentOrder';
			const lines = job.tasks
				// A target order is one fulfillment order.
				.filter(({ fulfillmentOrder }) => !isTargetOrder || fulfillmentOrder === one)
				.map((task) => ({ task, quantity: next(task.left + 1) }))
				.filter(({ quantity }) => quantity > 0);
			if (lines.length === 0) continue;
			for (const { task, quantity } of lines) task.left -= quantity;
			const number = `T${this.parcels.length + 1}`;
			const notifyCustomer = next(4) > 0;
			const parcel = { job, number, lines, notifyCustomer, isAdded: false };
			this.parcels.push(parcel);
			this.story.push(`${job.order.name} parcel ${textOf(parcel)} (${job.naming}, ${job.by})`);
		}
	}

	private staff(percent: number): void {
		const { next, world } = this;
		for (const { order } of this.jobs) {
			if (next(100) >= percent) continue;
			const parcels = this.parcels.filter(({ job }) => job.order === order);
			const did = staffDoes(world.shop, order, this.events.byHand, next);
			if (did !== undefined) this.story.push(`${order.name} ${did} (${parcels.length} parcels)`);
		}
	}

	/** Now and then two runs overlap, as a schedule and a person with a button bring it about. */
	private async uploadSome(): Promise<void> {
		const { meanwhile } = this.events;
		const runs = this.next(3) === 0 ? 2 : 1;
		const failed = (error: unknown): void => {
			// Over a bad connection a whole run may fail.
			if (!(error instanceof ShopifyError)) throw error;
			this.story.push(error.message);
		};
		await Promise.all(
			Array.from({ length: runs }, async () => {
				await this.upload(meanwhile).catch(failed);
			}),
		);
	}

	private async upload(meanwhile: number): Promise<ReadonlyMap<Parcel, UploadResult | Error>> {
		const { world, seed } = this;
		const owners: Parcel[] = [];
		const requests = this.parcels.flatMap((parcel) =>
			requestsOf(parcel).map((request) => {
				owners.push(parcel);
				return { ...request, item: owners.length - 1 };
			}),
		);
		this.story.push('upload');
		const answers = await world.upload(requests, {
			seed,
			before: ({ operation }) => {
				if (operation === 'CreateFulfillment') this.staff(meanwhile);
				return Promise.resolve();
			},
		});
		return new Map(
			answers.map((answer, index) => {
				const owner = owners[index];
				if (!owner) throw new Error('An answer without a question');
				const text = answer instanceof Error ? answer.message : answer.reasonCode;
				const result = answer instanceof Error ? 'error' : answer.result;
				if (result === 'trackingAdded') owner.isAdded = true;
				this.story.push(`- ${owner.number}: ${result} ${text ?? ''}`);
				return [owner, answer];
			}),
		);
	}

	private wrongs(answers: ReadonlyMap<Parcel, UploadResult | Error>): readonly string[] {
		return [
			...[...answers].flatMap(([parcel, answer]) => wrongsOf(parcel, answer)),
			...this.jobs.flatMap(({ order }) => this.wrongNotifications(order)),
		];
	}

	private wrongNotifications(order: Order): readonly string[] {
		return order.fulfillments.flatMap((one) => {
			const told = order.notifications.filter(({ fulfillment }) => fulfillment.id === one.id);
			// A fulfillment is made under one number; more are added behind it.
			const parcel = this.parcels.find(({ number }) => number === one.tracking[0]?.number);
			if (parcel?.isAdded) return told.length > 1 ? [`${one.name}: told ${told.length} times`] : [];
			const due = parcel?.notifyCustomer ? 1 : 0;
			return told.length === due ? [] : [`${one.name}: told ${told.length} times, not ${due}`];
		});
	}
}

function requestsOf(parcel: Parcel): readonly Omit<UploadRequest, 'item'>[] {
	const { job, number, lines, notifyCustomer } = parcel;
	const { order, by, inRows } = job;
	const first = String(lines[0]?.task.fulfillmentOrder ?? '');
	const references = {
		id: { by: 'order', id: String(order.legacyId) },
		name: { by: 'number', text: order.name },
		target: { by: 'number', text: `${order.name}-${first}` },
		fulfillmentOrder: { by: 'fulfillmentOrder', id: first },
	} as const;
	const whole: Omit<UploadRequest, 'item'> = {
		order: references[by],
		fulfillmentOrder: null,
		lines: lines.map((line) => lineOf(job, line)),
		isWhole: true,
		shipmentId: null,
		tracking: { company: null, parcels: [{ number, url: null }] },
		notifyCustomer,
		problems: [],
	};
	if (!inRows || whole.lines === 'remaining') return [whole];
	return whole.lines.map((line) => ({ ...whole, lines: [line], isWhole: false }));
}

function lineOf({ naming }: Job, { task, quantity }: Parcel['lines'][number]): ShippedLine {
	return {
		fulfillmentOrderLineId: naming.startsWith('line') ? String(task.line) : null,
		orderLineId: naming.endsWith('orderLine') ? String(task.lineItem.legacyId) : null,
		sku: naming.endsWith('sku') ? task.lineItem.sku : null,
		quantity,
		shippedInTotal: null,
		fulfillmentOrder: null,
		item: 0,
	};
}

/** What the units of a parcel are counted by: where the warehouse names a SKU, lines do not matter. */
const keyOf = ({ naming }: Job, { sku, legacyId }: LineItem): string =>
	naming.endsWith('sku') ? String(sku) : String(legacyId);

function unitsOf(parcel: Parcel): ReadonlyMap<string, number> {
	const units = new Map<string, number>();
	for (const { task, quantity } of parcel.lines) {
		const key = keyOf(parcel.job, task.lineItem);
		units.set(key, (units.get(key) ?? 0) + quantity);
	}
	return units;
}

const textOf = (parcel: Parcel): string =>
	`${parcel.number}: ${parcel.lines
		.map(({ task, quantity }) => `${quantity} ${task.lineItem.sku ?? ''}/${task.lineItem.legacyId}`)
		.join(', ')}`;

const isActive = ({ status }: Fulfillment): boolean => status !== 'CANCELLED';

function wrongsOf(parcel: Parcel, answer: UploadResult | Error): readonly string[] {
	const { job, number } = parcel;
	const name = `${job.order.name} ${textOf(parcel)}`;
	if (answer instanceof Error) return [`${name}: ${answer.message}`];
	const own = job.order.fulfillments.filter(
		(one) => isActive(one) && one.tracking.some((tracking) => tracking.number === number),
	);
	return [...unitsOf(parcel)].flatMap(([key, due]) => {
		const there = own
			.flatMap(({ lines }) => lines)
			.filter(({ lineItem }) => keyOf(job, lineItem) === key)
			.reduce((sum, { quantity }) => sum + quantity, 0);
		// A number may be added to what staff have shipped, with more units than the parcel has.
		if (there > due && !parcel.isAdded) return [`${name}: ${there} of ${key} instead of ${due}`];
		if (there >= due) return [];
		if (!needsAttention(answer)) {
			return [`${name}: ${answer.result}, but ${there} of ${key} instead of ${due}`];
		}
		return missing(parcel, key, due - there, answer);
	});
}

/** Units that could be fulfilled, and are not. */
function missing(
	{ job }: Parcel,
	key: string,
	count: number,
	{ reasonCode }: UploadResult,
): readonly string[] {
	const { order } = job;
	const open = order.fulfillmentOrders
		.filter(({ status }) => status === 'OPEN' || status === 'IN_PROGRESS')
		.flatMap(({ lines }) => lines)
		.filter(({ lineItem }) => keyOf(job, lineItem) === key)
		.reduce((sum, { remaining }) => sum + remaining, 0);
	// The id of a line alone says nothing once the line is gone, and an edit may take all units of a SKU.
	const isLost = reasonCode === 'unmatchedLine' && (job.naming === 'line' || order.edited);
	// A line that is there is meant, and not another one with its SKU.
	if (job.naming === 'line and sku') return [];
	if (open === 0 || isLost || order.cancelledAt !== null) return [];
	return [`${order.name}: ${count} of ${key} missing (${String(reasonCode)}), but ${open} open`];
}
