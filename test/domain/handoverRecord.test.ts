import type { HandoverRecord, Offer } from '../../nodes/domain/handoverRecord';
import {
	isUnconfirmed,
	liveOffers,
	nextKey,
	NO_RECORD,
	parseKey,
	readRecord,
	repeatKey,
	UnreadableRecord,
	withoutRepeat,
	writeRecord,
} from '../../nodes/domain/handoverRecord';
import { aConfirmedOffer, anOffer, aRecord, MUG, NOW, TEA } from './builders';
import { random } from './random';

function randomOffer(next: (below: number) => number): Offer {
	const coin = (): boolean => next(2) === 1;
	const fulfillmentOrder = String(6837100 + next(5));
	return {
		...anOffer({ fulfillmentOrder, attempts: 1 + next(9) }),
		key: fulfillmentOrder + (coin() ? `:${2 + next(3)}` : '') + (coin() ? `-r${2 + next(3)}` : ''),
		location: coin() ? String(7310 + next(3)) : null,
		units: { [MUG]: 1 + next(9), ...(coin() && { [TEA]: 1 + next(9) }) },
		...(coin() && { confirmedAt: NOW }),
		...(coin() && { reference: ['WH-1', '"quoted"', 'Zürich ☃', ''][next(4)] ?? '' }),
		...(coin() && { inDoubt: true as const }),
		...(coin() && { partOf: '6837101' }),
		...(coin() && { voidedAt: NOW }),
		...(coin() && { returnedAt: NOW }),
	};
}

function randomRecord(seed: number): HandoverRecord {
	const next = random(seed);
	const offers = Array.from({ length: next(6) }, () => randomOffer(next));
	return aRecord(offers, next(2) === 1 ? { '6837101': { [MUG]: 1 + next(4) } } : {});
}

describe('the text of a record', () => {
	it('reads back what was written', () => {
		for (let seed = 1; seed <= 500; seed += 1) {
			const record = randomRecord(seed);

			expect({ seed, record: readRecord(writeRecord(record)) }).toEqual({ seed, record });
		}
	});

	it.each([null, undefined, ''])('is no record at all: %j', (text) => {
		expect(readRecord(text)).toBe(NO_RECORD);
	});

	it.each([
		['{', 'it is not JSON'],
		['[]', 'it was written by a newer version'],
		['"offers"', 'it was written by a newer version'],
		['{"v":2,"offers":[]}', 'it was written by a newer version'],
		['{"v":1}', 'it was written by a newer version'],
		['{"v":1,"offers":[7]}', 'an offer is not an object'],
		['{"v":1,"offers":[{"n":1,"u":{}}]}', 'an offer has no "k"'],
		['{"v":1,"offers":[{"k":"1","fo":"1","f":"","l":"","r":"","u":{}}]}', 'an offer has no "n"'],
		['{"v":1,"offers":[{"k":"1","fo":"1","f":"","l":"","r":"","n":1}]}', 'an offer has no units'],
		[
			'{"v":1,"offers":[{"k":"1","fo":"1","f":"","l":"","r":"","n":1,"u":{"9001":-1}}]}',
			'an offer has units that are not a number',
		],
		[
			'{"v":1,"offers":[{"k":"1","fo":"1","f":"","l":"","r":"","n":1,"u":{"9001":0.5}}]}',
			'an offer has units that are not a number',
		],
		['{"v":1,"offers":[],"before":{"6837101":[]}}', 'an offer has no units'],
	])('is never guessed: %s', (text, why) => {
		expect(() => readRecord(text)).toThrow(UnreadableRecord);
		expect(() => readRecord(text)).toThrow(
			`The handover record of the order cannot be read: ${why}`,
		);
	});

	it('may have come without units shipped before', () => {
		expect(readRecord('{"v":1,"offers":[]}')).toEqual(aRecord());
	});
});

describe('keys', () => {
	it.each<[string, readonly string[], string]>([
		['the first', [], '6837101'],
		['the second', ['6837101'], '6837101:2'],
		['the third', ['6837101', '6837101:2'], '6837101:3'],
		['after one that was sent again', ['6837101-r2'], '6837101:2'],
		['after another fulfillment order', ['6837102', '6837102:2'], '6837101'],
		['in a gap', ['6837101:2'], '6837101'],
	])('of the next offer: %s', (_, keys, expected) => {
		expect(nextKey(aRecord(keys.map((key) => anOffer({ key }))), '6837101')).toBe(expected);
	});

	it('are never used again, voided ones included', () => {
		let record = aRecord();
		for (let count = 0; count < 20; count += 1) {
			const key = nextKey(record, '6837101');

			expect(record.offers.map((offer) => offer.key)).not.toContain(key);
			record = aRecord([...record.offers, anOffer({ key, voidedAt: NOW })]);
		}
	});

	it.each([
		[['6837101'], '6837101', '6837101-r2'],
		[['6837101', '6837101-r2'], '6837101-r2', '6837101-r3'],
		[['6837101:2'], '6837101:2', '6837101:2-r2'],
	])('of %j, %s is sent again as %s', (keys, key, expected) => {
		expect(repeatKey(aRecord(keys.map((one) => anOffer({ key: one }))), key)).toBe(expected);
	});

	it.each([
		['6837101', { fulfillmentOrder: '6837101', number: 1, repeat: 1 }],
		['6837101:2', { fulfillmentOrder: '6837101', number: 2, repeat: 1 }],
		['6837101:12-r3', { fulfillmentOrder: '6837101', number: 12, repeat: 3 }],
		['6837101-r2', { fulfillmentOrder: '6837101', number: 1, repeat: 2 }],
		['#1042', undefined],
		['', undefined],
		['6837101:', undefined],
	])('%s is read as %j', (key, expected) => {
		expect(parseKey(key)).toEqual(expected);
	});

	it('lose how often they were sent again', () => {
		expect(['6837101:2-r12', '6837101'].map(withoutRepeat)).toEqual(['6837101:2', '6837101']);
	});
});

describe('what counts', () => {
	it.each([
		['waiting', anOffer(), true, true],
		['in doubt', anOffer({ inDoubt: true }), true, true],
		['confirmed', aConfirmedOffer(), true, false],
		['returned', anOffer({ returnedAt: NOW }), true, false],
		['void', anOffer({ voidedAt: NOW }), false, false],
	])('an offer that is %s', (_, offer, live, unconfirmed) => {
		expect(liveOffers(aRecord([offer]))).toHaveLength(live ? 1 : 0);
		expect(isUnconfirmed(offer)).toBe(unconfirmed);
	});
});
