import { randomUUID } from 'node:crypto';
import type { Settings } from './options';
import type { WebhookDelivery, WebhookState, WebhookSubscription } from './webhookState';
import type { WebhookFault, WebhookFaults } from './webhookFaults';
import { matches } from './webhookFilter';
import { headersOf, post } from './webhookPost';
import { TOPIC_NAMES } from './webhookTopics';
import type { Topic } from './webhookTopics';

/** One attempt to deliver, or a delivery that was lost; in the order in which they ended. */
export interface DeliveryLogEntry {
	readonly webhookId: string;
	readonly eventId: string;
	readonly subscriptionId: string;
	/** As the header has it, e.g. `orders/paid`. */
	readonly topic: string;
	readonly uri: string;
	readonly body: string;
	/** Counts from 1; 0 for a delivery that was lost. */
	readonly attempt: number;
	/** Milliseconds since 1970, by the shop's clock. */
	readonly at: number;
	/** Of the answer; 0 when there was none. */
	readonly status: number;
	/** Why there was no answer. */
	readonly error: string | null;
	readonly outcome: 'delivered' | 'triedAgainLater' | 'givenUp' | 'lost';
	readonly fault: WebhookFault['kind'] | null;
}

/** Attempts after the first `[shopify.dev: 8 retries over 4 hours]`. */
const RETRIES = 8;
/** Pauses double; that their sum is four hours is documented, how they grow is not. */
const FIRST_PAUSE_MS = (4 * 3_600_000) / (2 ** RETRIES - 1);
/** Attempts under way at a time; a figure of the demo shop. */
const AT_ONCE = 20;
/** How long a delivery waits for one that overtakes it. */
const OVERTAKING_MS = 2000;

/** What delivering needs of the shop. */
export interface WebhookParts {
	readonly state: WebhookState;
	readonly domain: string;
	readonly settings: Settings;
	readonly faults: WebhookFaults;
	/** Has `catchUp` called at that time, by the shop's clock. */
	wakeAt(due: number): void;
	/** Does whatever is due in the shop, deliveries included. */
	catchUp(): void;
	/** Tells that a subscription is gone. */
	changed(): void;
}

/**
 * Delivers webhooks: at least once, in no certain order, beside the work of the shop. An attempt
 * that is not answered with 2xx in time is made again later; after the eighth time the subscription
 * is deleted, as Shopify does with those made through the API.
 */
export class Webhooks {
	/** Every attempt that has ended. */
	readonly deliveries: DeliveryLogEntry[] = [];
	private readonly parts: WebhookParts;
	private readonly sending = new Set<WebhookDelivery>();
	private isScheduled = false;
	private idlers: (() => void)[] = [];

	constructor(parts: WebhookParts) {
		this.parts = parts;
	}

	/** Oldest first. */
	get subscriptions(): readonly WebhookSubscription[] {
		return [...this.parts.state.subscriptions.values()];
	}

	/** Deliveries that have not arrived: those on their way and those to be tried again. */
	get waiting(): readonly WebhookDelivery[] {
		return this.parts.state.waiting;
	}

	/**
	 * Has an event delivered to whoever subscribed to its topic.
	 *
	 * @param payload is not called if nobody did
	 */
	publish(topic: Topic, payload: () => Readonly<Record<string, unknown>>): void {
		const subscribed = this.subscriptions.filter((one) => one.topic === topic);
		if (subscribed.length === 0) return;
		const body = payload();
		const eventId = randomUUID();
		for (const one of subscribed) {
			if (matches(one.filter, body)) this.make(one, TOPIC_NAMES[topic], eventId, body);
		}
	}

	/** Begins what is due by now; requests and the alarm do so as well. */
	deliverDue(): void {
		this.isScheduled = false;
		const { state, settings } = this.parts;
		const now = settings.clock();
		for (const one of state.waiting) {
			if (this.sending.size >= AT_ONCE) return;
			if (one.dueAt > now) this.parts.wakeAt(one.dueAt);
			else if (!this.sending.has(one)) void this.attempt(one);
		}
	}

	/**
	 * Waits until nothing is under way and nothing is due by the shop's clock. What is to be tried
	 * again later is not waited for: the clock may stand.
	 */
	async idle(): Promise<void> {
		this.parts.catchUp();
		while (this.isBusy() || this.release(this.waiting)) {
			this.deliverDue();
			if (this.sending.size > 0) await new Promise<void>((resolve) => this.idlers.push(resolve));
		}
	}

	/** Ends a subscription, with what waits to be tried again for it; `false` if there is none. */
	remove(id: string): boolean {
		const { state } = this.parts;
		if (!state.subscriptions.delete(id)) return false;
		const isGone = (one: WebhookDelivery): boolean =>
			one.subscriptionId === id && one.failures > 0 && !this.sending.has(one);
		const kept = state.waiting.filter((one) => !isGone(one));
		state.waiting.splice(0, state.waiting.length, ...kept);
		return true;
	}

