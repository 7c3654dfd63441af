import { sleep } from 'n8n-workflow';
import { ShopifyError } from './failure';

/** How long a cancelled execution may go on waiting, in milliseconds. */
const REACTION_MS = 250;

/**
 * Waits, in milliseconds, but stops soon after the signal says that the execution was cancelled,
 * and then fails with `stopped`.
 */
export async function pause(milliseconds: number, signal?: AbortSignal): Promise<void> {
	for (let left = milliseconds; left > 0; left -= REACTION_MS) {
		stopIfCancelled(signal);
		await sleep(signal === undefined ? left : Math.min(left, REACTION_MS));
		if (signal === undefined) return;
	}
	stopIfCancelled(signal);
}

/** Fails with `stopped` if the execution was cancelled; nothing has been sent then. */
export function stopIfCancelled(signal: AbortSignal | undefined): void {
	if (signal?.aborted) throw new ShopifyError({ kind: 'stopped', sent: false });
}
