import type { Address } from './state';

/** Goods that the demo shop sells when a test or a visitor names none. */
export interface Goods {
	readonly sku: string;
	readonly title: string;
	readonly variantTitle: string | null;
	readonly vendor: string;
	readonly type: string;
	readonly price: number;
	readonly weightGrams: number;
	readonly barcode: string | null;
	readonly countryCodeOfOrigin: string | null;
	readonly harmonizedSystemCode: string | null;
}

type Row = [string, string, string | null, string, number, number, string, string];

const ROWS: readonly Row[] = [
	['MUG-STN-350', 'Stoneware Mug', '350 ml', 'Kiln & Clay', 14, 410, 'GB', '691200'],
	['BLK-WOL-GRY', 'Wool Blanket', 'Grey', 'Dales Weavers', 89, 1650, 'GB', '630120'],
	['CDL-BEE-240', 'Beeswax Candle', '240 g', 'Hive House', 18.5, 310, 'GB', '340600'],
	['TWL-LIN-NAT', 'Linen Tea Towel', 'Natural', 'Baltic Linen', 11.95, 95, 'LT', '630260'],
	['BRD-OAK-LRG', 'Oak Bread Board', 'Large', 'Marlow Wood', 46, 1280, 'GB', '441911'],
	['KTL-ENM-18L', 'Enamel Kettle', '1.8 l', 'Harbour Goods', 52.5, 1120, 'TR', '732394'],
	['SOAP-OLV-3PK', 'Olive Soap', '3 pieces', 'Hive House', 9.75, 330, 'GR', '340111'],
	['JRN-A5-DOT', 'Dotted Journal', 'A5', 'Foxglove Press', 16, 280, 'GB', '482010'],
	['UMB-CLS-NVY', 'Classic Umbrella', 'Navy', 'Harbour Goods', 34, 540, 'IT', '660199'],
	['APR-DEN-ONE', 'Denim Apron', null, 'Marlow Wood', 39, 460, 'PT', '621133'],
	['LMP-BRS-DSK', 'Brass Desk Lamp', null, 'Kiln & Clay', 118, 2350, 'GB', '940521'],
	['SPC-SET-06', 'Spice Set', '6 jars', 'Foxglove Press', 27.25, 690, 'IN', '091091'],
];

/** The catalogue. */
export const goods: readonly Goods[] = ROWS.map(
	([sku, title, variantTitle, vendor, price, weightGrams, origin, code], index) => ({
		sku,
		title,
		variantTitle,
		vendor,
		type: 'Homeware',
		price,
		weightGrams,
		barcode: `50${String(60_218_340_017 + index * 113)}`,
		countryCodeOfOrigin: origin,
		harmonizedSystemCode: code,
	}),
);

type Person = [
	string,
	string,
	string,
	string,
	string,
	string,
	string,
	string | null,
	string | null,
];

const PEOPLE: readonly Person[] = [
	[
		'Priya',
		'Shah',
		'27 Abbey Lane',
		'Leicester',
		'LE4 5QA',
		'United Kingdom',
		'GB',
		'England',
		'ENG',
	],
	[
		'Tom',
		'Okafor',
		'9 Quay Street',
		'Bristol',
		'BS1 4SB',
		'United Kingdom',
		'GB',
		'England',
		'ENG',
	],
	[
		'Ailsa',
		'Murray',
		'118 Leith Walk',
		'Edinburgh',
		'EH6 5DT',
		'United Kingdom',
		'GB',
		'Scotland',
		'SCT',
	],
	['Jonas', 'Weber', 'Lindenstraße 44', 'Leipzig', '04105', 'Germany', 'DE', null, null],
	['Camille', 'Roussel', '12 rue des Lilas', 'Lyon', '69003', 'France', 'FR', null, null],
	[
		'Harriet',
		'Bell',
		'3 Orchard Close',
		'York',
		'YO24 1AN',
		'United Kingdom',
		'GB',
		'England',
		'ENG',
	],
	['Sean', 'Gallagher', '61 Patrick Street', 'Cork', 'T12 X8NP', 'Ireland', 'IE', 'Cork', 'CO'],
	[
		'Olivia',
		'Tran',
		'850 Bloor Street West',
		'Toronto',
		'M6G 1M2',
		'Canada',
		'CA',
		'Ontario',
		'ON',
	],
	[
		'Marcus',
		'Hill',
		'2214 Alder Avenue',
		'Portland',
		'97202',
		'United States',
		'US',
		'Oregon',
		'OR',
	],
	['Elin', 'Sandberg', 'Storgatan 18', 'Uppsala', '753 31', 'Sweden', 'SE', null, null],
	[
		'Deepa',
		'Nair',
		'76 Mill Road',
		'Cambridge',
		'CB1 2AS',
		'United Kingdom',
		'GB',
		'England',
		'ENG',
	],
];

/** Customers of the demo shop, by the address they have things sent to. */
export const customers: readonly Address[] = PEOPLE.map(
	(
		[firstName, lastName, address1, city, zip, country, countryCode, province, provinceCode],
		index,
	) => ({
		firstName,
		lastName,
		company: null,
		address1,
		address2: index % 4 === 1 ? 'Flat 2' : null,
		city,
		zip,
		province,
		provinceCode,
		country,
		countryCode,
		phone: index % 3 === 0 ? `+44113496${String(1000 + index * 37)}` : null,
	}),
);
