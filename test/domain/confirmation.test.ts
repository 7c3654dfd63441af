import type { Confirmed, ConfirmationResult } from '../../nodes/domain/confirmation';
import { confirmOffer, returnOffer } from '../../nodes/domain/confirmation';
import type { HandoverRecord } from '../../nodes/domain/handoverRecord';
import { NO_RECORD } from '../../nodes/domain/handoverRecord';
import type { OrderState } from '../../nodes/domain/order';
import { InputProblem } from '../../nodes/domain/problem';
import {
	aConfirmedOffer,
	aFulfillmentOrder,
	aLine,
	anOffer,
	anOrder,
	aRecord,
	MUG,
	NOW,
	NOW_MS,
	YORK,
} from './builders';
import { fulfillment } from './changeEventCases';

const FO_A = '6837101';
const FO_B = '6837114';
const PART = {
	key: FO_B,
	fulfillmentOrder: FO_B,
	partOf: FO_A,
	units: { [MUG]: 1 },
	lastOfferedAt: NOW,
};
const mugs = (remaining: number, total = remaining) => aLine({ remaining, total });
const fo = (
	legacyId: string,
	count: number,
	fields: Parameters<typeof aFulfillmentOrder>[0] = {},
) => aFulfillmentOrder({ legacyId, lines: [mugs(count)], ...fields });
const of = (...fulfillmentOrders: OrderState['fulfillmentOrders']) =>
	anOrder({ fulfillmentOrders });

function confirm(
	order: OrderState,
	record: HandoverRecord,
	key: string,
	attempt?: number,
): Confirmed {
	return confirmOffer(order, record, {
		key,
		nowMs: NOW_MS,
		run: 'execution-400',
		reference: 'WH-88120',
		...(attempt !== undefined && { attempt }),
	});
}

/** Key and fate of each offer, in short. */
function fates({ offers }: HandoverRecord): readonly string[] {
	return offers.map((offer) => {
		const count = offer.units[MUG] ?? 0;
		const voided = offer.voidedAt ? 'void' : 'waiting';
		return `${offer.key} x${count} ${offer.confirmedAt && !offer.voidedAt ? 'confirmed' : voided}`;
	});
}

const IN_DOUBT = aRecord([
	anOffer({ attempts: 2, inDoubt: true, lastOfferedAt: NOW }),
	anOffer(PART),
]);
const CLOSED = aFulfillmentOrder({ status: 'CLOSED', lines: [] });
const SHIPPED = aFulfillmentOrder({ status: 'CLOSED', lines: [mugs(0, 2)] });
const WAITING = aRecord([anOffer()]);

