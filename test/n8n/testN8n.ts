import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { checkBrowser } from './browser';
import { checkStart } from './checkStart';
import { changeRun } from './changeRuns';
import { checkChanges } from './changes';
import { createTally, secondsSince, type Check } from './checks';
import { checkFromFiles } from './fromFiles';
import { checkHandingOver } from './handingOver';
import {
	FROM_FILES,
	ORDERS_TO_WAREHOUSE,
	SHIPMENTS_TO_SHOPIFY,
	STOCK_TO_SHOPIFY,
	type BundledWorkflow,
} from './importWorkflows';
import { installN8n, type InstalledN8n } from './installN8n';
import { checkKilling } from './killing';
import { checkLookUp } from './lookUp';
import { checkOddAnswers } from './oddAnswers';
import { checkOrdersToTable, ORDERS_TO_TABLE } from './ordersToTable';
import { checkRefusals } from './refusals';
import { Scene } from './scene';
import { checkShipping } from './shipping';
import { checkShippingKills } from './shippingKills';
import { checkStarting } from './starting';
import { checkStock } from './stock';
import { checkTableChangeFaults } from './tableChangeFaults';
import { checkTableChanges } from './tableChanges';
import { checkTableMapping } from './tableMapping';
import { checkSameName, checkUnsettled } from './unsettled';
import { checkShippedEarly } from './shippedEarly';
import { checkWebhooks } from './webhooks';

// `npm run test:n8n`: the bundled workflows in a real n8n, between the demo shop and a plain warehouse,
// unattended. Prints what it measured, and as its last line how many checks passed and failed; ends with 1 if
// any failed. `-- --only kill` runs one part, `--only refusals,browser` two.

/**
 * On one shop only one order trigger may be published. What uploads shipments or sets stock is, for as long as a part
 * needs it.
 */
const WORKFLOWS = [
	{ file: ORDERS_TO_WAREHOUSE, publish: true },
	{ file: ORDERS_TO_TABLE, publish: false },
	{ file: SHIPMENTS_TO_SHOPIFY, publish: false },
	{ file: STOCK_TO_SHOPIFY, publish: false },
	{ file: FROM_FILES, publish: false },
];

/** Where a part plays, and how it says what it found. */
interface Stage {
	readonly installed: InstalledN8n;
	/** For what the part keeps to itself. */
	readonly folder: string;
	readonly scene: Scene;
	readonly check: Check;
}

interface Part {
	readonly heading: string;
	/**
	 * Workflows of an n8n and a shop of its own; without them the part plays where those before it did, so
	 * that n8n is started few times.
	 */
	readonly own?: readonly BundledWorkflow[];
	run(stage: Stage): Promise<void>;
}

