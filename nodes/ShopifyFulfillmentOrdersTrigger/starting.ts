import type { IHookFunctions, IPollFunctions } from 'n8n-workflow';
import { sleep } from 'n8n-workflow';
import { toNodeError } from '../n8n/nodeError';
import type { ShopifyFailureKind } from '../shopify/failure';
import { failureIn } from '../shopify/failure';
import { keyOf } from './context';

/**
 * What happens while n8n starts a published workflow. A trigger whose first poll or whose webhooks fail then, five
 * times within 15 seconds, or take longer than 0.7 of the publication's lease (120 s unless set otherwise), n8n gives
 * up: it does not poll, not even after its next start, until somebody publishes the workflow again (n8n 2.40,
 * `workflow-publication-outbox-consumer.js`, `trigger-activation-retry.js`, `findTriggerStatusDriftedWorkflowIds`).
 * A shop that is slow or away for a minute must not end in that.
 */

/** Time for the first poll: with its last request it stays below 42 s, which is 0.7 of a lease of a minute. */
export const FIRST_POLL_MS = 25_000;
/** Time for each of the two questions about webhooks, which come one after the other. */
export const FIRST_SUBSCRIPTION_MS = 15_000;

/** The budget of a poll that nothing limits (n8n-core 2.40, `PollContext`); n8n's durable scheduler gives less. */
const UNLIMITED_MS = 5 * 60_000;

/** Contexts that have polled: n8n makes one when it starts a workflow, and keeps it for all polls to come. */
const started = new WeakSet<object>();

/**
 * Whether this is the poll by which n8n starts the workflow. The durable scheduler makes a context for each poll, and
 * polls only then without a limit of time.
 */
export function isFirstPoll(context: IPollFunctions): boolean {
	const { getPollBudgetMs } = context as { getPollBudgetMs?: () => number };
	if ((getPollBudgetMs?.call(context) ?? UNLIMITED_MS) < UNLIMITED_MS) return false;
	if (started.has(context)) return false;
	started.add(context);
	return true;
}

/** Failures that may be over with the next poll. */
const PASSING: readonly ShopifyFailureKind[] = [
	'throttled',
	'unavailable',
	'unreadable',
	'unreachable',
	'stopped',
];

/** As n8n starts by itself, nobody is there to mend anything: the polls to come fail where all can see it. */
const BY_ITSELF: readonly string[] = ['init', 'leadershipChange'];

/**
 * Does what n8n waits for when it starts the workflow. What fails is logged, and answered with `instead`, if the polls
 * to come make up for it; what somebody has to mend who publishes the workflow just now is thrown.
 */
export async function startAnyway<T>(
	context: IHookFunctions | IPollFunctions,
	instead: T,
	work: () => Promise<T>,
): Promise<T> {
	try {
		return await work();
	} catch (error) {
		const failure = failureIn(error);
		const isPassing = failure !== undefined && PASSING.includes(failure.kind);
		if (!isPassing && !BY_ITSELF.includes(context.getActivationMode())) {
			throw toNodeError(context.getNode(), error);
		}
		const { message } = toNodeError(context.getNode(), error);
		context.logger.error(
			`${context.getNode().name}: the workflow is started all the same, and tries again with its next poll: ${message}`,
		);
		return instead;
	}
}

const STEP_MS = 100;

/** Questions about webhooks that n8n has asked since a trigger was started last, and how many are under way. */
const asked = new Map<string, { running: number }>();

/**
 * Answers a question about webhooks while n8n starts the workflow, which the first poll waits for. What takes longer
 * than there is time goes on by itself; the safety poll looks after it.
 */
export async function answerWhileStarting(
	context: IHookFunctions,
	work: () => Promise<boolean>,
): Promise<boolean> {
	const key = keyOf(context);
	const state = asked.get(key) ?? { running: 0 };
	asked.set(key, state);
	state.running += 1;
	const endMs = Date.now() + FIRST_SUBSCRIPTION_MS;
	let isOver = false;
	const goesOn = async (): Promise<boolean> => {
		while (!isOver && Date.now() < endMs) await sleep(STEP_MS);
		return true;
	};
	try {
		return await Promise.race([startAnyway(context, true, work), goesOn()]);
	} finally {
		isOver = true;
		state.running -= 1;
	}
}

/** n8n asks at the same time as it polls, and again at once if something is missing. */
const ASKED_WITHIN_MS = 3000;
const QUIET_FOR_MS = 500;
/** With what the poll itself may take this is the end: see `FIRST_POLL_MS`. */
const LONGEST_WAIT_MS = FIRST_POLL_MS + 12_000;

/**
 * Waits until n8n has asked about webhooks. A poll that ended in the meantime would take the isolate away in which n8n
 * then evaluates the webhooks of the node: `No bridge acquired`, and the workflow counts as not started (n8n 2.40,
 * `poll-trigger-executor.js`, `trigger-count.service.js`). As long as the first poll lasts there is no other one.
 *
 * @param begunMs when the first poll began
 */
export async function afterWebhooks(context: IPollFunctions, begunMs: number): Promise<void> {
	const key = keyOf(context);
	let [waited, quiet] = [0, 0];
	while (Date.now() < begunMs + LONGEST_WAIT_MS) {
		const state = asked.get(key);
		if (state === undefined && waited >= ASKED_WITHIN_MS) break;
		quiet = state?.running === 0 ? quiet + STEP_MS : 0;
		if (quiet > QUIET_FOR_MS) break;
		await sleep(STEP_MS);
		waited += STEP_MS;
	}
	asked.delete(key);
}