describe('the answer to a confirmation', () => {
	it.each<
		[
			ConfirmationResult,
			string,
			OrderState,
			HandoverRecord,
			string,
			number | undefined,
			readonly string[],
		]
	>([
		['confirmed', 'all is as it was', anOrder(), WAITING, FO_A, 1, [FO_A]],
		[
			'confirmed',
			'an older attempt of the same offer',
			anOrder(),
			aRecord([anOffer({ attempts: 3 })]),
			FO_A,
			1,
			[FO_A],
		],
		['confirmed', 'split since', of(fo(FO_A, 1), fo(FO_B, 1)), WAITING, FO_A, 1, [FO_A, FO_B]],
		[
			'confirmed',
			'cancelled and replaced',
			of(CLOSED, fo(FO_B, 2)),
			WAITING,
			FO_A,
			undefined,
			[FO_B],
		],
		['alreadyConfirmed', 'confirmed before', anOrder(), aRecord([aConfirmedOffer()]), FO_A, 1, []],
		['onHold', 'held', of(fo(FO_A, 2, { status: 'ON_HOLD' })), WAITING, FO_A, 1, []],
		[
			'onHold',
			'a part held',
			of(fo(FO_A, 1, { status: 'ON_HOLD' }), fo(FO_B, 1)),
			WAITING,
			FO_A,
			1,
			[FO_B],
		],
		['cancelled', 'the order is cancelled', anOrder({ cancelledAt: NOW }), WAITING, FO_A, 1, []],
		['cancelled', 'all units are removed', of(CLOSED), WAITING, FO_A, 1, []],
		['moved', 'moved whole', of(fo(FO_A, 2, { location: YORK })), WAITING, FO_A, 1, []],
		[
			'moved',
			'moved in part',
			of(fo(FO_A, 1), fo(FO_B, 1, { location: YORK })),
			WAITING,
			FO_A,
			1,
			[FO_A],
		],
		['closed', 'all shipped', { ...of(SHIPPED), fulfilled: { [MUG]: 2 } }, WAITING, FO_A, 1, []],
		[
			'changed',
			'some shipped by others',
			{
				...of(fo(FO_A, 1, { status: 'IN_PROGRESS', lines: [mugs(1, 2)] })),
				fulfilled: { [MUG]: 1 },
			},
			WAITING,
			FO_A,
			1,
			[],
		],
		['changed', 'some removed', of(fo(FO_A, 1)), WAITING, FO_A, 1, [FO_A]],
		['superseded', 'emitted again as Unsettled', of(fo(FO_B, 1)), IN_DOUBT, FO_A, 1, []],
		['superseded', 'void', anOrder(), aRecord([anOffer({ voidedAt: NOW })]), FO_A, 1, []],
		[
			'confirmed',
			'changed to its part',
			of(fo(FO_A, 1, { status: 'ON_HOLD' }), fo(FO_B, 1)),
			IN_DOUBT,
			FO_A,
			2,
			[FO_B],
		],
		[
			'onHold',
			'changed to its part, which is held by now',
			of(fo(FO_A, 2, { status: 'ON_HOLD' })),
			IN_DOUBT,
			FO_A,
			2,
			[],
		],
		[
			'confirmed',
			'moved here from where another trigger has handed it over',
			of(fo(FO_A, 2, { location: YORK })),
			aRecord([aConfirmedOffer(), anOffer({ key: '6837101:2', location: YORK.id })]),
			'6837101:2',
			1,
			[FO_A],
		],
	])('is %s: %s', (result, _, order, record, key, attempt, carriers) => {
		const confirmed = confirm(order, record, key, attempt);

		expect(confirmed.result).toBe(result);
		expect(confirmed.carriers.map(({ legacyId }) => legacyId)).toEqual(carriers);
	});

	it.each(['superseded', 'alreadyConfirmed'])('%s changes nothing', (result) => {
		const record = result === 'superseded' ? IN_DOUBT : aRecord([aConfirmedOffer()]);

		expect(confirm(anOrder(), record, FO_A, 1).record).toBe(record);
	});

	it('is alreadyConfirmed the second time', () => {
		const first = confirm(anOrder(), WAITING, FO_A, 1);

		expect(confirm(anOrder(), first.record, FO_A, 1)).toEqual({
			result: 'alreadyConfirmed',
			record: first.record,
			carriers: [],
		});
	});

	it('records time and reference', () => {
		expect(confirm(anOrder(), WAITING, FO_A, 1).record).toEqual(
			aRecord([anOffer({ confirmedAt: NOW, reference: 'WH-88120' })]),
		);
	});

	it('takes a returned offer as held again', () => {
		const record = aRecord([anOffer({ returnedAt: NOW })]);

		expect(confirm(anOrder(), record, FO_A).record.offers[0]).not.toHaveProperty('returnedAt');
	});
});

