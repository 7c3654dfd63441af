import type { IDataObject, INodeType, INodeTypes } from 'n8n-workflow';
import { NodeHelpers } from 'n8n-workflow';

/** Passes its input on: stands for the nodes of other packages. */
export const NO_OP: INodeType = {
	description: {
		displayName: 'No Operation',
		name: 'noOp',
		group: ['transform'],
		version: 1,
		description: '',
		defaults: { name: 'No Operation' },
		inputs: ['main'],
		outputs: ['main'],
		properties: [],
	},
	async execute() {
		return await Promise.resolve([this.getInputData()]);
	},
};

/** The node types of an engine, by their full names. */
export class LoadedTypes implements INodeTypes {
	private readonly types: ReadonlyMap<string, INodeType>;

	constructor(types: ReadonlyMap<string, INodeType>) {
		this.types = types;
	}

	getByName(name: string): INodeType {
		const type = this.types.get(name);
		if (!type) throw new Error(`The engine knows no node type ${name}`);
		return type;
	}

	getByNameAndVersion(name: string, version?: number): INodeType {
		return NodeHelpers.getVersionedNodeType(this.getByName(name), version);
	}

	getKnownTypes(): IDataObject {
		return {};
	}
}

/** A node as an AI agent calls it. n8n's own contexts of tools need an agent. */
export function asTool(type: INodeType): INodeType {
	const execute: INodeType['execute'] = async function (this) {
		const context = Object.defineProperty(this, 'isToolExecution', { value: () => true });
		return (await type.execute?.call(context)) ?? [];
	};
	return Object.create(type, { execute: { value: execute } }) as INodeType;
}
