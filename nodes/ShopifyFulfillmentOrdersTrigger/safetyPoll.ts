import { toObject } from '../n8n/parameters';

/** Minutes between two polls, by the mode of n8n's poll times. A cron expression is taken for often enough. */
const MINUTES: Readonly<Record<string, number>> = {
	everyMinute: 1,
	everyHour: 60,
	everyDay: 24 * 60,
	everyWeek: 7 * 24 * 60,
	everyMonth: 28 * 24 * 60,
};

/**
 * Says that a settle time makes orders late: a webhook comes before it has passed, so that the safety poll
 * finds the order, whenever that is. Empty if the poll comes at least as often.
 */
export function safetyPollHint(pollTimes: unknown, settleMinutes: number): readonly string[] {
	if (settleMinutes <= 0) return [];
	const items = toObject(pollTimes)['item'];
	const gaps = (Array.isArray(items) ? items : []).map(minutesOf);
	const gap = Math.min(...gaps);
	if (gap <= settleMinutes) return [];
	return [
		`Settle Time is ${settleMinutes} minutes and the safety poll is rarer: orders that settle wait for it. Let Safety Poll come every ${settleMinutes} minutes or more often`,
	];
}

function minutesOf(time: unknown): number {
	const { mode, value, unit } = toObject(time);
	if (mode === 'everyX') return Number(value) * (unit === 'hours' ? 60 : 1);
	return MINUTES[String(mode)] ?? 0;
}
