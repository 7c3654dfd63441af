// Runs n8n's own verification scan offline, before anything is published: on the source as it stands,
// and on what the tarball would hold. n8n runs the same two legs on a published package and ignores
// comments that switch rules off. Usage: npm run scan
import { mkdtemp, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import {
	analyzePackage,
	SOURCE_FILE_PATTERNS,
} from '@n8n/scan-community-package/scanner/scanner.mjs';
import { packPackage } from '../test/package/packPackage.ts';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');

// The scanner 0.32.0 asks for TypeScript 7, on which its parser breaks and every .ts file fails. The
// parser takes the nearest TypeScript, which must be the one that this project pins.
const fromScanner = createRequire(
	import.meta.resolve('@n8n/scan-community-package/scanner/scanner.mjs'),
);
const fromParser = createRequire(fromScanner.resolve('@typescript-eslint/parser'));
const typescript = fromParser('typescript').version;
if (!typescript.startsWith('5.')) {
	throw new Error(
		`The scanner's parser would use TypeScript ${typescript}; it works with 5.x only`,
	);
}

const unpacked = await mkdtemp(join(tmpdir(), 'shopify-fulfillment-scan-'));
let failed = false;
try {
	await packPackage(unpacked);
	const legs = [
		['source', root, SOURCE_FILE_PATTERNS],
		['tarball', unpacked, ['**/*.js', 'package.json']],
	];
	for (const [name, folder, patterns] of legs) {
		const result = await analyzePackage(folder, patterns);
		// An empty folder passes the scan, and would pass here unseen.
		const passed = result.passed && !result.message;
		failed ||= !passed;
		console.log(
			`${name}: ${passed ? 'passed' : `failed, ${result.message}\n${result.details ?? ''}`}`,
		);
	}
} finally {
	await rm(unpacked, { recursive: true, force: true });
}
process.exit(failed ? 1 : 0);
