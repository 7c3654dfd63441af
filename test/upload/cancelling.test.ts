import { ALL_SCOPES } from '../shop';
import { ChangingShop } from './changingShop';

const ONE = '15501234567890';
const TWO = '15501234567891';

describe('cancelFulfillment', () => {
	it('opens the units again, once', async () => {
		const scene = new ChangingShop();
		const made = scene.ship(3, ONE, 'DPD');

		const first = await scene.run('cancelFulfillment', { fulfillmentId: made.id });
		const again = await scene.run('cancelFulfillment', { fulfillmentId: made.id });

		expect([first.json['result'], first.json['units'], first.json['notes']]).toEqual([
			'cancelled',
			3,
			[expect.stringMatching(/^3 units of order #1001 are open again in Shopify/)],
		]);
		expect([again.json['result'], again.output]).toEqual(['alreadyCancelled', 'done']);
		expect(made.status).toBe('CANCELLED');
		expect(scene.count('CancelFulfillment')).toBe(1);
	});

	it('means no other fulfillment when it comes again', async () => {
		const scene = new ChangingShop();
		const made = scene.ship(1, ONE, 'DPD');
		const fields = { fulfillmentBy: 'orderNumber', orderNumber: '#1001' };

		const first = await scene.run('cancelFulfillment', fields);
		const other = scene.ship(1, TWO, 'DPD');
		const again = await scene.run('cancelFulfillment', fields);
		const named = await scene.run('cancelFulfillment', {
			...fields,
			parcelTrackingNumber: TWO,
		});

		expect([first, again, named].map(({ json }) => json['reasonCode'] ?? json['result'])).toEqual([
			'cancelled',
			'ambiguousFulfillment',
			'cancelled',
		]);
		expect([made.status, other.status]).toEqual(['CANCELLED', 'CANCELLED']);
	});

	it.each(['dropAnswer', 'drop'] as const)(
		'cancels once if Shopify does this: %s',
		async (kind) => {
			const scene = new ChangingShop();
			const made = scene.ship(3, ONE, 'DPD');
			scene.shop.faults.next({ kind }, 1, { operation: 'CancelFulfillment' });

			const { json } = await scene.run('cancelFulfillment', { fulfillmentId: made.id });

			expect([json['result'], made.status]).toEqual(['cancelled', 'CANCELLED']);
			const open = scene.order.fulfillmentOrders.flatMap(({ lines }) =>
				lines.map(({ remaining }) => remaining),
			);
			expect(open.reduce((sum, units) => sum + units, 0)).toBe(6);
		},
	);

	it('rejects one that does not exist', async () => {
		const scene = new ChangingShop();

		const { output, json } = await scene.run('cancelFulfillment', { fulfillmentId: '404' });

		expect([output, json['reasonCode']]).toEqual(['needsAttention', 'unknownFulfillment']);
	});

	it('fails if the app may only read', async () => {
		const accessScopes = ALL_SCOPES.filter((scope) => !/^write_.*_orders$/.test(scope));
		const scene = new ChangingShop({ accessScopes });
		const made = scene.ship(3);

		const run = scene.run('cancelFulfillment', { fulfillmentId: made.id });

		await expect(run).rejects.toMatchObject({ failure: { kind: 'missingScope' } });
		expect(made.status).toBe('SUCCESS');
	});
});
