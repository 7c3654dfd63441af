import { render } from 'preact';
import { App } from './app';
import { followColorScheme } from './colorScheme';

/**
 * The page of the demo: the shop on one side, the warehouse on the other. On a narrow screen one side is
 * shown, chosen by the address: `#shop` or `#warehouse`. The warehouse stands alone if the shop is at Shopify.
 *
 * What a browser test can hold on to (`data-testid`; numbers are order names without their `#`):
 *
 * - Page: `shop-elsewhere` (a link, if the shop is at Shopify), `connection` (with `data-state` `connected` or `connecting`), `tab-shop`, `tab-warehouse`,
 *   `message` (one that pops up; `data-kind` `done`, `refused` or `arrived`, the last seen only where the
 *   warehouse is not), `message-close`.
 * - Dialogs (one at a time): `dialog`, `dialog-submit`, `dialog-cancel`, `dialog-error`.
 * - Placing: `place-order` (one click, a random order), `place-order-choose` (opens a dialog with
 *   `choose-<sku>`, `choose-customer`, `choose-payment`, `choose-location`, `choose-delivery`,
 *   `choose-note`, `choose-tags`).
 * - Shop: `shop-side`, `orders`, `show-all-orders`; an order `order-1042` with `order-payment`,
 *   `order-arrival`, `order-record` (a details), `order-status` when cancelled, `action-pay`,
 *   `action-edit`, `action-cancel`.
 * - Fulfillments, within their order: `fulfillment` (with `data-name`, e.g. `#1042-F1`) with `fulfillment-name`,
 *   `fulfillment-status` (`data-status` as Shopify's enum has it, `CANCELLED` for one that is), `fulfillment-location`,
 *   `fulfillment-line` for each line, `fulfillment-tracking` for each parcel (a link, if it has an address),
 *   `fulfillment-notified` or `fulfillment-not-notified`, `fulfillment-event` for each event.
 * - Fulfillment order, within its order: `fo-<legacy id>` with `fo-status` (text as staff read it, and
 *   `data-status` as Shopify's enum has it), `fo-location`, `fo-progress`, `fo-hold`, `fo-arrival`, and
 *   `action-hold`, `action-release`, `action-split`, `action-move`, `action-ship`, `action-open`.
 *   Only what the shop allows now is there.
 * - In those dialogs: `units-<sku>` (a number), `hold-reason`, `hold-notes`, `move-location`,
 *   `ship-number`, `ship-company`, `ship-url`, `cancel-reason`, `edit-<sku>`, `edit-add`,
 *   `edit-add-quantity`.
 * - Stock in the shop: `stock` (a details), a row `stock-<sku>` with `data-location`, in it `stock-on-hand`,
 *   `stock-committed`, `stock-available`.
 * - Warehouse: `warehouse-side`, `warehouse-orders`, `show-all-warehouse`; an order `warehouse-1042` with
 *   `warehouse-status`, `warehouse-reference`, `warehouse-key`, `warehouse-changed` (when and why it was told
 *   to be another), `warehouse-repeats`, `warehouse-body` (a details), `warehouse-send-again`; as far as it can be shipped `warehouse-ship`, `warehouse-ship-part` (opens a
 *   dialog with `units-<sku>`, `warehouse-ship-force`, `warehouse-ship-carrier`, `warehouse-ship-number`,
 *   `warehouse-ship-url`), `warehouse-ship-twice`.
 * - Stock in the warehouse: `warehouse-stock` (a details), a row `warehouse-stock-<sku>` with `warehouse-count` (a number,
 *   sent by Enter or by leaving it); `warehouse-count-sku`, `warehouse-count-units` and `warehouse-count-add` for a SKU
 *   that is not there yet.
 * - Parcels, within their warehouse order: `warehouse-shipment` (with `data-id`, e.g. `WS-12`, and `data-uploaded`)
 *   with `warehouse-tracking`, `warehouse-uploaded` once it is in the shop, `warehouse-shipment-repeats` if it
 *   was reported before.
 * - Behaviour: `warehouse-down` (a switch), `warehouse-refuse` (a switch) and `warehouse-refuse-text`,
 *   `warehouse-fail-every` (a number), `refusals` (a list) with one `refusal` each.
 */
const root = document.querySelector('#page');
if (!root) throw new Error('The page has no element #page');
followColorScheme();
render(<App />, root);
