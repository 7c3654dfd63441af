import { createServer } from 'node:net';
import { DEFAULT_PORT } from './startOptions';

/** The four ports of a start. */
export interface StartPorts {
	readonly n8n: number;
	/** Of n8n's task runner. */
	readonly broker: number;
	/** Of the page and, for the demo, of the shop's API. */
	readonly shop: number;
	readonly target: number;
}

const STEP = 10;
const TRIES = 10;

/**
 * Finds four ports in a row that are free.
 *
 * @param wanted the first one if a person has chosen it; then these or none
 * @param say is told if others than usual are taken
 */
export async function choosePorts(
	wanted: number | null,
	say: (line: string) => void,
): Promise<StartPorts> {
	if (wanted !== null) {
		const taken = await findTaken(wanted);
		if (taken === undefined) return portsFrom(wanted);
		throw new Error(
			`Port ${taken} is taken by another program. Choose four others with --port, e.g. npm start -- --port ${wanted + STEP}`,
		);
	}
	for (let first = DEFAULT_PORT; first < DEFAULT_PORT + TRIES * STEP; first += STEP) {
		const taken = await findTaken(first);
		if (taken === undefined) return portsFrom(first);
		say(
			`Port ${taken} is taken by another program; trying ${first + STEP} to ${first + STEP + 3} …`,
		);
	}
	throw new Error('No four ports are free. Choose them with --port, e.g. npm start -- --port 7000');
}

function portsFrom(first: number): StartPorts {
	return { n8n: first, broker: first + 1, shop: first + 2, target: first + 3 };
}

/** The first port of the four that something else listens on. */
async function findTaken(first: number): Promise<number | undefined> {
	for (const port of [first, first + 1, first + 2, first + 3]) {
		const free = await new Promise<boolean>((resolve) => {
			const server = createServer();
			server.once('error', () => resolve(false));
			server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)));
		});
		if (!free) return port;
	}
	return undefined;
}
