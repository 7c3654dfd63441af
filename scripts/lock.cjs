// One process at a time, by a file that names its holder. A holder that is gone, killed or by a power cut,
// holds nothing: its file says when it began, so that another process with its number is not taken for it.
const { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } = require('node:fs');
const { dirname } = require('node:path');

/** When a process began, in the system's own count; empty where that cannot be read. */
function beginOf(pid) {
	try {
		const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
		// The name in brackets may hold spaces; the 20th field after it is the time since boot.
		return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? '';
	} catch {
		return '';
	}
}

function markOf(pid) {
	return `${pid} ${beginOf(pid)}`.trim();
}

function isAlive(mark) {
	const [pid, begin] = mark.trim().split(' ');
	if (!/^\d+$/.test(pid ?? '')) return false;
	try {
		process.kill(Number(pid), 0);
	} catch (error) {
		// Another user's process is alive too.
		if (error.code !== 'EPERM') return false;
	}
	return begin === undefined || begin === beginOf(pid);
}

function read(file) {
	try {
		return readFileSync(file, 'utf8');
	} catch {
		return undefined;
	}
}

function takeLock(file) {
	const mine = markOf(process.pid);
	mkdirSync(dirname(file), { recursive: true });
	for (;;) {
		try {
			writeFileSync(file, mine, { flag: 'wx' });
			return {
				taken: true,
				release: () => {
					if (read(file) === mine) rmSync(file, { force: true });
				},
			};
		} catch (error) {
			if (error.code !== 'EEXIST') throw error;
		}
		const held = read(file);
		if (held === undefined) continue;
		if (isAlive(held)) return { taken: false, pid: Number(held.split(' ')[0]) };
		// Moved, not removed: of two that find it stale only one can move it.
		const stale = `${file}.${process.pid}`;
		try {
			renameSync(file, stale);
			const moved = read(stale);
			// In between another process may have put its own there.
			if (moved !== undefined && isAlive(moved)) renameSync(stale, file);
			rmSync(stale, { force: true });
		} catch (error) {
			if (error.code !== 'ENOENT') throw error;
		}
	}
}

async function waitForLock(file, onWait, signal) {
	for (let told = false; ; told = true) {
		signal?.throwIfAborted();
		const lock = takeLock(file);
		if (lock.taken) return lock.release;
		if (!told) onWait(lock.pid);
		await new Promise((resolve) => setTimeout(resolve, 500));
	}
}

module.exports = { isAlive, markOf, takeLock, waitForLock };
