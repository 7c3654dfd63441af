import type {
	ICredentialDataDecryptedObject,
	ICredentials,
	ICredentialType,
	IDataObject,
	IHttpRequestHelper,
	IHttpRequestOptions,
	INode,
	INodeCredentialsDetails,
	INodeProperties,
	IRequestOptionsSimplified,
	IWorkflowExecuteAdditionalData,
	Workflow,
} from 'n8n-workflow';
import { ICredentialsHelper } from 'n8n-workflow';

/**
 * Credentials as n8n's server handles them (n8n 2.40, `credentials-helper.js`, which n8n-core does not
 * contain): kept in memory, tokens fetched before the first request and after a 401, and stored.
 * No OAuth2 and no external secrets.
 */
export class EmulatedCredentials extends ICredentialsHelper {
	private readonly types: ReadonlyMap<string, ICredentialType>;
	private readonly kept = new Map<string, ICredentialDataDecryptedObject>();

	constructor(types: ReadonlyMap<string, ICredentialType>) {
		super();
		this.types = types;
	}

	add(data: ICredentialDataDecryptedObject): { readonly id: string; readonly name: string } {
		const id = `credential-${String(this.kept.size + 1)}`;
		this.kept.set(id, { ...data });
		return { id, name: 'Harbour Goods' };
	}

	get(id: string | null): ICredentialDataDecryptedObject {
		const data = this.kept.get(id ?? '');
		if (!data) throw new Error(`There is no credential ${String(id)}`);
		return { ...data };
	}

	getParentTypes(): string[] {
		return [];
	}

	isCredentialUsableByNode(): boolean {
		return true;
	}

	async getDecrypted(
		_surroundings: IWorkflowExecuteAdditionalData,
		{ id }: INodeCredentialsDetails,
	): Promise<ICredentialDataDecryptedObject> {
		return await Promise.resolve(this.get(id));
	}

	async getCredentials({ id }: INodeCredentialsDetails): Promise<ICredentials> {
		const credentials = { getData: () => this.get(id) };
		return await Promise.resolve(credentials as unknown as ICredentials);
	}

	async updateCredentials(
		{ id }: INodeCredentialsDetails,
		_type: string,
		data: ICredentialDataDecryptedObject,
	): Promise<void> {
		this.kept.set(id ?? '', { ...data });
		await Promise.resolve();
	}

	async updateCredentialsOauthTokenData(): Promise<void> {
		await Promise.resolve();
	}

	getCredentialsProperties(type: string): INodeProperties[] {
		return this.typeOf(type).properties;
	}

	async runPreAuthentication(): Promise<undefined> {
		await Promise.resolve();
	}

	async authenticate(
		credentials: ICredentialDataDecryptedObject,
		typeName: string,
		request: IHttpRequestOptions | IRequestOptionsSimplified,
		workflow?: Workflow,
		node?: INode,
	): Promise<IHttpRequestOptions> {
		const options = request as IHttpRequestOptions;
		const { authenticate } = this.typeOf(typeName);
		if (!authenticate) return options;
		if (typeof authenticate === 'function') return await authenticate(credentials, options);
		const parts = options as unknown as Record<string, IDataObject | undefined>;
		for (const [part, fields] of Object.entries(authenticate.properties)) {
			const filled = { ...parts[part] };
			for (const [name, value] of Object.entries(fields as Record<string, unknown>)) {
				filled[name] = resolve(value, credentials, workflow, node);
			}
			parts[part] = filled;
		}
		return options;
	}

	async preAuthentication(
		helpers: IHttpRequestHelper,
		credentials: ICredentialDataDecryptedObject,
		typeName: string,
		node: INode,
		credentialsExpired: boolean,
	): Promise<ICredentialDataDecryptedObject | undefined> {
		const type = this.typeOf(typeName);
		const token = type.properties.find(
			(property) => property.type === 'hidden' && property.typeOptions?.expirable === true,
		);
		if (!token || !type.preAuthentication) return undefined;
		if (credentials[token.name] && !credentialsExpired) return undefined;
		const fetched = await type.preAuthentication.call(helpers, credentials);
		// n8n stores the token only if the credential type has given one.
		if (!fetched[token.name]) return undefined;
		const details = node.credentials?.[typeName];
		const all = { ...credentials, ...fetched } as ICredentialDataDecryptedObject;
		if (details) await this.updateCredentials(details, typeName, all);
		return Object.assign(credentials, fetched) as ICredentialDataDecryptedObject;
	}

	private typeOf(name: string): ICredentialType {
		const type = this.types.get(name);
		if (!type) throw new Error(`The engine knows no credential type ${name}`);
		return type;
	}
}

function resolve(
	value: unknown,
	credentials: ICredentialDataDecryptedObject,
	workflow: Workflow | undefined,
	node: INode | undefined,
): string {
	const text = String(value);
	if (!text.startsWith('=') || !workflow || !node) return text;
	const data = { $credentials: credentials };
	return String(
		workflow.expression.getSimpleParameterValue(node, text, 'internal', data, undefined, ''),
	);
}
