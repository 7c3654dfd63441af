/** The demo shop: a stand-in for a Shopify shop that runs on this machine. */
export { ALL_SCOPES } from './options';
export type { DemoShopOptions, LocationInput, Plan, Unknowns } from './options';
export { SERVED_VERSIONS } from './access';
export { answerWithNock } from './answerWithNock';
export { createDemoShop } from './demoShop';
export type { DemoShop } from './demoShop';
export type { ShopActions } from './actions';
export { Faults } from './faults';
export { randomNumbers } from './randomNumbers';
export type {
	BulkFault,
	BulkFileFault,
	Fault,
	FaultRates,
	FaultRequest,
	FaultScope,
	RandomFaults,
} from './faults';
export type { WebhookFault, WebhookFaultRates, WebhookFaultScope } from './webhookFaults';
export type { WebhookFetch, WebhookOptions } from './webhookOptions';
export type { DeliveryLogEntry, Webhooks } from './webhooks';
export type { Topic } from './webhookTopics';
export type { RequestLogEntry, ShopRequest, ShopResponse } from './handler';
export type { FulfillmentEventInput } from './fulfillmentEvents';
export type { Units } from './fulfillmentOrders';
export { randomOrder } from './randomOrder';
export type { CatalogueInput } from './catalogue';
export type { Stock } from './stock';
export type { StockActions, VariantInput } from './stockActions';
export type { HoldInput } from './holds';
export type { OrderEdit } from './orderInput';
export type { LineInput, OrderInput } from './orderInput';
export { Refusal } from './world';
export type { ShopEvent } from './world';
export type * from './state';
