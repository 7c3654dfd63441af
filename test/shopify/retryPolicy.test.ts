import type { ShopifyFailure } from '../../nodes/shopify/failure';
import { MAX_THROTTLED_TRIES, MAX_TRIES, retryDelayMs } from '../../nodes/shopify/retryPolicy';

const middle = (): number => 0.5;

const THROTTLED: ShopifyFailure = { kind: 'throttled', retryAfterMs: 3000 };
const UNAVAILABLE: ShopifyFailure = { kind: 'unavailable', status: 502 };
const UNREADABLE: ShopifyFailure = { kind: 'unreadable', what: 'it is not JSON' };
const RESET: ShopifyFailure = { kind: 'unreachable', code: 'ECONNRESET' };
const REFUSED: ShopifyFailure = { kind: 'unreachable', code: 'ECONNREFUSED' };

describe('retryDelayMs', () => {
	it.each([
		[THROTTLED, 'read', true],
		[THROTTLED, 'repeatable', true],
		[THROTTLED, 'once', true],
		[UNAVAILABLE, 'read', true],
		[UNAVAILABLE, 'repeatable', true],
		[UNAVAILABLE, 'once', false],
		[UNREADABLE, 'read', true],
		[UNREADABLE, 'repeatable', true],
		[UNREADABLE, 'once', false],
		[RESET, 'read', true],
		[RESET, 'repeatable', true],
		[RESET, 'once', false],
		[REFUSED, 'read', true],
		[REFUSED, 'once', true],
	] as const)('sends again only what is safe: %j as %s: %s', (failure, repeat, again) => {
		const delay = retryDelayMs({ failure, tries: 1, repeat, random: middle });

		expect(delay !== undefined).toBe(again);
	});

	it.each<ShopifyFailure>([
		{ kind: 'unauthorized' },
		{ kind: 'missingScope', scopes: ['read_orders'], field: 'order' },
		{ kind: 'protectedData', field: 'order' },
		{ kind: 'forbidden', status: 403 },
		{ kind: 'rejected', userErrors: [] },
		{ kind: 'notFound', shop: 'harbour-goods.myshopify.com' },
		{ kind: 'shopUnavailable', shop: 'harbour-goods.myshopify.com', status: 402 },
		{ kind: 'tooExpensive' },
		{ kind: 'invalidQuery', problems: [] },
		{ kind: 'ignoredFilter', filter: 'tag', warning: 'Invalid search field for this query.' },
		{ kind: 'oauth', code: 'invalid_client', shop: 'harbour-goods.myshopify.com' },
		{ kind: 'stopped', sent: false },
		{ kind: 'unreachable', code: 'CERT_HAS_EXPIRED' },
		{ kind: 'unreachable', code: 'UNKNOWN' },
	])('does not repeat what would only fail again: %j', (failure) => {
		expect(retryDelayMs({ failure, tries: 1, repeat: 'read', random: middle })).toBeUndefined();
	});

	it('waits longer each time and gives up in the end', () => {
		const delays = [1, 2, 3, 4, 5].map((tries) =>
			retryDelayMs({ failure: UNAVAILABLE, tries, repeat: 'read', random: middle }),
		);

		expect(delays).toEqual([1000, 2000, 4000, 8000, undefined]);
		expect(MAX_TRIES).toBe(5);
	});

	it('spreads the pauses by chance', () => {
		const at = (random: number): number | undefined =>
			retryDelayMs({ failure: UNAVAILABLE, tries: 2, repeat: 'read', random: () => random });

		expect([at(0), at(0.999)]).toEqual([1500, 2499]);
	});

	it('waits at least as long as Shopify asks for', () => {
		const asked: ShopifyFailure = { kind: 'unavailable', status: 503, retryAfterMs: 7000 };

		expect(retryDelayMs({ failure: asked, tries: 1, repeat: 'read', random: middle })).toBe(7000);
		expect(retryDelayMs({ failure: THROTTLED, tries: 1, repeat: 'once', random: () => 0 })).toBe(
			3000,
		);
	});

	it('is more patient when throttled, but not for ever', () => {
		const at = (tries: number): number | undefined =>
			retryDelayMs({ failure: THROTTLED, tries, repeat: 'once', random: middle });

		expect(at(MAX_THROTTLED_TRIES - 1)).toBe(3500);
		expect(at(MAX_THROTTLED_TRIES)).toBeUndefined();
	});
});
