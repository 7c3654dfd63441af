import { spawn } from 'node:child_process';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Progress } from '../../scripts/progress.cjs';
import { fingerprintFiles } from './fingerprintFiles';

const ROOT = join(__dirname, '..', '..');
const STAMP = join(ROOT, 'node_modules', '.cache', 'build.stamp');
const SOURCES = [
	'credentials',
	'nodes',
	'workflows',
	'gulpfile.js',
	'package.json',
	'scripts/checkWorkflow.cjs',
	'tsconfig.json',
];

/** Builds `dist/`, unless it is what the sources give; 2 to 10 seconds. Fails with the build's own words. */
export async function buildPackage({ step }: Progress, signal: AbortSignal): Promise<void> {
	const sources = await fingerprintFiles(SOURCES);
	const stampNow = async (): Promise<string> => `${sources} ${await fingerprintFiles(['dist'])}`;
	const stamp = await readFile(STAMP, 'utf8').catch(() => '');
	if (stamp === (await stampNow())) return;
	await rm(STAMP, { force: true });
	await step('Building the package', () => runGulp(signal));
	await mkdir(dirname(STAMP), { recursive: true });
	await writeFile(STAMP, await stampNow());
}

async function runGulp(signal: AbortSignal): Promise<void> {
	signal.throwIfAborted();
	const gulp = join(ROOT, 'node_modules', 'gulp', 'bin', 'gulp.js');
	const child = spawn(process.execPath, [gulp, '--silent'], {
		cwd: ROOT,
		stdio: ['ignore', 'pipe', 'pipe'],
	});
	const kill = (): void => void child.kill('SIGKILL');
	signal.addEventListener('abort', kill, { once: true });
	let output = '';
	const keep = (text: Buffer): void => {
		output = (output + text.toString()).slice(-4000);
	};
	child.stdout.on('data', keep);
	child.stderr.on('data', keep);
	const code = await new Promise<number | null>((resolve, reject) => {
		child.on('error', reject);
		child.on('close', resolve);
	});
	signal.removeEventListener('abort', kill);
	signal.throwIfAborted();
	if (code !== 0) throw new Error(`The package could not be built:\n${output.trim()}`);
}
