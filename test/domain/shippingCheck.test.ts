import type { Offer } from '../../nodes/domain/handoverRecord';
import type { FulfillmentOrderState, OrderState } from '../../nodes/domain/order';
import { InputProblem } from '../../nodes/domain/problem';
import type { ShippingCheck } from '../../nodes/domain/shippingCheck';
import { checkShipping } from '../../nodes/domain/shippingCheck';
import {
	aConfirmedOffer,
	aFulfillmentOrder,
	aLine,
	anOrder,
	aRecord,
	CARD,
	LEEDS,
	MUG,
	NOW,
	TEA,
	YORK,
} from './builders';

const FO_A = '6837101';
const FO_B = '6837114';

const mugs = (remaining: number, total = remaining) => aLine({ remaining, total });

/** What an order with these fulfillment orders reads for the key of the first; by default two mugs were offered. */
function check(
	fulfillmentOrders: readonly FulfillmentOrderState[],
	offers: readonly Offer[] = [aConfirmedOffer()],
	more: Partial<OrderState> = {},
): ShippingCheck {
	return checkShipping(anOrder({ fulfillmentOrders, ...more }), aRecord(offers), { key: FO_A });
}

const SCHEDULED = { status: 'SCHEDULED', supportedActions: ['MARK_AS_OPEN', 'MOVE'] };
const HELD = { status: 'ON_HOLD' };

describe('one sentence says what has become of the units', () => {
	const CASES: readonly (readonly [ShippingCheck, ShippingCheck['result'], string | null])[] = [
		[check([aFulfillmentOrder()]), 'mayShip', null],
		[
			check([aFulfillmentOrder({ lines: [mugs(1)] })]),
			'changed',
			'Of 2 units, 1 is removed, refunded, or no longer to be seen by this app and 1 may ship',
		],
		[check([aFulfillmentOrder(SCHEDULED)]), 'held', 'All 2 units are scheduled for later'],
		[
			check([
				aFulfillmentOrder({ ...HELD, lines: [mugs(1)] }),
				aFulfillmentOrder({ ...SCHEDULED, legacyId: FO_B, lines: [mugs(1)] }),
			]),
			'held',
			'All 2 units are on hold or scheduled for later',
		],
		[
			check(
				[
					aFulfillmentOrder({ ...HELD, lines: [mugs(1, 2)] }),
					aFulfillmentOrder({ legacyId: FO_B, location: YORK, lines: [mugs(1)] }),
					aFulfillmentOrder({ legacyId: '6837115', lines: [mugs(1)] }),
				],
				[aConfirmedOffer({ units: { [MUG]: 5 } })],
				{ fulfilled: { [MUG]: 1 } },
			),
			'held',
			'Of 5 units, 1 is on hold, 1 is at York now, 1 is shipped already, 1 is removed, refunded, or no longer to be seen by this app and 1 may ship',
		],
		[
			check(
				[aFulfillmentOrder({ location: YORK, lines: [mugs(1)] })],
				[aConfirmedOffer({ units: { [MUG]: 1 } })],
			),
			'moved',
			'Its unit is at York now',
		],
		[
			check([aFulfillmentOrder({ status: 'INCOMPLETE' })]),
			'cancelled',
			'All 2 units are removed, refunded, or no longer to be seen by this app',
		],
	];

	test.each(CASES)('case %#', ({ result, reason }, expectedResult, expectedReason) => {
		expect({ result, reason }).toEqual({ result: expectedResult, reason: expectedReason });
	});
});

test('where a location cannot be seen, the same one that cannot be seen is no move', () => {
	const hidden = { ...LEEDS, id: null };

	const { result } = check(
		[aFulfillmentOrder({ location: hidden })],
		[aConfirmedOffer({ location: null })],
	);

	expect(result).toBe('mayShip');
});

test('each line says how many of its units may ship, the oldest line first', () => {
	const offer = aConfirmedOffer({ units: { [TEA]: 3, [MUG]: 2 } });
	const tea = aLine({ orderLineId: TEA, total: 1 });

	const { lines } = check([aFulfillmentOrder({ lines: [mugs(1, 2), tea] })], [offer], {
		fulfilled: { [MUG]: 1 },
	});

	const none = { held: 0, moved: 0, shipped: 0, gone: 0 };
	expect(lines).toEqual([
		{ ...none, orderLineId: MUG, offered: 2, mayShip: 1, shipped: 1 },
		{ ...none, orderLineId: TEA, offered: 3, mayShip: 1, gone: 2 },
	]);
});

test('what was shipped before the offer was made is not its own', () => {
	const offer = aConfirmedOffer({ units: { [MUG]: 1 }, shippedThen: { [MUG]: 1 } });

	const { result } = check([aFulfillmentOrder({ lines: [mugs(1, 2)] })], [offer], {
		fulfilled: { [MUG]: 1 },
	});

	expect(result).toBe('mayShip');
});

describe('without a record', () => {
	const card = aLine({ orderLineId: CARD, total: 1 });

	test('a gift card beside the goods is not to be shipped', () => {
		const { lines, result, recorded } = check([aFulfillmentOrder({ lines: [mugs(2), card] })], []);

		expect({ result, recorded }).toEqual({ result: 'mayShip', recorded: false });
		expect(lines.map(({ orderLineId }) => orderLineId)).toEqual([MUG]);
	});

	test('a gift card alone is', () => {
		const { lines, result } = check([aFulfillmentOrder({ lines: [card] })], []);

		expect({ result, units: lines.map(({ mayShip }) => mayShip) }).toEqual({
			result: 'mayShip',
			units: [1],
		});
	});

	test('a cancelled order shows what is not shipped any more', () => {
		const closed = aFulfillmentOrder({ status: 'CLOSED', lines: [mugs(2)] });

		const { lines, result } = check([closed], [], { cancelledAt: NOW });

		expect({ result, lines }).toMatchObject({
			result: 'cancelled',
			lines: [{ offered: 2, gone: 2, mayShip: 0 }],
		});
	});

	test('the next key of a fulfillment order means what its offers do not', () => {
		const order = anOrder({ fulfillmentOrders: [aFulfillmentOrder({ lines: [mugs(3)] })] });

		const { lines, recorded } = checkShipping(order, aRecord([aConfirmedOffer()]), {
			key: `${FO_A}:2`,
		});

		expect({ recorded, offered: lines.map(({ offered }) => offered) }).toEqual({
			recorded: false,
			offered: [1],
		});
	});

	test.each([`${FO_A}:3`, `${FO_A}-r2`, FO_B, 'mugs for York'])(
		'the key %s was never given',
		(key) => {
			const record = aRecord([aConfirmedOffer()]);

			expect(() => checkShipping(anOrder(), record, { key })).toThrow(InputProblem);
		},
	);
});
