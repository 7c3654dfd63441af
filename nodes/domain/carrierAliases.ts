/** Spellings that mean one of Shopify's carriers, in all of the world or in one country. */
export interface BuiltInAlias {
	/** As in the lists of `carrierNames.ts`. */
	readonly company: string;
	/** ISO 3166 code of the destination; without it the spellings mean the carrier everywhere. */
	readonly country?: string;
	/** Lower case; blanks, hyphens, dots and accents do not matter. */
	readonly spellings: readonly string[];
}

const everywhere: readonly (readonly [company: string, ...spellings: string[]])[] = [
	['4PX', '4px express', '4px worldwide express'],
	['Aras Kargo', 'aras cargo'],
	['Asendia USA', 'asendia us'],
	['Australia Post', 'auspost', 'australian post', 'australia post eparcel'],
	['Australia Post', 'australia post express post', 'australia post parcel post'],
	['Bluedart', 'blue dart express'],
	['BRT', 'bartolini', 'brt bartolini', 'brt corriere espresso'],
	['Canada Post', 'postes canada', 'canada post expedited parcel', 'canada post xpresspost'],
	['Canada Post', 'canada post priority', 'canada post regular parcel', 'canada post corporation'],
	['Canpar', 'canpar express'],
	['China Post', '中国邮政', '中國郵政'],
	['Chronopost', 'chronopost france', 'chronopost 13', 'chronopost international'],
	['DHL', 'dhl paket', 'dhl germany', 'dhl deutschland', 'dhl de'],
	['DHL eCommerce', 'dhl global mail', 'dhl ecommerce us', 'dhl ecommerce usa'],
	['DHL Express', 'dhl express worldwide', 'dhl express international', 'dhl express domestic'],
	['DHL Parcel', 'dhl parcel uk', 'dhl parcel nl', 'dhl parcel netherlands'],
	['DPD', 'dpd de', 'dpd germany', 'dpd deutschland'],
	['DPD Ireland', 'dpd ie'],
	['DPD Local', 'dpd local uk', 'interlink express'],
	['DPD UK', 'dpd gb', 'dpd united kingdom'],
	['DTDC', 'dtdc courier', 'dtdc express'],
	['Ekart', 'ekart logistics'],
	['Estes', 'estes express', 'estes express lines'],
	['Evri', 'hermes uk', 'hermes parcelnet', 'myhermes', 'myhermes uk', 'evri uk'],
	['FedEx', 'federal express', 'fedex corporation', 'fedex express', 'fedex ground'],
	['FedEx', 'fedex home delivery', 'fedex ground economy', 'fedex smartpost', 'fedex 2day'],
	['FedEx', 'fedex 2day am', 'fedex express saver', 'fedex first overnight', 'fedex one rate'],
	['FedEx', 'fedex priority overnight', 'fedex standard overnight', 'fedex overnight'],
	['FedEx', 'fedex international priority', 'fedex international economy'],
	['FedEx', 'fedex international first', 'fedex international ground', 'fedex international'],
	['FedEx', 'fedex international priority express', 'fedex international connect plus'],
	['GLS', 'gls de', 'gls germany', 'gls deutschland', 'gls france', 'gls fr'],
	['GLS', 'gls canada', 'gls us', 'gls usa', 'general logistics systems'],
	['GLS Italy', 'gls italia', 'gls it'],
	['Hermes', 'hermes de', 'hermes germany', 'hermes deutschland', 'hermes germany gmbh'],
	['Iceland Post', 'islandspostur'],
	['Inpost', 'inpost paczkomaty', 'paczkomaty inpost', 'inpost pl', 'inpost poland'],
	['Intelcom', 'intelcom express', 'intelcom courier'],
	['Latvia Post', 'latvijas pasts'],
	['Lietuvos Paštas', 'lithuania post', 'lithuanian post'],
	['Loomis', 'loomis express'],
	['Mondial Relay', 'mondial relay france'],
	['New Zealand Post', 'nz post'],
	['Old Dominion', 'old dominion freight line'],
	['Österreichische Post', 'oesterreichische post', 'österreichische post ag', 'austrian post'],
	['Österreichische Post', 'oesterreichische post ag'],
	['Parcelforce', 'parcelforce worldwide', 'parcelforce uk', 'parcelforce 24', 'parcelforce 48'],
	['Pilot Freight', 'pilot freight services'],
	['PostNL', 'postnl netherlands', 'postnl nederland', 'postnl pakketten', 'postnl parcels'],
	['PostNord DK', 'postnord denmark', 'postnord danmark'],
	['PostNord NO', 'postnord norway', 'postnord norge'],
	['PostNord SE', 'postnord sweden', 'postnord sverige'],
	['Professional Couriers', 'professional courier', 'the professional couriers'],
	['PTT', 'ptt kargo', 'ptt cargo'],
	['Purolator', 'purolator courier', 'purolator express', 'purolator ground'],
	['R+L Carriers', 'r&l carriers', 'rl carriers', 'r and l carriers'],
	['Royal Mail', 'royal mail uk', 'royal mail 24', 'royal mail 48', 'royal mail 24/48'],
	['Royal Mail', 'royal mail tracked', 'royal mail tracked 24', 'royal mail tracked 48'],
	['Royal Mail', 'royal mail tracked 24/48', 'royal mail 1st class', 'royal mail 2nd class'],
	['Royal Mail', 'royal mail first class', 'royal mail second class', 'royal mail signed for'],
	['Royal Mail', 'royal mail signed for 1st class', 'royal mail signed for 2nd class'],
	['Royal Mail', 'royal mail special delivery', 'royal mail special delivery guaranteed'],
	['Royal Mail', 'royal mail international', 'royal mail international tracked'],
	['Royal Mail', 'royal mail international tracked & signed', 'royal mail international standard'],
	['SEUR', 'seur españa'],
	['SF Express', 'shunfeng express', 'sf express international', '顺丰速运', '順豐速運'],
	['Singapore Post', 'singpost'],
	['Southwest Air Cargo', 'southwest cargo', 'southwest airlines cargo'],
	['StarTrack', 'startrack express'],
	['Sürat Kargo', 'surat cargo'],
	['Swiss Post', 'schweizerische post', 'die schweizerische post', 'schweizer post'],
	['Swiss Post', 'la poste suisse', 'la posta svizzera'],
	['TNT', 'tnt express', 'tnt express worldwide'],
	['UPS', 'united parcel service', 'united parcel service of america', 'ups ground'],
	['UPS', 'ups ground saver', 'ups surepost', 'ups standard', 'ups expedited', 'ups express'],
	['UPS', 'ups express plus', 'ups express saver', 'ups saver', 'ups next day air'],
	['UPS', 'ups next day air early', 'ups next day air saver', 'ups 2nd day air'],
	['UPS', 'ups 2nd day air am', 'ups second day air', 'ups 3 day select', 'ups three day select'],
	['UPS', 'ups worldwide economy', 'ups worldwide expedited', 'ups worldwide express'],
	['UPS', 'ups worldwide express plus', 'ups worldwide saver', 'ups access point'],
	['USPS', 'us postal service', 'united states postal service', 'us mail', 'usps priority'],
	['USPS', 'usps priority mail', 'usps priority mail express', 'usps express', 'usps express mail'],
	['USPS', 'usps first class', 'usps first class mail', 'usps first class package'],
	['USPS', 'usps first class package service', 'usps ground advantage', 'usps media mail'],
	['USPS', 'usps library mail', 'usps parcel select', 'usps parcel select ground'],
	['USPS', 'usps retail ground', 'usps priority mail international'],
	['USPS', 'usps priority mail express international', 'usps first class mail international'],
	['USPS', 'usps first class package international', 'usps international'],
	['USPS', 'usps first class package international service'],
	['XPO Logistics', 'xpo'],
	['Yodel', 'yodel uk', 'yodel direct'],
	['Yurtiçi Kargo', 'yurtici cargo'],
];

