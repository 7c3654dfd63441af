import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { UnitsView } from '../contract';
import { countInWarehouse } from './api';
import { countOf } from './countForm';
import { useDesk } from './desk';
import { counted, goodsName } from './words';

/** Sends a count, as typed; gives whether it was taken. */
function useCount(): (sku: string, typed: string) => Promise<boolean> {
	const { run } = useDesk();
	return (sku, typed) =>
		run(
			async () => countInWarehouse(countOf(sku, typed)),
			`${sku.trim()}: ${counted(Number(typed), 'unit')} counted in the warehouse`,
		);
}

/** A shelf: a count that is kept as typed until it is sent by Enter or by leaving the field. */
function Shelf({ sku, quantity, name }: UnitsView & { readonly name: string | null }): JSX.Element {
	const count = useCount();
	const [typed, setTyped] = useState<string | null>(null);
	const send = async (): Promise<void> => {
		const isCount = typed !== null && typed.trim() !== '' && Number(typed) !== quantity;
		if (isCount) await count(sku, typed);
		setTyped(null);
	};
	return (
		<li class="amount-row" data-testid={`warehouse-stock-${sku}`}>
			<span class="amount-name">
				{name ?? sku}
				{name !== null && <span class="sku d-block">{sku}</span>}
			</span>
			<input
				type="number"
				class="form-control form-control-sm amount"
				inputMode="numeric"
				min={0}
				step={1}
				aria-label={`Units of ${name ?? sku} in the warehouse`}
				data-testid="warehouse-count"
				value={typed ?? String(quantity)}
				onInput={(event) => {
					setTyped(event.currentTarget.value);
				}}
				onBlur={() => void send()}
				onKeyDown={(event) => {
					if (event.key === 'Enter') event.currentTarget.blur();
					if (event.key === 'Escape') setTyped(null);
				}}
			/>
		</li>
	);
}

/** Counts a SKU that the warehouse does not have yet, whether or not the shop knows it. */
function AnotherSku(): JSX.Element {
	const count = useCount();
	const [sku, setSku] = useState('');
	const [typed, setTyped] = useState('');
	const send = async (): Promise<void> => {
		if (!(await count(sku, typed))) return;
		setSku('');
		setTyped('');
	};
	return (
		<form
			class="count-row"
			onSubmit={(event) => {
				event.preventDefault();
				void send();
			}}
		>
			<input
				class="form-control form-control-sm"
				aria-label="Another SKU"
				placeholder="Another SKU"
				data-testid="warehouse-count-sku"
				value={sku}
				onInput={(event) => {
					setSku(event.currentTarget.value);
				}}
			/>
			<input
				type="number"
				class="form-control form-control-sm amount"
				inputMode="numeric"
				min={0}
				step={1}
				aria-label="Units of the other SKU"
				placeholder="Units"
				data-testid="warehouse-count-units"
				value={typed}
				onInput={(event) => {
					setTyped(event.currentTarget.value);
				}}
			/>
			<button
				type="submit"
				class="btn btn-sm btn-outline-secondary btn-quiet"
				data-testid="warehouse-count-add"
			>
				Count
			</button>
		</form>
	);
}

/** What lies in the warehouse, and its counting. */
export function WarehouseStock({ stock }: { readonly stock: readonly UnitsView[] }): JSX.Element {
	const { shop } = useDesk();
	// The warehouse itself knows SKUs alone; the names are the shop's.
	const names = new Map(shop?.goods.map((one) => [one.sku, goodsName(one)]));
	return (
		<details class="card-plain" data-testid="warehouse-stock">
			<summary>
				<h3 class="h6 d-inline">Stock</h3>{' '}
				<span class="small text-body-secondary">{counted(stock.length, 'SKU')} on the shelves</span>
			</summary>
			<ul class="list-unstyled mb-2">
				{stock.map((one) => (
					<Shelf key={one.sku} {...one} name={names.get(one.sku) ?? null} />
				))}
			</ul>
			<AnotherSku />
			<p class="small text-body-secondary mb-0 mt-2">
				Type a count and press Enter: all units that lie here, also those that are ordered already.
				n8n brings it to the shop with <em>Stock to Shopify</em>. What is shipped is taken off.
			</p>
		</details>
	);
}
