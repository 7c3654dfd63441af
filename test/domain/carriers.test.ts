import { BUILT_IN_ALIASES } from '../../nodes/domain/carrierAliases';
import { COUNTRY_CARRIERS, GLOBAL_CARRIERS } from '../../nodes/domain/carrierNames';
import type { CarrierAlias } from '../../nodes/domain/carriers';
import { carrierKey, matchCarrier } from '../../nodes/domain/carriers';

const ALL_NAMES = [...new Set([...GLOBAL_CARRIERS, ...Object.values(COUNTRY_CARRIERS).flat()])];

const match = (
	given: string,
	aliases: readonly CarrierAlias[] = [],
	shipToCountry: string | null = null,
): ReturnType<typeof matchCarrier> => matchCarrier(given, { aliases, shipToCountry });

describe("Shopify's names", () => {
	it.each(ALL_NAMES)('%s is itself, however it is spelled', (name) => {
		const expected = { company: name, known: true, urlTemplate: '' };

		expect(match(name)).toEqual(expected);
		expect(match(name.toUpperCase())).toEqual(expected);
		expect(match(` ${name.toLowerCase().replaceAll(' ', '_')} `)).toEqual(expected);
		expect(match(name.normalize('NFD'))).toEqual(expected);
	});

	it('are never alike but for spelling', () => {
		expect(new Set(ALL_NAMES.map(carrierKey)).size).toBe(ALL_NAMES.length);
	});

	it('are listed once in each list', () => {
		for (const list of [GLOBAL_CARRIERS, ...Object.values(COUNTRY_CARRIERS)]) {
			expect(new Set(list).size).toBe(list.length);
		}
	});
});

describe('the built-in aliases', () => {
	it.each(BUILT_IN_ALIASES)('mean a carrier that Shopify lists: $company', ({ company }) => {
		expect(ALL_NAMES).toContain(company);
	});

	it('mean one carrier each, and none that has the name itself', () => {
		const listed = new Set(ALL_NAMES.map(carrierKey));
		const keys = BUILT_IN_ALIASES.flatMap(({ spellings }) => spellings.map(carrierKey));

		expect(keys.filter((key, position) => keys.indexOf(key) !== position)).toEqual([]);
		expect(keys.filter((key) => listed.has(key))).toEqual([]);
	});
});

describe('a carrier of a shipment', () => {
	it.each([
		['fedex ground', 'FedEx'],
		['FEDEX_GROUND', 'FedEx'],
		['FedEx Home Delivery®', 'FedEx'],
		['Federal Express', 'FedEx'],
		['fed ex', 'FedEx'],
		['UPS® Ground', 'UPS'],
		['United Parcel Service', 'UPS'],
		['U.P.S.', 'UPS'],
		['USPS Priority Mail', 'USPS'],
		['U.S. Postal Service', 'USPS'],
		['First-Class', null],
		['dpd uk', 'DPD UK'],
		['dpd', 'DPD'],
		['DPD Deutschland', 'DPD'],
		['DPD France', null],
		['Royal Mail Tracked 24', 'Royal Mail'],
		['royalmail', 'Royal Mail'],
		['Hermes', 'Hermes'],
		['Hermes UK', 'Evri'],
		['Deutsche Post', 'Deutsche Post'],
		['Deutsche Post DHL', null],
		['dhl', 'DHL'],
		['DHL Paket', 'DHL'],
		['DHL Freight', null],
		['dhl-express', 'DHL Express'],
		['gls', 'GLS'],
		['GLS Germany', 'GLS'],
		['GLS Italia', 'GLS Italy'],
		['Post NL', 'PostNL'],
		['PostNord', null],
		['PostNord Sverige', 'PostNord SE'],
		['Osterreichische Post', 'Österreichische Post'],
		['Oesterreichische Post AG', 'Österreichische Post'],
		['YURTİÇİ KARGO', 'Yurtiçi Kargo'],
		['Zasilkovna', 'Zásilkovna'],
		['ｴｺ配', 'エコ配'],
		['顺丰速运', 'SF Express'],
		['tnt', 'TNT'],
		['TNT Post', null],
		['Japan Post', null],
		['japan post (ja)', 'Japan Post (JA)'],
		['APC Overnight', null],
		['XPO', 'XPO Logistics'],
		// Neither beginnings nor misspellings are taken for a name.
		['FedEx Ground via Leeds', null],
		['DPD 123', null],
		['Fedx', null],
		['Rhein-Kurier Köln', null],
	])('"%s" is %s', (given, company) => {
		expect(match(given)).toEqual({
			company: company ?? given,
			known: company !== null,
			urlTemplate: '',
		});
	});

	it.each(['', '  ', '\t\n', '-', '--', '...', 'N/A', 'none', 'NULL', '0'])(
		'is none for "%s"',
		(given) => {
			expect(match(given)).toBeNull();
		},
	);

	it('is sent as given, but for blanks, if nobody knows it', () => {
		expect(match('  Rhein-Kurier \n  Köln ')?.company).toBe('Rhein-Kurier Köln');
	});

	it.each([
		['Amazon Logistics', 'GB', 'Amazon Logistics UK', true],
		['Amazon Logistics', 'gb', 'Amazon Logistics UK', true],
		['Amazon Logistics', 'US', 'Amazon Logistics', false],
		['Amazon Logistics', null, 'Amazon Logistics', false],
		['佐川急便', 'JP', 'Sagawa (JA)', true],
		['佐川急便', 'US', '佐川急便', false],
		['fedex ground', 'GB', 'FedEx', true],
		['Hermes', 'GB', 'Hermes', true],
	])('"%s" to %s is %s', (given, country, company, known) => {
		expect(match(given, [], country)).toEqual({ company, known, urlTemplate: '' });
	});
});

describe('an own alias', () => {
	const RHEIN = 'https://rhein-kurier.example/{number}';
	const ALIASES: readonly CarrierAlias[] = [
		{ name: 'RK', company: 'Rhein-Kurier Köln', urlTemplate: ` ${RHEIN} ` },
		{ name: 'Courier 7', company: 'fedex', urlTemplate: '' },
		{ name: 'courier-7', company: 'UPS', urlTemplate: '' },
		{ name: 'dpd', company: 'DPD UK', urlTemplate: '' },
		{ name: 'UPS Ground', company: 'UPS Ground', urlTemplate: '' },
		{ name: 'gls', company: '', urlTemplate: 'https://gls.example/{number}' },
		{ name: '', company: 'Evri', urlTemplate: '' },
		{ name: 'n/a', company: 'Royal Mail', urlTemplate: '' },
	];

	it.each([
		['gives any name and a template', 'r.k.', 'Rhein-Kurier Köln', false, RHEIN],
		["gets Shopify's spelling; the first of two alike counts", 'COURIER 7', 'FedEx', true, ''],
		["wins over Shopify's names", 'DPD', 'DPD UK', true, ''],
		['wins over service names', 'ups ground', 'UPS Ground', false, ''],
		['may give a template only', 'GLS', 'GLS', true, 'https://gls.example/{number}'],
		['may say what stands for nothing', 'N/A', 'Royal Mail', true, ''],
	])('%s', (_, given, company, known, urlTemplate) => {
		expect(match(given, ALIASES)).toEqual({ company, known, urlTemplate });
	});

	it('without a name means nothing', () => {
		expect(match('', ALIASES)).toBeNull();
		expect(match(' - ', ALIASES)).toBeNull();
	});
});
