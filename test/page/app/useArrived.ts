import { useEffect, useRef, useState } from 'preact/hooks';

/** For how long something new is shown as new. */
const NEW_MS = 6000;

/**
 * Which names came in during the last seconds; `onArrival` hears of each once. What was there at first is
 * not new: `names` is null until the first view has come.
 */
export function useArrived(
	names: readonly string[] | null,
	onArrival: (name: string) => void,
): ReadonlySet<string> {
	const known = useRef<ReadonlySet<string> | null>(null);
	const [arrived, setArrived] = useState<ReadonlySet<string>>(new Set());
	useEffect(() => {
		if (!names) return;
		const before = known.current;
		known.current = new Set(names);
		const fresh = before ? names.filter((name) => !before.has(name)) : [];
		if (fresh.length === 0) return;
		setArrived((current) => new Set([...current, ...fresh]));
		fresh.forEach(onArrival);
		setTimeout(() => {
			setArrived((current) => new Set([...current].filter((name) => !fresh.includes(name))));
		}, NEW_MS);
	}, [names, onArrival]);
	return arrived;
}
