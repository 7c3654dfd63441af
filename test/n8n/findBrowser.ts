import { execFile } from 'node:child_process';
import { delimiter, isAbsolute, join } from 'node:path';
import { promisify } from 'node:util';
import { canInstallPackages, installPackages, isProgram } from './aptGet';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
const FOLDERS = ['/usr/bin', '/usr/local/bin', '/opt/google/chrome', ...pathFolders()];
/** Without these fonts pages are laid out with boxes for letters. */
const PACKAGES = ['chromium', 'fonts-liberation'];
const MISSING =
	'No Chromium or Chrome was found. Install one (Debian: `apt-get install chromium fonts-liberation`), or name its program in the environment variable CHROMIUM_PATH.';

/**
 * The program of a Chromium or Chrome on this machine. On Debian or Ubuntu, as root, it is installed with
 * apt-get if there is none. Fails with a sentence that says what to install.
 *
 * @param say receives a line of progress now and then
 */
export async function findBrowser(say: (line: string) => void): Promise<string> {
	const named = process.env['CHROMIUM_PATH'];
	if (named) {
		if (await isProgram(named)) return named;
		throw new Error(`CHROMIUM_PATH is ${named}, which is not a program.`);
	}
	const found = await findInstalled();
	if (found !== null) return found;
	if (!(await canInstallPackages())) throw new Error(MISSING);

	say(`Installing ${PACKAGES.join(' and ')} with apt-get (about a minute, 400 MB, once) …`);
	await installPackages(PACKAGES, say);
	const installed = await findInstalled();
	if (installed === null) throw new Error(MISSING);
	const { stdout } = await promisify(execFile)(installed, ['--version']);
	say(`  ${stdout.trim()}`);
	return installed;
}

async function findInstalled(): Promise<string | null> {
	for (const name of NAMES) {
		for (const folder of FOLDERS) {
			const program = join(folder, name);
			if (await isProgram(program)) return program;
		}
	}
	return null;
}

function pathFolders(): readonly string[] {
	return (process.env['PATH'] ?? '').split(delimiter).filter(isAbsolute);
}
