import type { ComponentChildren, JSX } from 'preact';
import { useId } from 'preact/hooks';

interface FieldProps {
	readonly label: string;
	readonly help?: string;
	readonly value: string;
	readonly testId?: string;
	readonly placeholder?: string;
	readonly required?: boolean;
	onValue(value: string): void;
}

/** A line of text with its label. */
export function TextField(props: FieldProps): JSX.Element {
	const { label, help, value, testId, placeholder, required = false, onValue } = props;
	const id = useId();
	return (
		<div class="field">
			<label class="form-label" for={id}>
				{label}
			</label>
			<input
				id={id}
				class="form-control"
				value={value}
				placeholder={placeholder}
				required={required}
				data-testid={testId}
				aria-describedby={help === undefined ? undefined : `${id}-help`}
				onInput={(event) => {
					onValue(event.currentTarget.value);
				}}
			/>
			{help !== undefined && (
				<div id={`${id}-help`} class="form-text">
					{help}
				</div>
			)}
		</div>
	);
}

/** One of several values. */
export function SelectField(
	props: FieldProps & { readonly options: readonly (readonly [value: string, text: string])[] },
): JSX.Element {
	const { label, value, testId, options, onValue } = props;
	const id = useId();
	return (
		<div class="field">
			<label class="form-label" for={id}>
				{label}
			</label>
			<select
				id={id}
				class="form-select"
				value={value}
				data-testid={testId}
				onChange={(event) => {
					onValue(event.currentTarget.value);
				}}
			>
				{options.map(([option, text]) => (
					<option key={option} value={option}>
						{text}
					</option>
				))}
			</select>
		</div>
	);
}

interface AmountProps {
	readonly label: string;
	readonly value: number;
	readonly min?: number;
	readonly max?: number;
	readonly testId?: string;
	onValue(value: number): void;
}

/** A whole number without a visible label: the row that it stands in names it. */
export function Amount({ label, value, min = 0, max, testId, onValue }: AmountProps): JSX.Element {
	return (
		<input
			type="number"
			class="form-control form-control-sm amount"
			inputMode="numeric"
			aria-label={label}
			value={value}
			min={min}
			max={max}
			step={1}
			data-testid={testId}
			onInput={(event) => {
				const typed = event.currentTarget.valueAsNumber;
				onValue(Number.isFinite(typed) ? Math.trunc(typed) : 0);
			}}
		/>
	);
}

/** A row of a list of goods: their name on the left, a number on the right. */
export function AmountRow(
	props: AmountProps & { readonly note: string; readonly children: ComponentChildren },
): JSX.Element {
	const { note, children, ...amount } = props;
	return (
		<li class="amount-row">
			<span class="amount-name">
				{children}
				<span class="text-body-secondary small d-block">{note}</span>
			</span>
			<Amount {...amount} />
		</li>
	);
}
