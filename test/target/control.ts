import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Behaviour, WarehouseView } from '../page/contract';
import { ANSWERED, answerControl, badInput } from '../shop/controlHttp';
import type { Input } from '../shop/controlHttp';
import { sendAnswer } from './listen';
import { shipWishIn } from './shipInput';
import { MAX_QUANTITY } from './stockroom';
import type { Target, TargetFaults } from './target';
import type { Units } from './units';
import { warehouseOrderViews } from './views';

const NUMBERS = ['failEvery', 'delayMs', 'dropEvery'] as const;
/**
 * Longer than any n8n request waits; it keeps a slip of the finger from closing the warehouse for
 * good.
 */
const MAX_NUMBER = 600_000;

/** The warehouse as the control endpoints show it. */
export function warehouseView(target: Target): WarehouseView {
	return {
		orders: warehouseOrderViews(target),
		nextLabel: target.dispatch.nextLabel(),
		stock: target.stock(),
		behaviour: behaviourOf(target),
		refusals: target.refusals(),
	};
}

function behaviourOf({ faults }: Target): Behaviour & TargetFaults {
	return { ...faults };
}

/**
 * A part of a behaviour; refuses fields that there are not, since a misspelt one would be lost
 * silently.
 */
function behaviourIn(input: Input): Partial<TargetFaults> {
	const change: Partial<TargetFaults> = {};
	for (const [name, value] of Object.entries(input)) {
		const number = NUMBERS.find((one) => one === name);
		if (number) {
			if (
				typeof value !== 'number' ||
				!Number.isInteger(value) ||
				value < 0 ||
				value > MAX_NUMBER
			) {
				throw badInput(`${name}: a whole number from 0 to ${MAX_NUMBER} is needed`);
			}
			change[number] = value;
		} else if (name === 'down' || name === 'forgetful') {
			if (typeof value !== 'boolean') throw badInput(`${name}: true or false is needed`);
			change[name] = value;
		} else if (name === 'refuse') {
			if (typeof value !== 'string') throw badInput('refuse: a text is needed');
			change.refuse = value;
		} else {
			throw badInput(`${name}: the warehouse has no such behaviour`);
		}
	}
	return change;
}

/** A count of one SKU; refuses fields that there are not. */
function countIn({ sku, quantity, ...others }: Input): Units {
	const [unknown] = Object.keys(others);
	if (unknown !== undefined) throw badInput(`${unknown}: a count has no such field`);
	if (typeof sku !== 'string' || sku.trim() === '') throw badInput('sku: a text is needed');
	const fits =
		typeof quantity === 'number' &&
		Number.isInteger(quantity) &&
		quantity >= 0 &&
		quantity <= MAX_QUANTITY;
	if (!fits) throw badInput(`quantity: a whole number from 0 to ${MAX_QUANTITY} is needed`);
	return { sku: sku.trim(), quantity };
}

/**
 * Answers a request under `/warehouse/`: what the page shows of the warehouse and tells it. `POST
 * orders` is answered as the warehouse itself answers, with its status and its faults.
 */
export function controlTarget(
	target: Target,
	request: IncomingMessage,
	response: ServerResponse,
): Promise<void> {
	return answerControl(request, response, {
		subscribe: target.subscribe,
		statusOf: () => 500,
		async route(method, parts, input) {
			switch (`${method} ${parts.join('/')}`) {
				case 'GET state':
					return warehouseView(target);
				case 'POST behaviour':
					target.behave(behaviourIn(input));
					return behaviourOf(target);
				case 'POST orders': {
					const key = request.headers['idempotency-key'];
					const asked = { method, path: '/orders', key: typeof key === 'string' ? key : null };
					sendAnswer(await target.handle({ ...asked, body: input }), response);
					return ANSWERED;
				}
				case 'POST ship':
					return { shipments: target.ship(shipWishIn(input)) };
				case 'POST stock': {
					const counted = countIn(input);
					target.count(counted);
					return counted;
				}
				default:
					return undefined;
			}
		},
	});
}
