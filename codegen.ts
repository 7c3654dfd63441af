import type { CodegenConfig } from '@graphql-codegen/cli';
import { ApiType, pluckConfig, preset } from '@shopify/api-codegen-preset';

/** Settings of both outputs: plain unions for enums, and never `any`. */
const scalars = {
	enumsAsTypes: true,
	defaultScalarType: 'string',
	scalars: { JSON: 'unknown' },
};

/**
 * Shopify's search for template strings that begin with `#graphql`. Its published type has nothing in common
 * with the one that the code generator declares, although the generator calls exactly these functions.
 */
const findOperations: object = pluckConfig;

/**
 * Types of the operations in `nodes/shopify/operations`, from the committed schema of the default API
 * version; nothing is asked over the network. `npm run codegen` writes them, `npm run codegen:check`
 * fails if they are stale.
 */
const config: CodegenConfig = {
	schema: 'nodes/shopify/schema/admin-2026-07.graphql',
	documents: ['nodes/shopify/operations/*.ts'],
	pluckConfig: findOperations,
	generates: {
		'nodes/shopify/generated/admin.types.d.ts': {
			plugins: ['typescript'],
			config: scalars,
		},
		'nodes/shopify/generated/admin.generated.d.ts': {
			preset,
			presetConfig: { apiType: ApiType.Admin },
			config: scalars,
		},
	},
};

export default config;
