import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import type { LocalBrowser } from './browser';
import { note, secondsSince, type Check } from './checks';
import { ORDERS_TO_WAREHOUSE } from './importWorkflows';
import type { WorkflowJson, WorkflowNode } from './n8nApi';
import type { Host } from './startHost';

const WORKFLOWS = join(__dirname, '..', '..', 'workflows');
const OWN = 'n8n-nodes-shopify-fulfillment.';
const STICKY_NOTE = 'n8n-nodes-base.stickyNote';
/** The editor loads some megabytes, which a busy machine takes its time over. */
const LOADS_WITHIN_MS = 90_000;
/** What is wrong with a node is drawn a moment after the node. */
const DRAWN_AFTER_MS = 2500;
/** How n8n (2.40) marks a node on the canvas: a red sign, a missing package, a warning of the last run. */
const MARKS = ['node-issues', 'node-not-installed', 'canvas-node-status-warning'];
/** How it marks a field in a node's panel. */
const FIELD_MARKS = '[data-test-id="parameter-issues"]';
/** Fields that n8n only shows if it has read our descriptions. */
const TRIGGER_FIELDS = ['countsWhen', 'firstBatchLimit', 'paymentStatuses'];
const CONFIRM = 'Confirm Handover';
const CONFIRM_FIELDS = ['orderId', 'handoverKey', 'targetReference'];
const FEED_FIELDS = ['figure', 'sku', 'quantity', 'location', 'missing', 'dryRun'];
const UPLOAD_FIELDS = ['orderNumber', 'lines', 'trackingNumbers', 'carrier'];

/**
 * n8n's editor: no node of a bundled workflow has a warning, neither on the canvas nor in the panels of the
 * triggers, of *Confirm Handover*, of *Upload to Shopify* and of *Set Stock in Shopify*. A copy that is not complete must have some, or the check would prove
 * nothing.
 */
export async function checkEditor(browser: LocalBrowser, host: Host, check: Check): Promise<void> {
	const begun = Date.now();
	const { page } = await browser.open();
	await signIn(page, host);
	for (const [file, id] of Object.entries(host.workflowIds)) {
		const workflow = JSON.parse(await readFile(join(WORKFLOWS, file), 'utf8')) as WorkflowJson;
		const shown = workflow.nodes.filter(({ type }) => type !== STICKY_NOTE);
		await openWorkflow(page, host, id, shown.length);
		check(`${file}: the editor shows every node`, shown.length, await nodes(page).count());
		check(`${file}: no node has a warning`, [], await markedNodes(page));
		const name = file.replace('.json', '');
		await browser.picture(page, `editor-${name}`);
		for (const [node, fields] of panelsOf(shown)) {
			const found = await openPanel(page, node.name, fields);
			check(`${file}: the panel of ${node.name} has its fields`, fields, found.fields);
			check(`${file}: and no warning`, 0, found.marks);
			await browser.picture(page, `panel-${name}-${node.name.toLowerCase().replaceAll(' ', '-')}`);
			await closePanel(page);
		}
	}
	await checkMarksAreSeen(page, host, check);
	await page.close();
	note(`the editor took ${secondsSince(begun)} s`);
}

/**
 * Opens a copy whose own nodes lack the credential, and *Confirm Handover* a field that it requires: all of
 * them must be marked, and so must the field in the panel.
 */
async function checkMarksAreSeen(page: Page, host: Host, check: Check): Promise<void> {
	const text = await readFile(join(WORKFLOWS, ORDERS_TO_WAREHOUSE), 'utf8');
	const workflow = JSON.parse(text) as WorkflowJson;
	const own = workflow.nodes.filter(({ type }) => type.startsWith(OWN));
	const nodes = workflow.nodes.map((node) =>
		node.name === CONFIRM ? { ...node, parameters: { ...node.parameters, handoverKey: '' } } : node,
	);
	const name = `${workflow.name}, incomplete`;
	const id = await host.api.createWorkflow({ ...workflow, name, nodes });
	await openWorkflow(page, host, id, 1);
	check(
		'without credentials the editor marks each node that needs them',
		own.map((node) => node.name).sort(),
		[...(await markedNodes(page))].sort(),
	);
	const panel = await openPanel(page, CONFIRM, CONFIRM_FIELDS);
	check('and a required field that is empty in the panel', 1, panel.marks);
	await closePanel(page);
}

