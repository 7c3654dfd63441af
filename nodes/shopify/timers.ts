import { sleep } from 'n8n-workflow';

/**
 * `setTimeout` for the bundled Shopify client, built on n8n's own `sleep`: n8n Cloud forbids
 * timers to community nodes. The bundler puts it in place of the global. The client only waits
 * with it between its own retries, which this package turns off, so there is nothing to cancel.
 */
function startTimer(callback: () => void, milliseconds = 0): void {
	void sleep(milliseconds).then(callback);
}

export { startTimer as setTimeout };
