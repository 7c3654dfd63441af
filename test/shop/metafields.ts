import { createHash } from 'node:crypto';
import type { Metafield, Order } from './state';
import { tellOrder } from './webhookEvents';
import { gid } from './world';
import type { World } from './world';

/** Shopify's `MetafieldsSetInput`. */
export interface MetafieldInput {
	readonly ownerId: string;
	readonly key: string;
	readonly value: string;
	readonly namespace?: string | null;
	readonly type?: string | null;
	/** `null`: only when there is none yet; a digest: only when unchanged; left out: always. */
	readonly compareDigest?: string | null;
}

/** An entry of `metafieldsSet.userErrors`. */
export interface MetafieldError {
	readonly field: readonly string[];
	readonly message: string;
	readonly code: string;
	readonly elementIndex: null;
}

const MAX_ENTRIES = 25;
const MAX_VALUE_BYTES = 2_000_000;

/** `$app` and an omitted namespace are the app's own, `app--<id of the app>`. */
export function resolveNamespace(world: World, namespace: string | null | undefined): string {
	const own = `app--${world.state.app.id.split('/').pop() ?? ''}`;
	if (namespace === null || namespace === undefined || namespace === '$app') return own;
	return namespace.startsWith('$app:') ? `${own}--${namespace.slice(5)}` : namespace;
}

interface Owner {
	readonly metafields: Map<string, Metafield>;
	readonly ownerType: Metafield['ownerType'];
	readonly order: Order | null;
}

function ownerOf(world: World, id: string): Owner | undefined {
	const { state } = world;
	if (id === state.installation.id) {
		const { metafields } = state.installation;
		return { metafields, ownerType: 'API_PERMISSION', order: null };
	}
	const order = state.orders.get(id);
	return order && { metafields: order.metafields, ownerType: 'ORDER', order };
}

function digestOf(value: string, type: string): string {
	return createHash('sha256').update(`${type}\n${value}`).digest('hex');
}

interface Checked {
	readonly input: MetafieldInput;
	readonly owner: Owner;
	readonly namespace: string;
	readonly type: string;
}

function check(
	world: World,
	input: MetafieldInput,
	mayWrite: (owner: Metafield['ownerType']) => boolean,
): Checked | { readonly field?: string; readonly message: string; readonly code: string } {
	const owner = ownerOf(world, input.ownerId);
	if (!owner) {
		return { field: 'ownerId', message: 'Owner does not exist.', code: 'INVALID' };
	}
	const namespace = resolveNamespace(world, input.namespace);
	const foreign =
		namespace.startsWith('app--') && !namespace.startsWith(resolveNamespace(world, null));
	if (foreign || !mayWrite(owner.ownerType)) {
		const message =
			'Access to this namespace and key on Metafields for this resource type is not allowed.';
		return { message, code: 'APP_NOT_AUTHORIZED' };
	}
	const existing = owner.metafields.get(`${namespace}.${input.key}`);
	const type = input.type ?? existing?.type;
	if (type === undefined) return { field: 'type', message: "Type can't be blank", code: 'BLANK' };
	if (input.value === '')
		return { field: 'value', message: "Value can't be blank.", code: 'BLANK' };
	if (Buffer.byteLength(input.value) > MAX_VALUE_BYTES) {
		return { field: 'value', message: 'Value is too long.', code: 'TOO_LONG' };
	}
	if (type === 'json') {
		try {
			JSON.parse(input.value);
		} catch {
			return { field: 'value', message: 'Value is invalid JSON.', code: 'INVALID_VALUE' };
		}
	}
	const stale = staleness(input, existing);
	return stale ?? { input, owner, namespace, type };
}

function staleness(input: MetafieldInput, existing: Metafield | undefined) {
	const { compareDigest } = input;
	if (compareDigest === undefined) return undefined;
	if (compareDigest !== null && !/^[0-9a-f]{64}$/.test(compareDigest)) {
		return { message: 'Invalid `compareDigest` value.', code: 'INVALID_COMPARE_DIGEST' };
	}
	if ((existing?.compareDigest ?? null) === compareDigest) return undefined;
	return {
		message:
			'The resource has been updated since it was loaded. Try again with an updated ' +
			'`compareDigest` value.',
		code: 'STALE_OBJECT',
	};
}

/**
 * Writes metafields, all or none. Texts and the empty list beside a stale digest as recorded
 * (Admin API 2025-01); the same call again succeeds, unless a digest has changed.
 */
export function setMetafields(
	world: World,
	inputs: readonly MetafieldInput[],
	mayWrite: (owner: Metafield['ownerType']) => boolean,
): { metafields: Metafield[] | null; userErrors: MetafieldError[] } {
	if (inputs.length > MAX_ENTRIES) {
		const message = 'Exceeded the maximum metafields input limit of 25.';
		const code = 'LESS_THAN_OR_EQUAL_TO';
		return {
			metafields: null,
			userErrors: [{ field: ['metafields'], message, code, elementIndex: null }],
		};
	}
	const errors: MetafieldError[] = [];
	const checked: Checked[] = [];
	for (const [index, input] of inputs.entries()) {
		const result = check(world, input, mayWrite);
		if ('owner' in result) {
			checked.push(result);
		} else {
			const { field, message, code } = result;
			const path = ['metafields', String(index), ...(field === undefined ? [] : [field])];
			errors.push({ field: path, message, code, elementIndex: null });
		}
	}
	if (errors.length > 0) return { metafields: [], userErrors: errors };
	return { metafields: checked.map((one) => write(world, one)), userErrors: [] };
}

function write(world: World, { input, owner, namespace, type }: Checked): Metafield {
	const now = world.now();
	const key = `${namespace}.${input.key}`;
	const compareDigest = digestOf(input.value, type);
	const existing = owner.metafields.get(key);
	if (owner.order && world.settings.unknowns.metafieldsMoveOrderUpdatedAt) {
		owner.order.updatedAt = now;
		tellOrder(world, owner.order, 'ORDERS_UPDATED');
	}
	if (existing) {
		if (existing.compareDigest !== compareDigest) existing.updatedAt = now;
		existing.value = input.value;
		existing.type = type;
		existing.compareDigest = compareDigest;
		return existing;
	}
	const legacyId = world.nextId('Metafield');
	const made: Metafield = {
		id: gid('Metafield', legacyId),
		legacyId,
		ownerType: owner.ownerType,
		namespace,
		key: input.key,
		type,
		value: input.value,
		compareDigest,
		createdAt: now,
		updatedAt: now,
	};
	owner.metafields.set(key, made);
	world.state.metafieldsById.set(made.id, made);
	return made;
}
