/** What else is known about a problem. */
export interface ProblemDetails {
	/** Where the value stands in the user's data: `lines[2].quantity`. */
	readonly path?: string;
	/** What to do next, in one sentence. */
	readonly advice?: string;
}

/**
 * Says that a value that the user gave is wrong. The message is one sentence in the user's words,
 * without a period.
 */
export class InputProblem extends Error {
	override readonly name = 'InputProblem';

	readonly path?: string;

	readonly advice?: string;

	constructor(message: string, details: ProblemDetails = {}) {
		super(message);
		if (details.path !== undefined) this.path = details.path;
		if (details.advice !== undefined) this.advice = details.advice;
	}
}

/** What is wrong and what to do next, without a period at the end. Any error but an `InputProblem` is thrown on. */
export function problemText(error: unknown): string {
	if (!(error instanceof InputProblem)) throw error;
	const { message, advice } = error;
	return advice === undefined ? message : `${message}. ${advice}`;
}
