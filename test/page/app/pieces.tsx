import type { ComponentChildren, JSX } from 'preact';
import { useContext, useEffect, useRef, useState } from 'preact/hooks';
import { NowContext } from './desk';
import type { Badge } from './words';
import { age, isWebAddress } from './words';

/** A word on a coloured ground. It lights up for a moment when it changes. */
export function BadgeMark(props: {
	readonly badge: Badge;
	readonly testId?: string;
	readonly status?: string;
}): JSX.Element {
	const { badge, testId, status } = props;
	const first = useRef(badge.text);
	const [changed, setChanged] = useState(false);
	useEffect(() => {
		if (first.current !== badge.text) setChanged(true);
	}, [badge.text]);
	return (
		<span
			// A new element begins the animation again.
			key={badge.text}
			class={`mark mark-${badge.tone} ${changed ? 'lights-up' : ''}`}
			data-testid={testId}
			data-status={status}
		>
			{badge.text}
		</span>
	);
}

/** How long ago something was, always as of now. */
export function Age({ at }: { readonly at: string }): JSX.Element {
	const now = useContext(NowContext);
	return (
		<time dateTime={at} title={new Date(at).toLocaleString('en-GB')}>
			{age(now - Date.parse(at))}
		</time>
	);
}

/** The number of a parcel; a link, if there is one that can be followed. */
export function TrackingNumber(props: {
	readonly number: string | null;
	readonly url: string | null;
	readonly testId: string;
}): JSX.Element {
	const { number, url, testId } = props;
	if (!isWebAddress(url)) return <span data-testid={testId}>{number ?? 'no number'}</span>;
	const text = number ?? 'Tracking';
	return (
		<a
			href={url}
			target="_blank"
			rel="noopener noreferrer"
			data-testid={testId}
			aria-label={`${text}, opens in a new tab`}
		>
			{text}
		</a>
	);
}

/** Something to do, as a small button. */
export function Action(props: {
	readonly testId: string;
	readonly label: string;
	/** The button's name for those who do not see what it stands beside, e.g. `Hold #1042`. */
	readonly name: string;
	readonly danger?: boolean;
	onDo(): void;
}): JSX.Element {
	const { testId, label, name, danger = false, onDo } = props;
	return (
		<button
			type="button"
			class={`btn btn-sm ${danger ? 'btn-outline-danger' : 'btn-outline-secondary btn-quiet'}`}
			data-testid={testId}
			aria-label={name}
			onClick={onDo}
		>
			{label}
		</button>
	);
}

const SHOWN = 30;

/** The newest things of a list first; of a long one the last 30, until all are asked for. */
export function NewestFirst<Thing>(props: {
	readonly things: readonly Thing[];
	readonly testId: string;
	readonly showAllTestId: string;
	readonly label: string;
	/** What to say when there is nothing. */
	readonly empty: ComponentChildren;
	keyOf(thing: Thing): string;
	show(thing: Thing): JSX.Element;
}): JSX.Element {
	const { things, testId, showAllTestId, label, empty, keyOf, show } = props;
	const [all, setAll] = useState(false);
	if (things.length === 0) return <div class="empty">{empty}</div>;
	const newest = things.toReversed().slice(0, all ? undefined : SHOWN);
	return (
		<>
			<ul class="list-unstyled stack mb-0" data-testid={testId} aria-label={label}>
				{newest.map((thing) => (
					<li key={keyOf(thing)}>{show(thing)}</li>
				))}
			</ul>
			{newest.length < things.length && (
				<button
					type="button"
					class="btn btn-outline-secondary w-100"
					data-testid={showAllTestId}
					onClick={() => {
						setAll(true);
					}}
				>
					Show all {things.length}
				</button>
			)}
		</>
	);
}

/** JSON as people read it. */
export function Json({ value }: { readonly value: unknown }): JSX.Element {
	return (
		<pre class="json" tabIndex={0} aria-label="JSON">
			{JSON.stringify(value, null, 2)}
		</pre>
	);
}
