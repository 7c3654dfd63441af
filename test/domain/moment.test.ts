import { parseMoment, sameSecond } from '../../nodes/domain/moment';

describe('parseMoment', () => {
	it.each<[unknown, string | null]>([
		['2026-11-20T10:00:00Z', '2026-11-20T10:00:00Z'],
		['2026-11-20T11:00:00.987+01:00', '2026-11-20T10:00:00Z'],
		[' 2026-11-20 11:00:00 +0100 ', '2026-11-20T10:00:00Z'],
		['2026-11-20t10:00z', '2026-11-20T10:00:00Z'],
		['2028-02-29', '2028-02-29T00:00:00Z'],
		['Fri, 20 Nov 2026 10:00:00 GMT', '2026-11-20T10:00:00Z'],
		['Fri Nov 20 2026 11:00:00 GMT+0100 (Central European Standard Time)', '2026-11-20T10:00:00Z'],
		[1_795_168_800, '2026-11-20T10:00:00Z'],
		['1795168800000', '2026-11-20T10:00:00Z'],
		[new Date('2026-11-20T10:00:00.500Z'), '2026-11-20T10:00:00Z'],
		[{ toJSON: () => '2026-11-20T11:00:00.000+01:00' }, '2026-11-20T10:00:00Z'],
		['', null],
		[undefined, null],
		[null, null],
		['n/a', null],
		[0, null],
	])('reads %p', (value, expected) => {
		expect(parseMoment('Happened At', value)).toBe(expected);
	});

	it.each<[unknown, string]>([
		['2026-11-20T10:00:00', 'is "2026-11-20T10:00:00", which does not say in which time zone'],
		['2026-11-20 10:00', 'is "2026-11-20 10:00", which does not say in which time zone'],
		['02/03/2026', 'is "02/03/2026", which is not a date and time'],
		['20.11.2026 10:00', 'is "20.11.2026 10:00", which is not a date and time'],
		['2026-02-30T10:00:00Z', 'is "2026-02-30T10:00:00Z", which is not a date and time'],
		['2026-13-01', 'is "2026-13-01", which is not a date and time'],
		['2026-11-20T25:00:00Z', 'is "2026-11-20T25:00:00Z", which is not a date and time'],
		['0001-01-01T00:00:00Z', 'is "0001-01-01T00:00:00Z", which is not a date and time'],
		['tomorrow', 'is "tomorrow", which is not a date and time'],
		['1', 'is "1", which is not a date and time'],
		[46_346.5, 'is "46346.5", which is not a date and time'],
		[new Date(NaN), 'is an object, which is not a date and time'],
		[{ at: 'ten' }, 'is an object, which is not a date and time'],
		[true, 'is true, which is not a date and time'],
	])('refuses %p', (value, expected) => {
		expect(() => parseMoment('Happened At', value)).toThrow(`Happened At ${expected}`);
	});
});

it('compares moments to the second', () => {
	expect(sameSecond('2026-11-20T10:00:00Z', '2026-11-20T11:00:00.900+01:00')).toBe(true);
	expect(sameSecond('2026-11-20T10:00:00Z', '2026-11-20T10:00:01Z')).toBe(false);
});
