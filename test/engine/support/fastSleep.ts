/**
 * Takes the waiting out of tests: n8n's `sleep` returns at once, so that the client's pauses between
 * tries cost no time, and graphql-js leaves out a check for two copies of itself, which is a fifth of the
 * demo shop's work. To be imported before anything that loads n8n: as the first line of a test.
 */
jest.mock('n8n-workflow', (): object => {
	const real = jest.requireActual<object>('n8n-workflow');
	const sleep = async (): Promise<void> => {
		await new Promise((resolve) => {
			setImmediate(resolve);
		});
	};
	return Object.create(real, { sleep: { value: sleep, enumerable: true } }) as object;
});

jest.mock('graphql/jsutils/instanceOf', () => ({
	instanceOf: (value: unknown, type: new () => unknown) => value instanceof type,
}));
