import { readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import js from '@eslint/js';
import { config as n8nConfig } from '@n8n/node-cli/eslint';
import globals from 'globals';

// The very instances that n8n's configuration uses: ESLint refuses a plugin that is registered twice.
const requireAsN8n = createRequire(import.meta.resolve('@n8n/node-cli/eslint'));
const tseslint = requireAsN8n('typescript-eslint');
const { n8nCommunityNodesPlugin } = requireAsN8n('@n8n/eslint-plugin-community-nodes');
const n8nNodesBase = requireAsN8n('eslint-plugin-n8n-nodes-base');

const product = ['nodes/**/*.ts', 'credentials/**/*.ts'];
const tooling = ['test/**/*.{ts,tsx}', 'codegen.ts'];

/** Every rule of n8n's two plugins, off: they judge nodes, and the tooling is none. */
const withoutN8nRules = Object.fromEntries([
	...Object.keys(n8nCommunityNodesPlugin.rules).map((name) => [
		`@n8n/community-nodes/${name}`,
		'off',
	]),
	...Object.keys(n8nNodesBase.rules).map((name) => [`n8n-nodes-base/${name}`, 'off']),
	['no-console', 'off'],
]);

/** Folders of the nodes themselves: those of the shared layers begin with a small letter. */
const nodeFolders = readdirSync('nodes').filter((name) => /^[A-Z]/.test(name));

/** Which layer may import which of our own folders. */
const zones = [
	{
		target: './nodes/domain',
		from: ['./nodes', './credentials', './test'],
		except: ['./domain'],
		message:
			'The domain is pure: it knows neither n8n nor Shopify, so that tables of cases can test it.',
	},
	{
		target: './nodes/shopify',
		from: ['./nodes', './credentials', './test'],
		except: ['./domain', './shopify'],
		message: 'The Shopify layer serves every node and must not know one, nor the n8n boundary.',
	},
	{
		target: './nodes/handover',
		from: ['./nodes', './credentials', './test'],
		except: ['./domain', './shopify', './handover'],
		message: 'Handing over works without n8n, so that tests can stop it between any two requests.',
	},
	{
		target: './nodes/upload',
		from: ['./nodes', './credentials', './test'],
		except: ['./domain', './shopify', './upload'],
		message: 'Uploading works without n8n, so that tests can stop it between any two requests.',
	},
	{
		target: './nodes/feed',
		from: ['./nodes', './credentials', './test'],
		except: ['./domain', './shopify', './feed'],
		message: 'Feeding works without n8n, so that tests can stop it between any two requests.',
	},
	{
		target: './nodes/n8n',
		from: ['./nodes', './credentials', './test'],
		except: ['./domain', './shopify', './n8n'],
		message: 'The n8n boundary serves every node and must not know one.',
	},
	{
		target: './credentials',
		from: ['./nodes', './test'],
		except: ['./domain', './shopify', './n8n'],
		message: 'A credential is loaded without the nodes.',
	},
	...nodeFolders.map((folder) => ({
		target: `./nodes/${folder}`,
		from: ['./nodes', './test'],
		except: [`./${folder}`, './domain', './shopify', './handover', './upload', './feed', './n8n'],
		message: 'Nodes share code through the layers below them, not with each other.',
	})),
].map((zone) => ({ ...zone, from: zone.from.filter((from) => from !== zone.target) }));

/** `except` is relative to `from`, so each origin becomes a zone of its own. */
const zonesByOrigin = zones.flatMap((zone) =>
	zone.from.map((from) => ({
		target: zone.target,
		from,
		message: zone.message,
		...(from === './nodes' && { except: zone.except }),
	})),
);

const shopifyClientOnlyThere = {
	group: ['@shopify/*'],
	message: "Shopify's client is an affair of nodes/shopify, so that replacing it is one file.",
};

export default [
	...n8nConfig,
	{ ignores: ['dist/**', 'coverage/**', 'nodes/shopify/generated/**', 'test/n8n/host/**'] },
	...tseslint.config({
		files: [...product, ...tooling],
		extends: [tseslint.configs.strictTypeChecked],
		languageOptions: {
			parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname },
		},
		rules: {
			'@typescript-eslint/no-explicit-any': 'error',
			'@typescript-eslint/no-floating-promises': 'error',
			'@typescript-eslint/switch-exhaustiveness-check': [
				'error',
				{ considerDefaultExhaustiveForUnions: true },
			],
			'@typescript-eslint/consistent-type-imports': 'error',
			'@typescript-eslint/explicit-module-boundary-types': 'error',
			'@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
			'@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
			// Two TypeScript versions meet in n8n's lint (its own 5.8 and ours): `for await` over an async
			// generator is then taken for a mistake.
			'@typescript-eslint/await-thenable': 'off',
			'@typescript-eslint/no-unused-vars': [
				'error',
				{ argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true },
			],
			// The compiler wants bracket access to index signatures; the rule wants the opposite.
			'@typescript-eslint/dot-notation': 'off',
			// The compiler checks what an import names, with the same resolution as the build.
			'import-x/named': 'off',
			'import-x/namespace': 'off',
			'import-x/default': 'off',
			'import-x/no-named-as-default': 'off',
			'import-x/no-named-as-default-member': 'off',
			eqeqeq: 'error',
			'max-lines': ['error', 350],
			complexity: ['error', 12],
		},
	}),
	{
		files: product,
		rules: { 'import-x/no-restricted-paths': ['error', { zones: zonesByOrigin }] },
	},
	{
		files: ['nodes/domain/**/*.ts'],
		rules: {
			'no-restricted-imports': [
				'error',
				{
					patterns: [
						{
							regex: '^(?!\\.{1,2}/|lodash(/|$))',
							message: 'The domain is pure: nothing from outside but lodash.',
						},
					],
				},
			],
		},
	},
	{
		files: [
			'nodes/shopify/**/*.ts',
			'nodes/handover/**/*.ts',
			'nodes/upload/**/*.ts',
			'nodes/feed/**/*.ts',
		],
		rules: {
			'no-restricted-imports': [
				'error',
				{
					paths: [
						{
							name: 'n8n-workflow',
							allowImportNames: ['sleep'],
							message: 'This layer works without n8n; only its timer is borrowed.',
						},
					],
				},
			],
		},
	},
	{
		files: ['nodes/n8n/**/*.ts', 'nodes/[A-Z]*/**/*.ts', 'credentials/**/*.ts'],
		rules: { 'no-restricted-imports': ['error', { patterns: [shopifyClientOnlyThere] }] },
	},
	{
		files: tooling,
		rules: {
			...withoutN8nRules,
			// Every default value counts as a branch, and the demo shop fills in dozens of them.
			complexity: 'off',
			// Nothing outside the project builds on what tests export; the compiler knows the types.
			'@typescript-eslint/explicit-module-boundary-types': 'off',
			// The demo shop is made of plain objects whose methods do not use `this`.
			'@typescript-eslint/unbound-method': 'off',
			// Compares graphql-js's enums with the plain words that they are.
			'@typescript-eslint/no-unsafe-enum-comparison': 'off',
		},
	},
	{
		files: ['**/*.{js,mjs}'],
		...js.configs.recommended,
		languageOptions: { ecmaVersion: 2024, globals: globals.node },
		rules: { ...js.configs.recommended.rules, eqeqeq: 'error', complexity: ['error', 12] },
	},
];
