/** Names a process so that a later one with the same number is not taken for it. */
export function markOf(pid: number): string;

/** Whether the process that a mark names still runs. */
export function isAlive(mark: string): boolean;

/** Takes the lock, or says who has it. A holder that no longer runs has nothing. */
export function takeLock(
	file: string,
): { readonly taken: true; release(): void } | { readonly taken: false; readonly pid: number };

/**
 * Takes the lock as soon as it is free, and gives how to release it; `onWait` is called once if it is not.
 * Aborting ends the waiting.
 */
export function waitForLock(
	file: string,
	onWait: (pid: number) => void,
	signal?: AbortSignal,
): Promise<() => void>;
