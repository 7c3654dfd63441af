import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);
const ROOT = join(__dirname, '..', '..');

/**
 * Unpacks what `npm publish` would publish into a folder, which is made and emptied first.
 *
 * dist/ must have been built. Needs `npm` and `tar` in PATH, and no network.
 */
export async function packPackage(folder: string): Promise<void> {
	const packed = await mkdtemp(join(tmpdir(), 'shopify-fulfillment-pack-'));
	try {
		await run('npm', ['pack', '--ignore-scripts', '--silent', '--pack-destination', packed], {
			cwd: ROOT,
		});
		const [tarball] = await readdir(packed);
		if (tarball === undefined) throw new Error('npm pack made no tarball');
		await rm(folder, { recursive: true, force: true });
		await mkdir(folder, { recursive: true });
		await run('tar', ['-xzf', join(packed, tarball), '-C', folder, '--strip-components=1']);
	} finally {
		await rm(packed, { recursive: true, force: true });
	}
}
