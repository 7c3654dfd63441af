const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
/** One Ctrl-C may come twice, from the terminal and passed on by npm. */
const SAME_WITHIN_MS = 500;
const LOOK_EVERY_MS = 1000;

/**
 * Aborts when somebody wants this process to end: by Ctrl-C, a signal, or by ending what started it. The
 * second time the process exits at once.
 */
export function watchForEnd(say: (line: string) => void): AbortSignal {
	const controller = new AbortController();
	let first = 0;
	const end = (): void => {
		if (first === 0) {
			first = Date.now();
			say('Ending …');
			controller.abort(new Error('Ended before it was ready'));
		} else if (Date.now() - first > SAME_WITHIN_MS) {
			say('Ended at once.');
			process.exit(130);
		}
	};
	for (const signal of SIGNALS) process.on(signal, end);
	// A terminal that is gone takes no more lines, and that must not end anything untidily.
	for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined);

	const parent = process.ppid;
	const look = setInterval(() => {
		if (process.ppid === parent) return;
		clearInterval(look);
		if (first === 0) end();
	}, LOOK_EVERY_MS);
	look.unref();
	return controller.signal;
}
