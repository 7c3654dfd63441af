import type { Progress } from '../../scripts/progress.cjs';
import type { StartPorts } from './choosePorts';
import type { InstalledN8n } from './installN8n';
import { openDemoStage } from './demoStage';
import { openShopStage } from './shopStage';
import type { RunningN8n } from './startN8n';
import type { StartOptions } from './startOptions';

/** What n8n is started between: a shop, here or at Shopify, and the warehouse on this machine. */
export interface Stage {
	/** Starts n8n with the workflows, and prints where to look. */
	startN8n(installed: InstalledN8n): Promise<RunningN8n>;
	/** What happens when all is ready, as a sentence. */
	readonly next: string;
	/** What the Enter key does; null for nothing. */
	readonly onEnter: (() => void) | null;
	/** Writes what both ends hold into the folder. */
	keep(): Promise<void>;
	/** Ends serving, and keeps. */
	close(): Promise<void>;
}

/** What a stage is opened with. */
export interface StageSettings {
	readonly options: StartOptions;
	readonly ports: StartPorts;
	readonly progress: Progress;
	readonly signal: AbortSignal;
	/** Prints a line of the diary, with its time. */
	readonly tell: (line: string) => void;
}

/** Opens the demo shop, or what a real shop needs here. */
export function openStage(
	options: StartOptions,
	ports: StartPorts,
	progress: Progress,
	signal: AbortSignal,
): Promise<Stage> {
	const tell = (line: string): void =>
		progress.say(`${new Date().toTimeString().slice(0, 8)}  ${line}`);
	const settings = { options, ports, progress, signal, tell };
	return options.shop ? openShopStage(settings, options.shop) : openDemoStage(settings);
}
