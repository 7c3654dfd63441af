import { createHash } from 'node:crypto';
import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';

const ROOT = join(__dirname, '..', '..');

/**
 * A text that changes when one of the files does.
 *
 * @param places files and folders of the project, relative to its root; one that is missing counts as empty
 */
export async function fingerprintFiles(places: readonly string[]): Promise<string> {
	const hash = createHash('sha256');
	for (const place of places) {
		for (const file of await filesIn(join(ROOT, place))) {
			hash.update(`${file.slice(ROOT.length)}\n`).update(await readFile(file));
		}
	}
	return hash.digest('hex');
}

async function filesIn(place: string): Promise<readonly string[]> {
	const found = await stat(place).catch(() => undefined);
	if (!found) return [];
	if (found.isFile()) return [place];
	const entries = await readdir(place, { recursive: true, withFileTypes: true });
	return entries
		.filter((entry) => entry.isFile())
		.map((entry) => join(entry.parentPath, entry.name))
		.sort();
}
