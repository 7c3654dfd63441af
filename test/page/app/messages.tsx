import type { JSX } from 'preact';
import { useCallback, useRef, useState } from 'preact/hooks';

/** Something to tell: what was done, why it was not, or that an order has arrived. */
export interface Message {
	readonly id: number;
	readonly kind: 'done' | 'refused' | 'arrived';
	readonly text: string;
}

/** Messages that pop up; a refusal stays until it is closed or others push it out. */
export interface Messages {
	readonly messages: readonly Message[];
	tell(kind: Message['kind'], text: string): void;
	dismiss(id: number): void;
}

const SHOWN_MS = 5000;
const MOST_AT_ONCE = 4;

/** The messages of the page. */
export function useMessages(): Messages {
	const [messages, setMessages] = useState<readonly Message[]>([]);
	const next = useRef(1);
	const dismiss = useCallback((id: number) => {
		setMessages((current) => current.filter((one) => one.id !== id));
	}, []);
	const tell = useCallback(
		(kind: Message['kind'], text: string) => {
			const id = next.current++;
			setMessages((current) => {
				const others = current.filter((one) => one.text !== text);
				return [...others, { id, kind, text }].slice(-MOST_AT_ONCE);
			});
			if (kind !== 'refused') setTimeout(() => dismiss(id), SHOWN_MS);
		},
		[dismiss],
	);
	return { messages, tell, dismiss };
}

/** Where messages pop up; read out by screen readers as they come. */
export function MessageList({ messages, dismiss }: Messages): JSX.Element {
	return (
		<div class="messages" role="status" aria-live="polite">
			{messages.map(({ id, kind, text }) => (
				<div key={id} class={`message message-${kind}`} data-testid="message" data-kind={kind}>
					<span>{text}</span>
					<button
						type="button"
						class="btn-close"
						aria-label="Close this message"
						data-testid="message-close"
						onClick={() => dismiss(id)}
					/>
				</div>
			))}
		</div>
	);
}
