import { InputProblem } from '../../nodes/domain/problem';
import type { Parcel, Tracking, TrackingSource } from '../../nodes/domain/tracking';
import {
	mergeTracking,
	numberKey,
	sameTracking,
	showsTracking,
	toTrackingInput,
	trackingOf,
} from '../../nodes/domain/tracking';

const LEEDS = 'https://www.dpd.co.uk/apps/tracking/?reference=15501234567890';
const YORK = 'https://parcels.example/t?ids=9400,9401;lang=en';

/** Parcels from `number` or `number > url`. */
const tracking = (company: string | null, ...parcels: readonly string[]): Tracking => ({
	company,
	parcels: parcels.map((parcel): Parcel => {
		const [number = '', url = null] = parcel.split(' > ');
		return { number, url };
	}),
});

describe('the key of a number', () => {
	it.each([
		['1Z 999 AA1 01 2345 6784', '1z999aa10123456784', true],
		['1042\u20111', '1042-1', true],
		['１２３４', '1234', true],
		['JJD\u200b0001', 'JJD0001', true],
		['1042-1', '10421', false],
		['0034', '34', false],
	])('%s and %s: the same is %s', (one, other, same) => {
		expect(numberKey(one) === numberKey(other)).toBe(same);
	});
});

describe('the tracking of a shipment', () => {
	const source = (parts: Partial<TrackingSource>): TrackingSource => ({
		numbers: ['A100', 'B200'],
		urls: [],
		carrier: 'Rhein-Kurier',
		aliases: [{ name: 'RK', company: 'Rhein-Kurier', urlTemplate: 'rhein.example/{number}' }],
		urlTemplate: '',
		...parts,
	});
	const general = 'https://t.example/?n={number}&again={number}';

	it.each<readonly [what: string, Partial<TrackingSource>, Tracking]>([
		['no URL', {}, tracking('Rhein-Kurier', 'A100', 'B200')],
		[
			'URLs by position',
			{ urls: [null, LEEDS] },
			tracking('Rhein-Kurier', 'A100', `B200 > ${LEEDS}`),
		],
		[
			'one URL is that of the first',
			{ urls: [LEEDS] },
			tracking('Rhein-Kurier', `A100 > ${LEEDS}`, 'B200'),
		],
		[
			'one URL with a placeholder is for all',
			{ urls: ['https://t.example/{number}'] },
			tracking('Rhein-Kurier', 'A100 > https://t.example/A100', 'B200 > https://t.example/B200'),
		],
		[
			'the template of an own alias',
			{ carrier: 'rk', urls: [LEEDS], urlTemplate: general },
			tracking('Rhein-Kurier', `A100 > ${LEEDS}`, 'B200 > https://rhein.example/B200'),
		],
		[
			'the general template for a carrier that Shopify does not know',
			{ numbers: ['A100'], urlTemplate: general },
			tracking('Rhein-Kurier', 'A100 > https://t.example/?n=A100&again=A100'),
		],
		[
			'not for one that it knows',
			{ carrier: 'dpd uk', urlTemplate: general },
			tracking('DPD UK', 'A100', 'B200'),
		],
		[
			'the general template without a carrier',
			{ numbers: ['A100'], carrier: '', urlTemplate: 't.example/{number}' },
			tracking(null, 'A100 > https://t.example/A100'),
		],
		[
			'a template without a placeholder',
			{ urlTemplate: 'https://t.example/' },
			tracking('Rhein-Kurier', 'A100 > https://t.example/', 'B200 > https://t.example/'),
		],
		[
			'numbers are encoded, without blanks',
			{ numbers: ['1Z 99/7&$&', 'Ä#1'], urlTemplate: 'https://t.example/{number}' },
			tracking(
				'Rhein-Kurier',
				'1Z 99/7&$& > https://t.example/1Z99%2F7%26%24%26',
				'Ä#1 > https://t.example/%C3%84%231',
			),
		],
		['no number', { numbers: [], urls: [LEEDS] }, tracking('Rhein-Kurier')],
		[
			'a destination',
			{ carrier: 'Amazon Logistics', shipToCountry: 'GB', numbers: [] },
			tracking('Amazon Logistics UK'),
		],
	])('%s', (_, parts, expected) => {
		expect(trackingOf(source(parts))).toEqual(expected);
	});

	it('refuses a template that is no web address', () => {
		expect(() => trackingOf(source({ urlTemplate: 'see label' }))).toThrow(
			new InputProblem('The URL template see label is not a web address'),
		);
	});
});

