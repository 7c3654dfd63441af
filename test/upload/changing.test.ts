import type { Fields } from './changingShop';
import { ChangingShop, trackingOf } from './changingShop';

const DPD = 'https://tracking.dpd.de/status/en_US/parcel/';
const ONE = '15501234567890';
const TWO = '15501234567891';

/** What a case of new tracking ends with. */
interface TrackingEnd {
	readonly result: string;
	readonly reasonCode?: string;
	/** What the reason or the notes say. */
	readonly says?: RegExp;
	/** Of the first fulfillment. */
	readonly tracking: readonly string[];
	/** Numbers that customers were told. */
	readonly told?: readonly (readonly string[])[];
	/** Tracking updates that reached Shopify. */
	readonly writes: number;
}

const HAS_ONE = [`DPD ${ONE} ${DPD}${ONE}`];
const HAS_BOTH = [...HAS_ONE, `DPD ${TWO} ${DPD}${TWO}`];

describe('updateTracking', () => {
	it.each<[string, Fields, TrackingEnd]>([
		[
			'adds a parcel and tells nobody',
			{ trackingNumbers: TWO },
			{ result: 'trackingAdded', tracking: HAS_BOTH, writes: 1 },
		],
		[
			'adds several parcels with their links',
			{ trackingNumbers: ['H1', 'H2'], trackingUrls: 'https://h.example/1, https://h.example/2' },
			{
				result: 'trackingAdded',
				tracking: [...HAS_ONE, 'DPD H1 https://h.example/1', 'DPD H2 https://h.example/2'],
				writes: 1,
			},
		],
		[
			'tells the customer if asked to',
			{ trackingNumbers: TWO, notifyOfChange: true },
			{ result: 'trackingAdded', tracking: HAS_BOTH, told: [[ONE, TWO]], writes: 1 },
		],
		[
			'writes nothing and tells nobody of what is there, in another spelling',
			{ trackingNumbers: '1550 1234 5678 90', carrier: 'dpd', notifyOfChange: true },
			{ result: 'unchanged', tracking: HAS_ONE, writes: 0 },
		],
		[
			'replaces all numbers',
			{ trackingNumbers: TWO, carrier: 'ups', replaceAll: true },
			{
				result: 'trackingReplaced',
				tracking: [`UPS ${TWO} https://www.ups.com/track?tracknum=${TWO}`],
				writes: 1,
			},
		],
		[
			'does not replace what is the same',
			{ trackingNumbers: ONE, carrier: 'DPD', replaceAll: true, notifyOfChange: true },
			{ result: 'unchanged', tracking: HAS_ONE, writes: 0 },
		],
		[
			'keeps the carrier, and says that the parcel is shown with it',
			{ trackingNumbers: TWO, carrier: 'UPS' },
			{ result: 'trackingAdded', says: /stays with DPD.*of UPS/, tracking: HAS_BOTH, writes: 1 },
		],
		[
			'takes own carrier names and their links',
			{
				trackingNumbers: 'C7 19',
				carrier: 'courier 7',
				replaceAll: true,
				fulfillmentOptions: {
					carrierNames: {
						carriers: [
							{
								name: 'Courier 7',
								company: 'Seven',
								urlTemplate: 'https://seven.example/{number}',
							},
						],
					},
				},
			},
			{
				result: 'trackingReplaced',
				tracking: ['Seven C7 19 https://seven.example/C719'],
				writes: 1,
			},
		],
		[
			'makes a link for a carrier that Shopify does not know',
			{
				trackingNumbers: 'V1',
				carrier: 'Velo',
				replaceAll: true,
				fulfillmentOptions: { urlTemplate: 'https://track.example/{number}' },
			},
			{ result: 'trackingReplaced', tracking: ['Velo V1 https://track.example/V1'], writes: 1 },
		],
		[
			'rejects an item without a number',
			{ trackingNumbers: ' - ', carrier: 'UPS', replaceAll: true },
			{
				result: 'rejected',
				reasonCode: 'badInput',
				says: /^Tracking Number is empty/,
				tracking: HAS_ONE,
				writes: 0,
			},
		],
		[
			'rejects a number that has lost digits',
			{ trackingNumbers: '1.55012E+13' },
			{
				result: 'rejected',
				reasonCode: 'badInput',
				says: /1\.55012E\+13 has lost digits.*Send it as a text/,
				tracking: HAS_ONE,
				writes: 0,
			},
		],
		[
			'rejects a link that is none',
			{ trackingNumbers: TWO, trackingUrls: 'ask the driver' },
			{ result: 'rejected', reasonCode: 'badInput', says: /driver/, tracking: HAS_ONE, writes: 0 },
		],
	])('%s', async (_what, fields, expected) => {
		const scene = new ChangingShop();
		const made = scene.ship(2, ONE, 'DPD');

		const { output, json } = await scene.run('updateTracking', {
			fulfillmentId: made.id,
			...fields,
		});

		expect([json['result'], json['reasonCode'], output]).toEqual([
			expected.result,
			expected.reasonCode ?? null,
			expected.result === 'rejected' ? 'needsAttention' : 'done',
		]);
		if (expected.says) expect(String(json['reason'] ?? json['notes'])).toMatch(expected.says);
		expect(trackingOf(made)).toEqual(expected.tracking);
		const told = scene.shop.notifications.map(({ trackingNumbers }) => trackingNumbers);
		expect(told).toEqual(expected.told ?? []);
		expect(scene.count('UpdateTracking')).toBe(expected.writes);
	});

	describe('a replacement that names its fulfillment by the old number', () => {
		const fields = {
			fulfillmentBy: 'orderNumber',
			orderNumber: '1001',
			currentTrackingNumber: ONE,
			trackingNumbers: 'RM382910475GB',
			replaceAll: 'true',
			notifyOfChange: 'yes',
		};

		it('is made once and tells once', async () => {
			const scene = new ChangingShop();
			const made = scene.ship(2, ONE, 'DPD');
			scene.ship(1, TWO, 'DPD');

			const first = await scene.run('updateTracking', fields);
			const second = await scene.run('updateTracking', fields);

			expect([first.json['result'], second.json['result']]).toEqual([
				'trackingReplaced',
				'unchanged',
			]);
			expect(second.json['fulfillmentId']).toBe(made.id);
			expect(scene.shop.notifications).toHaveLength(1);
		});

		it.each([
			['two show the new one', ['RM382910475GB', 'RM382910475GB'], {}],
			['none does', [TWO, 'RM1'], {}],
			['a parcel is to be added', ['RM382910475GB', TWO], { replaceAll: 'no' }],
		])('is rejected if %s', async (_what, numbers, more) => {
			const scene = new ChangingShop();
			for (const number of numbers) scene.ship(1, number, 'DPD');

			const { json } = await scene.run('updateTracking', { ...fields, ...more });

			expect(json['reasonCode']).toBe('unknownFulfillment');
		});
	});

	it('rejects more numbers than Shopify takes', async () => {
		const scene = new ChangingShop();
		const made = scene.ship(2, ONE, 'DPD');
		const trackingNumbers = Array.from({ length: 250 }, (_, at) => `RM${at}`);

		const { json } = await scene.run('updateTracking', { fulfillmentId: made.id, trackingNumbers });

		expect(json['reason']).toMatch(/^#1001-F1 would have 251 tracking numbers, .* at most 250/);
		expect(scene.count('UpdateTracking')).toBe(0);
	});

	it('waits no longer for another run once the execution is cancelled', async () => {
		const scene = new ChangingShop();
		const made = scene.ship(2, ONE, 'DPD');
		const cancelled = AbortSignal.abort();

		const fields = { fulfillmentId: made.id, trackingNumbers: TWO };
		const held = scene.run('updateTracking', fields);
		const stopped = scene.run('updateTracking', fields, cancelled);

		await expect(stopped).rejects.toMatchObject({ failure: { kind: 'stopped' } });
		expect((await held).json['result']).toBe('trackingAdded');
	});

	it('names a switch that is neither on nor off', async () => {
		const scene = new ChangingShop();
		const made = scene.ship(2, ONE, 'DPD');

		const fields = { fulfillmentId: made.id, trackingNumbers: TWO, replaceAll: 'perhaps' };
		const { json } = await scene.run('updateTracking', fields);

		expect(json['reason']).toMatch(/^Replace is "perhaps" for item 0, which is neither yes nor no/);
	});

	it('gives the numbers as they are now, and the names', async () => {
		const scene = new ChangingShop();
		const made = scene.ship(2, ONE, 'DPD');

		const { json } = await scene.run('updateTracking', {
			fulfillmentId: made.legacyId,
			trackingNumbers: TWO,
		});

		expect(json).toEqual({
			result: 'trackingAdded',
			reasonCode: null,
			reason: null,
			notes: [],
			fulfillmentId: made.id,
			fulfillmentName: '#1001-F1',
			orderId: scene.order.id,
			orderName: '#1001',
			trackingNumbers: [ONE, TWO],
			trackingCompany: 'DPD',
		});
	});

	it('keeps both parcels of two runs at once', async () => {
		const scene = new ChangingShop();
		const made = scene.ship(2, ONE, 'DPD');

		await Promise.all(
			[TWO, '15501234567892'].map(async (trackingNumbers) =>
				scene.run('updateTracking', { fulfillmentId: made.id, trackingNumbers }),
			),
		);

		expect(made.tracking.map(({ number }) => number)).toEqual([ONE, TWO, '15501234567892']);
	});

	it.each([
		['the answer is lost after the work', { kind: 'dropAnswer' }],
		['the request is lost', { kind: 'drop' }],
		['Shopify fails', { kind: 'fail', status: 500 }],
		['the work is done late', { kind: 'late', lateMs: 4000 }],
		['the work is done late behind a gateway', { kind: 'late', lateMs: 12_000, status: 504 }],
	] as const)('tells the customer once if %s', async (_what, fault) => {
		const scene = new ChangingShop();
		const made = scene.ship(2, ONE, 'DPD');
		scene.shop.faults.next(fault, 1, { operation: 'UpdateTracking' });

		const fields = { fulfillmentId: made.id, trackingNumbers: TWO, notifyOfChange: true };
		const { json } = await scene.run('updateTracking', fields);

		expect(json['result']).toBe('trackingAdded');
		expect(trackingOf(made)).toEqual(HAS_BOTH);
		expect(scene.shop.notifications).toHaveLength(1);
	});

	it.each([true, false])(
		'gives up if no answer ever comes (notify: %s)',
		async (notifyOfChange) => {
			const scene = new ChangingShop();
			const made = scene.ship(2, ONE, 'DPD');
			scene.shop.faults.next({ kind: 'drop' }, 99, { operation: 'UpdateTracking' });

			const fields = { fulfillmentId: made.id, trackingNumbers: TWO, notifyOfChange };
			const run = scene.run('updateTracking', fields);

			await expect(run).rejects.toMatchObject({ failure: { kind: 'unreachable' } });
			expect(trackingOf(made)).toEqual(HAS_ONE);
		},
	);
});
