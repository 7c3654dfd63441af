import type { WarehouseOrderView } from '../contract';

/** Shopify's enums, times and amounts as people read them. Pure: nothing here knows the page. */

/** Bootstrap's colour of a badge. */
export type Tone = 'primary' | 'secondary' | 'success' | 'warning' | 'danger' | 'info';

/** A word with its colour. */
export interface Badge {
	readonly text: string;
	readonly tone: Tone;
}

/** `HIGH_RISK_OF_FRAUD` → `High risk of fraud`. */
export function sentence(name: string): string {
	const words = name.toLowerCase().replaceAll('_', ' ');
	return words.charAt(0).toUpperCase() + words.slice(1);
}

const STATUS_TONES: Readonly<Record<string, Tone>> = {
	OPEN: 'primary',
	IN_PROGRESS: 'info',
	ON_HOLD: 'warning',
	SCHEDULED: 'secondary',
	CLOSED: 'success',
	INCOMPLETE: 'danger',
	CANCELLED: 'danger',
};

/** The status of a fulfillment order. */
export function statusBadge(status: string): Badge {
	return { text: sentence(status), tone: STATUS_TONES[status] ?? 'secondary' };
}

const SHIPPED_BADGES: Readonly<Record<string, Badge>> = {
	FULFILLED: { text: 'Shipped', tone: 'success' },
	MARKED_AS_FULFILLED: { text: 'Shipped', tone: 'success' },
	DELIVERED: { text: 'Delivered', tone: 'success' },
	PICKED_UP: { text: 'Picked up', tone: 'success' },
	CANCELED: { text: 'Cancelled', tone: 'danger' },
	DELAYED: { text: 'Delayed', tone: 'warning' },
	ATTEMPTED_DELIVERY: { text: 'Delivery attempted', tone: 'warning' },
	FAILURE: { text: 'Delivery failed', tone: 'danger' },
	NOT_DELIVERED: { text: 'Not delivered', tone: 'danger' },
};

/** How far a fulfillment is; one that is cancelled stays so, whatever its parcel does. */
export function fulfillmentBadge(one: {
	readonly status: string;
	readonly displayStatus: string;
}): Badge {
	const status = one.status === 'CANCELLED' ? 'CANCELED' : one.displayStatus;
	return SHIPPED_BADGES[status] ?? { text: sentence(status), tone: 'info' };
}

/** Only addresses of the web become links: what an app wrote there may be anything. */
export function isWebAddress(url: string | null): url is string {
	return url !== null && /^https?:\/\//i.test(url);
}

const PAYMENT_TONES: Readonly<Record<string, Tone>> = {
	PAID: 'success',
	PENDING: 'warning',
	AUTHORIZED: 'warning',
	PARTIALLY_PAID: 'warning',
	EXPIRED: 'danger',
	VOIDED: 'danger',
};

/** The payment of an order; null is an order that Shopify says nothing about. */
export function paymentBadge(status: string | null): Badge {
	if (status === null) return { text: 'Payment unknown', tone: 'secondary' };
	const text = status === 'PENDING' ? 'Payment pending' : sentence(status);
	return { text, tone: PAYMENT_TONES[status] ?? 'secondary' };
}

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** A span of time in its largest useful unit, e.g. `34 s`, `3 min`, `2 h`, `4 days`. */
export function duration(ms: number): string {
	if (ms < MINUTE) return `${Math.max(0, Math.floor(ms / SECOND))} s`;
	if (ms < HOUR) return `${Math.floor(ms / MINUTE)} min`;
	if (ms < DAY) return `${Math.floor(ms / HOUR)} h`;
	const days = Math.floor(ms / DAY);
	return days === 1 ? '1 day' : `${days} days`;
}

/** How long ago, e.g. `just now`, `34 s ago`. Clocks that differ a little are never in the future. */
export function age(ms: number): string {
	return ms < 3 * SECOND ? 'just now' : `${duration(ms)} ago`;
}

/** An amount with its currency, e.g. `£59.80`; as it is if it is no number or the code is unknown. */
export function money(amount: string | number, currency: string): string {
	const value = Number(amount);
	if (!Number.isFinite(value)) return String(amount);
	try {
		return new Intl.NumberFormat('en-GB', { style: 'currency', currency }).format(value);
	} catch {
		return `${value.toFixed(2)} ${currency}`.trim();
	}
}

/** `1 unit`, `3 units`. */
export function counted(count: number, one: string, many = `${one}s`): string {
	return `${count} ${count === 1 ? one : many}`;
}

/** Goods with their variant, e.g. `Wool Blanket · Grey`. */
export function goodsName(goods: {
	readonly title: string;
	readonly variantTitle?: string | null;
}): string {
	return [goods.title, goods.variantTitle].filter(Boolean).join(' · ');
}

/** An order's name as test ids have it: `#1042` → `1042`. */
export function withoutHash(name: string): string {
	return name.replace(/^#/, '');
}

/** Tags as they are typed, `gift, rush ,` → `gift` and `rush`. */
export function tagsIn(text: string): readonly string[] {
	return text
		.split(',')
		.map((tag) => tag.trim())
		.filter((tag) => tag !== '');
}

const WAREHOUSE_BADGES: Readonly<Record<WarehouseOrderView['shipped'], Badge>> = {
	none: { text: 'To pick', tone: 'primary' },
	part: { text: 'Shipped in part', tone: 'info' },
	all: { text: 'Shipped', tone: 'success' },
};

/** What somebody in the warehouse may do with an order. */
export function warehouseBadge({
	status,
	held,
	shipped,
}: Pick<WarehouseOrderView, 'status' | 'held' | 'shipped'>): Badge {
	if (status === 'cancelled') return { text: 'Cancelled', tone: 'danger' };
	return held && shipped !== 'all' ? { text: 'Held', tone: 'warning' } : WAREHOUSE_BADGES[shipped];
}
