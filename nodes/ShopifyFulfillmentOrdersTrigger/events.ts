import type { INodeProperties } from 'n8n-workflow';
import type { ChangeEvent } from '../domain/changeEvents';
import { InputProblem } from '../domain/problem';

/** The events by the values that the field has. */
const EVENTS: Readonly<Record<string, ChangeEvent>> = {
	changed: 'Changed',
	moved: 'Moved',
	onHold: 'On Hold',
	released: 'Released',
	reopened: 'Reopened',
	cancelled: 'Cancelled',
};

/** Which changes of handed over orders leave the node, on an output of their own. */
export const EVENTS_FIELD: INodeProperties = {
	displayName: 'Events',
	name: 'events',
	type: 'multiOptions',
	noDataExpression: true,
	default: [],
	description:
		'What to tell of orders that the target has, on a second output. What is not chosen is logged. New orders (Ready) and those that changed on their way (Unsettled) always come, on the first output.',
	options: [
		{
			name: 'Cancelled',
			value: 'cancelled',
			description: 'The order is cancelled, or nothing is left of it',
		},
		{
			name: 'Changed',
			value: 'changed',
			description:
				'Units were removed or refunded, or the address, delivery method or note is another',
		},
		{ name: 'Moved', value: 'moved', description: 'Units are at another location now' },
		{ name: 'On Hold', value: 'onHold', description: 'Units must wait' },
		{ name: 'Released', value: 'released', description: 'Units that had to wait may be shipped' },
		{
			name: 'Reopened',
			value: 'reopened',
			description: 'A fulfillment was cancelled, and its units are open again',
		},
	],
};

/** The chosen events. Throws {@link InputProblem} for a value that there is not. */
export function parseEvents(value: unknown): ReadonlySet<ChangeEvent> {
	const values = Array.isArray(value) ? value : [];
	return new Set(
		values.map((one) => {
			const event = EVENTS[String(one)];
			if (event) return event;
			throw new InputProblem(`There is no event ${String(one)}`, {
				path: 'events',
				advice: `Choose among ${Object.values(EVENTS).join(', ')}`,
			});
		}),
	);
}