describe('what Shopify is sent', () => {
	it.each<readonly [what: string, Tracking, ReturnType<typeof toTrackingInput>]>([
		['nothing', tracking(null), undefined],
		['a company alone', tracking('DPD UK'), { company: 'DPD UK' }],
		['one number', tracking(null, 'A100'), { number: 'A100' }],
		[
			'one parcel',
			tracking('DPD UK', `A100 > ${LEEDS}`),
			{ company: 'DPD UK', number: 'A100', url: LEEDS },
		],
		[
			'several numbers',
			tracking('DPD UK', 'A100', 'B200'),
			{ company: 'DPD UK', numbers: ['A100', 'B200'] },
		],
		[
			'parcels with a URL first',
			tracking(null, 'A100', `B200 > ${LEEDS}`, 'C300', `D400 > ${YORK}`),
			{ numbers: ['B200', 'D400', 'A100', 'C300'], urls: [LEEDS, YORK] },
		],
	])('%s', (_, given, expected) => {
		expect(toTrackingInput(given)).toEqual(expected);
	});
});

describe('tracking after parcels were added', () => {
	it.each<readonly [what: string, existing: Tracking, added: Tracking, merged: Tracking]>([
		['the first number', tracking(null), tracking('UPS', 'A100'), tracking('UPS', 'A100')],
		[
			'a second number',
			tracking('UPS', 'A100'),
			tracking('UPS', 'B200'),
			tracking('UPS', 'A100', 'B200'),
		],
		[
			'the company stays',
			tracking('UPS', 'A100'),
			tracking('FedEx', 'B200'),
			tracking('UPS', 'A100', 'B200'),
		],
		['a company comes', tracking('', 'A100'), tracking('FedEx', 'A100'), tracking('FedEx', 'A100')],
		[
			'the same number',
			tracking('UPS', '1Z 99'),
			tracking('UPS', '1z99', 'B 2', 'b2'),
			tracking('UPS', '1Z 99', 'B 2'),
		],
		[
			'a URL comes',
			tracking('UPS', 'A100'),
			tracking('UPS', `a100 > ${LEEDS}`),
			tracking('UPS', `A100 > ${LEEDS}`),
		],
		[
			'a URL stays',
			tracking('UPS', `A100 > ${YORK}`),
			tracking('UPS', `A100 > ${LEEDS}`),
			tracking('UPS', `A100 > ${YORK}`),
		],
		['nothing', tracking('UPS', 'A100'), tracking(null), tracking('UPS', 'A100')],
	])('%s', (_, existing, added, merged) => {
		expect(mergeTracking(existing, added)).toEqual(merged);
		expect(mergeTracking(merged, added)).toEqual(merged);
	});
});

describe('two trackings', () => {
	it.each<readonly [what: string, one: Tracking, other: Tracking, same: boolean, shows: boolean]>([
		['nothing', tracking(null), tracking(''), true, true],
		['another order', tracking('UPS', 'A1', 'B2'), tracking('UPS', 'b 2', 'a1'), true, true],
		['another company', tracking('UPS', 'A1'), tracking('FedEx', 'A1'), false, false],
		['no company wanted', tracking('UPS', 'A1'), tracking(null, 'A1'), false, true],
		['a company wanted', tracking(null, 'A1'), tracking('UPS', 'A1'), false, false],
		['one number more', tracking('UPS', 'A1'), tracking('UPS', 'A1', 'B2'), false, false],
		['one number less', tracking('UPS', 'A1', 'B2'), tracking('UPS', 'A1'), false, false],
		['no URL wanted', tracking('UPS', `A1 > ${LEEDS}`), tracking('UPS', 'A1'), false, true],
		['a URL wanted', tracking('UPS', 'A1'), tracking('UPS', `A1 > ${LEEDS}`), false, false],
		[
			'another URL',
			tracking('UPS', `A1 > ${YORK}`),
			tracking('UPS', `A1 > ${LEEDS}`),
			false,
			false,
		],
	])('%s', (_, one, other, same, shows) => {
		expect(sameTracking(one, other)).toBe(same);
		expect(sameTracking(other, one)).toBe(same);
		expect(showsTracking(one, other)).toBe(shows);
	});
});
