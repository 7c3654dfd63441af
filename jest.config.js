/** What all projects share. Types are checked once, by `npm run typecheck`, not again here. */
const shared = {
	testEnvironment: 'node',
	transform: { '^.+\\.ts$': 'ts-jest' },
	moduleFileExtensions: ['ts', 'js', 'mjs', 'cjs', 'json', 'node'],
};

/** One project for each folder of tests, named after it. */
const project = (area, more = {}) => ({
	...shared,
	displayName: area,
	testMatch: [`<rootDir>/test/${area}/**/*.test.ts`],
	...more,
});

module.exports = {
	projects: [
		project('domain'),
		project('shopify'),
		project('handover'),
		project('upload'),
		project('feed'),
		project('shop'),
		project('target'),
		project('page'),
		project('faults'),
		// n8n-core loads about 250 MB for each file and needs decorator metadata before anything else.
		project('engine', { setupFiles: ['reflect-metadata'] }),
		project('package', { setupFiles: ['reflect-metadata'] }),
	],
	maxWorkers: 2,
	workerIdleMemoryLimit: '1GB',
	testTimeout: 60_000,
};