const PARTS: Readonly<Record<string, Part>> = {
	handover: {
		heading: 'Orders travel to the warehouse, each once',
		run: ({ scene, check }) => checkHandingOver(scene, check),
	},
	unsettled: {
		heading: 'Orders that change on their way',
		run: async ({ scene, check }) => {
			const [middle, host] = [await scene.openMiddle(), await scene.openHost()];
			await checkUnsettled(host, middle, check);
			await checkShippedEarly(host, middle, check);
			await checkSameName(host, middle, check);
		},
	},
	refusals: {
		heading: 'Orders that the warehouse refuses or cannot take',
		run: ({ scene, check }) => checkRefusals(scene, check),
	},
	oddAnswers: {
		heading: 'Answers that say nothing about an order, and an order that cannot be mapped',
		run: ({ scene, check }) => checkOddAnswers(scene, check),
	},
	browser: {
		heading: 'The page of the demo and the editor of n8n in a browser',
		run: ({ scene, check }) => checkBrowser(scene, check),
	},
	lookUp: {
		heading: 'A warehouse that recognises nothing',
		run: ({ scene, check }) => checkLookUp(scene, check),
	},
	table: {
		heading: "Orders travel to n8n's own table, each once, and what becomes of them",
		own: [{ file: ORDERS_TO_TABLE, publish: true }],
		run: async ({ scene, check }) => {
			const [middle, host] = [await scene.openMiddle(), await scene.openHost()];
			await checkOrdersToTable(host, middle, check);
			await checkTableMapping(host, middle, check);
			const run = await changeRun(scene, check);
			await checkTableChanges(run);
			await checkTableChangeFaults(run);
			run.stop();
		},
	},
	webhooks: {
		heading: 'Shopify tells n8n of each order, and a safety poll finds the rest',
		own: [{ file: ORDERS_TO_WAREHOUSE, publish: false }],
		run: ({ scene, check }) => checkWebhooks(scene, check),
	},
	changes: {
		heading: 'What happens to an order after the warehouse has it is told there, once',
		own: [{ file: ORDERS_TO_WAREHOUSE, publish: false }],
		run: ({ scene, check }) => checkChanges(scene, check),
	},
	shipments: {
		heading: 'What the warehouse ships goes back to the shop, each parcel once',
		own: [
			{ file: ORDERS_TO_WAREHOUSE, publish: true },
			{ file: SHIPMENTS_TO_SHOPIFY, publish: false },
		],
		run: async ({ scene, check }) => {
			const refused = await checkShipping(scene, check);
			await checkShippingKills(scene, check, refused);
		},
	},
	stock: {
		heading: 'What the warehouse counts goes to the shop, and what files say',
		own: [
			{ file: STOCK_TO_SHOPIFY, publish: false },
			{ file: FROM_FILES, publish: false },
		],
		run: async ({ scene, check }) => {
			await checkStock(scene, check);
			const [middle, host] = [await scene.openMiddle(), await scene.openHost()];
			await checkFromFiles({ middle, host, check });
		},
	},
	kill: {
		heading: 'n8n is killed twenty times while 200 orders come in',
		own: [],
		run: ({ installed, folder, check }) => checkKilling(installed, folder, check),
	},
	starting: {
		heading: 'n8n starts while Shopify is away, or slow',
		own: [],
		run: ({ installed, folder, check }) => checkStarting(installed, folder, check),
	},
	start: {
		heading: '`npm start` as a person uses it',
		own: [],
		run: ({ check }) => checkStart(check),
	},
};

const tally = createTally();

/** The parts to run, with their names. */
function chosenParts(): readonly (readonly [string, Part])[] {
	const { values } = parseArgs({ options: { only: { type: 'string' } } });
	const names = values.only?.split(',') ?? Object.keys(PARTS);
	return names.map((name) => {
		const part = PARTS[name];
		if (!part) throw new Error(`No part ${name}. There are ${Object.keys(PARTS).join(', ')}.`);
		return [name, part] as const;
	});
}

async function main(): Promise<void> {
	const chosen = chosenParts();
	const installed = await installN8n();
	const folder = await mkdtemp(join(tmpdir(), 'shopify-fulfillment-n8n-'));
	const shared = new Scene(installed, join(folder, 'shared'), WORKFLOWS);
	const times: string[] = [];
	try {
		for (const [name, part] of chosen) {
			console.log(`\n${part.heading} (--only ${name})`);
			const begun = Date.now();
			if (part.own) await shared.close();
			const own = join(folder, name);
			const scene = part.own ? new Scene(installed, own, part.own) : shared;
			await runPart(name, part, { installed, folder: own, scene, check: tally.check });
			if (part.own) await scene.close();
			times.push(`${name} ${secondsSince(begun)} s`);
		}
	} finally {
		await shared.close();
		await rm(folder, { recursive: true, force: true });
		console.log(`\n${times.join(', ')}`);
	}
}

/** One part that breaks off counts as a failure, and the next one is run all the same. */
async function runPart(name: string, part: Part, stage: Stage): Promise<void> {
	const failedBefore = tally.failed();
	try {
		await part.run(stage);
	} catch (error) {
		tally.fail(`${name} broke off: ${describeError(error)}`);
	}
	if (tally.failed() > failedBefore) await stage.scene.printFailures();
}

function describeError(error: unknown): string {
	return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

main()
	.catch((error: unknown) => {
		tally.fail(describeError(error));
	})
	.finally(() => {
		console.log(`${tally.passed()} passed, ${tally.failed()} failed`);
		process.exit(tally.failed() > 0 ? 1 : 0);
	});
