/** Counts things by their name, in the order in which the names first come. */
export class Tallies {
	private readonly counts = new Map<string, number>();

	add(name: string, count = 1): void {
		this.counts.set(name, this.of(name) + count);
	}

	/** Replaces what was counted under this name; 0 takes the name away. */
	set(name: string, count: number): void {
		if (count === 0) this.counts.delete(name);
		else this.counts.set(name, count);
	}

	of(name: string): number {
		return this.counts.get(name) ?? 0;
	}

	get total(): number {
		return [...this.counts.values()].reduce((sum, one) => sum + one, 0);
	}

	/** Number of different names. */
	get kinds(): number {
		return this.counts.size;
	}

	entries(): readonly (readonly [string, number])[] {
		return [...this.counts];
	}

	/** Adds all that another has counted. */
	addAll(other: Tallies): void {
		for (const [name, count] of other.entries()) this.add(name, count);
	}

	/** E.g. `12 placed, 3 paid later`. */
	toString(): string {
		return this.entries()
			.map(([name, count]) => `${count} ${name}`)
			.join(', ');
	}
}
