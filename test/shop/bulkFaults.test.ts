import nock from 'nock';
import { answerWithNock } from './answerWithNock';
import type { DemoShop } from './index';
import { download, openBulk, operation, start, VARIANTS } from './testBulk';

// Jest gives each file modules of its own, but one `http` to all files of a worker: a nock that stays in it
// would break the requests of the next file.
afterAll(() => {
	nock.restore();
});

describe('faults of bulk operations', () => {
	it('one that is not taken', async () => {
		const { shop } = openBulk();
		shop.faults.nextBulk({ kind: 'refuse' });

		expect((await start(shop, VARIANTS)).userErrors).toEqual([
			expect.objectContaining({ code: 'LIMIT_REACHED' }),
		]);
		expect((await start(shop, VARIANTS)).userErrors).toEqual([]);
	});

	it.each([
		[{ kind: 'fail' }, 'FAILED', 'INTERNAL_SERVER_ERROR'],
		[{ kind: 'fail', errorCode: 'TIMEOUT' }, 'FAILED', 'TIMEOUT'],
		[{ kind: 'expire' }, 'EXPIRED', null],
	] as const)('%j', async (fault, status, errorCode) => {
		const { shop, time } = openBulk();
		shop.faults.nextBulk(fault);
		const { bulkOperation } = await start(shop, VARIANTS);
		time.now += 5000;

		expect(await operation(shop, bulkOperation?.id ?? '')).toMatchObject({
			status,
			errorCode,
			url: null,
		});
	});

	it('a file that is gone after a week', async () => {
		const { shop, time } = openBulk();
		const { bulkOperation } = await start(shop, VARIANTS);
		time.now += 5000;
		const url = (await operation(shop, bulkOperation?.id ?? ''))?.url ?? '';
		time.now += 8 * 86_400_000;

		expect((await download(shop, url)).status).toBe(404);
	});
});

describe('the file over HTTP', () => {
	/** Carries an operation out over HTTP and gives the address of its file. */
	async function urlOver(shop: DemoShop, url: string): Promise<string> {
		const send = async (query: string) => {
			const response = await fetch(`${url}/admin/api/2026-10/graphql.json`, {
				method: 'POST',
				headers: { 'x-shopify-access-token': shop.settings.accessToken },
				body: JSON.stringify({ query }),
			});
			return (await response.json()) as { data: { currentBulkOperation: { url: string } } };
		};
		await send(`mutation { bulkOperationRunQuery(query: "${VARIANTS}") { bulkOperation { id } } }`);
		return (await send('{ currentBulkOperation { url } }')).data.currentBulkOperation.url;
	}

	it('lies at the address of the shop, and breaks off on demand', async () => {
		let ms = Date.parse('2026-11-20T08:30:00Z');
		const { shop } = openBulk({ clock: () => (ms += 5000) });
		const { url, close } = await shop.listen();
		try {
			const file = await urlOver(shop, url);
			shop.faults.nextBulkFile('cutOff');
			shop.faults.nextBulkFile(500);

			const cut = await fetch(file)
				.then((response) => response.text())
				.catch(() => 'broken');
			const failed = await fetch(file);
			const whole = await fetch(file);

			expect(file.startsWith(`${url}/bulk/`)).toBe(true);
			expect([cut, failed.status, whole.status]).toEqual(['broken', 500, 200]);
			expect(whole.headers.get('content-type')).toBe('application/jsonl');
			expect((await whole.text()).trim().split('\n')).toHaveLength(3);
		} finally {
			await close();
		}
	});

	it('lies under the domain of the shop for nock', async () => {
		let ms = Date.parse('2026-11-20T08:30:00Z');
		const { shop } = openBulk({ clock: () => (ms += 5000) });
		answerWithNock(shop, nock);
		try {
			const origin = `https://${shop.settings.domain}`;
			const file = await urlOver(shop, origin);

			expect(file.startsWith(`${origin}/bulk/`)).toBe(true);
			expect((await fetch(file)).status).toBe(200);
		} finally {
			nock.cleanAll();
		}
	});
});
