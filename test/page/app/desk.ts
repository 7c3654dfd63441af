import { createContext } from 'preact';
import type { VNode } from 'preact';
import { useContext } from 'preact/hooks';
import type { ShopView } from '../contract';
import type { Arrival } from './arrivals';

/** What every part of the page can reach: messages, dialogs and the state that several parts read. */
export interface Desk {
	/** Null as long as there is none to show; the shop's side has `useShop`. */
	readonly shop: ShopView | null;
	/** Warehouse orders by the name of the shop's order. */
	readonly arrivals: ReadonlyMap<string, readonly Arrival[]>;
	/**
	 * Does something and shows the new state. A refusal becomes a message, `done` one too if it is given.
	 * Gives whether it was done.
	 */
	run(work: () => Promise<unknown>, done?: string): Promise<boolean>;
	/** As `run`, but throws the refusal: a dialog shows it itself. */
	attempt(work: () => Promise<unknown>, done?: string): Promise<void>;
	/** Opens a dialog; it stays as it is, whatever arrives meanwhile. */
	open(dialog: VNode): void;
	close(): void;
	/** Brings a warehouse order into view. */
	showInWarehouse(orderNumber: string): void;
}

/** The desk of the page around; there is always one. */
export const DeskContext = createContext<Desk | null>(null);

/** The desk that the page gives to its parts. */
export function useDesk(): Desk {
	const desk = useContext(DeskContext);
	if (!desk) throw new Error('Nothing on the page works without a desk');
	return desk;
}

/** The shop, for what is drawn only where there is one. */
export function useShop(): ShopView {
	const { shop } = useDesk();
	if (!shop) throw new Error("The shop's side needs a shop");
	return shop;
}

/** The time, renewed every second. */
export const NowContext = createContext(0);
