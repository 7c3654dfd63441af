import type { ComponentChildren, JSX } from 'preact';
import { useEffect, useId, useRef, useState } from 'preact/hooks';
import { textOf } from './api';
import { useDesk } from './desk';

interface DialogProps {
	readonly title: string;
	/** What the button says that does it. */
	readonly submit: string;
	readonly danger?: boolean;
	readonly wide?: boolean;
	/** Does it; what it throws is shown, and the dialog stays open. */
	onSubmit(): Promise<void>;
	readonly children: ComponentChildren;
}

/** A form in a dialog of the browser: Escape closes it, the focus stays in it and comes back after it. */
export function Dialog(props: DialogProps): JSX.Element {
	const { title, submit, danger = false, wide = false, onSubmit, children } = props;
	const { close } = useDesk();
	const element = useRef<HTMLDialogElement>(null);
	const [busy, setBusy] = useState(false);
	const [problem, setProblem] = useState<string | null>(null);
	const titleId = useId();
	useEffect(() => element.current?.showModal(), []);

	const send = async (): Promise<void> => {
		setBusy(true);
		setProblem(null);
		try {
			await onSubmit();
			element.current?.close();
		} catch (error) {
			setProblem(textOf(error));
			setBusy(false);
		}
	};
	return (
		<dialog
			ref={element}
			class={`sheet ${wide ? 'sheet-wide' : ''}`}
			aria-labelledby={titleId}
			data-testid="dialog"
			onClose={close}
		>
			<form
				class="sheet-form"
				onInput={() => setProblem(null)}
				onSubmit={(event) => {
					event.preventDefault();
					void send();
				}}
			>
				<h2 id={titleId} class="h5 mb-0">
					{title}
				</h2>
				<div class="sheet-body">{children}</div>
				{problem !== null && (
					<div class="alert alert-danger mb-0" role="alert" data-testid="dialog-error">
						{problem}
					</div>
				)}
				<div class="d-flex justify-content-end gap-2">
					<button
						type="button"
						class="btn btn-outline-secondary"
						data-testid="dialog-cancel"
						onClick={() => element.current?.close()}
					>
						Back
					</button>
					<button
						type="submit"
						class={`btn ${danger ? 'btn-danger' : 'btn-primary'}`}
						data-testid="dialog-submit"
						disabled={busy}
					>
						{submit}
					</button>
				</div>
			</form>
		</dialog>
	);
}
