/** A value for Shopify's search syntax, in single quotes (Admin API, search syntax). */
export function quoted(value: string): string {
	return `'${value.replace(/\\/g, '\\\\').replace(/'/g, "\\'")}'`;
}
