// Runs npm so that it can be ended with all that it started, and says in words why it failed.
const { spawn } = require('node:child_process');

const AGAIN = 'The command can be repeated: what is unfinished is begun afresh.';

/** What npm's output tells about the reason, the likeliest first. */
const REASONS = [
	[
		/\bENOSPC\b|no space left/i,
		'the disk is full. Free about 3 GB, or put the cache elsewhere with N8N_NODES_SHOPIFY_FULFILLMENT_CACHE',
	],
	// Before the network: a prebuilt file that cannot be fetched is no failure where there is a compiler.
	[
		/find Python|not found: (make|g\+\+|gcc|cc|c\+\+)|(make|g\+\+|gcc|c\+\+|cc): (command )?not found|No Xcode|xcode-select|find Visual Studio|no acceptable C compiler/i,
		'there is no prebuilt file of sqlite3 for this machine, and no compiler to make it. Install Python 3 and a C++ compiler (Debian, Ubuntu: apt install build-essential python3; macOS: xcode-select --install; Windows: Visual Studio Build Tools)',
	],
	[
		/\b(ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|EHOSTUNREACH|ERR_SOCKET_TIMEOUT|FETCH_ERROR)\b|network (timeout|request)/i,
		'the package registry, or another server that npm needs, cannot be reached. Check the network, and the registry and proxy of npm',
	],
	[
		/\b(EACCES|EPERM|EROFS)\b/,
		'a folder cannot be written. Check who owns it, or put the cache elsewhere with N8N_NODES_SHOPIFY_FULFILLMENT_CACHE',
	],
	[
		/\b(E404|ETARGET|EINTEGRITY|E40[13])\b/,
		'the package registry does not give what was asked for. Check the registry that npm is set to',
	],
];

function explainNpm(what, output) {
	const reason = REASONS.find(([sign]) => sign.test(output))?.[1];
	const end = output.trim().slice(-1500);
	// The reason comes last, where a person looks first.
	return `${end ? `What npm says:\n${end}\n\n` : ''}${what} failed: ${reason ?? 'see above'}.\n${AGAIN}`;
}

async function runNpm(args, { cwd, what, signal }) {
	signal?.throwIfAborted();
	const script = process.env.npm_execpath;
	const windows = process.platform === 'win32';
	const [command, first] = script?.endsWith('.js')
		? [process.execPath, [script]]
		: [windows ? 'npm.cmd' : 'npm', []];
	const quiet = ['--no-audit', '--no-fund', '--loglevel=error'];
	const child = spawn(command, [...first, ...args, ...quiet], {
		cwd,
		stdio: ['ignore', 'pipe', 'pipe'],
		shell: command.endsWith('.cmd'),
		// A group of its own: npm's children, a compiler for instance, are ended with it.
		detached: !windows,
	});
	const kill = () => {
		try {
			if (windows) child.kill();
			else process.kill(-child.pid, 'SIGKILL');
		} catch {
			// It has ended already.
		}
	};
	process.once('exit', kill);
	signal?.addEventListener('abort', kill, { once: true });
	try {
		let output = '';
		const keep = (text) => (output = (output + text).slice(-20_000));
		child.stdout.on('data', keep);
		child.stderr.on('data', keep);
		const code = await new Promise((resolve, reject) => {
			child.on('error', reject);
			child.on('close', resolve);
		});
		signal?.throwIfAborted();
		if (code !== 0) throw new Error(explainNpm(what, output));
	} finally {
		process.removeListener('exit', kill);
		signal?.removeEventListener('abort', kill);
	}
}

module.exports = { explainNpm, runNpm };
