import { InputProblem } from './problem';

const LOOPBACK = /^(?:localhost|.+\.localhost|127(?:\.\d+){3}|\[::1\])$/;

/** Names and addresses that only the machines beside n8n can reach. */
const PRIVATE = [
	/^0\.0\.0\.0$/,
	/^10\./,
	/^192\.168\./,
	/^172\.(?:1[6-9]|2\d|3[01])\./,
	/^169\.254\./,
	/^100\.(?:6[4-9]|[7-9]\d|1[01]\d|12[0-7])\./,
	/^\[(?:::|f[cd]|fe[89ab])/,
	/\.(?:local|lan|internal|intranet|home|test|invalid)$/,
	/^[^.:]+$/,
];

/**
 * Checks that Shopify can reach n8n's webhook address: public and https. A shop on a loopback address, for
 * development, may call a loopback address as well. Throws `InputProblem` that says what to set otherwise.
 */
export function requireReachableAddress(address: string, isLoopbackShop: boolean): void {
	const { protocol, hostname, origin } = parse(address);
	const isLoopback = LOOPBACK.test(hostname);
	if (isLoopbackShop && isLoopback) return;
	const isPublic = !isLoopback && !PRIVATE.some((form) => form.test(hostname));
	if (protocol === 'https:' && isPublic) return;
	throw new InputProblem(
		`Shopify cannot reach n8n at ${origin}: webhooks need a public address that begins with https://`,
		{
			path: 'receiveBy',
			advice:
				'Set the environment variable WEBHOOK_URL of n8n to its public https address and start n8n again, or set Receive Orders By to Polling, which needs no public address',
		},
	);
}

function parse(address: string): Pick<URL, 'protocol' | 'hostname' | 'origin'> {
	return URL.canParse(address)
		? new URL(address)
		: { protocol: '', hostname: '', origin: address === '' ? 'no address' : address };
}
