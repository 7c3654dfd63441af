import { serve } from '../shop/listen';
import type { Units } from '../target/units';
import { note, secondsSince, type Check } from './checks';
import type { Middle } from './middle';
import type { Execution } from './n8nApi';
import type { Scene } from './scene';
import { statusesOf } from './scheduledRuns';
import type { Host } from './startHost';
import {
	atHour,
	checkRedStock,
	countStock,
	feedWith,
	onHandAt,
	runStock,
	runStockByHand,
	stockWritesAt,
} from './stockRuns';

const MUG = 'MUG-STN-350';
const LAMP = 'LMP-BRS-DSK';
/** The warehouse has it, the shop does not. */
const UNKNOWN = 'TEA-POT-900';

/** The same shop, warehouse and n8n for all of this part. */
interface Setting {
	readonly middle: Middle;
	readonly host: Host;
	readonly check: Check;
}

/**
 * What the warehouse counts is in the shop after one run, once, and a list that is not whole, or would empty
 * the shop, sets nothing.
 */
export async function checkStock(scene: Scene, check: Check): Promise<void> {
	const setting = { middle: await scene.openMiddle(), host: await scene.openHost(), check };
	await checkCounted(setting);
	await checkByHand(setting);
	await checkHours(setting);
	await checkUnknown(setting);
	await checkNoList(setting);
	await checkFullFeed(setting);
}

/** Both ends must say the same of all that the shop knows. */
function checkSame(when: string, { middle: { shop, target }, check }: Setting): void {
	const onHand = onHandAt(shop);
	const known = target.stock().filter(({ sku }) => sku in onHand);
	check(
		`the shop has what the warehouse has, ${when}`,
		Object.fromEntries(known.map(({ sku, quantity }) => [sku, quantity])),
		onHand,
	);
}

async function checkCounted(setting: Setting): Promise<void> {
	const { middle, host, check } = setting;
	const { shop, ends } = middle;
	checkSame('before anybody counts', setting);
	const idle = await runStock(host, ends.targetUrl);
	check('with nothing counted a run is green', ['success'], statusesOf(idle));
	check('and writes nothing', 0, stockWritesAt(shop));

	const begun = Date.now();
	await countStock(middle, { sku: MUG, quantity: 77 });
	await countStock(middle, { sku: LAMP, quantity: 0 });
	const runs = await runStock(host, ends.targetUrl);
	note(`counted and set in ${secondsSince(begun)} s`);
	check('runs that set are green', ['success'], statusesOf(runs));
	checkSame('after a count', setting);
	const writes = stockWritesAt(shop);
	check('by one request', 1, writes);
	const again = await runStock(host, ends.targetUrl);
	check('the next run is green', ['success'], statusesOf(again));
	check('and writes nothing more', writes, stockWritesAt(shop));
}

/** A run by hand shows what it would set, at any hour. */
async function checkByHand(setting: Setting): Promise<void> {
	const { middle, host, check } = setting;
	const { shop, ends } = middle;
	const before = [onHandAt(shop), stockWritesAt(shop)];
	await countStock(middle, { sku: MUG, quantity: 60 });
	const { execution, plan } = await runStockByHand(host);
	check('a run by hand is green', 'success', execution?.status);
	check(
		'and shows what it would set',
		[{ sku: MUG, result: 'wouldSet', previousQuantity: 77, newQuantity: 60 }],
		plan
			.filter(({ result }) => result !== 'unchanged')
			.map(({ sku, result, previousQuantity, newQuantity }) => {
				return { sku, result, previousQuantity, newQuantity };
			}),
	);
	check('but writes nothing', before, [onHandAt(shop), stockWritesAt(shop)]);
	await runStock(host, ends.targetUrl);
	checkSame('after the run by the clock', setting);
}

/** Goes on only in its hour, by the clock of the shop. */
async function checkHours(setting: Setting): Promise<void> {
	const { middle, host, check } = setting;
	const { shop, ends } = middle;
	await countStock(middle, { sku: MUG, quantity: 61 });
	const zone = { hour: 'numeric', hourCycle: 'h23', timeZone: shop.state.timeZone } as const;
	const hour = Number(new Intl.DateTimeFormat('en-GB', zone).format(new Date()));
	const writes = stockWritesAt(shop);
	const others = await runStock(host, ends.targetUrl, atHour((hour + 12) % 24));
	check('in another hour of the shop a run is green', ['success'], statusesOf(others));
	check('and does nothing', writes, stockWritesAt(shop));
	// The hour may end just now: then the next one is it.
	await runStock(host, ends.targetUrl, atHour(hour));
	if (stockWritesAt(shop) === writes) await runStock(host, ends.targetUrl, atHour((hour + 1) % 24));
	checkSame('in its hour', setting);
}

