import type { DemoShop } from '../../shop';
import type { Warehouse } from './warehouse';

/** What a killed process would have done next. */
export class ProcessKilled extends Error {}

/** What is lost when a process dies at a request: the request, or the answer to it. */
export type Loss = 'request' | 'answer';

/**
 * Kills the process at one of its requests, to the shop or to the warehouse: from then on nothing that it
 * does reaches either of them. Its own code goes on, into nothing, until it gives up.
 */
export class Mortality {
	/** Requests since the process was started. */
	requests = 0;
	dead = false;
	private dieAt = Infinity;
	private loss: Loss = 'request';

	constructor(shop: DemoShop, warehouse: Warehouse) {
		shop.faults.beforeEachRequest = () => {
			const dies = this.takesRequest();
			if (dies === undefined) return undefined;
			return dies === 'answer' ? 'dropAnswer' : 'drop';
		};
		let diesAfterwards = false;
		warehouse.beforeRequest = () => {
			const dies = this.takesRequest();
			if (dies === 'request') throw new ProcessKilled('killed before the request was sent');
			diesAfterwards = dies === 'answer';
		};
		warehouse.afterRequest = () => {
			if (diesAfterwards) throw new ProcessKilled('killed before the answer came');
		};
	}

	/** A new process, which dies at its nth request, counted from 1; without `at` it lives on. */
	startProcess(at = Infinity, loss: Loss = 'request'): void {
		this.requests = 0;
		this.dead = false;
		this.dieAt = at;
		this.loss = loss;
	}

	/** What is lost of this request; undefined if nothing is. */
	private takesRequest(): Loss | undefined {
		if (this.dead) return 'request';
		this.requests += 1;
		if (this.requests < this.dieAt) return undefined;
		this.dead = true;
		return this.loss;
	}
}
