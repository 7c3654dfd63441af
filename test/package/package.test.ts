import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { PackageDirectoryLoader } from 'n8n-core';
import { packPackage } from './packPackage';

const run = promisify(execFile);
const ROOT = join(__dirname, '..', '..');

/** What the tests read of package.json. */
interface Manifest {
	name: string;
	dependencies?: Record<string, string>;
	peerDependencies?: Record<string, string>;
	scripts?: Record<string, string>;
	n8n: { nodes: string[]; credentials: string[] };
}

let folder: string;
let manifest: Manifest;

beforeAll(async () => {
	// Beside dist/, so that the unpacked nodes find what n8n would provide in node_modules.
	folder = await mkdtemp(join(ROOT, 'node_modules', '.package-'));
	await packPackage(folder);
	manifest = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8')) as Manifest;
});

afterAll(() => rm(folder, { recursive: true, force: true }));

describe('the packed package', () => {
	it('installs nothing beside itself and runs nothing when it is installed', () => {
		expect(manifest.dependencies).toBeUndefined();
		expect(manifest.peerDependencies).toEqual({ 'n8n-workflow': '*' });
		const whenInstalled = ['preinstall', 'install', 'postinstall', 'prepare'];
		expect(Object.keys(manifest.scripts ?? {})).not.toEqual(
			expect.arrayContaining([expect.stringMatching(`^(${whenInstalled.join('|')})$`)]),
		);
	});

	it('holds every file that it registers, the licence and the workflows, and no source', async () => {
		const registered = [...manifest.n8n.nodes, ...manifest.n8n.credentials];
		const files = await readdir(folder, { recursive: true });

		expect(registered.filter((path) => !existsSync(join(folder, path)))).toEqual([]);
		expect(files).toEqual(expect.arrayContaining(['LICENSE.md', 'README.md']));
		expect(files).toContain(join('dist', 'workflows', 'orders-to-warehouse.json'));
		expect(files.filter((path) => path.endsWith('.ts'))).toEqual([]);
	});

	it('names no file of the machine that built it', async () => {
		const texts = await Promise.all(
			manifest.n8n.nodes.map((path) => readFile(join(folder, path), 'utf8')),
		);

		expect(texts.filter((text) => text.includes(ROOT) || text.includes(tmpdir()))).toEqual([]);
	});

	it("is loaded by n8n's own loader: four nodes and one credential", async () => {
		const loader = new PackageDirectoryLoader(folder);
		await loader.loadAll();

		expect(loader.packageName).toBe('n8n-nodes-shopify-fulfillment');
		expect(Object.keys(loader.nodeTypes).sort()).toEqual([
			'shopifyFulfillmentOrders',
			'shopifyFulfillmentOrdersTrigger',
			'shopifyFulfillmentUpload',
			'shopifyInventoryFeed',
		]);
		expect(Object.keys(loader.credentialTypes)).toEqual(['shopifyFulfillmentApi']);
		for (const { type } of Object.values(loader.nodeTypes)) {
			const { description } = type as { description: { iconUrl?: unknown; codex?: object } };
			expect(description.iconUrl).toBeDefined();
			expect(description.codex).toBeDefined();
		}
	});

	it("passes n8n's verification scan, source and tarball", async () => {
		// n8n's filename rule believes that it tests itself when NODE_ENV is jest's.
		const env = { ...process.env, NODE_ENV: 'production' };
		const scan = run('tsx', [join('scripts', 'scan.mjs')], { cwd: ROOT, env });
		const { stdout } = await scan.catch((error: unknown) => error as { stdout: string });

		expect(stdout).toBe('source: passed\ntarball: passed\n');
	}, 180_000);
});
