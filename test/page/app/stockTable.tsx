import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { StockView } from '../contract';
import { countStock } from './api';
import { useDesk, useShop } from './desk';
import { counted, goodsName } from './words';

/** A count that can be typed in: kept as typed until it is sent by Enter or by leaving the field. */
function OnHand({ row }: { readonly row: StockView }): JSX.Element {
	const { run } = useDesk();
	const [typed, setTyped] = useState<string | null>(null);
	const send = async (): Promise<void> => {
		const onHand = Number(typed);
		if (typed === null || typed.trim() === '' || onHand === row.onHand) {
			setTyped(null);
			return;
		}
		const { sku, location } = row;
		await run(
			() => countStock({ sku, location, onHand }),
			`${goodsName(row)}: ${counted(onHand, 'unit')} counted at ${location}`,
		);
		setTyped(null);
	};
	return (
		<input
			type="number"
			class="form-control form-control-sm amount ms-auto"
			inputMode="numeric"
			step={1}
			aria-label={`${goodsName(row)} on hand at ${row.location}`}
			data-testid="stock-on-hand"
			value={typed ?? String(row.onHand)}
			onInput={(event) => {
				setTyped(event.currentTarget.value);
			}}
			onBlur={() => void send()}
			onKeyDown={(event) => {
				if (event.key === 'Enter') event.currentTarget.blur();
				if (event.key === 'Escape') setTyped(null);
			}}
		/>
	);
}

function Row({ row }: { readonly row: StockView }): JSX.Element {
	return (
		<tr data-testid={`stock-${row.sku}`} data-location={row.location}>
			<th scope="row" class="fw-normal">
				{goodsName(row)}
				<span class="sku d-block">{row.sku}</span>
			</th>
			<td>
				<OnHand row={row} />
			</td>
			<td data-testid="stock-committed">{row.committed}</td>
			<td class={row.available < 0 ? 'text-danger fw-medium' : ''} data-testid="stock-available">
				{row.available}
			</td>
		</tr>
	);
}

/** The shelves, location by location. */
export function StockTable(): JSX.Element {
	const shop = useShop();
	const places = [...new Set(shop.stock.map((row) => row.location))];
	const short = shop.stock.filter((row) => row.available < 0).length;
	return (
		<details class="card-plain" data-testid="stock">
			<summary>
				<h3 class="h6 d-inline">Stock</h3>{' '}
				<span class="small text-body-secondary">
					{counted(shop.goods.length, 'article')}
					{short > 0 && `, ${short} short`}
				</span>
			</summary>
			{places.map((place) => (
				<table key={place} class="table table-sm align-middle mb-0 stock">
					<caption>{place}</caption>
					<thead>
						<tr>
							<th scope="col">Goods</th>
							<th scope="col">On hand</th>
							<th scope="col">Committed</th>
							<th scope="col">Available</th>
						</tr>
					</thead>
					<tbody>
						{shop.stock
							.filter((row) => row.location === place)
							.map((row) => (
								<Row key={row.sku} row={row} />
							))}
					</tbody>
				</table>
			))}
			{places.length === 0 && <p class="mb-0 text-body-secondary">Nothing on the shelves.</p>}
			<p class="small text-body-secondary mb-0">
				Type a count and press Enter. Committed units belong to orders that are not shipped yet.
			</p>
		</details>
	);
}