describe('a whole and its parts', () => {
	const order = of(fo(FO_A, 1, { status: 'ON_HOLD' }), fo(FO_B, 1));

	it.each([
		[
			'the whole, changed to its part, voids the part',
			FO_A,
			IN_DOUBT,
			['6837101 x1 confirmed', '6837114 x1 void'],
		],
		['a part voids the whole', FO_B, IN_DOUBT, ['6837101 x2 void', '6837114 x1 confirmed']],
		[
			'a part leaves the other parts waiting',
			FO_B,
			aRecord([...IN_DOUBT.offers, anOffer({ ...PART, key: '6837115' })]),
			['6837101 x2 void', '6837114 x1 confirmed', '6837115 x1 waiting'],
		],
		[
			'the whole does not keep a part at another location',
			FO_A,
			aRecord([IN_DOUBT.offers[0] ?? anOffer(), anOffer({ ...PART, location: YORK.id })]),
			['6837101 x2 void', '6837114 x1 void'],
		],
		[
			'the whole leaves alone a part that was not ready any more',
			FO_A,
			aRecord([
				IN_DOUBT.offers[0] ?? anOffer(),
				anOffer({ ...PART, lastOfferedAt: '2026-11-22T09:00:00.000Z' }),
			]),
			['6837101 x2 void', '6837114 x1 waiting'],
		],
		[
			'the whole without any part is void',
			FO_A,
			aRecord([anOffer({ attempts: 2, inDoubt: true, lastOfferedAt: NOW })]),
			['6837101 x2 void'],
		],
	])('%s', (_, key, record, expected) => {
		const confirmed = confirm(order, record, key);

		expect(fates(confirmed.record)).toEqual(expected);
		expect(confirmed.result).toBe('confirmed');
	});

	it('puts aside what others had shipped of the whole', () => {
		const shipped = {
			...of(fo(FO_A, 1, { status: 'IN_PROGRESS', lines: [mugs(1, 2)] })),
			fulfilled: { [MUG]: 1 },
			fulfillments: [fulfillment()],
		};
		const record = aRecord([
			anOffer({ attempts: 2, inDoubt: true, lastOfferedAt: NOW }),
			anOffer({ ...PART, key: '6837101:2', fulfillmentOrder: FO_A, firstOfferedAt: NOW }),
		]);

		for (const key of [FO_A, '6837101:2']) {
			expect(confirm(shipped, record, key).record.shippedBefore).toEqual({ [FO_A]: { [MUG]: 1 } });
		}
	});
});

describe('by hand', () => {
	it('takes units that were never offered, under the key of their fulfillment order', () => {
		const { result, record } = confirm(anOrder(), NO_RECORD, FO_A);

		expect(result).toBe('confirmed');
		expect(fates(record)).toEqual(['6837101 x2 confirmed']);
	});

	it.each([
		['6837101-r2', aRecord([aConfirmedOffer()]), ['6837101 x2 void', '6837101-r2 x2 confirmed']],
		[
			'6837101-r3',
			aRecord([anOffer({ voidedAt: NOW }), aConfirmedOffer({ key: '6837101-r2' })]),
			['6837101 x2 void', '6837101-r2 x2 void', '6837101-r3 x2 confirmed'],
		],
		[
			'6837101:2-r2',
			aRecord([aConfirmedOffer(), aConfirmedOffer({ key: '6837101:2', units: { [MUG]: 1 } })]),
			['6837101 x2 confirmed', '6837101:2 x1 void', '6837101:2-r2 x1 confirmed'],
		],
	])('sends again under %s and voids the key before', (key, record, expected) => {
		const order = of(fo(FO_A, 3, { progress: true }));

		expect(fates(confirm(order, record, key).record)).toEqual(expected);
	});

	it.each([
		['an unknown fulfillment order', '6839999', NO_RECORD],
		['no key at all', '#1042', NO_RECORD],
		['nothing left that is free', '6837101:2', aRecord([aConfirmedOffer()])],
	])('refuses %s', (_, key, record) => {
		expect(() => confirm(anOrder(), record, key)).toThrow(InputProblem);
		expect(() => confirm(anOrder(), record, key)).toThrow(
			`Order #1042 has nothing to hand over under the key ${key}`,
		);
	});
});

describe('what a target gives back', () => {
	it('still counts, and its time stays the first one', () => {
		const once = returnOffer(WAITING, FO_A, NOW_MS);

		expect(once.offers[0]?.returnedAt).toBe(NOW);
		expect(returnOffer(once, FO_A, NOW_MS + 1)).toEqual(once);
	});

	it.each([
		['the whole: its parts are void', FO_A, FO_B],
		['a part: the whole is void', FO_B, FO_A],
	])('%s', (_, key, other) => {
		const { offers } = returnOffer(IN_DOUBT, key, NOW_MS);

		expect(offers.find((offer) => offer.key === key)?.returnedAt).toBe(NOW);
		expect(offers.find((offer) => offer.key === other)?.voidedAt).toBe(NOW);
	});

	it('changes nothing for an unknown key', () => {
		expect(returnOffer(WAITING, '6839999', NOW_MS).offers).toEqual(WAITING.offers);
	});
});
