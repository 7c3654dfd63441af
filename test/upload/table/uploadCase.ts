import type { UploadResult, UploadResultName } from '../../../nodes/domain/uploadResult';
import type { ReasonCode } from '../../../nodes/domain/shipmentReasons';
import type { Unknowns } from '../../shop';
import type { Given } from './shipmentText';
import type { ShopState } from './shopState';
import type { Meanwhile, SettingChanges, Step } from './uploadShop';

/** An answer as a case expects it. */
export interface Expected {
	readonly result: UploadResultName;
	readonly reasonCode: ReasonCode | null;
	readonly units: UploadResult['units'];
	/** Parts of the reason or of the notes, ids in braces; empty: neither is there. */
	readonly says: readonly string[];
}

/** An error that Shopify or the network made: a part of its text. */
export interface ExpectedError {
	readonly error: string;
}

/** One row of the table: a shop, what was done to it, what is uploaded, and what is to come of it. */
export interface UploadCase {
	readonly name: string;
	/** What the merchant loses if it goes wrong, where that is not plain. */
	readonly atStake?: string;
	/** Orders as `orderText.ts` reads them. */
	readonly orders: readonly string[];
	/** What happens after the warehouse has downloaded them. */
	readonly before?: readonly Step[];
	readonly given: readonly Given[];
	readonly settings?: SettingChanges;
	readonly unknowns?: Partial<Unknowns>;
	readonly meanwhile?: Meanwhile;
	/** Of all items, or of each. */
	readonly answer: Expected | readonly (Expected | ExpectedError)[] | ExpectedError;
	readonly shop: ShopState;
	/** Mutations sent. */
	readonly writes: number;
	/** Whether the runs before are repeated too, as a list with a look-back does; default yes. */
	readonly repeatsAll?: boolean;
	/** Answers to the same items given once more; default: what was uploaded was there already. */
	readonly again?: Expected | readonly Expected[];
	/** Only where a second upload changes something. */
	readonly shopAgain?: ShopState;
	/** Mutations of the second upload; default none. */
	readonly writesAgain?: number;
}

type Counted = Partial<UploadResult['units']> & { readonly says?: string | readonly string[] };

function expected(
	result: UploadResultName,
	reasonCode: ReasonCode | null,
	{ says = [], ...units }: Counted,
): Expected {
	return {
		result,
		reasonCode,
		units: { uploaded: 0, already: 0, heldBack: 0, over: 0, left: 0, ...units },
		says: typeof says === 'string' ? [says] : says,
	};
}

export const created = (uploaded: number, more: Counted = {}): Expected =>
	expected('created', null, { uploaded, ...more });

/** It was made, and somebody else has made it as well. */
export const duplicated = (uploaded: number, more: Counted): Expected =>
	expected('created', 'duplicate', { uploaded, ...more });

export const alreadyUploaded = (already: number, more: Counted = {}): Expected =>
	expected('alreadyUploaded', null, { already, ...more });

export const trackingAdded = (more: Counted = {}): Expected =>
	expected('trackingAdded', null, more);

export const partly = (reasonCode: ReasonCode, uploaded: number, more: Counted): Expected =>
	expected('partlyCreated', reasonCode, { uploaded, ...more });

export const rejected = (reasonCode: ReasonCode, more: Counted): Expected =>
	expected('rejected', reasonCode, more);

/** The answer to the same item later: what was uploaded is there already, the rest is as it was. */
export function later({ result, reasonCode, units, says }: Expected): Expected {
	const moved = { ...units, uploaded: 0, already: units.already + units.uploaded };
	const isWhole = result === 'created' || result === 'trackingAdded';
	return isWhole
		? { result: 'alreadyUploaded', reasonCode, units: moved, says: [] }
		: { result, reasonCode, units: moved, says };
}
