import { shownValue } from './inputValues';
import { standsForNothing } from './noValue';
import { InputProblem } from './problem';

/** A year that no shipment is in: what comes of a zero, or of digits that were mixed up. */
const FIRST_YEAR = 2000;
const LAST_YEAR = 2100;

const ISO =
	/^(\d{4})-(\d{2})-(\d{2})(?:[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)? ?(Z|[+-]\d{2}:?\d{2})?)?$/i;
/** `Fri, 20 Nov 2026 10:00:00 GMT`, `Fri Nov 20 2026 11:00:00 GMT+0100 (…)`: the month is a word. */
const WITH_MONTH_NAME =
	/^(?:[a-z]{3},? )?(?:\d{1,2} [a-z]{3}|[a-z]{3} \d{1,2}) \d{4} [\d:]+ (?:(?:GMT|UTC)?[+-]\d{2}:?\d{2}|GMT|UTC|Z)(?: \(.*\))?$/i;

/**
 * A moment in ISO 8601 to the second, as Shopify keeps times: `2026-11-20T10:00:00Z`; null if none is given.
 * Takes ISO 8601 with a zone, a day alone (midnight UTC), mail dates, Unix time in seconds or milliseconds,
 * and dates as n8n has them. Throws `InputProblem` for anything that could be read in two ways: a time
 * without a zone would mean another moment on another machine, and `02/03/2026` another day.
 */
export function parseMoment(field: string, value: unknown): string | null {
	const text = textOf(value);
	if (text === null) throw notAMoment(field, value);
	if (standsForNothing(text)) return null;
	const milliseconds = toMilliseconds(field, text);
	const year = new Date(milliseconds).getUTCFullYear();
	if (year >= FIRST_YEAR && year <= LAST_YEAR) {
		return new Date(Math.floor(milliseconds / 1000) * 1000).toISOString().replace('.000Z', 'Z');
	}
	throw notAMoment(field, text);
}

/** Whether two moments are in the same second. */
export function sameSecond(one: string, other: string): boolean {
	return Math.floor(Date.parse(one) / 1000) === Math.floor(Date.parse(other) / 1000);
}

/** Null for what is no text, number or date. */
function textOf(value: unknown): string | null {
	if (value === null || value === undefined) return '';
	if (typeof value === 'string') return value.trim().replace(/\s+/g, ' ');
	if (typeof value === 'number') return String(value);
	if (typeof value !== 'object' || !('toJSON' in value)) return null;
	const { toJSON } = value;
	const json: unknown = typeof toJSON === 'function' ? toJSON.call(value) : null;
	return typeof json === 'string' ? json : null;
}

function toMilliseconds(field: string, text: string): number {
	if (/^\d{10}$/.test(text)) return Number(text) * 1000;
	if (/^\d{13}$/.test(text)) return Number(text);
	const iso = ISO.exec(text);
	if (!iso && !WITH_MONTH_NAME.test(text)) throw notAMoment(field, text);
	if (iso && text.length > 10 && iso[4] === undefined) {
		throw new InputProblem(
			`${field} is ${shownValue(text)}, which does not say in which time zone`,
			{
				advice: 'Give it with its zone, such as 2026-11-20T10:00:00+01:00 or 2026-11-20T09:00:00Z',
			},
		);
	}
	const milliseconds = Date.parse(text);
	if (Number.isNaN(milliseconds) || (iso && !isDay(iso))) throw notAMoment(field, text);
	return milliseconds;
}

/** False for 30 February, which `Date.parse` takes for 2 March. */
function isDay([, year, month, day]: RegExpExecArray): boolean {
	const last = new Date(Date.UTC(Number(year), Number(month), 0)).getUTCDate();
	return Number(day) <= last;
}

function notAMoment(field: string, value: unknown): InputProblem {
	return new InputProblem(`${field} is ${shownValue(value)}, which is not a date and time`, {
		advice: 'Give it as 2026-11-20T10:00:00+01:00 or 2026-11-20T09:00:00Z',
	});
}
