import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { CHANGE_EVENTS } from '../domain/changeEvents';
import type { TriggerContext } from './context';

/** The outputs of the node, by its field Events: an expression that n8n works out for each node. */
export const OUTPUTS =
	"={{ ($parameter.events ?? []).length > 0 ? [{ type: 'main', displayName: 'Ready' }, { type: 'main', displayName: 'Changes' }] : [{ type: 'main' }] }}" as const;

/** Items by the output that they leave by: what tells of a change by the second one, if there is one. */
export function byOutput(
	context: TriggerContext,
	items: readonly INodeExecutionData[],
): INodeExecutionData[][] {
	const ready = items.filter((item) => !isChange(item));
	return tells(context) ? [ready, items.filter(isChange)] : [ready];
}

/** What a poll has emitted, of all outputs: n8n hands it to the node as if it were its input (n8n-core 2.40). */
export function passedOn(context: IExecuteFunctions): INodeExecutionData[] {
	const ready = context.getInputData();
	return tells(context) ? [...ready, ...context.getInputData(1)] : ready;
}

function tells(context: TriggerContext): boolean {
	const read = context.getNodeParameter as (name: string, index?: number) => unknown;
	const events =
		'addExecutionHints' in context ? read.call(context, 'events', 0) : read.call(context, 'events');
	return Array.isArray(events) && events.length > 0;
}

function isChange({ json }: INodeExecutionData): boolean {
	return CHANGE_EVENTS.some((event) => event === json['event']);
}