async function checkUnknown(setting: Setting): Promise<void> {
	const { middle, host, check } = setting;
	const { ends } = middle;
	await countStock(middle, { sku: UNKNOWN, quantity: 5 });
	await countStock(middle, { sku: MUG, quantity: 62 });
	const [first, ...later] = await runStock(host, ends.targetUrl);
	const said = await checkRedStock('a SKU that the shop does not have', [UNKNOWN], first, setting);
	note(`it says: ${said}`);
	checkSame('with one SKU unknown', setting);
	const again = await runStock(host, ends.targetUrl);
	check('it is told once', ['success'], statusesOf([...later, ...again]));
	const byHand = await runStockByHand(host);
	await checkRedStock('by hand it is told again', [UNKNOWN], byHand.execution, setting);
}

/** A warehouse of its own, for what the real one never answers. */
async function answering(
	pages: readonly (string | number)[],
	use: (url: string) => Promise<readonly Execution[]>,
): Promise<readonly Execution[]> {
	const odd = await serve(0, ({ url }, response) => {
		const page = Number(new URL(url ?? '/', 'http://target').searchParams.get('page') ?? 1);
		const answer = pages[page - 1] ?? pages.at(-1) ?? '';
		if (typeof answer === 'number') {
			response.writeHead(answer).end();
			return;
		}
		const type = answer.startsWith('<') ? 'text/html' : 'application/json';
		response.writeHead(200, { 'content-type': type }).end(answer);
	});
	try {
		return await use(odd.url);
	} finally {
		await odd.close();
	}
}

const pageOf = (stock: readonly Units[], nextPage: number | null = null): string =>
	JSON.stringify({ stock, nextPage });

/** What is no whole list must set nothing, least of all the part that came. */
async function checkNoList(setting: Setting): Promise<void> {
	const { middle, host, check } = setting;
	const { shop, target, ends } = middle;
	const before = [onHandAt(shop), stockWritesAt(shop)];
	const half = pageOf([{ sku: MUG, quantity: 1 }], 2);
	target.behave({ down: true });
	const runs = [(await runStock(host, ends.targetUrl))[0]];
	target.behave({ down: false });
	const odd: readonly (readonly (string | number)[])[] = [
		['<h1>Back soon</h1>'],
		['{"data":[]}'],
		[pageOf([])],
		[half.slice(0, -5)],
		[half, 500],
		[half, '{"message":"Try again"}'],
		[half, '[]'],
	];
	for (const pages of odd) {
		runs.push((await answering(pages, (url) => runStock(host, url)))[0]);
	}
	check(
		'a warehouse that is closed, and answers that are no whole list, are told',
		runs.map(() => 'error'),
		runs.map((run) => run?.status),
	);
	for (const run of runs) note(`it says: ${run ? await host.api.executionError(run.id) : ''}`);
	check('and nothing is written', before, [onHandAt(shop), stockWritesAt(shop)]);
}

/** A full feed sets what it does not name to 0, but not on the word of half a list. */
async function checkFullFeed(setting: Setting): Promise<void> {
	const { middle, host, check } = setting;
	const { shop, target } = middle;
	const full = feedWith({ missing: 'zero' });
	const list = target.stock().filter(({ sku }) => sku !== UNKNOWN);
	const before = [onHandAt(shop), stockWritesAt(shop)];
	const cut = await answering([pageOf(list.slice(0, 4))], (url) => runStock(host, url, full));
	check('a full feed with a third of its rows is red', ['error'], statusesOf(cut));
	const [first] = cut;
	const said = first ? await host.api.executionError(first.id) : '';
	check('because of the brake', true, said.includes('The feed was stopped'));
	note(`it says: ${said}`);
	check('and nothing is written', before, [onHandAt(shop), stockWritesAt(shop)]);

	const without = list.filter(({ sku }) => sku !== MUG);
	const runs = await answering([pageOf(without)], (url) => runStock(host, url, full));
	check('one SKU that is missing from a full feed is green', ['success'], statusesOf(runs));
	check('and is set to 0', 0, onHandAt(shop)[MUG]);
	await runStock(host, middle.ends.targetUrl);
	checkSame('after the whole list again', setting);
}
