/**
 * Runs npm to its end. Fails in words that say what was wanted, why npm could not, as far as its output
 * tells, and what to do. Aborting ends npm and everything that it started.
 */
export function runNpm(
	args: readonly string[],
	options: {
		readonly cwd: string;
		/** Begins the message of a failure, e.g. `Fetching n8n 2.40.7`. */
		readonly what: string;
		readonly signal?: AbortSignal;
	},
): Promise<void>;

/** The message of such a failure. */
export function explainNpm(what: string, output: string): string;
