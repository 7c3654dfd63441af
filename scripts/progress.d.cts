/** Tells a person what is being done and for how long already. */
export interface Progress {
	/** Prints a line without disturbing the one that counts. */
	say(line: string): void;
	/** Does one piece of work and says what it is, that it still runs, and how long it took. */
	step<T>(what: string, work: () => Promise<T>): Promise<T>;
}

/** Writes to a stream; escape codes only if that is a terminal. */
export function createProgress(stream: NodeJS.WriteStream): Progress;
