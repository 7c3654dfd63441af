// Loaded into n8n before n8n itself. Whatever ends the launcher, also a SIGKILL, closes the pipe that it
// holds, and n8n and its task runner end with it.
const { Socket } = require('node:net');

const PIPE = 3;
/** There is nobody left to carry orders between; n8n may only close its database. */
const LET_GO_MS = 3000;

const pipe = new Socket({ fd: PIPE });
pipe.on('error', end);
pipe.on('close', end);
pipe.resume();
pipe.unref();

let ending = false;
function end() {
	if (ending) return;
	ending = true;
	setTimeout(() => {
		// The launcher made n8n the leader of its group; its task runner is in it.
		process.kill(process.platform === 'win32' ? process.pid : -process.pid, 'SIGKILL');
	}, LET_GO_MS);
	process.kill(process.pid, 'SIGTERM');
}
