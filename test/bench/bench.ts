/**
 * Cost and speed of what this package does, against the demo shop, which charges Shopify's own query
 * cost and throttles like a Standard shop (100 points a second, bucket 2,000), and answers after
 * 50 ms. Beside it the plain way: one request for each order. Prints a table; fails if a limit is broken.
 */
import { newOrders, plainOrders, quietPoll, throttledConfirms } from './handovers';
import { allChanged, onePercentChanged, plainFeed } from './feeds';
import { printRows } from './measure';
import {
	addedTracking,
	plainShipments,
	repeatedUpload,
	shipmentsByName,
	shipmentsWithIds,
	severalLocations,
} from './uploads';
import { webhookToItem } from './webhooks';

async function main(): Promise<void> {
	await quietPoll(1000);
	await quietPoll(10_000);
	await newOrders(100);
	await newOrders(1000);
	await throttledConfirms(200);
	await plainOrders(50);
	await webhookToItem(200);
	await shipmentsWithIds(1000);
	await shipmentsByName(1000);
	await repeatedUpload(1000);
	await severalLocations(200);
	await addedTracking(100);
	await plainShipments(50);
	await allChanged(1000);
	await allChanged(10_000);
	await allChanged(100_000);
	await onePercentChanged(100_000);
	await plainFeed(250);
	printRows();
}

void main();
