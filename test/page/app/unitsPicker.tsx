import type { JSX } from 'preact';
import type { FulfillmentOrderView } from '../contract';
import type { Chosen } from './chosenUnits';
import { AmountRow } from './fields';

interface UnitsPickerProps {
	readonly legend: string;
	readonly lines: FulfillmentOrderView['lines'];
	readonly chosen: Chosen;
	onChosen(chosen: Chosen): void;
}

/** Chooses units of the lines of a fulfillment order. */
export function UnitsPicker({ legend, lines, chosen, onChosen }: UnitsPickerProps): JSX.Element {
	return (
		<fieldset>
			<legend class="form-label fs-6">{legend}</legend>
			<ul class="list-unstyled mb-0">
				{lines
					.filter((line) => line.remaining > 0)
					.map((line) => (
						<AmountRow
							key={line.id}
							label={`Units of ${line.title}`}
							note={`${line.sku ?? 'No SKU'} · ${line.remaining} left`}
							value={chosen[line.id] ?? 0}
							max={line.remaining}
							testId={`units-${line.sku ?? line.id}`}
							onValue={(quantity) => {
								onChosen({ ...chosen, [line.id]: quantity });
							}}
						>
							{line.title}
						</AmountRow>
					))}
			</ul>
		</fieldset>
	);
}
