import { useCallback, useEffect, useRef, useState } from 'preact/hooks';

/** Something that a server shows, kept up to date. */
export interface Live<View> {
	/** Null until the first answer. */
	readonly view: View | null;
	/** Whether changes are being heard of at the moment. */
	readonly connected: boolean;
	/** Asks again now; settles when the view is new. */
	refresh(): Promise<void>;
}

/** Changes that come closer together than this, or while an answer is under way, are fetched together. */
const COALESCE_MS = 120;
const RECONNECT_MS = 2000;

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/**
 * Keeps a view up to date while the page is looked at: asks for it whenever the event stream says that
 * something has changed.
 */
export function useLive<View>(read: () => Promise<View>, events: string): Live<View> {
	const [view, setView] = useState<View | null>(null);
	const [connected, setConnected] = useState(false);
	const asked = useRef(0);
	const shown = useRef(0);

	const refresh = useCallback(async (): Promise<void> => {
		const turn = (asked.current += 1);
		const latest = await read();
		// Answers may overtake each other; an older one must not replace a newer one.
		if (turn < shown.current) return;
		shown.current = turn;
		setView(latest);
	}, [read]);

	useEffect(() => {
		let source: EventSource | undefined;
		let again: number | undefined;
		let isStale = false;
		let isFetching = false;
		const isOpen = (): boolean => source?.readyState === EventSource.OPEN;
		const fetchUntilFresh = async (): Promise<void> => {
			while (isStale) {
				await pause(COALESCE_MS);
				isStale = false;
				try {
					await refresh();
					setConnected(isOpen());
				} catch {
					setConnected(false);
					// Once the stream is gone too, its return asks again.
					if (!isOpen()) return;
					await pause(RECONNECT_MS);
					isStale = true;
				}
			}
		};
		const changed = (): void => {
			isStale = true;
			if (isFetching) return;
			isFetching = true;
			void fetchUntilFresh().then(() => {
				isFetching = false;
			});
		};
		const connect = (): void => {
			source = new EventSource(events);
			source.onopen = () => {
				setConnected(true);
				// What happened while the stream was down was not told.
				changed();
			};
			source.onmessage = changed;
			source.onerror = () => {
				setConnected(false);
				if (source?.readyState !== EventSource.CLOSED) return;
				// The browser itself tries again only after a broken connection, not after an error status.
				again = window.setTimeout(connect, RECONNECT_MS);
			};
		};
		// A browser keeps six connections to a server; tabs that nobody looks at must not use them up.
		const follow = (): void => {
			window.clearTimeout(again);
			source?.close();
			if (!document.hidden) connect();
		};
		follow();
		document.addEventListener('visibilitychange', follow);
		return () => {
			document.removeEventListener('visibilitychange', follow);
			source?.close();
			isStale = false;
			window.clearTimeout(again);
		};
	}, [events, refresh]);

	return { view, connected, refresh };
}
