/** Work that was accepted and is done later than its client was answered. */
export class LateRequests {
	private waiting: { readonly due: number; readonly work: () => void }[] = [];

	/** @param due milliseconds since 1970, by the shop's clock */
	add(due: number, work: () => void): void {
		this.waiting.push({ due, work });
	}

	/** Does what is due by now, in the order in which it is due. */
	finish(now: number): void {
		const due = this.waiting.filter((one) => one.due <= now);
		if (due.length === 0) return;
		this.waiting = this.waiting.filter((one) => one.due > now);
		for (const { work } of due.sort((one, other) => one.due - other.due)) work();
	}
}
