import { labelOf, postalCheckDigit } from './labels';

const LABELS = Array.from({ length: 600 }, (_, index) => labelOf(index + 1));

const numbersOf = (carrier: string): readonly string[] =>
	LABELS.filter((label) => label.carrier === carrier).map((label) => label.trackingNumber ?? '');

it('gives each parcel a number of its own', () => {
	expect(new Set(LABELS.map(({ trackingNumber }) => trackingNumber)).size).toBe(LABELS.length);
});

it.each([
	['dpd uk', /^1550\d{10}$/],
	['Royal Mail 24', /^RM\d{9}GB$/],
	['DHL EXPRESS', /^4\d{9}$/],
	['Dales & Wolds Couriers', /^DWC-\d{7}$/],
	['evri', /^H01HYA\d{10}$/],
	['FedEx Ground', /^79\d{10}$/],
])('writes numbers of %s in their form', (carrier, form) => {
	const numbers = numbersOf(carrier);

	expect(numbers).toHaveLength(100);
	expect(numbers.filter((number) => !form.test(number))).toEqual([]);
});

it('reckons check digits as the post and DHL do', () => {
	const post = numbersOf('Royal Mail 24').map((one) => [one.slice(2, 10), one[10]] as const);
	const dhl = numbersOf('DHL EXPRESS').map((one) => [one.slice(0, 9), one[9]] as const);

	expect(['47312482', '12345678'].map(postalCheckDigit)).toEqual([9, 5]);
	expect(post.filter(([digits, check]) => postalCheckDigit(digits) !== Number(check))).toEqual([]);
	expect(dhl.filter(([digits, check]) => Number(digits) % 7 !== Number(check))).toEqual([]);
});

it('brings a link where no shop knows the carrier', () => {
	const linked = LABELS.filter(({ trackingUrl }) => trackingUrl !== null);

	expect(new Set(linked.map(({ carrier }) => carrier))).toEqual(
		new Set(['Dales & Wolds Couriers']),
	);
	for (const { trackingUrl, trackingNumber } of linked)
		expect(trackingUrl).toContain(trackingNumber);
});
