import {
	chooseQueuePlaces,
	startQueueHost,
	type QueueHost,
	type QueuePlaces,
} from '../n8n/queueHost';
import { startQueueServers } from '../n8n/queueServers';
import { note } from '../n8n/checks';
import { NOT_ENDED, PUBLICATION_LEASE_SECONDS, type MachineMaker } from './machine';

/**
 * n8n in queue mode: a main process and two workers, with PostgreSQL and Redis. A kill ends one of the three, chosen by
 * the die; the others go on meanwhile.
 */
export const queueMachine: MachineMaker = async ({ installed, folder, ends, workflows }) => {
	const servers = await startQueueServers(note);
	const chosen = await chooseQueuePlaces(folder, servers);
	const places: QueuePlaces = {
		...chosen,
		main: { ...chosen.main, publicationLeaseSeconds: PUBLICATION_LEASE_SECONDS },
	};
	let host: QueueHost | undefined;

	return {
		async start() {
			if (!host) host = await startQueueHost(installed, places, ends, { workflows });
			else await Promise.all([host.main, ...host.workers].map((one) => one.start()));
			return host;
		},
		async kill(die) {
			if (!host) return;
			const processes = [...host.workers, host.main];
			await processes[Math.floor(die * processes.length)]?.kill();
		},
		async end() {
			await host?.n8n.kill();
			await servers.stop();
		},
		async stop() {
			await host?.n8n.stop();
		},
		async wipeStaticData() {
			// What runs would write its own again.
			await host?.main.stop();
			await servers.query('UPDATE workflow_entity SET "staticData" = NULL');
		},
		async executions() {
			const rows = await servers.query(
				'SELECT status, count(*) FROM execution_entity GROUP BY status',
			);
			return new Map(
				rows.map((row) => {
					const [status = '', count = '0'] = row.split('|');
					return [status, Number(count)] as const;
				}),
			);
		},
		async running() {
			const sql = `SELECT extract(epoch FROM now() - "startedAt") FROM execution_entity WHERE ${NOT_ENDED}`;
			return host ? (await servers.query(sql)).map(Number) : [];
		},
	};
};