	/** Subscriptions vanish without a word, as Shopify may do; those of one topic, or all. */
	dropSubscriptions(topic?: Topic): void {
		for (const one of this.subscriptions) {
			if (topic === undefined || one.topic === topic) this.remove(one.id);
		}
		this.parts.changed();
	}

	private make(
		subscription: WebhookSubscription,
		topic: string,
		eventId: string,
		payload: Readonly<Record<string, unknown>>,
	): void {
		const { faults, settings, state } = this.parts;
		const { includeFields } = subscription;
		const entries = Object.entries(payload);
		const sent = entries.filter(
			([key]) => includeFields.length === 0 || includeFields.includes(key),
		);
		const fault = faults.pick(topic);
		const now = settings.clock();
		const delivery: WebhookDelivery = {
			webhookId: randomUUID(),
			eventId,
			subscriptionId: subscription.id,
			subscriptionName: subscription.name,
			uri: subscription.uri,
			topic,
			body: JSON.stringify(Object.fromEntries(sent)),
			triggeredAt: now,
			fault: fault?.kind ?? null,
			failures: 0,
			dueAt: now,
		};
		if (fault?.kind === 'lose') {
			this.note(delivery, { at: now, status: 0, error: null, outcome: 'lost' });
			return;
		}
		if (fault?.kind === 'delay') delivery.dueAt += fault.ms;
		if (fault?.kind === 'reorder') delivery.dueAt += OVERTAKING_MS;
		state.waiting.push(delivery);
		const { duplicates, duplicatesKeepTheirId } = settings.unknowns;
		if (duplicates === 'always' || fault?.kind === 'duplicate') {
			const { webhookId } = delivery;
			state.waiting.push({
				...delivery,
				webhookId: duplicatesKeepTheirId ? webhookId : randomUUID(),
			});
		}
		this.schedule();
	}

	/** Deliveries begin when the request or action that made them is over. */
	private schedule(): void {
		if (this.isScheduled) return;
		this.isScheduled = true;
		setImmediate(() => this.deliverDue());
	}

	private async attempt(delivery: WebhookDelivery): Promise<void> {
		this.sending.add(delivery);
		const { settings, domain } = this.parts;
		const at = settings.clock();
		const isForged = delivery.fault === 'forge' && delivery.failures === 0;
		const secret = isForged ? `not ${settings.clientSecret}` : settings.clientSecret;
		const headers = headersOf(delivery, secret, domain, settings.webhooks.apiVersion);
		const { status, error } = await post(settings.webhooks, delivery, headers);
		this.sending.delete(delivery);
		const outcome = status >= 200 && status < 300 ? 'delivered' : this.failed(delivery);
		this.note(delivery, { at, status, error, outcome });
		const { waiting } = this.parts.state;
		const place = waiting.indexOf(delivery);
		this.release(waiting.slice(0, Math.max(0, place)));
		if (outcome !== 'triedAgainLater' && place !== -1) waiting.splice(place, 1);
		this.deliverDue();
		const idlers = this.idlers;
		this.idlers = [];
		for (const wake of idlers) wake();
	}

	/** What follows a failure; counts it. */
	private failed(delivery: WebhookDelivery): DeliveryLogEntry['outcome'] {
		const { state, settings } = this.parts;
		delivery.failures += 1;
		if (!state.subscriptions.has(delivery.subscriptionId)) return 'givenUp';
		if (delivery.failures > RETRIES) {
			this.remove(delivery.subscriptionId);
			this.parts.changed();
			return 'givenUp';
		}
		const pause = FIRST_PAUSE_MS * 2 ** (delivery.failures - 1) * settings.webhooks.pauseFactor;
		delivery.dueAt = settings.clock() + pause;
		return 'triedAgainLater';
	}

	private note(
		{ webhookId, eventId, subscriptionId, topic, uri, body, failures, fault }: WebhookDelivery,
		result: Pick<DeliveryLogEntry, 'at' | 'status' | 'error' | 'outcome'>,
	): void {
		const { outcome } = result;
		const attempt = outcome === 'lost' ? 0 : failures + (outcome === 'delivered' ? 1 : 0);
		const about = { webhookId, eventId, subscriptionId, topic, uri, body, attempt };
		this.deliveries.push({ ...about, fault: fault as DeliveryLogEntry['fault'], ...result });
	}

	/** Lets go what of these waits to be overtaken; says whether there was anything. */
	private release(among: readonly WebhookDelivery[]): boolean {
		const now = this.parts.settings.clock();
		let released = false;
		for (const one of among) {
			if (one.fault !== 'reorder' || one.failures > 0 || one.dueAt <= now) continue;
			one.dueAt = now;
			released = true;
		}
		return released;
	}

	private isBusy(): boolean {
		const now = this.parts.settings.clock();
		return this.sending.size > 0 || this.waiting.some((one) => one.dueAt <= now);
	}
}
