import type { GraphQLResolveInfo } from 'graphql';
import { viewOf } from './bulk';
import type { BulkOperation, BulkView } from './bulk';
import { checkBulkQuery } from './bulkQuery';
import { runBulkQuery } from './bulkRun';
import { byId, searchPage } from './context';
import type { Context, Resolvers, SearchArguments } from './context';
import { answer } from './mutationAnswer';
import { oneOf, time } from './search';
import type { Searchable } from './search';

/** How an operation stands now. */
const now = (operation: BulkOperation, { world }: Context): BulkView =>
	viewOf(operation, world.settings.clock());

const seconds = (ms: number | null): number | null =>
	ms === null ? null : Math.floor(ms / 1000) * 1000;

export const BulkOperationResolvers: Resolvers<BulkOperation> = {
	completedAt: (one, _args, context) => seconds(now(one, context).completedAt),
	createdAt: (one) => seconds(one.createdAt),
	errorCode: (one, _args, context) => now(one, context).errorCode,
	fileSize: (one, _args, context) =>
		now(one, context).path === null ? null : Buffer.byteLength(one.result.file),
	objectCount: (one, _args, context) => now(one, context).objects,
	partialDataUrl: () => null,
	rootObjectCount: (one, _args, context) => now(one, context).rootObjects,
	status: (one, _args, context) => now(one, context).status,
	type: () => 'QUERY',
	// At Shopify the file lies in a store of its own; here at the shop's address, as the caller
	// reached it.
	url: (one, _args, context) => {
		const { path } = now(one, context);
		return path === null ? null : `${context.origin}${path}`;
	},
};

const lower = (words: readonly string[]): string[] => words.map((word) => word.toLowerCase());

function searchable(context: Context): Searchable<BulkOperation> {
	const statuses = lower(['CREATED', 'RUNNING', 'COMPLETED', 'FAILED', 'CANCELING', 'CANCELED']);
	return {
		fields: {
			created_at: time((one) => one.createdAt),
			operation_type: oneOf(['query', 'mutation'], (_one, wanted) => wanted === 'query'),
			status: oneOf(
				[...statuses, 'expired'],
				(one, wanted) => now(one, context).status.toLowerCase() === wanted,
			),
		},
		words: (one) => [one.id],
	};
}

interface OperationsArguments extends SearchArguments {
	readonly sortKey?: string | null;
}

/** Root fields of bulk operations. Only those of queries are modelled. */
export const BulkQueryResolvers: Resolvers<undefined> = {
	bulkOperation: (_source, args: { readonly id: string }, { world }) =>
		world.bulk.get(args.id) ?? null,
	bulkOperations: (_source, args: OperationsArguments, context, info) => {
		const order = {
			id: byId.id,
			value: (one: BulkOperation) =>
				args.sortKey === 'COMPLETED_AT' ? (now(one, context).completedAt ?? 0) : one.createdAt,
		};
		const all = context.world.bulk.list();
		return searchPage(all, args, searchable(context), order, false, context, info);
	},
	currentBulkOperation: (_source, args: { readonly type?: string | null }, { world }) =>
		args.type === 'MUTATION' ? null : (world.bulk.list().at(-1) ?? null),
};

interface RunArguments {
	readonly query: string;
	readonly groupObjects: boolean;
}

function run(args: RunArguments, context: Context, info: GraphQLResolveInfo) {
	const { errors, document, nested } = checkBulkQuery(info.schema, args.query);
	if (errors.length > 0) {
		const userErrors = errors.map((message) => ({ field: ['query'], message, code: 'INVALID' }));
		return { bulkOperation: null, userErrors };
	}
	return answer({ bulkOperation: null }, () => ({
		bulkOperation: context.world.bulk.start(context.world.nextId, args.query, () =>
			runBulkQuery(info.schema, document, context, { nested, grouped: args.groupObjects }),
		),
	}));
}

/** Mutations of bulk operations. */
export const BulkMutationResolvers: Resolvers<undefined> = {
	bulkOperationCancel: (_source, args: { readonly id: string }, { world }) =>
		answer({ bulkOperation: null }, () => ({ bulkOperation: world.bulk.cancel(args.id) })),
	bulkOperationRunQuery: (_source, args: RunArguments, context, info) => run(args, context, info),
};
