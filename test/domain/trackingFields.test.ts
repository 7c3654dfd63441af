import { InputProblem } from '../../nodes/domain/problem';
import { parseNumbers, parseParcels, parseUrls } from '../../nodes/domain/tracking';

const LEEDS = 'https://www.dpd.co.uk/apps/tracking/?reference=15501234567890';
const YORK = 'https://parcels.example/t?ids=9400,9401;lang=en|de';
const YORK_SENT = 'https://parcels.example/t?ids=9400,9401;lang=en%7Cde';

const problemOf = (run: () => unknown): string => {
	try {
		run();
	} catch (error) {
		if (error instanceof InputProblem) return `${error.message} | ${error.advice ?? ''}`;
		throw error;
	}
	return 'none';
};

describe('tracking numbers of a field', () => {
	it.each<readonly [what: string, value: unknown, expected: readonly string[]]>([
		['nothing', undefined, []],
		['null', null, []],
		["Odoo's empty field", false, []],
		['an empty list', [], []],
		['one', '15501234567890', ['15501234567890']],
		['leading zeros', '00340434161094015902', ['00340434161094015902']],
		['blanks around and within', '\t1Z 999  AA1 01\u00a02345 6784 ', ['1Z 999 AA1 01 2345 6784']],
		['invisible characters', '\ufeffJJD0001\u200b4600\u200e', ['JJD00014600']],
		['several', 'A100, B200;C300|D400\nE500\r\nF600', 'A100 B200 C300 D400 E500 F600'.split(' ')],
		['separators at the ends', ',A100;;B200,', ['A100', 'B200']],
		['repeated ones', 'A100, a 100 ,B200', ['A100', 'B200']],
		['hyphens apart', '1042-1-11,1042-11-1,10421-11', ['1042-1-11', '1042-11-1', '10421-11']],
		['a number', 15501234567890, ['15501234567890']],
		['a number in exponent notation', 1.550123456789e13, ['15501234567890']],
		['the highest number that is exact', 9007199254740991, ['9007199254740991']],
		['a big integer', 340434161094015902n, ['340434161094015902']],
		['a list', ['A100', 200, null, ['B200,C300']], ['A100', '200', 'B200', 'C300']],
		['a list in a text', '["A100", "B200"]', ['A100', 'B200']],
		['marks of a spreadsheet', '="0034043"', ['0034043']],
		['an apostrophe of a spreadsheet', "'0034043", ['0034043']],
		['the trace of a float', '15501234567890.0', ['15501234567890']],
		['an exponent with all digits', '1.5501234567890E+13', ['15501234567890']],
		['an E within', '1E5500', ['1E5500']],
		['stand-ins', 'n/a, N.A.,-,–,none;NULL|undefined,0,0000,#N/A,NaN,.', []],
		['stand-ins as values', [0, NaN, '-'], []],
		['what only begins like a stand-in', 'NONE1, 0034, N/A-7', ['NONE1', '0034', 'N/A-7']],
	])('%s', (_, value, expected) => {
		expect(parseNumbers(value)).toEqual(expected);
	});

	it.each<readonly [what: string, value: unknown, message: string]>([
		['a number beyond 2^53', 340434161094015900, 'number 340434161094015900 has lost digits'],
		['one beyond 10^21', 1e25, 'number 1e+25 has lost digits'],
		['a text out of a spreadsheet', '1.55012E+13', 'number 1.55012E+13 has lost digits'],
		['a German one', '1,55012E+13', 'number 55012E+13 has lost digits'],
		['a big float', '340434161094015900.0', 'number 340434161094015900.0 has lost digits'],
		['a fraction', 12.5, 'number 12.5 is not a whole number'],
		['one below zero', -4, 'number -4 is not a whole number'],
		['a web address', `A100, ${LEEDS}`, `number ${LEEDS} is a web address`],
		['an address without scheme', 'www.dpd.co.uk/15501', 'www.dpd.co.uk/15501 is a web address'],
		['an object', { number: 'A100' }, 'The tracking number is neither a text nor a number'],
		['an object in a text', '[object Object]', 'neither a text nor a number'],
		['yes', [true], 'neither a text nor a number'],
	])('are refused: %s', (_, value, message) => {
		expect(problemOf(() => parseNumbers(value))).toContain(message);
	});

	it('say what to do about lost digits', () => {
		expect(problemOf(() => parseNumbers(2 ** 60))).toContain('| Send it as a text');
	});
});

