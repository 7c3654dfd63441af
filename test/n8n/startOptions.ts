import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { parseShop, type Shop } from '../../nodes/shopify/shopDomain';

/** What `npm start` was asked for. */
export interface StartOptions {
	readonly help: boolean;
	/** Null for the demo shop. */
	readonly shop: Shop | null;
	/** Whether to publish for a real shop without asking. */
	readonly publish: boolean;
	/** Whether to forget what earlier starts left. */
	readonly fresh: boolean;
	/** Demo orders to place at once; null for some in an empty shop and none in another. */
	readonly orders: number | null;
	/** The first of four ports, where a person has chosen it. */
	readonly port: number | null;
	/** Keeps everything of this shop between two starts. */
	readonly folder: string;
}

/** The first of the four ports that are used unless they are taken. */
export const DEFAULT_PORT = 5690;
const FOLDER_VARIABLE = 'N8N_NODES_SHOPIFY_FULFILLMENT_DEMO';

/** Those that mean nothing to npm, which takes what stands before `--`. */
const OPTIONS_OF_OURS = ['shop', 'publish', 'fresh', 'orders', 'folder'];

export const HELP = `npm start                              the demo shop, a warehouse, and a real n8n between them
npm start -- --shop my-shop            your shop instead of the demo shop

  --shop <shop>     my-shop, my-shop.myshopify.com, or the address of its admin. The credentials are asked
                    for once and kept by n8n alone, encrypted; or they are taken from SHOPIFY_CLIENT_ID and
                    SHOPIFY_CLIENT_SECRET, or from SHOPIFY_ACCESS_TOKEN. Orders received are kept in the
                    folder, with addresses; --fresh removes them
  --publish         with --shop: publish the workflow without asking
  --orders <n>      place n orders in the demo shop at once (default: 3 if it has none)
  --fresh           forget all of earlier starts: orders, workflows, and the credential
  --port <n>        use the ports n to n+3 (default: ${DEFAULT_PORT}, or the next that are free)
  --folder <path>   keep everything there (default: in the cache folder; or set ${FOLDER_VARIABLE})
  --help            this text

Ctrl-C ends everything; npm start goes on from there.`;

/** Reads the command line. Throws an error in words for what it does not understand. */
export function readStartOptions(args: readonly string[], cache: string): StartOptions {
	const swallowed = OPTIONS_OF_OURS.find((name) => `npm_config_${name}` in process.env);
	if (swallowed)
		throw new Error(
			`npm took --${swallowed} for itself. Put -- before it: npm start -- --${swallowed}`,
		);
	const values = parse(args);

	const shop = values.shop === undefined ? null : parseShop(values.shop);
	if (shop && values.orders !== undefined)
		throw new Error('--orders is for the demo shop: it does not go with --shop');
	if (!shop && values.publish)
		throw new Error('--publish goes with --shop: for the demo shop it is published anyway');
	const base = values.folder ?? process.env[FOLDER_VARIABLE] ?? join(cache, 'start');
	return {
		help: values.help,
		shop,
		publish: values.publish,
		fresh: values.fresh,
		orders: wholeNumber('orders', values.orders, 0, 10_000),
		port: wholeNumber('port', values.port, 1024, 65_532),
		folder: join(resolve(base), shop ? shop.domain.replace(/[^a-z0-9.-]/g, '-') : 'demo'),
	};
}

function parse(args: readonly string[]) {
	try {
		return parseArgs({
			args: [...args],
			options: {
				help: { type: 'boolean', short: 'h', default: false },
				shop: { type: 'string' },
				publish: { type: 'boolean', default: false },
				fresh: { type: 'boolean', default: false },
				orders: { type: 'string' },
				port: { type: 'string' },
				folder: { type: 'string' },
			},
		}).values;
	} catch (error) {
		const message = error instanceof Error ? error.message : String(error);
		throw new Error(`${message}. npm start -- --help lists what there is`, { cause: error });
	}
}

function wholeNumber(
	name: string,
	text: string | undefined,
	least: number,
	most: number,
): number | null {
	if (text === undefined) return null;
	const number = Number(text);
	if (!/^\d+$/.test(text) || number < least || number > most)
		throw new Error(`--${name} takes a whole number from ${least} to ${most}, not "${text}"`);
	return number;
}
