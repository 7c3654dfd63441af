import type { JSX } from 'preact';
import { useId, useState } from 'preact/hooks';
import type { Behaviour } from '../contract';
import { behave } from './api';
import { useDesk } from './desk';

const EXAMPLE = 'We do not deliver to PO boxes';

function Switch(props: {
	readonly label: string;
	readonly testId: string;
	readonly on: boolean;
	onSwitch(on: boolean): void;
}): JSX.Element {
	const { label, testId, on, onSwitch } = props;
	const id = useId();
	return (
		<div class="form-check form-switch mb-0">
			<input
				id={id}
				type="checkbox"
				role="switch"
				class="form-check-input"
				checked={on}
				data-testid={testId}
				onChange={(event) => {
					onSwitch(event.currentTarget.checked);
				}}
			/>
			<label class="form-check-label" for={id}>
				{label}
			</label>
		</div>
	);
}

/** Tells the warehouse to be down, to refuse or to stumble. */
export function BehaviourPanel({ behaviour }: { readonly behaviour: Behaviour }): JSX.Element {
	const { run } = useDesk();
	// What was just chosen is shown at once, not only when the warehouse has answered.
	const [wish, setWish] = useState<Partial<Behaviour>>({});
	const [typed, setTyped] = useState<string | null>(null);
	const [every, setEvery] = useState<string | null>(null);
	const shown = { ...behaviour, ...wish };
	const text = typed ?? (shown.refuse === '' ? EXAMPLE : shown.refuse);
	const change = async (part: Partial<Behaviour>): Promise<void> => {
		setWish(part);
		await run(() => behave(part));
		setWish({});
	};
	const sendEvery = async (): Promise<void> => {
		const failEvery = Math.max(0, Math.trunc(Number(every ?? shown.failEvery)));
		if (failEvery !== shown.failEvery) await change({ failEvery });
		setEvery(null);
	};
	return (
		<section class="card-plain" aria-label="How the warehouse behaves">
			<h3 class="h6 mb-0">How the warehouse behaves</h3>
			<Switch
				label="Closed (answers 503)"
				testId="warehouse-down"
				on={shown.down}
				onSwitch={(down) => void change({ down })}
			/>
			<div class="behaviour-row">
				<Switch
					label="Refuses new orders (422):"
					testId="warehouse-refuse"
					on={shown.refuse !== ''}
					onSwitch={(on) => {
						void change({ refuse: on ? text.trim() || EXAMPLE : '' });
					}}
				/>
				<input
					class="form-control form-control-sm"
					aria-label="What the warehouse says when it refuses"
					data-testid="warehouse-refuse-text"
					value={text}
					placeholder={EXAMPLE}
					onInput={(event) => {
						setTyped(event.currentTarget.value);
					}}
					onChange={(event) => {
						const words = event.currentTarget.value.trim();
						if (shown.refuse !== '' && words !== '') void change({ refuse: words });
					}}
				/>
			</div>
			<label class="behaviour-row mb-0">
				<span>Fails every nth request (500), 0 for never:</span>
				<input
					type="number"
					class="form-control form-control-sm amount"
					inputMode="numeric"
					min={0}
					data-testid="warehouse-fail-every"
					value={every ?? String(shown.failEvery)}
					onInput={(event) => {
						setEvery(event.currentTarget.value);
					}}
					onChange={() => void sendEvery()}
				/>
			</label>
		</section>
	);
}