describe('tracking URLs of a field', () => {
	it.each<readonly [what: string, value: unknown, expected: readonly (string | null)[]]>([
		['nothing', undefined, []],
		['blank', ' ', []],
		['one', LEEDS, [LEEDS]],
		['blanks around', ` \n${LEEDS} `, [LEEDS]],
		['no scheme', 'www.dpd.co.uk/15501', ['https://www.dpd.co.uk/15501']],
		['no scheme, but a port', 'dpd.example:8443/15501', ['https://dpd.example:8443/15501']],
		['this machine', 'http://localhost:5691/t/7', ['http://localhost:5691/t/7']],
		['separators within', YORK, [YORK_SENT]],
		['several by comma', `${LEEDS},${LEEDS}2`, [LEEDS, `${LEEDS}2`]],
		['several by comma and blank', `${LEEDS}, dpd.example/2 `, [LEEDS, 'https://dpd.example/2']],
		['several by blank', `${LEEDS} www.dpd.example/2`, [LEEDS, 'https://www.dpd.example/2']],
		['a gap', `${LEEDS},,${LEEDS}3`, [LEEDS, null, `${LEEDS}3`]],
		['a gap with a blank', `${LEEDS} | ; ${LEEDS}3`, [LEEDS, null, `${LEEDS}3`]],
		['lines with a gap', `${LEEDS}\r\n\r\n${YORK}`, [LEEDS, null, YORK_SENT]],
		['a list', [null, LEEDS, 'n/a', YORK, ''], [null, LEEDS, null, YORK_SENT]],
		['a list in a text', `["${LEEDS}","${YORK}"]`, [LEEDS, YORK_SENT]],
		['zero', 0, []],
		['a placeholder', 'dpd.example/{ Number }?q=ä', ['https://dpd.example/{number}?q=%C3%A4']],
		[
			'what no URL may have',
			'https://paket.example/straße?q=[1]&p=100%',
			['https://paket.example/stra%C3%9Fe?q=%5B1%5D&p=100%25'],
		],
		['a host with umlauts', 'https://köln.example/7', ['https://xn--kln-sna.example/7']],
	])('%s', (_, value, expected) => {
		expect(parseUrls(value)).toEqual(expected);
	});

	it.each<readonly [value: unknown, message: string]>([
		['A100200', 'The tracking URL A100200 is not a web address'],
		['12.5', 'The tracking URL 12.5 is not a web address'],
		['ftp://dpd.example/7', 'ftp://dpd.example/7 is not a web address'],
		['javascript:alert(1)', 'javascript:alert(1) is not a web address'],
		['https:/dpd.example', 'is not a web address'],
		['https://', 'is not a web address'],
		['https://dpd.example:port/', 'is not a web address'],
		['track it at dpd', 'is not a web address'],
		['service@dpd.example', 'is not a web address'],
		[{ url: LEEDS }, 'The tracking URL is neither a text nor a number'],
	])('are refused: %s', (value, message) => {
		expect(problemOf(() => parseUrls(value))).toContain(message);
	});
});

describe('numbers and URLs of two fields', () => {
	it.each<readonly [what: string, unknown, unknown, readonly string[], readonly (string | null)[]]>(
		[
			['one each', 'A100', LEEDS, ['A100'], [LEEDS]],
			[
				'a blank number',
				['A100', '', 'C300'],
				[LEEDS, null, YORK],
				['A100', 'C300'],
				[LEEDS, YORK_SENT],
			],
			[
				'a repeated row',
				['A100', 'A100', 'B200'],
				[LEEDS, LEEDS, YORK],
				['A100', 'B200'],
				[LEEDS, YORK_SENT],
			],
			['a URL in a later row', ['A100', 'a100'], [null, LEEDS], ['A100'], [LEEDS]],
			[
				'blank lines in one field',
				'A100\n\nB200\n',
				`${LEEDS}\n${YORK}`,
				['A100', 'B200'],
				[LEEDS, YORK_SENT],
			],
			['one URL for several', 'A100,B200', LEEDS, ['A100', 'B200'], [LEEDS]],
			['no URL', 'A100,B200', '', ['A100', 'B200'], []],
			['a URL without a number', '', LEEDS, [], [LEEDS]],
			['nothing', null, undefined, [], []],
		],
	)('%s', (_, numbers, urls, expectedNumbers, expectedUrls) => {
		expect(parseParcels(numbers, urls)).toEqual({ numbers: expectedNumbers, urls: expectedUrls });
	});
});
