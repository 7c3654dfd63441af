import type { JSX } from 'preact';
import type { ShopElsewhere } from '../contract';

interface Props {
	readonly shopName: string;
	/** The shop if it is at Shopify: then there is no other side. */
	readonly elsewhere: ShopElsewhere | null;
	readonly connected: boolean;
	readonly side: Side;
	/** How many orders stand on each side. */
	readonly counts: Readonly<Record<Side, number>>;
}

/** The side that a narrow screen shows. */
export type Side = 'shop' | 'warehouse';

const NAMES: Readonly<Record<Side, string>> = { shop: 'Shop', warehouse: 'Warehouse' };

/** What this is, whether it is alive, and on a narrow screen the way to the other side. */
export function PageHeader(props: Props): JSX.Element {
	const { shopName, elsewhere, connected, side, counts } = props;
	return (
		<header class="page-header">
			<div class="page-header-row">
				<h1 class="h5 mb-0 way">
					<span>{shopName}</span>
					<span class="way-arrow" role="img" aria-label="to">
						→
					</span>
					<span>n8n</span>
					<span class="way-arrow" role="img" aria-label="to">
						→
					</span>
					<span>Warehouse</span>
				</h1>
				{elsewhere ? (
					<p class="explain mb-0">
						What n8n hands over arrives here. The shop's side is{' '}
						<a href={elsewhere.adminUrl} data-testid="shop-elsewhere">
							at Shopify
						</a>
						.
					</p>
				) : (
					<p class="explain mb-0">
						Place an order. n8n looks once a minute; then it stands{' '}
						<span class="only-wide">on the right</span>
						<span class="only-narrow">in the warehouse</span>. Ship it there, and the shop hears of
						it.
					</p>
				)}
				<span
					class={`connection ${connected ? 'is-connected' : ''}`}
					role="status"
					data-testid="connection"
					data-state={connected ? 'connected' : 'connecting'}
				>
					{connected ? 'Live' : 'Reconnecting …'}
				</span>
			</div>
			{!elsewhere && (
				<nav class="tabs only-narrow" aria-label="Sides">
					{(['shop', 'warehouse'] as const).map((one) => (
						<a
							key={one}
							href={`#${one}`}
							class="tab"
							aria-current={side === one ? 'page' : undefined}
							data-testid={`tab-${one}`}
						>
							{NAMES[one]} <span class="tab-count">{counts[one]}</span>
						</a>
					))}
				</nav>
			)}
		</header>
	);
}
