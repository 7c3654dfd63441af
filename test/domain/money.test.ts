import { decimalsOf, fromMinor, shareOf, toMinor } from '../../nodes/domain/money';
import { random } from './random';

describe('amounts', () => {
	it.each([
		['EUR', 2],
		['JPY', 0],
		['KWD', 3],
		['not a currency', 2],
	])('%s has %i decimal places', (currency, expected) => {
		expect(decimalsOf(currency)).toBe(expected);
	});

	it.each([
		['10.50', 2, 1050n, '10.50'],
		['10.5', 2, 1050n, '10.50'],
		['0.005', 2, 1n, '0.01'],
		['0.0049', 2, 0n, '0.00'],
		['-0.005', 2, -1n, '-0.01'],
		['-12.30', 2, -1230n, '-12.30'],
		['1980', 0, 1980n, '1980'],
		['1980.5', 0, 1981n, '1981'],
		['-7', 0, -7n, '-7'],
		['1.2345', 3, 1235n, '1.235'],
		['90071992547409931.07', 2, 9007199254740993107n, '90071992547409931.07'],
		[' 3.00 ', 2, 300n, '3.00'],
		['free', 2, 0n, '0.00'],
	])('%s with %i places is %s, written %s', (amount, decimals, minor, written) => {
		expect(toMinor(amount, decimals)).toBe(minor);
		expect(fromMinor(minor, decimals)).toBe(written);
	});
});

describe('shares of a total', () => {
	it.each([
		[1000n, 0, 1, 3, 333n],
		[1000n, 1, 1, 3, 334n],
		[1000n, 2, 1, 3, 333n],
		[-1000n, 0, 1, 3, -333n],
		[-1000n, 1, 1, 3, -334n],
		[1000n, 0, 3, 3, 1000n],
		[1000n, 3, 2, 3, 0n],
		[1000n, 2, 5, 3, 333n],
		[1000n, 0, 1, 0, 0n],
		[5n, 0, 1, 2, 3n],
	])('of %s, %i before, %i of %i units: %s', (total, before, units, of, expected) => {
		expect(shareOf(total, before, units, of)).toBe(expected);
	});

	it('of any partition add up to the total, in any currency, also a negative one', () => {
		for (let seed = 1; seed <= 2000; seed += 1) {
			const next = random(seed);
			const decimals = decimalsOf(['EUR', 'JPY', 'KWD'][next(3)] ?? 'EUR');
			const total = toMinor(`${next(2) === 1 ? '-' : ''}${next(100_000)}.${next(1000)}`, decimals);
			const ofUnits = 1 + next(40);
			let sum = 0n;
			for (let before = 0; before < ofUnits; ) {
				const units = 1 + next(ofUnits - before);
				sum += shareOf(total, before, units, ofUnits);
				before += units;
			}

			expect({ seed, sum }).toEqual({ seed, sum: total });
		}
	});
});
