import type { UploadRequest, UploadSettings } from '../../nodes/upload/uploadShipments';
import { uploadShipments } from '../../nodes/upload/uploadShipments';
import type { UploadResult } from '../../nodes/domain/uploadResult';
import type { RequestLogEntry } from '../shop';
import type { RunChanges } from '../virtual/virtualShop';
import { VirtualShop as AnyVirtualShop } from '../virtual/virtualShop';

export type { Sent } from '../virtual/virtualShop';

/** The defaults of the node. */
export const SETTINGS: UploadSettings = {
	rules: {
		unmatchedLines: 'reject',
		overShipment: 'uploadRest',
		otherTracking: 'add',
		withoutNumber: 'same',
		location: '',
	},
	combine: true,
	numberPrefix: '',
	aliases: [],
	urlTemplate: '',
};

/** What differs from a quiet upload. */
export interface UploadChanges extends RunChanges {
	/** The upload to run: another instance of the module stands for another process. */
	readonly upload?: typeof uploadShipments;
}

/** The demo shop with uploads to it, on a clock of its own, without n8n. */
export class VirtualShop extends AnyVirtualShop {
	/** Uploads with a client of its own, as each execution does. */
	async upload(
		requests: readonly UploadRequest[],
		changes: UploadChanges = {},
	): Promise<readonly (UploadResult | Error)[]> {
		const { upload = uploadShipments, signal } = changes;
		const silent = (): void => undefined;
		const surroundings = {
			client: this.client(changes),
			log: { info: silent, debug: silent },
			wait: async (milliseconds: number) => {
				await this.time.wait(milliseconds, signal);
			},
		};
		return await upload(surroundings, requests, SETTINGS);
	}

	/** The shop's log of writes that reached it. */
	get writes(): readonly RequestLogEntry[] {
		return this.shop.log.filter(({ operationName }) =>
			['CreateFulfillment', 'UpdateTracking', 'CancelFulfillment'].includes(operationName),
		);
	}
}

/** The answers that are results. */
export function resultsOf(answers: readonly (UploadResult | Error)[]): readonly UploadResult[] {
	return answers.filter((answer): answer is UploadResult => !(answer instanceof Error));
}
