const LONGEST = 60;

/** A text as it stands in a message: cut where it is too long for one. */
export function shortened(text: string): string {
	return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
}
