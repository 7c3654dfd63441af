import { execFile, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { access, constants, readFile } from 'node:fs/promises';
import { delimiter, isAbsolute, join } from 'node:path';
import { promisify } from 'node:util';

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
	if (!(await isDebian()) || process.getuid?.() !== 0) throw new Error(MISSING);

	say(`Installing ${PACKAGES.join(' and ')} with apt-get (about a minute, 400 MB, once) …`);
	try {
		await install();
	} catch {
		// The lists of packages may be missing or old.
		say('  fetching the lists of packages');
		await aptGet(['update', '-qq']);
		await install();
	}
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

async function isProgram(path: string): Promise<boolean> {
	if (!isAbsolute(path)) return false;
	return access(path, constants.X_OK).then(
		() => true,
		() => false,
	);
}

async function isDebian(): Promise<boolean> {
	if (!existsSync('/usr/bin/apt-get')) return false;
	const release = await readFile('/etc/os-release', 'utf8').catch(() => '');
	return /^ID(_LIKE)?=.*\b(debian|ubuntu)\b/m.test(release);
}

function install(): Promise<void> {
	return aptGet(['install', '-y', '-qq', '--no-install-recommends', ...PACKAGES]);
}

async function aptGet(args: readonly string[]): Promise<void> {
	const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
	const waiting = ['-o', 'DPkg::Lock::Timeout=120'];
	const child = spawn('apt-get', [...waiting, ...args], { env, stdio: ['ignore', 'pipe', 'pipe'] });
	let output = '';
	const keep = (text: Buffer): void => {
		output = (output + text.toString()).slice(-2000);
	};
	child.stdout.on('data', keep);
	child.stderr.on('data', keep);
	const code = await new Promise<number | null>((resolve, reject) => {
		child.on('error', reject);
		child.on('exit', resolve);
	});
	if (code !== 0) throw new Error(`apt-get ${args[0] ?? ''} failed:\n${output}`);
}

function pathFolders(): readonly string[] {
	return (process.env['PATH'] ?? '').split(delimiter).filter(isAbsolute);
}
