import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { access, constants, readFile } from 'node:fs/promises';
import { isAbsolute } from 'node:path';

/** Whether packages can be installed here without asking anybody: Debian or Ubuntu, as root. */
export async function canInstallPackages(): Promise<boolean> {
	if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return false;
	const release = await readFile('/etc/os-release', 'utf8').catch(() => '');
	return /^ID(_LIKE)?=.*\b(debian|ubuntu)\b/m.test(release);
}

/**
 * Installs packages of Debian with apt-get; fetches the lists of packages if that is needed. Fails with the end of
 * what apt-get printed.
 *
 * @param say receives a line of progress now and then
 */
export async function installPackages(
	packages: readonly string[],
	say: (line: string) => void,
): Promise<void> {
	const install = ['install', '-y', '-qq', '--no-install-recommends', ...packages];
	try {
		await aptGet(install);
	} catch {
		// The lists of packages may be missing or old.
		say('  fetching the lists of packages');
		await aptGet(['update', '-qq']);
		await aptGet(install);
	}
}

/** Whether this is the absolute path of something that can be started. */
export async function isProgram(path: string): Promise<boolean> {
	if (!isAbsolute(path)) return false;
	return access(path, constants.X_OK).then(
		() => true,
		() => false,
	);
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