/**
 * Service names and other spellings that mean one carrier for certain. Compared as a whole: a text
 * that only begins like one of them means nothing here.
 *
 * Left out on purpose, since a wrong link is worse than none: brands that Shopify lists in variants
 * (`Japan Post`, `Sagawa`, `Yamato`, `PostNord`), what stands for several carriers (`APC Overnight`,
 * `Deutsche Post DHL`, `Aramex`, `La Poste`, `TNT Post`, `EMS`), business that was sold
 * (`UPS Freight`), and national companies whose numbers the listed name may not find (`DPD France`,
 * `GLS Spain`, `InPost UK`).
 */
export const BUILT_IN_ALIASES: readonly BuiltInAlias[] = [
	...everywhere.map(([company, ...spellings]) => ({ company, spellings })),
	// Its drivers deliver in their own country, which the destination therefore tells.
	{ company: 'Amazon Logistics UK', country: 'GB', spellings: ['amazon logistics'] },
	// Named in Japanese and sent within Japan: the page of the carrier in Japanese is the one to show.
	{ company: 'Japan Post (JA)', country: 'JP', spellings: ['日本郵便'] },
	{ company: 'Sagawa (JA)', country: 'JP', spellings: ['佐川急便'] },
	{ company: 'Yamato (JA)', country: 'JP', spellings: ['ヤマト運輸', 'クロネコヤマト'] },
];
