import type { DemoShop } from './index';
import { ask } from './testShop';
import type { Answer } from './testShop';

/** A mutation's payload, as the tests of fulfillments read it. */
export interface Payload {
	readonly fulfillment?: Readonly<Record<string, unknown>> | null;
	readonly fulfillmentEvent?: Readonly<Record<string, unknown>> | null;
	readonly userErrors: readonly { readonly field: readonly string[]; readonly message: string }[];
}

/** What a mutation answered: its payload, or the errors at the top level. */
export interface Outcome {
	readonly payload: Payload | null;
	readonly errors: readonly (string | undefined)[];
	readonly cost: { readonly requestedQueryCost: number; readonly actualQueryCost: number };
}

const SELECTION = 'fulfillment { id name status } userErrors { field message }';

const MUTATIONS = {
	fulfillmentCreate: `mutation Ship($input: FulfillmentInput!) {
		fulfillmentCreate(fulfillment: $input) { ${SELECTION} }
	}`,
	fulfillmentCancel: `mutation Cancel($id: ID!) { fulfillmentCancel(id: $id) { ${SELECTION} } }`,
	fulfillmentTrackingInfoUpdate: `mutation Track($id: ID!, $input: FulfillmentTrackingInput!, $notify: Boolean) {
		fulfillmentTrackingInfoUpdate(fulfillmentId: $id, trackingInfoInput: $input, notifyCustomer: $notify) {
			${SELECTION}
		}
	}`,
	fulfillmentEventCreate: `mutation Report($input: FulfillmentEventInput!) {
		fulfillmentEventCreate(fulfillmentEvent: $input) {
			fulfillmentEvent { id status happenedAt } userErrors { field message }
		}
	}`,
} as const;

/** Sends one of the mutations of fulfillments. */
export async function mutate(
	shop: DemoShop,
	name: keyof typeof MUTATIONS,
	variables: Readonly<Record<string, unknown>>,
): Promise<Outcome> {
	const answer = await ask(shop, MUTATIONS[name], variables);
	const data = answer.data as Readonly<Record<string, Payload | null>> | null | undefined;
	const { cost } = (answer.extensions ?? {}) as unknown as Pick<Outcome, 'cost'>;
	// An HTTP error has a text there.
	const errors = Array.isArray(answer.errors) ? (answer.errors as Answer['errors']) : [];
	return {
		payload: data?.[name] ?? null,
		errors: (errors ?? []).map((one) => one.extensions?.code),
		cost,
	};
}

/** Texts of the user errors, each with its field before it. */
export const refusals = ({ payload }: Outcome): string[] =>
	(payload?.userErrors ?? []).map(({ field, message }) => `${field.join('.')}: ${message}`);
