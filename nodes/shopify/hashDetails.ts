import { createHash } from 'node:crypto';
import type { DetailHashes, DetailName } from '../domain/detailHashes';
import { DETAIL_NAMES } from '../domain/detailHashes';

/** 36 bits: two addresses of one order are not taken for one, and none can be read from it. */
const LENGTH = 6;

/** Hashes the details of one order; `undefined` is what cannot be seen. The order's id is part of each hash. */
export function hashDetails(
	orderId: string,
	details: Readonly<Record<DetailName, unknown>>,
): DetailHashes {
	const hash = (name: DetailName): string => {
		const value = details[name];
		if (value === undefined) return '';
		const text = JSON.stringify([orderId, name, value]);
		return createHash('sha256').update(text).digest('base64url').slice(0, LENGTH);
	};
	return Object.fromEntries(DETAIL_NAMES.map((name) => [name, hash(name)])) as DetailHashes;
}
