import { InputProblem } from './problem';

const NUMBER = '{number}';

/**
 * An http(s) address that Shopify's scalar `URL` takes, from what a user or an export gives. Without
 * scheme it gets `https://`; characters that no URL may have are encoded, as one such URL fails the
 * whole request; `{number}` stays. Throws `InputProblem` for anything else, where `what` names it.
 */
export function parseWebAddress(given: string, what: string): string {
	const text = given.trim().replace(/\{\s*number\s*\}/gi, NUMBER);
	// Without a scheme, only the name of a host tells an address from any other text.
	const address = /^[^\s/?#:@]+\.\p{L}[^\s/?#:@]*(?::\d|[/?#]|$)/u.test(text)
		? `https://${text}`
		: text;
	if (!/^https?:\/\/[^\s/@]+(?:[/?#]\S*)?$/i.test(address) || !URL.canParse(address)) {
		throw new InputProblem(`The ${what} ${given.trim()} is not a web address`, {
			advice: 'Give it as in the address bar of a browser, beginning with https://',
		});
	}
	return encoded(address);
}

/** As given where that is allowed: what is read back is compared with it. */
function encoded(address: string): string {
	if (/^(?:\{number\}|%[\da-f]{2}|[\w\-.~:/?#@!$&'()*+,;=])*$/i.test(address)) return address;
	return new URL(address).href
		.replace(/%7Bnumber%7D/gi, NUMBER)
		.replace(/\{number\}|%(?![\da-f]{2})|[^\w\-.~:/?#@!$&'()*+,;=%]/gi, (part) =>
			part === NUMBER ? part : encodeURIComponent(part),
		);
}
