// What takes long says so: a line that counts seconds on a terminal, a line now and then elsewhere.
const EVERY_MS = { terminal: 1000, plain: 10_000 };
const CLEAR = '\r\u001b[K';

function createProgress(stream) {
	const terminal = Boolean(stream.isTTY) && process.env.TERM !== 'dumb';
	let running;

	const secondsOf = ({ begun }) => `${Math.round((Date.now() - begun) / 1000)} s`;
	const show = () => {
		if (!running) return;
		const { what } = running;
		// A line that wraps could not be cleared.
		const fitting = what.slice(0, Math.max(10, (stream.columns || 80) - 14));
		if (terminal) stream.write(`${CLEAR}  ${fitting} … ${secondsOf(running)}`);
		else stream.write(`  ${what}: ${secondsOf(running)} so far\n`);
	};
	const say = (line) => {
		if (!terminal || !running) return void stream.write(`${line}\n`);
		stream.write(`${CLEAR}${line}\n`);
		show();
	};

	async function step(what, work) {
		const outer = running;
		const mine = { what, begun: Date.now() };
		running = mine;
		if (terminal) show();
		else say(`  ${what} …`);
		const timer = setInterval(show, terminal ? EVERY_MS.terminal : EVERY_MS.plain);
		let how = 'stopped after';
		try {
			const result = await work();
			how = 'done in';
			return result;
		} finally {
			clearInterval(timer);
			running = outer;
			stream.write(`${terminal ? CLEAR : ''}  ${what}: ${how} ${secondsOf(mine)}\n`);
		}
	}
	return { say, step };
}

module.exports = { createProgress };
