import { BRAKE_LIMITS } from '../../../nodes/domain/brake';
import type { FeedCase } from './feedCase';

const skus = (count: number): readonly string[] =>
	Array.from({ length: count }, (_, index) => `HG-${1001 + index}`);
const goodsOf = (count: number, units: number): readonly string[] =>
	skus(count).map((sku) => `${sku}: Leeds ${units}`);
const levelsOf = (count: number, units: number, from = 0): readonly string[] =>
	skus(count)
		.slice(from)
		.map((sku) => `${sku} Leeds ${units}`);
const rowsOf = (count: number, units: number, from = 0): readonly string[] =>
	skus(count)
		.slice(from)
		.map((sku) => `${sku} ${units}`);

/** What looks like a broken feed is stopped before anything is written. */
export const brakeCases: readonly FeedCase[] = [
	{
		name: '21 of 100 SKUs with stock to 0',
		goods: goodsOf(100, 5),
		feed: rowsOf(21, 0),
		answers: [],
		fails:
			'21 of the 100 SKUs with stock would fall to 0 (21 %, allowed are 20 %). It would have set 21 stock levels',
		levels: levelsOf(100, 5),
		changes: 0,
	},
	{
		name: '20 of 30 SKUs with stock to 0 are few enough, unless too many units go with them',
		goods: [
			...goodsOf(20, 1),
			...skus(30)
				.slice(20)
				.map((sku) => `${sku}: Leeds 90`),
		],
		feed: rowsOf(20, 0),
		answers: skus(20).map(() => 'set 1 → 0'),
		levels: [...levelsOf(20, 0), ...levelsOf(30, 90, 20)],
		changes: 20,
	},
	{
		name: '21 of 110 SKUs are no more than 20 %',
		goods: goodsOf(110, 5),
		feed: rowsOf(21, 0),
		answers: skus(21).map(() => 'set 5 → 0'),
		levels: [...levelsOf(21, 0), ...levelsOf(110, 5, 21)],
		changes: 21,
	},
	{
		name: 'more than half of the units lost',
		goods: goodsOf(10, 10),
		feed: rowsOf(10, 4),
		answers: [],
		fails: '100 units would become 40 (60 % fewer, allowed are 50 %)',
		levels: levelsOf(10, 10),
		changes: 0,
	},
	{
		name: 'just half of the units lost',
		goods: goodsOf(10, 10),
		feed: rowsOf(10, 5),
		answers: skus(10).map(() => 'set 10 → 5'),
		levels: levelsOf(10, 5),
		changes: 10,
	},
	{
		name: 'one SKU of many may sell out',
		atStake: 'a brake that stops each last unit would oversell',
		goods: goodsOf(40, 10),
		feed: ['HG-1001 0'],
		answers: ['set 10 → 0'],
		levels: ['HG-1001 Leeds 0', ...levelsOf(40, 10, 1)],
		changes: 1,
	},
	{
		name: 'stock elsewhere is no comfort',
		goods: ['HG-1001: Leeds 10, York 500'],
		feed: ['HG-1001 1'],
		answers: [],
		fails: 'at Leeds 10 units would become 1',
		levels: ['HG-1001 Leeds 10', 'HG-1001 York 500'],
		changes: 0,
	},
	{
		name: 'a full feed that holds a third of the SKUs',
		goods: goodsOf(30, 5),
		feed: rowsOf(10, 5),
		settings: { missing: 'zero' },
		answers: [],
		fails:
			'the feed names 10 of the 30 SKUs with stock (33.3 %, needed are 80 %). It would have set 20 stock levels',
		levels: levelsOf(30, 5),
		changes: 0,
	},
	{
		name: 'an empty full feed',
		atStake: 'an empty file would empty the shop',
		goods: goodsOf(3, 5),
		feed: ['?'],
		settings: { missing: 'zero' },
		answers: [],
		fails:
			'the feed names 0 of the 3 SKUs with stock (0 %, needed are 80 %). It would have set 0 stock levels. 1 of its items could not be read, the first: SKU is empty for item 0',
		levels: levelsOf(3, 5),
		changes: 0,
	},
	{
		name: 'a full feed whose fields are not mapped sets nothing to 0, even where the brake only warns',
		atStake: 'a wrong column name would empty the shop',
		goods: goodsOf(3, 5),
		feed: ['?', '?'],
		settings: { missing: 'zero', brake: { effect: 'warn', limits: BRAKE_LIMITS } },
		answers: ['rejected badInput', 'rejected badInput'],
		missing: [],
		warns: 'nothing that is missing from the feed was set to 0',
		levels: levelsOf(3, 5),
		changes: 0,
	},
	{
		name: 'an empty full feed where a warning only is chosen',
		atStake: 'an empty file would empty the shop',
		goods: goodsOf(3, 5),
		feed: ['?', 'ART-1 7'],
		settings: { missing: 'zero', brake: { effect: 'warn', limits: BRAKE_LIMITS } },
		answers: ['rejected badInput', 'rejected unknownSku'],
		warns:
			'No item names goods of the shop at Leeds, so nothing that is missing from the feed was set',
		levels: levelsOf(3, 5),
		changes: 0,
	},
	{
		name: 'a warning only, where that is chosen',
		goods: goodsOf(10, 10),
		feed: rowsOf(10, 4),
		settings: { brake: { effect: 'warn', limits: BRAKE_LIMITS } },
		answers: skus(10).map(() => 'set 10 → 4'),
		warns: 'The brake would have stopped this feed: at Leeds 100 units would become 40',
		levels: levelsOf(10, 4),
		changes: 10,
	},
	{
		name: 'a dry run says what the brake would do',
		goods: goodsOf(10, 10),
		feed: rowsOf(10, 4),
		settings: { dryRun: true },
		answers: skus(10).map(() => 'wouldSet 10 → 4'),
		warns: 'The brake would stop this feed: at Leeds 100 units would become 40',
		levels: levelsOf(10, 10),
		changes: 0,
	},
	{
		name: 'limits of one’s own',
		goods: goodsOf(10, 10),
		feed: rowsOf(10, 4),
		settings: { brake: { effect: 'stop', limits: { ...BRAKE_LIMITS, unitsLostPercent: 60 } } },
		answers: skus(10).map(() => 'set 10 → 4'),
		levels: levelsOf(10, 4),
		changes: 10,
	},
	{
		name: 'goods that the feed cannot name are no comfort',
		goods: [
			...skus(25).map((sku, index) => `${sku} [barcode ${5021 + index}]: Leeds 2`),
			...skus(200)
				.slice(25)
				.map((sku) => `${sku}: Leeds 5`),
		],
		feed: skus(25).map((_sku, index) => `${5021 + index} 0`),
		settings: { identifyBy: 'barcode' },
		answers: [],
		fails: '25 of the 25 SKUs with stock would fall to 0',
		levels: [...levelsOf(25, 2), ...levelsOf(200, 5, 25)],
		changes: 0,
	},
	{
		name: 'goods that Shopify does not count are no stock',
		goods: ['HG-1001: Leeds 10', 'GIFT [untracked]: Leeds 1000'],
		feed: ['HG-1001 4'],
		answers: [],
		fails: '10 units would become 4',
		levels: ['HG-1001 Leeds 10', 'GIFT Leeds 1000'],
		changes: 0,
	},
];