async function signIn(page: Page, { n8n, owner }: Host): Promise<void> {
	await page.goto(`${n8n.url}/signin`, { timeout: LOADS_WITHIN_MS });
	const email = page.locator('input[type=email], input[name=emailOrLdapLoginId]').first();
	await email.fill(owner.email, { timeout: LOADS_WITHIN_MS });
	await page.locator('input[type=password]').fill(owner.password);
	await page.keyboard.press('Enter');
	await page.waitForURL((url) => !url.pathname.includes('signin'), { timeout: LOADS_WITHIN_MS });
}

async function openWorkflow(page: Page, { n8n }: Host, id: string, count: number): Promise<void> {
	await page.goto(`${n8n.url}/workflow/${id}`, { timeout: LOADS_WITHIN_MS });
	await nodes(page)
		.nth(count - 1)
		.waitFor({ timeout: LOADS_WITHIN_MS });
	await page.waitForTimeout(DRAWN_AFTER_MS);
}

function nodes(page: Page): Locator {
	return page.locator('[data-test-id="canvas-node"]');
}

/** Names of the nodes that bear a mark. */
async function markedNodes(page: Page): Promise<readonly string[]> {
	const marks = MARKS.map((id) => `[data-test-id="${id}"]`).join(', ');
	const marked = nodes(page).filter({ has: page.locator(marks) });
	const names: string[] = [];
	for (const node of await marked.all())
		names.push((await node.getAttribute('data-node-name')) ?? '');
	return names;
}

/** The panels to look into, with the fields that they must have: the trigger's, and those that confirm, upload and feed. */
function panelsOf(
	shown: readonly WorkflowNode[],
): readonly (readonly [WorkflowNode, readonly string[]])[] {
	const own = shown.filter(({ type }) => type.startsWith(OWN));
	const trigger = own.find(({ type }) => type.endsWith('Trigger'));
	const confirm = own.find(({ name }) => name.startsWith('Confirm'));
	const upload = own.find(({ type }) => type.endsWith('.shopifyFulfillmentUpload'));
	const feed = own.find(({ type }) => type.endsWith('.shopifyInventoryFeed'));
	return [
		...(trigger ? [[trigger, TRIGGER_FIELDS] as const] : []),
		...(confirm ? [[confirm, CONFIRM_FIELDS] as const] : []),
		...(upload ? [[upload, UPLOAD_FIELDS] as const] : []),
		...(feed ? [[feed, FEED_FIELDS] as const] : []),
	];
}

/** Opens a node's panel; gives which of the fields it has, and how many marks. */
async function openPanel(
	page: Page,
	name: string,
	fields: readonly string[],
): Promise<{ fields: readonly string[]; marks: number }> {
	await page.locator(`[data-test-id="canvas-node"][data-node-name="${name}"]`).dblclick();
	const panel = page.locator('[data-test-id="ndv"]');
	const field = (one: string): Locator => panel.locator(`[data-test-id="parameter-input-${one}"]`);
	await panel.waitFor({ timeout: LOADS_WITHIN_MS });
	await field(fields[0] ?? '')
		.first()
		.waitFor({ timeout: LOADS_WITHIN_MS })
		.catch(() => undefined);
	await page.waitForTimeout(DRAWN_AFTER_MS);
	const found: string[] = [];
	for (const one of fields) if ((await field(one).count()) > 0) found.push(one);
	return { fields: found, marks: await panel.locator(FIELD_MARKS).count() };
}

async function closePanel(page: Page): Promise<void> {
	await page.keyboard.press('Escape');
	await page.locator('[data-test-id="ndv"]').waitFor({ state: 'hidden' });
}
