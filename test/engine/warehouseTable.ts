import type { Timing } from './warehouseScene';

/** What is left in the end: orders at the warehouse (key, number, units), and what staff see. */
export type Row = readonly [atWarehouse: string, inShop: string];

/**
 * The contract's table (fulfillment order A: 3 mugs and 2 blankets) as it comes out, by what happened to
 * the order and when. B and C are the fulfillment orders that Shopify makes of A. Where A is confirmed and
 * the order shrinks afterwards, the warehouse keeps what it has: it is told by *Changed* and *Cancelled*.
 */
export const TABLE: Readonly<Record<Timing, Readonly<Record<string, Row>>>> = {
	neverArrived: {
		split: ['A #1001: 3 mug + 2 blanket', 'A IN_PROGRESS: 2 mug; B IN_PROGRESS: 1 mug + 2 blanket'],
		'split and merged': ['A #1001: 3 mug + 2 blanket', 'A IN_PROGRESS: 3 mug + 2 blanket'],
		'held in part': [
			'B #1001-B: 2 mug; A:2 #1001-A-2: 1 mug + 2 blanket',
			'A IN_PROGRESS: 1 mug + 2 blanket; B IN_PROGRESS: 2 mug',
		],
		'held in part and released': ['A #1001: 3 mug + 2 blanket', 'A IN_PROGRESS: 3 mug + 2 blanket'],
		'held whole': ['A:2 #1001-A-2: 3 mug + 2 blanket', 'A IN_PROGRESS: 3 mug + 2 blanket'],
		'held whole and released': ['A #1001: 3 mug + 2 blanket', 'A IN_PROGRESS: 3 mug + 2 blanket'],
		'moved whole': [
			'A:2 #1001-A-2: 3 mug + 2 blanket',
			'A IN_PROGRESS at Camden: 3 mug + 2 blanket',
		],
		'moved in part': [
			'A:2 #1001-A-2: 2 mug; B #1001-B: 2 blanket + 1 mug',
			'A IN_PROGRESS: 2 mug; B IN_PROGRESS at Camden: 1 mug + 2 blanket',
		],
		'moved in part and back': [
			'A #1001: 3 mug + 2 blanket',
			'A IN_PROGRESS: 2 mug + 2 blanket; B IN_PROGRESS: 1 mug',
		],
		'cancelled and replaced': ['A #1001: 3 mug + 2 blanket', 'B IN_PROGRESS: 3 mug + 2 blanket'],
		'edited: one more': [
			'A:2 #1001-A-2: 1 mug; A #1001: 3 mug + 2 blanket',
			'A IN_PROGRESS: 4 mug + 2 blanket',
		],
		'edited: another line': [
			'A:2 #1001-A-2: 2 candle; A #1001: 3 mug + 2 blanket',
			'A IN_PROGRESS: 3 mug + 2 blanket + 2 candle',
		],
		'edited: one less': ['A:2 #1001-A-2: 2 mug + 2 blanket', 'A IN_PROGRESS: 2 mug + 2 blanket'],
		'refunded: all mugs': ['A:2 #1001-A-2: 2 blanket', 'A IN_PROGRESS: 2 blanket'],
		'order cancelled': ['', 'A CLOSED: 3 mug + 2 blanket'],
		'part shipped by staff': [
			'A:2 #1001-A-2: 2 mug + 2 blanket',
			'A IN_PROGRESS: 2 of 3 mug + 2 blanket',
		],
		'shipped whole by staff': ['', 'A CLOSED: 0 of 3 mug + 0 of 2 blanket'],
		'part shipped, fulfillment cancelled': [
			'A #1001: 3 mug + 2 blanket',
			'A IN_PROGRESS: 3 mug + 2 blanket',
		],
		'shipped whole, fulfillment cancelled': [
			'A #1001: 3 mug + 2 blanket',
			'B IN_PROGRESS: 3 mug + 2 blanket',
		],
		'set in progress by staff': ['A #1001: 3 mug + 2 blanket', 'A IN_PROGRESS: 3 mug + 2 blanket'],
	},
	notConfirmed: {
		split: ['A #1001: 3 mug + 2 blanket', 'A IN_PROGRESS: 2 mug; B IN_PROGRESS: 1 mug + 2 blanket'],
		'split and merged': ['A #1001: 3 mug + 2 blanket', 'A IN_PROGRESS: 3 mug + 2 blanket'],
		'held in part': [
			'A #1001: 2 mug; A:2 #1001-A-2: 1 mug + 2 blanket',
			'A IN_PROGRESS: 1 mug + 2 blanket; B IN_PROGRESS: 2 mug',
		],
		'held in part and released': ['A #1001: 3 mug + 2 blanket', 'A IN_PROGRESS: 3 mug + 2 blanket'],
		'held whole': ['A:2 #1001-A-2: 3 mug + 2 blanket', 'A IN_PROGRESS: 3 mug + 2 blanket'],
		'held whole and released': ['A #1001: 3 mug + 2 blanket', 'A IN_PROGRESS: 3 mug + 2 blanket'],
		'moved in part': [
			'A #1001: 2 mug; B:2 #1001-B-2: 2 blanket + 1 mug',
			'A IN_PROGRESS: 2 mug; B IN_PROGRESS at Camden: 1 mug + 2 blanket',
		],
		'moved in part and back': [
			'A #1001: 3 mug + 2 blanket',
			'A IN_PROGRESS: 2 mug + 2 blanket; B IN_PROGRESS: 1 mug',
		],
		'cancelled and replaced': ['A #1001: 3 mug + 2 blanket', 'B IN_PROGRESS: 3 mug + 2 blanket'],
		'edited: one more': [
			'A #1001: 3 mug + 2 blanket; A:2 #1001-A-2: 1 mug',
			'A IN_PROGRESS: 4 mug + 2 blanket',
		],
		'edited: another line': [
			'A #1001: 3 mug + 2 blanket; A:2 #1001-A-2: 2 candle',
			'A IN_PROGRESS: 3 mug + 2 blanket + 2 candle',
		],
		'edited: one less': ['A #1001: 2 mug + 2 blanket', 'A IN_PROGRESS: 2 mug + 2 blanket'],
		'refunded: all mugs': ['A #1001: 2 blanket', 'A IN_PROGRESS: 2 blanket'],
		'order cancelled': ['', 'A CLOSED: 3 mug + 2 blanket'],
		'part shipped by staff': [
			'A #1001: 2 mug + 2 blanket',
			'A IN_PROGRESS: 2 of 3 mug + 2 blanket',
		],
		'shipped whole by staff': ['', 'A CLOSED: 0 of 3 mug + 0 of 2 blanket'],
		'part shipped, fulfillment cancelled': [
			'A #1001: 3 mug + 2 blanket',
			'A IN_PROGRESS: 3 mug + 2 blanket',
		],
		'shipped whole, fulfillment cancelled': [
			'A #1001: 3 mug + 2 blanket',
			'B IN_PROGRESS: 3 mug + 2 blanket',
		],
		'set in progress by staff': ['A #1001: 3 mug + 2 blanket', 'A IN_PROGRESS: 3 mug + 2 blanket'],
	},
	underWay: {
		split: ['A #1001: 3 mug + 2 blanket', 'A IN_PROGRESS: 2 mug; B IN_PROGRESS: 1 mug + 2 blanket'],
		'split and merged': ['A #1001: 3 mug + 2 blanket', 'A IN_PROGRESS: 3 mug + 2 blanket'],
		'held in part': [
			'A #1001: 3 mug + 2 blanket',
			'A OPEN: 1 mug + 2 blanket; B IN_PROGRESS: 2 mug',
		],
		'held in part and released': ['A #1001: 3 mug + 2 blanket', 'A IN_PROGRESS: 3 mug + 2 blanket'],
		'held whole': ['A #1001: 3 mug + 2 blanket', 'A OPEN: 3 mug + 2 blanket'],
		'held whole and released': ['A #1001: 3 mug + 2 blanket', 'A IN_PROGRESS: 3 mug + 2 blanket'],
		'moved whole': ['A #1001: 3 mug + 2 blanket', 'A OPEN at Camden: 3 mug + 2 blanket'],
		'moved in part': [
			'A #1001: 3 mug + 2 blanket',
			'A IN_PROGRESS: 2 mug; B OPEN at Camden: 1 mug + 2 blanket',
		],
		'moved in part and back': [
			'A #1001: 3 mug + 2 blanket',
			'A IN_PROGRESS: 2 mug + 2 blanket; B IN_PROGRESS: 1 mug',
		],
		'cancelled and replaced': ['A #1001: 3 mug + 2 blanket', 'B IN_PROGRESS: 3 mug + 2 blanket'],
		'edited: one more': [
			'A #1001: 3 mug + 2 blanket; A:2 #1001-A-2: 1 mug',
			'A IN_PROGRESS: 4 mug + 2 blanket',
		],
		'edited: another line': [
			'A #1001: 3 mug + 2 blanket; A:2 #1001-A-2: 2 candle',
			'A IN_PROGRESS: 3 mug + 2 blanket + 2 candle',
		],
		'edited: one less': ['A #1001: 3 mug + 2 blanket', 'A IN_PROGRESS: 2 mug + 2 blanket'],
		'refunded: all mugs': ['A #1001: 3 mug + 2 blanket', 'A IN_PROGRESS: 2 blanket'],
		'order cancelled': ['A #1001: 3 mug + 2 blanket', 'A CLOSED: 3 mug + 2 blanket'],
		'part shipped by staff': [
			'A #1001: 2 mug + 2 blanket',
			'A IN_PROGRESS: 2 of 3 mug + 2 blanket',
		],
		'shipped whole by staff': ['', 'A CLOSED: 0 of 3 mug + 0 of 2 blanket'],
		'part shipped, fulfillment cancelled': [
			'A #1001: 3 mug + 2 blanket',
			'A IN_PROGRESS: 3 mug + 2 blanket',
		],
		'shipped whole, fulfillment cancelled': [
			'A #1001: 3 mug + 2 blanket',
			'B IN_PROGRESS: 3 mug + 2 blanket',
		],
		'set in progress by staff': ['A #1001: 3 mug + 2 blanket', 'A IN_PROGRESS: 3 mug + 2 blanket'],
	},
	confirmed: {
		split: ['A #1001: 3 mug + 2 blanket', 'A OPEN: 2 mug; B OPEN: 1 mug + 2 blanket'],
		'split and merged': ['A #1001: 3 mug + 2 blanket', 'A OPEN: 3 mug + 2 blanket'],
		'held in part': [
			'A #1001: 3 mug + 2 blanket',
			'A OPEN: 1 mug + 2 blanket; B IN_PROGRESS: 2 mug',
		],
		'held in part and released': [
			'A #1001: 3 mug + 2 blanket',
			'A OPEN: 1 mug; B IN_PROGRESS: 2 mug + 2 blanket',
		],
		'held whole': ['A #1001: 3 mug + 2 blanket', 'A OPEN: 3 mug + 2 blanket'],
		'held whole and released': ['A #1001: 3 mug + 2 blanket', 'A OPEN: 3 mug + 2 blanket'],
		'moved whole': ['A #1001: 3 mug + 2 blanket', 'A OPEN at Camden: 3 mug + 2 blanket'],
		'moved in part': [
			'A #1001: 3 mug + 2 blanket',
			'A OPEN: 2 mug; B OPEN at Camden: 1 mug + 2 blanket',
		],
		'moved in part and back': [
			'A #1001: 3 mug + 2 blanket',
			'A OPEN: 2 mug + 2 blanket; B OPEN: 1 mug',
		],
		'cancelled and replaced': ['A #1001: 3 mug + 2 blanket', 'B OPEN: 3 mug + 2 blanket'],
		'edited: one more': [
			'A #1001: 3 mug + 2 blanket; B #1001-B: 1 mug',
			'A IN_PROGRESS: 3 mug + 2 blanket; B IN_PROGRESS: 1 mug',
		],
		'edited: another line': [
			'A #1001: 3 mug + 2 blanket; B #1001-B: 2 candle',
			'A IN_PROGRESS: 3 mug + 2 blanket; B IN_PROGRESS: 2 candle',
		],
		'edited: one less': ['A #1001: 3 mug + 2 blanket', 'A IN_PROGRESS: 2 mug + 2 blanket'],
		'refunded: all mugs': ['A #1001: 3 mug + 2 blanket', 'A IN_PROGRESS: 2 blanket'],
		'order cancelled': ['A #1001: 3 mug + 2 blanket', 'A CLOSED: 3 mug + 2 blanket'],
		'part shipped by staff': [
			'A #1001: 3 mug + 2 blanket',
			'A IN_PROGRESS: 2 of 3 mug + 2 blanket',
		],
		'shipped whole by staff': [
			'A #1001: 3 mug + 2 blanket',
			'A CLOSED: 0 of 3 mug + 0 of 2 blanket',
		],
		'part shipped, fulfillment cancelled': [
			'A #1001: 3 mug + 2 blanket',
			'A IN_PROGRESS: 3 mug + 2 blanket',
		],
		'shipped whole, fulfillment cancelled': [
			'A #1001: 3 mug + 2 blanket',
			'B OPEN: 3 mug + 2 blanket',
		],
		'marked as open': ['A #1001: 3 mug + 2 blanket', 'A OPEN: 3 mug + 2 blanket'],
		'set in progress by staff': ['A #1001: 3 mug + 2 blanket', 'A IN_PROGRESS: 3 mug + 2 blanket'],
	},
};
