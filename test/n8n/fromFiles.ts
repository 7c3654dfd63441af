import { note, type Check } from './checks';
import { FROM_FILES } from './importWorkflows';
import type { Middle } from './middle';
import { idOf } from './scheduledRuns';
import { writesAt } from './shippedParcels';
import type { Host } from './startHost';
import {
	checkRedStock,
	lastUpload,
	onHandAt,
	publishForm,
	stockWritesAt,
	uploadFile,
} from './stockRuns';

const SHIPMENTS_HEAD = 'order_number,sku,quantity,carrier,tracking_number,tracking_url';
/** A number with zeros in front: whoever reads it as a number loses them. */
const TRACKING = '00340434161094021501';

/** A shop with stock, and an n8n that has the workflow. */
export interface FilesSetting {
	readonly middle: Middle;
	readonly host: Host;
	readonly check: Check;
}

/** *Shipments and Stock From Files*: CSV files, sent by its form, become fulfillments and stock levels. */
export async function checkFromFiles(setting: FilesSetting): Promise<void> {
	await publishForm(setting.host);
	try {
		await checkStockFile(setting);
		await checkShipmentsFile(setting);
		await checkBadFiles(setting);
	} finally {
		await setting.host.api.unpublish(idOf(setting.host, FROM_FILES));
	}
}

async function checkStockFile(setting: FilesSetting): Promise<void> {
	const { middle, host, check } = setting;
	const { shop } = middle;
	const before = onHandAt(shop);
	// As Excel writes it: a byte order mark, Windows' ends of lines, a value in quotes.
	const csv = '\uFEFFsku,quantity\r\nMUG-STN-350,"55"\r\nKTL-ENM-18L, 14 \r\n';
	const sent = await uploadFile(host, 'Stock', csv);
	check('a file of stock is taken', 200, sent.status);
	check('its execution is green', 'success', (await lastUpload(host))?.status);
	const expected = { ...before, 'MUG-STN-350': 55, 'KTL-ENM-18L': 14 };
	check('and its figures are in the shop, the others as they were', expected, onHandAt(shop));
	const writes = stockWritesAt(shop);
	await uploadFile(host, 'Stock', csv);
	check('the same file again writes nothing', writes, stockWritesAt(shop));

	const odd = 'sku,quantity\nMUG-STN-350,56\nTEA-POT-901,4\nKTL-ENM-18L,"1,5"\n';
	const told = await uploadFile(host, 'Stock', odd);
	check('whoever uploads a file hears that something is wrong with it', false, told.status === 200);
	const execution = await lastUpload(host);
	const skus = ['TEA-POT-901', 'KTL-ENM-18L'];
	const said = await checkRedStock('a file with bad rows', skus, execution, setting);
	note(`it says: ${said}`);
	check('its good rows are set', 56, onHandAt(shop)['MUG-STN-350']);
	check('and its bad ones are not', 14, onHandAt(shop)['KTL-ENM-18L']);
}

async function checkShipmentsFile({ middle, host, check }: FilesSetting): Promise<void> {
	const { shop } = middle;
	const order = shop.placeOrder({
		lines: [
			{ sku: 'MUG-STN-350', quantity: 2 },
			{ sku: 'BLK-WOL-GRY', quantity: 1 },
		],
	});
	const row = (sku: string, quantity: number): string =>
		`${order.name},${sku},${quantity},dpd uk,${TRACKING},`;
	const csv = [SHIPMENTS_HEAD, row('MUG-STN-350', 2), row('BLK-WOL-GRY', 1), ''].join('\n');
	const sent = await uploadFile(host, 'Shipments', csv);
	check('a file of shipments is taken', 200, sent.status);
	check(
		'the rows of one parcel become one fulfillment under its number',
		[[TRACKING, [2, 1]]],
		order.fulfillments.map(({ tracking, lines }) => [
			tracking[0]?.number,
			lines.map(({ quantity }) => quantity),
		]),
	);
	const writes = writesAt(shop);
	await uploadFile(host, 'Shipments', csv);
	check('the same file again writes nothing', writes, writesAt(shop));
	await uploadFile(host, 'Shipments', `${SHIPMENTS_HEAD}\n#99999,MUG-STN-350,1,dpd uk,1550,\n`);
	const execution = await lastUpload(host);
	check('a shipment of no order is red', 'error', execution?.status);
	const said = execution ? await host.api.executionError(execution.id) : '';
	check('and is named', true, said.includes('#99999 (1550)'));
	note(`it says: ${said}`);
}

/** What is no CSV file with rows must not pass for one in which there is nothing to do. */
async function checkBadFiles({ middle, host, check }: FilesSetting): Promise<void> {
	const { shop } = middle;
	const before = [onHandAt(shop), stockWritesAt(shop)];
	for (const csv of [
		'',
		'sku,quantity\n',
		'sku;quantity\nMUG-STN-350;3\n',
		'sku,quantity\nMUG-STN-350\n',
	]) {
		await uploadFile(host, 'Stock', csv);
		const execution = await lastUpload(host);
		check(`a file with ${JSON.stringify(csv)} is red`, 'error', execution?.status);
		note(`it says: ${execution ? await host.api.executionError(execution.id) : ''}`);
	}
	check('and nothing is written', before, [onHandAt(shop), stockWritesAt(shop)]);
}
