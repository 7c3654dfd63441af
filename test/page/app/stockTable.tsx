import type { JSX } from 'preact';
import type { StockView } from '../contract';
import { useShop } from './desk';
import { counted, goodsName } from './words';

function Row({ row }: { readonly row: StockView }): JSX.Element {
	return (
		<tr data-testid={`stock-${row.sku}`} data-location={row.location}>
			<th scope="row" class="fw-normal">
				{goodsName(row)}
				<span class="sku d-block">{row.sku}</span>
			</th>
			<td data-testid="stock-on-hand">{row.onHand}</td>
			<td data-testid="stock-committed">{row.committed}</td>
			<td class={row.available < 0 ? 'text-danger fw-medium' : ''} data-testid="stock-available">
				{row.available}
			</td>
		</tr>
	);
}

/** The stock that the shop sells from, location by location, as staff read it in Shopify. */
export function StockTable(): JSX.Element {
	const shop = useShop();
	const places = [...new Set(shop.stock.map((row) => row.location))];
	const short = shop.stock.filter((row) => row.available < 0).length;
	return (
		<details class="card-plain" data-testid="stock">
			<summary>
				<h3 class="h6 d-inline">Stock in Shopify</h3>{' '}
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
			{places.length === 0 && <p class="mb-0 text-body-secondary">Nothing is stocked.</p>}
			<p class="small text-body-secondary mb-0">
				On hand comes from the warehouse's count, which n8n brings here. Committed units belong to
				orders that are not shipped yet; the others can be sold.
			</p>
		</details>
	);
}
