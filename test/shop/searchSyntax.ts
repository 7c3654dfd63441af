/**
 * Shopify's search syntax `[shopify.dev/docs/api/usage/search-syntax]`: terms `field:value` with a
 * comparator, quoted values, AND, OR, NOT or `-`, parentheses; a blank between terms means AND.
 */

/** How a value is compared. */
export type Comparator = '' | '>' | '>=' | '<' | '<=';

/** One term; `field` is null for words that are searched everywhere. */
export interface Term {
	readonly kind: 'term';
	readonly field: string | null;
	readonly comparator: Comparator;
	readonly value: string;
	readonly quoted: boolean;
}

/** A parsed query. */
export type Query =
	| Term
	| { readonly kind: 'and' | 'or'; readonly parts: readonly Query[] }
	| { readonly kind: 'not'; readonly part: Query };

type Token =
	| { readonly type: '(' | ')' | 'AND' | 'OR' | 'NOT' }
	| { readonly type: 'term'; readonly term: Term };

const isBlank = (char: string): boolean => char === ' ' || char === '\t' || char === '\n';

/** Reads a quoted text from `start` (the quote); a backslash escapes. */
function readQuoted(text: string, start: number): { value: string; end: number } {
	const quote = text.charAt(start);
	let value = '';
	let at = start + 1;
	while (at < text.length && text.charAt(at) !== quote) {
		if (text.charAt(at) === '\\') at += 1;
		value += text.charAt(at);
		at += 1;
	}
	return { value, end: at + 1 };
}

/** Reads a bare word up to a blank, a parenthesis or a colon. */
function readWord(text: string, start: number): { value: string; end: number } {
	let at = start;
	while (at < text.length && !isBlank(text.charAt(at)) && !'():'.includes(text.charAt(at))) at += 1;
	return { value: text.slice(start, at), end: at };
}

function readTerm(text: string, start: number): { term: Term; end: number } {
	const first = text.charAt(start);
	if (first === "'" || first === '"') {
		const { value, end } = readQuoted(text, start);
		return { term: { kind: 'term', field: null, comparator: '', value, quoted: true }, end };
	}
	const word = readWord(text, start);
	if (text.charAt(word.end) !== ':') {
		const bare = { kind: 'term', field: null, comparator: '', value: word.value } as const;
		return { term: { ...bare, quoted: false }, end: Math.max(word.end, start + 1) };
	}
	let at = word.end + 1;
	let comparator: Comparator = '';
	if (text.charAt(at) === '>' || text.charAt(at) === '<') {
		comparator = text.charAt(at) as Comparator;
		at += 1;
		if (text.charAt(at) === '=') {
			comparator = `${comparator}=` as Comparator;
			at += 1;
		}
	}
	const field = word.value;
	const quote = text.charAt(at);
	if (quote === "'" || quote === '"') {
		const { value, end } = readQuoted(text, at);
		return { term: { kind: 'term', field, comparator, value, quoted: true }, end };
	}
	// An unquoted value ends at a colon, and what follows is read as a term of its own: that is how
	// `updated_at:>=2026-01-01T00:00:00Z` was recorded to become a date and the term `00:00Z`.
	const { value, end } = readWord(text, at);
	const next = text.charAt(end) === ':' ? end + 1 : end;
	return { term: { kind: 'term', field, comparator, value, quoted: false }, end: next };
}

function tokensOf(text: string): Token[] {
	const tokens: Token[] = [];
	let at = 0;
	while (at < text.length) {
		const char = text.charAt(at);
		if (isBlank(char)) {
			at += 1;
		} else if (char === '(' || char === ')') {
			tokens.push({ type: char });
			at += 1;
		} else if (char === '-' && at + 1 < text.length && !isBlank(text.charAt(at + 1))) {
			tokens.push({ type: 'NOT' });
			at += 1;
		} else {
			const { term, end } = readTerm(text, at);
			const word = term.field === null && !term.quoted ? term.value : '';
			if (word === 'AND' || word === 'OR' || word === 'NOT') tokens.push({ type: word });
			else tokens.push({ type: 'term', term });
			at = end;
		}
	}
	return tokens;
}

/** Text → query; `null` for an empty text. Unbalanced parentheses are read as if closed. */
export function parseQuery(text: string): Query | null {
	const tokens = tokensOf(text);
	let at = 0;
	const readPart = (): Query | null => {
		const token = tokens[at];
		if (!token) return null;
		at += 1;
		if (token.type === 'term') return token.term;
		if (token.type === 'NOT') {
			const part = readPart();
			return part && { kind: 'not', part };
		}
		if (token.type === '(') {
			const inner = readOr();
			if (tokens[at]?.type === ')') at += 1;
			return inner;
		}
		return readPart();
	};
	const readAnd = (): Query | null => {
		const parts: Query[] = [];
		for (;;) {
			const token = tokens[at];
			if (!token || token.type === ')' || token.type === 'OR') break;
			const part = readPart();
			if (part) parts.push(part);
		}
		return joined('and', parts);
	};
	const readOr = (): Query | null => {
		const parts: Query[] = [];
		for (;;) {
			const part = readAnd();
			if (part) parts.push(part);
			if (tokens[at]?.type !== 'OR') break;
			at += 1;
		}
		return joined('or', parts);
	};
	const parts: Query[] = [];
	while (at < tokens.length) {
		const part = readOr();
		if (part) parts.push(part);
		if (tokens[at]?.type === ')') at += 1;
	}
	return joined('and', parts);
}

function joined(kind: 'and' | 'or', parts: readonly Query[]): Query | null {
	const flat = parts.flatMap((one) => (one.kind === kind ? one.parts : [one]));
	return flat.length > 1 ? { kind, parts: flat } : (flat[0] ?? null);
}
