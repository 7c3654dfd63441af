/* eslint-disable eslint-comments/disable-enable-pair */
/* eslint-disable eslint-comments/no-unlimited-disable */
/* eslint-disable */
import type * as AdminTypes from './admin.types.js';

export type FulfillmentOrderStateFragment = (
  Pick<AdminTypes.FulfillmentOrder, 'id' | 'status' | 'createdAt' | 'updatedAt' | 'fulfillAt'>
  & { supportedActions: Array<Pick<AdminTypes.FulfillmentOrderSupportedAction, 'action'>>, assignedLocation: (
    Pick<AdminTypes.FulfillmentOrderAssignedLocation, 'name'>
    & { location?: AdminTypes.Maybe<Pick<AdminTypes.Location, 'id' | 'isFulfillmentService'>> }
  ), deliveryMethod?: AdminTypes.Maybe<(
    Pick<AdminTypes.DeliveryMethod, 'methodType' | 'presentedName' | 'serviceCode'>
    & { additionalInformation?: AdminTypes.Maybe<Pick<AdminTypes.DeliveryMethodAdditionalInformation, 'instructions' | 'phone'>> }
  )>, destination?: AdminTypes.Maybe<Pick<AdminTypes.FulfillmentOrderDestination, 'firstName' | 'lastName' | 'company' | 'address1' | 'address2' | 'city' | 'province' | 'zip' | 'countryCode' | 'phone' | 'email'>>, lineItems: { pageInfo: Pick<AdminTypes.PageInfo, 'hasNextPage' | 'endCursor'>, nodes: Array<(
      Pick<AdminTypes.FulfillmentOrderLineItem, 'id' | 'inventoryItemId' | 'totalQuantity' | 'remainingQuantity' | 'requiresShipping'>
      & { lineItem: Pick<AdminTypes.LineItem, 'id'> }
    )> } }
);

export type OrderHeadFragment = (
  Pick<AdminTypes.Order, 'id' | 'name' | 'createdAt' | 'cancelledAt' | 'displayFinancialStatus' | 'tags' | 'test' | 'sourceName' | 'note'>
  & { totalOutstandingSet: { shopMoney: Pick<AdminTypes.MoneyV2, 'amount'> }, risk: Pick<AdminTypes.OrderRiskSummary, 'recommendation'>, shippingAddress?: AdminTypes.Maybe<Pick<AdminTypes.MailingAddress, 'name' | 'firstName' | 'lastName' | 'company' | 'address1' | 'address2' | 'city' | 'province' | 'provinceCode' | 'zip' | 'country' | 'countryCodeV2' | 'phone'>>, metafield?: AdminTypes.Maybe<Pick<AdminTypes.Metafield, 'value' | 'compareDigest'>> }
);

export type DetailedLineFragment = (
  Pick<AdminTypes.FulfillmentOrderLineItem, 'id' | 'totalQuantity' | 'remainingQuantity' | 'sku' | 'productTitle' | 'variantTitle' | 'vendor' | 'requiresShipping' | 'inventoryItemId'>
  & { weight?: AdminTypes.Maybe<Pick<AdminTypes.Weight, 'value' | 'unit'>>, variant?: AdminTypes.Maybe<Pick<AdminTypes.ProductVariant, 'id' | 'barcode'>>, lineItem: (
    Pick<AdminTypes.LineItem, 'id' | 'quantity' | 'currentQuantity' | 'isGiftCard'>
    & { customAttributes: Array<Pick<AdminTypes.Attribute, 'key' | 'value'>>, originalUnitPriceSet: { shopMoney: Pick<AdminTypes.MoneyV2, 'amount'> }, discountedUnitPriceAfterAllDiscountsSet: { shopMoney: Pick<AdminTypes.MoneyV2, 'amount'> }, totalDiscountSet: { shopMoney: Pick<AdminTypes.MoneyV2, 'amount'> }, taxLines: Array<{ priceSet: { shopMoney: Pick<AdminTypes.MoneyV2, 'amount'> } }>, sellingPlan?: AdminTypes.Maybe<Pick<AdminTypes.LineItemSellingPlan, 'name'>>, lineItemGroup?: AdminTypes.Maybe<Pick<AdminTypes.LineItemGroup, 'id' | 'title' | 'quantity'>>, product?: AdminTypes.Maybe<Pick<AdminTypes.Product, 'id'>> }
  ) }
);

export type FulfillmentHeadFragment = (
  Pick<AdminTypes.Fulfillment, 'id' | 'name' | 'status' | 'totalQuantity'>
  & { trackingInfo: Array<Pick<AdminTypes.FulfillmentTrackingInfo, 'company' | 'number' | 'url'>>, fulfillmentOrders: { nodes: Array<Pick<AdminTypes.FulfillmentOrder, 'id'>> } }
);

export type ReadFulfillmentOwnerQueryVariables = AdminTypes.Exact<{
  id: AdminTypes.Scalars['ID']['input'];
}>;


export type ReadFulfillmentOwnerQuery = { fulfillment?: AdminTypes.Maybe<(
    Pick<AdminTypes.Fulfillment, 'id'>
    & { order: Pick<AdminTypes.Order, 'id'> }
  )> };

export type ReadFulfillmentHeadQueryVariables = AdminTypes.Exact<{
  id: AdminTypes.Scalars['ID']['input'];
}>;


export type ReadFulfillmentHeadQuery = { fulfillment?: AdminTypes.Maybe<(
    Pick<AdminTypes.Fulfillment, 'id' | 'name' | 'status' | 'totalQuantity'>
    & { order: (
      Pick<AdminTypes.Order, 'id' | 'name' | 'cancelledAt'>
      & { shippingAddress?: AdminTypes.Maybe<Pick<AdminTypes.MailingAddress, 'countryCodeV2'>> }
    ), trackingInfo: Array<Pick<AdminTypes.FulfillmentTrackingInfo, 'company' | 'number' | 'url'>>, fulfillmentOrders: { nodes: Array<Pick<AdminTypes.FulfillmentOrder, 'id'>> } }
  )> };

export type ReadFulfillmentHeadsQueryVariables = AdminTypes.Exact<{
  id: AdminTypes.Scalars['ID']['input'];
  fulfillments: AdminTypes.Scalars['Int']['input'];
}>;


export type ReadFulfillmentHeadsQuery = { order?: AdminTypes.Maybe<(
    Pick<AdminTypes.Order, 'id' | 'name' | 'cancelledAt'>
    & { shippingAddress?: AdminTypes.Maybe<Pick<AdminTypes.MailingAddress, 'countryCodeV2'>>, fulfillments: Array<(
      Pick<AdminTypes.Fulfillment, 'id' | 'name' | 'status' | 'totalQuantity'>
      & { trackingInfo: Array<Pick<AdminTypes.FulfillmentTrackingInfo, 'company' | 'number' | 'url'>>, fulfillmentOrders: { nodes: Array<Pick<AdminTypes.FulfillmentOrder, 'id'>> } }
    )> }
  )> };

export type FulfillmentDetailsFragment = (
  Pick<AdminTypes.Fulfillment, 'id' | 'name' | 'status' | 'displayStatus' | 'createdAt' | 'updatedAt' | 'inTransitAt' | 'estimatedDeliveryAt' | 'deliveredAt'>
  & { location?: AdminTypes.Maybe<Pick<AdminTypes.Location, 'id' | 'name'>>, trackingInfo: Array<Pick<AdminTypes.FulfillmentTrackingInfo, 'company' | 'number' | 'url'>>, fulfillmentLineItems: { pageInfo: Pick<AdminTypes.PageInfo, 'hasNextPage' | 'endCursor'>, nodes: Array<(
      Pick<AdminTypes.FulfillmentLineItem, 'quantity'>
      & { lineItem: Pick<AdminTypes.LineItem, 'id' | 'sku' | 'title'> }
    )> }, fulfillmentOrders: { pageInfo: Pick<AdminTypes.PageInfo, 'hasNextPage' | 'endCursor'>, nodes: Array<Pick<AdminTypes.FulfillmentOrder, 'id'>> }, events: { pageInfo: Pick<AdminTypes.PageInfo, 'hasNextPage' | 'endCursor'>, nodes: Array<Pick<AdminTypes.FulfillmentEvent, 'id' | 'status' | 'happenedAt' | 'createdAt' | 'message' | 'estimatedDeliveryAt' | 'address1' | 'city' | 'province' | 'country' | 'zip'>> } }
);

export type EventDetailsFragment = Pick<AdminTypes.FulfillmentEvent, 'id' | 'status' | 'happenedAt' | 'createdAt' | 'message' | 'estimatedDeliveryAt' | 'address1' | 'city' | 'province' | 'country' | 'zip'>;

export type ReadFulfillmentDetailsQueryVariables = AdminTypes.Exact<{
  id: AdminTypes.Scalars['ID']['input'];
  lines: AdminTypes.Scalars['Int']['input'];
  sources: AdminTypes.Scalars['Int']['input'];
  events: AdminTypes.Scalars['Int']['input'];
}>;


export type ReadFulfillmentDetailsQuery = { fulfillment?: AdminTypes.Maybe<(
    Pick<AdminTypes.Fulfillment, 'id' | 'name' | 'status' | 'displayStatus' | 'createdAt' | 'updatedAt' | 'inTransitAt' | 'estimatedDeliveryAt' | 'deliveredAt'>
    & { order: Pick<AdminTypes.Order, 'id' | 'name'>, location?: AdminTypes.Maybe<Pick<AdminTypes.Location, 'id' | 'name'>>, trackingInfo: Array<Pick<AdminTypes.FulfillmentTrackingInfo, 'company' | 'number' | 'url'>>, fulfillmentLineItems: { pageInfo: Pick<AdminTypes.PageInfo, 'hasNextPage' | 'endCursor'>, nodes: Array<(
        Pick<AdminTypes.FulfillmentLineItem, 'quantity'>
        & { lineItem: Pick<AdminTypes.LineItem, 'id' | 'sku' | 'title'> }
      )> }, fulfillmentOrders: { pageInfo: Pick<AdminTypes.PageInfo, 'hasNextPage' | 'endCursor'>, nodes: Array<Pick<AdminTypes.FulfillmentOrder, 'id'>> }, events: { pageInfo: Pick<AdminTypes.PageInfo, 'hasNextPage' | 'endCursor'>, nodes: Array<Pick<AdminTypes.FulfillmentEvent, 'id' | 'status' | 'happenedAt' | 'createdAt' | 'message' | 'estimatedDeliveryAt' | 'address1' | 'city' | 'province' | 'country' | 'zip'>> } }
  )> };

export type ReadOrderFulfillmentsQueryVariables = AdminTypes.Exact<{
  id: AdminTypes.Scalars['ID']['input'];
  fulfillments: AdminTypes.Scalars['Int']['input'];
  lines: AdminTypes.Scalars['Int']['input'];
  sources: AdminTypes.Scalars['Int']['input'];
  events: AdminTypes.Scalars['Int']['input'];
}>;


export type ReadOrderFulfillmentsQuery = { order?: AdminTypes.Maybe<(
    Pick<AdminTypes.Order, 'id' | 'name'>
    & { fulfillments: Array<(
      Pick<AdminTypes.Fulfillment, 'id' | 'name' | 'status' | 'displayStatus' | 'createdAt' | 'updatedAt' | 'inTransitAt' | 'estimatedDeliveryAt' | 'deliveredAt'>
      & { location?: AdminTypes.Maybe<Pick<AdminTypes.Location, 'id' | 'name'>>, trackingInfo: Array<Pick<AdminTypes.FulfillmentTrackingInfo, 'company' | 'number' | 'url'>>, fulfillmentLineItems: { pageInfo: Pick<AdminTypes.PageInfo, 'hasNextPage' | 'endCursor'>, nodes: Array<(
          Pick<AdminTypes.FulfillmentLineItem, 'quantity'>
          & { lineItem: Pick<AdminTypes.LineItem, 'id' | 'sku' | 'title'> }
        )> }, fulfillmentOrders: { pageInfo: Pick<AdminTypes.PageInfo, 'hasNextPage' | 'endCursor'>, nodes: Array<Pick<AdminTypes.FulfillmentOrder, 'id'>> }, events: { pageInfo: Pick<AdminTypes.PageInfo, 'hasNextPage' | 'endCursor'>, nodes: Array<Pick<AdminTypes.FulfillmentEvent, 'id' | 'status' | 'happenedAt' | 'createdAt' | 'message' | 'estimatedDeliveryAt' | 'address1' | 'city' | 'province' | 'country' | 'zip'>> } }
    )> }
  )> };

export type ReadMoreDetailedFulfilledLinesQueryVariables = AdminTypes.Exact<{
  id: AdminTypes.Scalars['ID']['input'];
  after?: AdminTypes.InputMaybe<AdminTypes.Scalars['String']['input']>;
  first: AdminTypes.Scalars['Int']['input'];
}>;


export type ReadMoreDetailedFulfilledLinesQuery = { fulfillment?: AdminTypes.Maybe<{ fulfillmentLineItems: { pageInfo: Pick<AdminTypes.PageInfo, 'hasNextPage' | 'endCursor'>, nodes: Array<(
        Pick<AdminTypes.FulfillmentLineItem, 'quantity'>
        & { lineItem: Pick<AdminTypes.LineItem, 'id' | 'sku' | 'title'> }
      )> } }> };

export type ReadMoreSourcesQueryVariables = AdminTypes.Exact<{
  id: AdminTypes.Scalars['ID']['input'];
  after?: AdminTypes.InputMaybe<AdminTypes.Scalars['String']['input']>;
  first: AdminTypes.Scalars['Int']['input'];
}>;


export type ReadMoreSourcesQuery = { fulfillment?: AdminTypes.Maybe<{ fulfillmentOrders: { pageInfo: Pick<AdminTypes.PageInfo, 'hasNextPage' | 'endCursor'>, nodes: Array<Pick<AdminTypes.FulfillmentOrder, 'id'>> } }> };

export type ReadFulfillmentEventsQueryVariables = AdminTypes.Exact<{
  id: AdminTypes.Scalars['ID']['input'];
  after?: AdminTypes.InputMaybe<AdminTypes.Scalars['String']['input']>;
  first: AdminTypes.Scalars['Int']['input'];
}>;


export type ReadFulfillmentEventsQuery = { fulfillment?: AdminTypes.Maybe<{ events: { pageInfo: Pick<AdminTypes.PageInfo, 'hasNextPage' | 'endCursor'>, nodes: Array<Pick<AdminTypes.FulfillmentEvent, 'id' | 'status' | 'happenedAt' | 'createdAt' | 'message' | 'estimatedDeliveryAt' | 'address1' | 'city' | 'province' | 'country' | 'zip'>> } }> };

export type AddFulfillmentEventMutationVariables = AdminTypes.Exact<{
  event: AdminTypes.FulfillmentEventInput;
}>;


export type AddFulfillmentEventMutation = { fulfillmentEventCreate?: AdminTypes.Maybe<{ fulfillmentEvent?: AdminTypes.Maybe<Pick<AdminTypes.FulfillmentEvent, 'id' | 'status' | 'happenedAt'>>, userErrors: Array<Pick<AdminTypes.UserError, 'field' | 'message'>> }> };

export type SetHandoverRecordsMutationVariables = AdminTypes.Exact<{
  metafields: Array<AdminTypes.MetafieldsSetInput> | AdminTypes.MetafieldsSetInput;
}>;


export type SetHandoverRecordsMutation = { metafieldsSet?: AdminTypes.Maybe<{ metafields?: AdminTypes.Maybe<Array<Pick<AdminTypes.Metafield, 'compareDigest'>>>, userErrors: Array<Pick<AdminTypes.MetafieldsSetUserError, 'field' | 'message' | 'code' | 'elementIndex'>> }> };

export type ReportProgressMutationVariables = AdminTypes.Exact<{
  id: AdminTypes.Scalars['ID']['input'];
  progressReport?: AdminTypes.InputMaybe<AdminTypes.FulfillmentOrderReportProgressInput>;
}>;


export type ReportProgressMutation = { fulfillmentOrderReportProgress?: AdminTypes.Maybe<{ fulfillmentOrder?: AdminTypes.Maybe<Pick<AdminTypes.FulfillmentOrder, 'id' | 'status'>>, userErrors: Array<Pick<AdminTypes.FulfillmentOrderReportProgressUserError, 'field' | 'message' | 'code'>> }> };

export type OpenFulfillmentOrderMutationVariables = AdminTypes.Exact<{
  id: AdminTypes.Scalars['ID']['input'];
}>;


export type OpenFulfillmentOrderMutation = { fulfillmentOrderOpen?: AdminTypes.Maybe<{ fulfillmentOrder?: AdminTypes.Maybe<Pick<AdminTypes.FulfillmentOrder, 'id' | 'status'>>, userErrors: Array<Pick<AdminTypes.UserError, 'field' | 'message'>> }> };

export type HoldFulfillmentOrderMutationVariables = AdminTypes.Exact<{
  id: AdminTypes.Scalars['ID']['input'];
  fulfillmentHold: AdminTypes.FulfillmentOrderHoldInput;
}>;


export type HoldFulfillmentOrderMutation = { fulfillmentOrderHold?: AdminTypes.Maybe<{ fulfillmentHold?: AdminTypes.Maybe<Pick<AdminTypes.FulfillmentHold, 'id' | 'handle'>>, fulfillmentOrder?: AdminTypes.Maybe<Pick<AdminTypes.FulfillmentOrder, 'id' | 'status'>>, userErrors: Array<Pick<AdminTypes.FulfillmentOrderHoldUserError, 'field' | 'message' | 'code'>> }> };

export type ReleaseHoldMutationVariables = AdminTypes.Exact<{
  id: AdminTypes.Scalars['ID']['input'];
  holdIds?: AdminTypes.InputMaybe<Array<AdminTypes.Scalars['ID']['input']> | AdminTypes.Scalars['ID']['input']>;
}>;


export type ReleaseHoldMutation = { fulfillmentOrderReleaseHold?: AdminTypes.Maybe<{ fulfillmentOrder?: AdminTypes.Maybe<Pick<AdminTypes.FulfillmentOrder, 'id' | 'status'>>, userErrors: Array<Pick<AdminTypes.FulfillmentOrderReleaseHoldUserError, 'field' | 'message' | 'code'>> }> };

export type ReadHoldsQueryVariables = AdminTypes.Exact<{
  ids: Array<AdminTypes.Scalars['ID']['input']> | AdminTypes.Scalars['ID']['input'];
}>;


export type ReadHoldsQuery = { nodes: Array<AdminTypes.Maybe<(
    Pick<AdminTypes.FulfillmentOrder, 'id' | 'status' | 'orderName'>
    & { fulfillmentHolds: Array<Pick<AdminTypes.FulfillmentHold, 'id' | 'handle' | 'reason' | 'reasonNotes' | 'displayReason' | 'heldByRequestingApp'>> }
  )>> };

export type ReadFulfillmentOrderDetailsQueryVariables = AdminTypes.Exact<{
  ids: Array<AdminTypes.Scalars['ID']['input']> | AdminTypes.Scalars['ID']['input'];
  lines: AdminTypes.Scalars['Int']['input'];
}>;


export type ReadFulfillmentOrderDetailsQuery = { nodes: Array<AdminTypes.Maybe<(
    Pick<AdminTypes.FulfillmentOrder, 'id' | 'status' | 'requestStatus' | 'createdAt' | 'updatedAt' | 'fulfillAt' | 'fulfillBy'>
    & { internationalDuties?: AdminTypes.Maybe<Pick<AdminTypes.FulfillmentOrderInternationalDuties, 'incoterm'>>, assignedLocation: (
      Pick<AdminTypes.FulfillmentOrderAssignedLocation, 'name' | 'address1' | 'address2' | 'city' | 'province' | 'zip' | 'countryCode' | 'phone'>
      & { location?: AdminTypes.Maybe<Pick<AdminTypes.Location, 'id'>> }
    ), destination?: AdminTypes.Maybe<Pick<AdminTypes.FulfillmentOrderDestination, 'firstName' | 'lastName' | 'company' | 'address1' | 'address2' | 'city' | 'province' | 'zip' | 'countryCode' | 'phone' | 'email'>>, deliveryMethod?: AdminTypes.Maybe<(
      Pick<AdminTypes.DeliveryMethod, 'methodType' | 'presentedName' | 'serviceCode' | 'minDeliveryDateTime' | 'maxDeliveryDateTime'>
      & { additionalInformation?: AdminTypes.Maybe<Pick<AdminTypes.DeliveryMethodAdditionalInformation, 'instructions' | 'phone'>> }
    )>, fulfillmentHolds: Array<Pick<AdminTypes.FulfillmentHold, 'id' | 'handle' | 'reason' | 'reasonNotes' | 'displayReason' | 'heldByRequestingApp'>>, lineItems: { pageInfo: Pick<AdminTypes.PageInfo, 'hasNextPage' | 'endCursor'>, nodes: Array<(
        Pick<AdminTypes.FulfillmentOrderLineItem, 'id' | 'totalQuantity' | 'remainingQuantity' | 'sku' | 'productTitle' | 'variantTitle' | 'vendor' | 'requiresShipping' | 'inventoryItemId'>
        & { weight?: AdminTypes.Maybe<Pick<AdminTypes.Weight, 'value' | 'unit'>>, variant?: AdminTypes.Maybe<Pick<AdminTypes.ProductVariant, 'id' | 'barcode'>>, lineItem: (
          Pick<AdminTypes.LineItem, 'id' | 'quantity' | 'currentQuantity' | 'isGiftCard'>
          & { customAttributes: Array<Pick<AdminTypes.Attribute, 'key' | 'value'>>, originalUnitPriceSet: { shopMoney: Pick<AdminTypes.MoneyV2, 'amount'> }, discountedUnitPriceAfterAllDiscountsSet: { shopMoney: Pick<AdminTypes.MoneyV2, 'amount'> }, totalDiscountSet: { shopMoney: Pick<AdminTypes.MoneyV2, 'amount'> }, taxLines: Array<{ priceSet: { shopMoney: Pick<AdminTypes.MoneyV2, 'amount'> } }>, sellingPlan?: AdminTypes.Maybe<Pick<AdminTypes.LineItemSellingPlan, 'name'>>, lineItemGroup?: AdminTypes.Maybe<Pick<AdminTypes.LineItemGroup, 'id' | 'title' | 'quantity'>>, product?: AdminTypes.Maybe<Pick<AdminTypes.Product, 'id'>> }
        ) }
      )> }, order: (
      Pick<AdminTypes.Order, 'id' | 'name' | 'legacyResourceId' | 'createdAt' | 'processedAt' | 'cancelledAt' | 'cancelReason' | 'displayFinancialStatus' | 'currencyCode' | 'taxesIncluded' | 'tags' | 'note' | 'email' | 'phone' | 'poNumber' | 'sourceName' | 'customerLocale' | 'discountCodes' | 'paymentGatewayNames' | 'test'>
      & { currentSubtotalPriceSet: { shopMoney: Pick<AdminTypes.MoneyV2, 'amount'> }, currentShippingPriceSet: { shopMoney: Pick<AdminTypes.MoneyV2, 'amount'> }, currentTotalTaxSet: { shopMoney: Pick<AdminTypes.MoneyV2, 'amount'> }, currentTotalDiscountsSet: { shopMoney: Pick<AdminTypes.MoneyV2, 'amount'> }, currentTotalPriceSet: { shopMoney: Pick<AdminTypes.MoneyV2, 'amount'> }, totalOutstandingSet: { shopMoney: Pick<AdminTypes.MoneyV2, 'amount'> }, customAttributes: Array<Pick<AdminTypes.Attribute, 'key' | 'value'>>, risk: Pick<AdminTypes.OrderRiskSummary, 'recommendation'>, shippingLine?: AdminTypes.Maybe<(
        Pick<AdminTypes.ShippingLine, 'title' | 'code' | 'carrierIdentifier'>
        & { currentDiscountedPriceSet: { shopMoney: Pick<AdminTypes.MoneyV2, 'amount'> } }
      )>, shippingAddress?: AdminTypes.Maybe<Pick<AdminTypes.MailingAddress, 'name' | 'firstName' | 'lastName' | 'company' | 'address1' | 'address2' | 'city' | 'province' | 'provinceCode' | 'zip' | 'country' | 'countryCodeV2' | 'phone'>>, billingAddress?: AdminTypes.Maybe<Pick<AdminTypes.MailingAddress, 'name' | 'firstName' | 'lastName' | 'company' | 'address1' | 'address2' | 'city' | 'province' | 'provinceCode' | 'zip' | 'country' | 'countryCodeV2' | 'phone'>>, customer?: AdminTypes.Maybe<(
        Pick<AdminTypes.Customer, 'id' | 'firstName' | 'lastName' | 'displayName'>
        & { defaultEmailAddress?: AdminTypes.Maybe<Pick<AdminTypes.CustomerEmailAddress, 'emailAddress'>>, defaultPhoneNumber?: AdminTypes.Maybe<Pick<AdminTypes.CustomerPhoneNumber, 'phoneNumber'>> }
      )>, purchasingEntity?: AdminTypes.Maybe<{ company: Pick<AdminTypes.Company, 'id' | 'name' | 'externalId'>, location: Pick<AdminTypes.CompanyLocation, 'id' | 'name' | 'externalId'> }>, fulfillmentOrders: { pageInfo: Pick<AdminTypes.PageInfo, 'hasNextPage' | 'endCursor'>, nodes: Array<(
          Pick<AdminTypes.FulfillmentOrder, 'id'>
          & { deliveryMethod?: AdminTypes.Maybe<Pick<AdminTypes.DeliveryMethod, 'methodType'>>, assignedLocation: Pick<AdminTypes.FulfillmentOrderAssignedLocation, 'name'> }
        )> } }
    ) }
  )>> };

export type ReadMoreDetailedLinesQueryVariables = AdminTypes.Exact<{
  id: AdminTypes.Scalars['ID']['input'];
  after?: AdminTypes.InputMaybe<AdminTypes.Scalars['String']['input']>;
  first: AdminTypes.Scalars['Int']['input'];
}>;


export type ReadMoreDetailedLinesQuery = { fulfillmentOrder?: AdminTypes.Maybe<{ lineItems: { pageInfo: Pick<AdminTypes.PageInfo, 'hasNextPage' | 'endCursor'>, nodes: Array<(
        Pick<AdminTypes.FulfillmentOrderLineItem, 'id' | 'totalQuantity' | 'remainingQuantity' | 'sku' | 'productTitle' | 'variantTitle' | 'vendor' | 'requiresShipping' | 'inventoryItemId'>
        & { weight?: AdminTypes.Maybe<Pick<AdminTypes.Weight, 'value' | 'unit'>>, variant?: AdminTypes.Maybe<Pick<AdminTypes.ProductVariant, 'id' | 'barcode'>>, lineItem: (
          Pick<AdminTypes.LineItem, 'id' | 'quantity' | 'currentQuantity' | 'isGiftCard'>
          & { customAttributes: Array<Pick<AdminTypes.Attribute, 'key' | 'value'>>, originalUnitPriceSet: { shopMoney: Pick<AdminTypes.MoneyV2, 'amount'> }, discountedUnitPriceAfterAllDiscountsSet: { shopMoney: Pick<AdminTypes.MoneyV2, 'amount'> }, totalDiscountSet: { shopMoney: Pick<AdminTypes.MoneyV2, 'amount'> }, taxLines: Array<{ priceSet: { shopMoney: Pick<AdminTypes.MoneyV2, 'amount'> } }>, sellingPlan?: AdminTypes.Maybe<Pick<AdminTypes.LineItemSellingPlan, 'name'>>, lineItemGroup?: AdminTypes.Maybe<Pick<AdminTypes.LineItemGroup, 'id' | 'title' | 'quantity'>>, product?: AdminTypes.Maybe<Pick<AdminTypes.Product, 'id'>> }
        ) }
      )> } }> };

export type ReadMoreSiblingsQueryVariables = AdminTypes.Exact<{
  id: AdminTypes.Scalars['ID']['input'];
  after?: AdminTypes.InputMaybe<AdminTypes.Scalars['String']['input']>;
  first: AdminTypes.Scalars['Int']['input'];
}>;


export type ReadMoreSiblingsQuery = { order?: AdminTypes.Maybe<{ fulfillmentOrders: { pageInfo: Pick<AdminTypes.PageInfo, 'hasNextPage' | 'endCursor'>, nodes: Array<(
        Pick<AdminTypes.FulfillmentOrder, 'id'>
        & { deliveryMethod?: AdminTypes.Maybe<Pick<AdminTypes.DeliveryMethod, 'methodType'>>, assignedLocation: Pick<AdminTypes.FulfillmentOrderAssignedLocation, 'name'> }
      )> } }> };

export type ReadOrderStatesQueryVariables = AdminTypes.Exact<{
  ids: Array<AdminTypes.Scalars['ID']['input']> | AdminTypes.Scalars['ID']['input'];
  fulfillmentOrders: AdminTypes.Scalars['Int']['input'];
  lines: AdminTypes.Scalars['Int']['input'];
  fulfillments: AdminTypes.Scalars['Int']['input'];
}>;


export type ReadOrderStatesQuery = { nodes: Array<AdminTypes.Maybe<(
    Pick<AdminTypes.Order, 'id' | 'name' | 'createdAt' | 'cancelledAt' | 'displayFinancialStatus' | 'tags' | 'test' | 'sourceName' | 'note'>
    & { fulfillments: Array<(
      Pick<AdminTypes.Fulfillment, 'id' | 'status' | 'createdAt' | 'updatedAt'>
      & { fulfillmentLineItems: { pageInfo: Pick<AdminTypes.PageInfo, 'hasNextPage' | 'endCursor'>, nodes: Array<(
          Pick<AdminTypes.FulfillmentLineItem, 'quantity'>
          & { lineItem: Pick<AdminTypes.LineItem, 'id'> }
        )> } }
    )>, fulfillmentOrders: { pageInfo: Pick<AdminTypes.PageInfo, 'hasNextPage' | 'endCursor'>, nodes: Array<(
        Pick<AdminTypes.FulfillmentOrder, 'id' | 'status' | 'createdAt' | 'updatedAt' | 'fulfillAt'>
        & { supportedActions: Array<Pick<AdminTypes.FulfillmentOrderSupportedAction, 'action'>>, assignedLocation: (
          Pick<AdminTypes.FulfillmentOrderAssignedLocation, 'name'>
          & { location?: AdminTypes.Maybe<Pick<AdminTypes.Location, 'id' | 'isFulfillmentService'>> }
        ), deliveryMethod?: AdminTypes.Maybe<(
          Pick<AdminTypes.DeliveryMethod, 'methodType' | 'presentedName' | 'serviceCode'>
          & { additionalInformation?: AdminTypes.Maybe<Pick<AdminTypes.DeliveryMethodAdditionalInformation, 'instructions' | 'phone'>> }
        )>, destination?: AdminTypes.Maybe<Pick<AdminTypes.FulfillmentOrderDestination, 'firstName' | 'lastName' | 'company' | 'address1' | 'address2' | 'city' | 'province' | 'zip' | 'countryCode' | 'phone' | 'email'>>, lineItems: { pageInfo: Pick<AdminTypes.PageInfo, 'hasNextPage' | 'endCursor'>, nodes: Array<(
            Pick<AdminTypes.FulfillmentOrderLineItem, 'id' | 'inventoryItemId' | 'totalQuantity' | 'remainingQuantity' | 'requiresShipping'>
            & { lineItem: Pick<AdminTypes.LineItem, 'id'> }
          )> } }
      )> }, totalOutstandingSet: { shopMoney: Pick<AdminTypes.MoneyV2, 'amount'> }, risk: Pick<AdminTypes.OrderRiskSummary, 'recommendation'>, shippingAddress?: AdminTypes.Maybe<Pick<AdminTypes.MailingAddress, 'name' | 'firstName' | 'lastName' | 'company' | 'address1' | 'address2' | 'city' | 'province' | 'provinceCode' | 'zip' | 'country' | 'countryCodeV2' | 'phone'>>, metafield?: AdminTypes.Maybe<Pick<AdminTypes.Metafield, 'value' | 'compareDigest'>> }
  )>> };

export type ReadMoreFulfillmentOrdersQueryVariables = AdminTypes.Exact<{
  id: AdminTypes.Scalars['ID']['input'];
  after?: AdminTypes.InputMaybe<AdminTypes.Scalars['String']['input']>;
  first: AdminTypes.Scalars['Int']['input'];
  lines: AdminTypes.Scalars['Int']['input'];
}>;


export type ReadMoreFulfillmentOrdersQuery = { order?: AdminTypes.Maybe<{ fulfillmentOrders: { pageInfo: Pick<AdminTypes.PageInfo, 'hasNextPage' | 'endCursor'>, nodes: Array<(
        Pick<AdminTypes.FulfillmentOrder, 'id' | 'status' | 'createdAt' | 'updatedAt' | 'fulfillAt'>
        & { supportedActions: Array<Pick<AdminTypes.FulfillmentOrderSupportedAction, 'action'>>, assignedLocation: (
          Pick<AdminTypes.FulfillmentOrderAssignedLocation, 'name'>
          & { location?: AdminTypes.Maybe<Pick<AdminTypes.Location, 'id' | 'isFulfillmentService'>> }
        ), deliveryMethod?: AdminTypes.Maybe<(
          Pick<AdminTypes.DeliveryMethod, 'methodType' | 'presentedName' | 'serviceCode'>
          & { additionalInformation?: AdminTypes.Maybe<Pick<AdminTypes.DeliveryMethodAdditionalInformation, 'instructions' | 'phone'>> }
        )>, destination?: AdminTypes.Maybe<Pick<AdminTypes.FulfillmentOrderDestination, 'firstName' | 'lastName' | 'company' | 'address1' | 'address2' | 'city' | 'province' | 'zip' | 'countryCode' | 'phone' | 'email'>>, lineItems: { pageInfo: Pick<AdminTypes.PageInfo, 'hasNextPage' | 'endCursor'>, nodes: Array<(
            Pick<AdminTypes.FulfillmentOrderLineItem, 'id' | 'inventoryItemId' | 'totalQuantity' | 'remainingQuantity' | 'requiresShipping'>
            & { lineItem: Pick<AdminTypes.LineItem, 'id'> }
          )> } }
      )> } }> };

export type ReadMoreUnitLinesQueryVariables = AdminTypes.Exact<{
  id: AdminTypes.Scalars['ID']['input'];
  after?: AdminTypes.InputMaybe<AdminTypes.Scalars['String']['input']>;
  first: AdminTypes.Scalars['Int']['input'];
}>;


export type ReadMoreUnitLinesQuery = { fulfillmentOrder?: AdminTypes.Maybe<{ lineItems: { pageInfo: Pick<AdminTypes.PageInfo, 'hasNextPage' | 'endCursor'>, nodes: Array<(
        Pick<AdminTypes.FulfillmentOrderLineItem, 'id' | 'inventoryItemId' | 'totalQuantity' | 'remainingQuantity' | 'requiresShipping'>
        & { lineItem: Pick<AdminTypes.LineItem, 'id'> }
      )> } }> };

export type ReadMoreFulfilledLinesQueryVariables = AdminTypes.Exact<{
  id: AdminTypes.Scalars['ID']['input'];
  after?: AdminTypes.InputMaybe<AdminTypes.Scalars['String']['input']>;
  first: AdminTypes.Scalars['Int']['input'];
}>;


export type ReadMoreFulfilledLinesQuery = { fulfillment?: AdminTypes.Maybe<{ fulfillmentLineItems: { pageInfo: Pick<AdminTypes.PageInfo, 'hasNextPage' | 'endCursor'>, nodes: Array<(
        Pick<AdminTypes.FulfillmentLineItem, 'quantity'>
        & { lineItem: Pick<AdminTypes.LineItem, 'id'> }
      )> } }> };

export type ScanFulfillmentOrdersQueryVariables = AdminTypes.Exact<{
  first: AdminTypes.Scalars['Int']['input'];
  after?: AdminTypes.InputMaybe<AdminTypes.Scalars['String']['input']>;
  query: AdminTypes.Scalars['String']['input'];
  ids: Array<AdminTypes.Scalars['ID']['input']> | AdminTypes.Scalars['ID']['input'];
  lines: AdminTypes.Scalars['Int']['input'];
}>;


export type ScanFulfillmentOrdersQuery = { fulfillmentOrders: { pageInfo: Pick<AdminTypes.PageInfo, 'hasNextPage' | 'endCursor'>, nodes: Array<Pick<AdminTypes.FulfillmentOrder, 'id' | 'createdAt' | 'orderId' | 'orderName'>> }, nodes: Array<AdminTypes.Maybe<(
    Pick<AdminTypes.FulfillmentOrder, 'id' | 'status' | 'createdAt' | 'updatedAt' | 'fulfillAt'>
    & { order: (
      Pick<AdminTypes.Order, 'id' | 'name' | 'createdAt' | 'cancelledAt' | 'displayFinancialStatus' | 'tags' | 'test' | 'sourceName' | 'note'>
      & { totalOutstandingSet: { shopMoney: Pick<AdminTypes.MoneyV2, 'amount'> }, risk: Pick<AdminTypes.OrderRiskSummary, 'recommendation'>, shippingAddress?: AdminTypes.Maybe<Pick<AdminTypes.MailingAddress, 'name' | 'firstName' | 'lastName' | 'company' | 'address1' | 'address2' | 'city' | 'province' | 'provinceCode' | 'zip' | 'country' | 'countryCodeV2' | 'phone'>>, metafield?: AdminTypes.Maybe<Pick<AdminTypes.Metafield, 'value' | 'compareDigest'>> }
    ), supportedActions: Array<Pick<AdminTypes.FulfillmentOrderSupportedAction, 'action'>>, assignedLocation: (
      Pick<AdminTypes.FulfillmentOrderAssignedLocation, 'name'>
      & { location?: AdminTypes.Maybe<Pick<AdminTypes.Location, 'id' | 'isFulfillmentService'>> }
    ), deliveryMethod?: AdminTypes.Maybe<(
      Pick<AdminTypes.DeliveryMethod, 'methodType' | 'presentedName' | 'serviceCode'>
      & { additionalInformation?: AdminTypes.Maybe<Pick<AdminTypes.DeliveryMethodAdditionalInformation, 'instructions' | 'phone'>> }
    )>, destination?: AdminTypes.Maybe<Pick<AdminTypes.FulfillmentOrderDestination, 'firstName' | 'lastName' | 'company' | 'address1' | 'address2' | 'city' | 'province' | 'zip' | 'countryCode' | 'phone' | 'email'>>, lineItems: { pageInfo: Pick<AdminTypes.PageInfo, 'hasNextPage' | 'endCursor'>, nodes: Array<(
        Pick<AdminTypes.FulfillmentOrderLineItem, 'id' | 'inventoryItemId' | 'totalQuantity' | 'remainingQuantity' | 'requiresShipping'>
        & { lineItem: Pick<AdminTypes.LineItem, 'id'> }
      )> } }
  )>> };

export type ReadScannedFulfillmentOrdersQueryVariables = AdminTypes.Exact<{
  ids: Array<AdminTypes.Scalars['ID']['input']> | AdminTypes.Scalars['ID']['input'];
  lines: AdminTypes.Scalars['Int']['input'];
}>;


export type ReadScannedFulfillmentOrdersQuery = { nodes: Array<AdminTypes.Maybe<(
    Pick<AdminTypes.FulfillmentOrder, 'id' | 'status' | 'createdAt' | 'updatedAt' | 'fulfillAt'>
    & { order: (
      Pick<AdminTypes.Order, 'id' | 'name' | 'createdAt' | 'cancelledAt' | 'displayFinancialStatus' | 'tags' | 'test' | 'sourceName' | 'note'>
      & { totalOutstandingSet: { shopMoney: Pick<AdminTypes.MoneyV2, 'amount'> }, risk: Pick<AdminTypes.OrderRiskSummary, 'recommendation'>, shippingAddress?: AdminTypes.Maybe<Pick<AdminTypes.MailingAddress, 'name' | 'firstName' | 'lastName' | 'company' | 'address1' | 'address2' | 'city' | 'province' | 'provinceCode' | 'zip' | 'country' | 'countryCodeV2' | 'phone'>>, metafield?: AdminTypes.Maybe<Pick<AdminTypes.Metafield, 'value' | 'compareDigest'>> }
    ), supportedActions: Array<Pick<AdminTypes.FulfillmentOrderSupportedAction, 'action'>>, assignedLocation: (
      Pick<AdminTypes.FulfillmentOrderAssignedLocation, 'name'>
      & { location?: AdminTypes.Maybe<Pick<AdminTypes.Location, 'id' | 'isFulfillmentService'>> }
    ), deliveryMethod?: AdminTypes.Maybe<(
      Pick<AdminTypes.DeliveryMethod, 'methodType' | 'presentedName' | 'serviceCode'>
      & { additionalInformation?: AdminTypes.Maybe<Pick<AdminTypes.DeliveryMethodAdditionalInformation, 'instructions' | 'phone'>> }
    )>, destination?: AdminTypes.Maybe<Pick<AdminTypes.FulfillmentOrderDestination, 'firstName' | 'lastName' | 'company' | 'address1' | 'address2' | 'city' | 'province' | 'zip' | 'countryCode' | 'phone' | 'email'>>, lineItems: { pageInfo: Pick<AdminTypes.PageInfo, 'hasNextPage' | 'endCursor'>, nodes: Array<(
        Pick<AdminTypes.FulfillmentOrderLineItem, 'id' | 'inventoryItemId' | 'totalQuantity' | 'remainingQuantity' | 'requiresShipping'>
        & { lineItem: Pick<AdminTypes.LineItem, 'id'> }
      )> } }
  )>> };

export type ScanClosedFulfillmentOrdersQueryVariables = AdminTypes.Exact<{
  first: AdminTypes.Scalars['Int']['input'];
  after?: AdminTypes.InputMaybe<AdminTypes.Scalars['String']['input']>;
  query: AdminTypes.Scalars['String']['input'];
}>;


export type ScanClosedFulfillmentOrdersQuery = { fulfillmentOrders: { pageInfo: Pick<AdminTypes.PageInfo, 'hasNextPage' | 'endCursor'>, nodes: Array<Pick<AdminTypes.FulfillmentOrder, 'id' | 'createdAt' | 'orderName'>> } };

export type FulfillmentUnitsFragment = (
  Pick<AdminTypes.Fulfillment, 'id' | 'name' | 'status' | 'createdAt'>
  & { location?: AdminTypes.Maybe<Pick<AdminTypes.Location, 'id'>>, trackingInfo: Array<Pick<AdminTypes.FulfillmentTrackingInfo, 'company' | 'number' | 'url'>>, fulfillmentLineItems: { pageInfo: Pick<AdminTypes.PageInfo, 'hasNextPage' | 'endCursor'>, nodes: Array<(
      Pick<AdminTypes.FulfillmentLineItem, 'quantity'>
      & { lineItem: Pick<AdminTypes.LineItem, 'id'> }
    )> } }
);

export type ShippableFulfillmentOrderFragment = (
  Pick<AdminTypes.FulfillmentOrder, 'id' | 'status' | 'createdAt' | 'fulfillAt'>
  & { supportedActions: Array<Pick<AdminTypes.FulfillmentOrderSupportedAction, 'action'>>, assignedLocation: (
    Pick<AdminTypes.FulfillmentOrderAssignedLocation, 'name'>
    & { location?: AdminTypes.Maybe<Pick<AdminTypes.Location, 'id' | 'isFulfillmentService'>> }
  ), fulfillmentHolds: Array<Pick<AdminTypes.FulfillmentHold, 'displayReason' | 'reasonNotes'>>, lineItems: { pageInfo: Pick<AdminTypes.PageInfo, 'hasNextPage' | 'endCursor'>, nodes: Array<(
      Pick<AdminTypes.FulfillmentOrderLineItem, 'id' | 'sku' | 'totalQuantity' | 'remainingQuantity' | 'requiresShipping'>
      & { lineItem: Pick<AdminTypes.LineItem, 'id' | 'sku'> }
    )> } }
);

export type ReadShippedOrdersQueryVariables = AdminTypes.Exact<{
  ids: Array<AdminTypes.Scalars['ID']['input']> | AdminTypes.Scalars['ID']['input'];
  fulfillmentOrders: AdminTypes.Scalars['Int']['input'];
  lines: AdminTypes.Scalars['Int']['input'];
  fulfillments: AdminTypes.Scalars['Int']['input'];
}>;


export type ReadShippedOrdersQuery = { nodes: Array<AdminTypes.Maybe<(
    Pick<AdminTypes.Order, 'id' | 'name' | 'cancelledAt'>
    & { shippingAddress?: AdminTypes.Maybe<Pick<AdminTypes.MailingAddress, 'countryCodeV2'>>, metafield?: AdminTypes.Maybe<Pick<AdminTypes.Metafield, 'value'>>, fulfillments: Array<(
      Pick<AdminTypes.Fulfillment, 'id' | 'name' | 'status' | 'createdAt'>
      & { location?: AdminTypes.Maybe<Pick<AdminTypes.Location, 'id'>>, trackingInfo: Array<Pick<AdminTypes.FulfillmentTrackingInfo, 'company' | 'number' | 'url'>>, fulfillmentLineItems: { pageInfo: Pick<AdminTypes.PageInfo, 'hasNextPage' | 'endCursor'>, nodes: Array<(
          Pick<AdminTypes.FulfillmentLineItem, 'quantity'>
          & { lineItem: Pick<AdminTypes.LineItem, 'id'> }
        )> } }
    )>, fulfillmentOrders: { pageInfo: Pick<AdminTypes.PageInfo, 'hasNextPage' | 'endCursor'>, nodes: Array<(
        Pick<AdminTypes.FulfillmentOrder, 'id' | 'status' | 'createdAt' | 'fulfillAt'>
        & { supportedActions: Array<Pick<AdminTypes.FulfillmentOrderSupportedAction, 'action'>>, assignedLocation: (
          Pick<AdminTypes.FulfillmentOrderAssignedLocation, 'name'>
          & { location?: AdminTypes.Maybe<Pick<AdminTypes.Location, 'id' | 'isFulfillmentService'>> }
        ), fulfillmentHolds: Array<Pick<AdminTypes.FulfillmentHold, 'displayReason' | 'reasonNotes'>>, lineItems: { pageInfo: Pick<AdminTypes.PageInfo, 'hasNextPage' | 'endCursor'>, nodes: Array<(
            Pick<AdminTypes.FulfillmentOrderLineItem, 'id' | 'sku' | 'totalQuantity' | 'remainingQuantity' | 'requiresShipping'>
            & { lineItem: Pick<AdminTypes.LineItem, 'id' | 'sku'> }
          )> } }
      )> } }
  )>> };

export type ReadMoreShippableQueryVariables = AdminTypes.Exact<{
  id: AdminTypes.Scalars['ID']['input'];
  after?: AdminTypes.InputMaybe<AdminTypes.Scalars['String']['input']>;
  first: AdminTypes.Scalars['Int']['input'];
  lines: AdminTypes.Scalars['Int']['input'];
}>;


export type ReadMoreShippableQuery = { order?: AdminTypes.Maybe<{ fulfillmentOrders: { pageInfo: Pick<AdminTypes.PageInfo, 'hasNextPage' | 'endCursor'>, nodes: Array<(
        Pick<AdminTypes.FulfillmentOrder, 'id' | 'status' | 'createdAt' | 'fulfillAt'>
        & { supportedActions: Array<Pick<AdminTypes.FulfillmentOrderSupportedAction, 'action'>>, assignedLocation: (
          Pick<AdminTypes.FulfillmentOrderAssignedLocation, 'name'>
          & { location?: AdminTypes.Maybe<Pick<AdminTypes.Location, 'id' | 'isFulfillmentService'>> }
        ), fulfillmentHolds: Array<Pick<AdminTypes.FulfillmentHold, 'displayReason' | 'reasonNotes'>>, lineItems: { pageInfo: Pick<AdminTypes.PageInfo, 'hasNextPage' | 'endCursor'>, nodes: Array<(
            Pick<AdminTypes.FulfillmentOrderLineItem, 'id' | 'sku' | 'totalQuantity' | 'remainingQuantity' | 'requiresShipping'>
            & { lineItem: Pick<AdminTypes.LineItem, 'id' | 'sku'> }
          )> } }
      )> } }> };

export type ReadMoreShippableLinesQueryVariables = AdminTypes.Exact<{
  id: AdminTypes.Scalars['ID']['input'];
  after?: AdminTypes.InputMaybe<AdminTypes.Scalars['String']['input']>;
  first: AdminTypes.Scalars['Int']['input'];
}>;


export type ReadMoreShippableLinesQuery = { fulfillmentOrder?: AdminTypes.Maybe<{ lineItems: { pageInfo: Pick<AdminTypes.PageInfo, 'hasNextPage' | 'endCursor'>, nodes: Array<(
        Pick<AdminTypes.FulfillmentOrderLineItem, 'id' | 'sku' | 'totalQuantity' | 'remainingQuantity' | 'requiresShipping'>
        & { lineItem: Pick<AdminTypes.LineItem, 'id' | 'sku'> }
      )> } }> };

export type ReadFulfillmentsQueryVariables = AdminTypes.Exact<{
  ids: Array<AdminTypes.Scalars['ID']['input']> | AdminTypes.Scalars['ID']['input'];
  fulfillments: AdminTypes.Scalars['Int']['input'];
  lines: AdminTypes.Scalars['Int']['input'];
}>;


export type ReadFulfillmentsQuery = { nodes: Array<AdminTypes.Maybe<(
    Pick<AdminTypes.Order, 'id' | 'name'>
    & { fulfillments: Array<(
      Pick<AdminTypes.Fulfillment, 'id' | 'name' | 'status' | 'createdAt'>
      & { location?: AdminTypes.Maybe<Pick<AdminTypes.Location, 'id'>>, trackingInfo: Array<Pick<AdminTypes.FulfillmentTrackingInfo, 'company' | 'number' | 'url'>>, fulfillmentLineItems: { pageInfo: Pick<AdminTypes.PageInfo, 'hasNextPage' | 'endCursor'>, nodes: Array<(
          Pick<AdminTypes.FulfillmentLineItem, 'quantity'>
          & { lineItem: Pick<AdminTypes.LineItem, 'id'> }
        )> } }
    )> }
  )>> };

export type CreateFulfillmentMutationVariables = AdminTypes.Exact<{
  fulfillment: AdminTypes.FulfillmentInput;
}>;


export type CreateFulfillmentMutation = { fulfillmentCreate?: AdminTypes.Maybe<{ fulfillment?: AdminTypes.Maybe<Pick<AdminTypes.Fulfillment, 'id' | 'name' | 'status' | 'createdAt'>>, userErrors: Array<Pick<AdminTypes.UserError, 'field' | 'message'>> }> };

export type UpdateTrackingMutationVariables = AdminTypes.Exact<{
  id: AdminTypes.Scalars['ID']['input'];
  tracking: AdminTypes.FulfillmentTrackingInput;
  notifyCustomer: AdminTypes.Scalars['Boolean']['input'];
}>;


export type UpdateTrackingMutation = { fulfillmentTrackingInfoUpdate?: AdminTypes.Maybe<{ fulfillment?: AdminTypes.Maybe<Pick<AdminTypes.Fulfillment, 'id' | 'name' | 'status'>>, userErrors: Array<Pick<AdminTypes.UserError, 'field' | 'message'>> }> };

export type CancelFulfillmentMutationVariables = AdminTypes.Exact<{
  id: AdminTypes.Scalars['ID']['input'];
}>;


export type CancelFulfillmentMutation = { fulfillmentCancel?: AdminTypes.Maybe<{ fulfillment?: AdminTypes.Maybe<Pick<AdminTypes.Fulfillment, 'id' | 'name' | 'status'>>, userErrors: Array<Pick<AdminTypes.UserError, 'field' | 'message'>> }> };

export type FindOrdersQueryVariables = AdminTypes.Exact<{
  first: AdminTypes.Scalars['Int']['input'];
  after?: AdminTypes.InputMaybe<AdminTypes.Scalars['String']['input']>;
  query: AdminTypes.Scalars['String']['input'];
}>;


export type FindOrdersQuery = { orders: { pageInfo: Pick<AdminTypes.PageInfo, 'hasNextPage' | 'endCursor'>, nodes: Array<Pick<AdminTypes.Order, 'id' | 'name'>> } };

export type ReadOwnersQueryVariables = AdminTypes.Exact<{
  ids: Array<AdminTypes.Scalars['ID']['input']> | AdminTypes.Scalars['ID']['input'];
}>;


export type ReadOwnersQuery = { nodes: Array<AdminTypes.Maybe<Pick<AdminTypes.FulfillmentOrder, 'id' | 'orderId' | 'orderName'>>> };

export type ReadAppQueryVariables = AdminTypes.Exact<{ [key: string]: never; }>;


export type ReadAppQuery = { currentAppInstallation: (
    Pick<AdminTypes.AppInstallation, 'id'>
    & { accessScopes: Array<Pick<AdminTypes.AccessScope, 'handle'>>, metafield?: AdminTypes.Maybe<Pick<AdminTypes.Metafield, 'value'>> }
  ) };

export type ReadShopQueryVariables = AdminTypes.Exact<{ [key: string]: never; }>;


export type ReadShopQuery = { shop: (
    Pick<AdminTypes.Shop, 'id' | 'name' | 'myshopifyDomain' | 'currencyCode' | 'ianaTimezone' | 'weightUnit'>
    & { plan: Pick<AdminTypes.ShopPlan, 'publicDisplayName'> }
  ) };

export type ReadLocationsQueryVariables = AdminTypes.Exact<{
  first: AdminTypes.Scalars['Int']['input'];
  after?: AdminTypes.InputMaybe<AdminTypes.Scalars['String']['input']>;
  query?: AdminTypes.InputMaybe<AdminTypes.Scalars['String']['input']>;
}>;


export type ReadLocationsQuery = { locations: { pageInfo: Pick<AdminTypes.PageInfo, 'hasNextPage' | 'endCursor'>, nodes: Array<(
      Pick<AdminTypes.Location, 'id' | 'name' | 'isActive' | 'isFulfillmentService'>
      & { address: Pick<AdminTypes.LocationAddress, 'address1' | 'address2' | 'city' | 'province' | 'zip' | 'countryCode' | 'phone'> }
    )> } };

export type SearchOrdersQueryVariables = AdminTypes.Exact<{
  first: AdminTypes.Scalars['Int']['input'];
  after?: AdminTypes.InputMaybe<AdminTypes.Scalars['String']['input']>;
  query?: AdminTypes.InputMaybe<AdminTypes.Scalars['String']['input']>;
}>;


export type SearchOrdersQuery = { orders: { pageInfo: Pick<AdminTypes.PageInfo, 'hasNextPage' | 'endCursor'>, nodes: Array<Pick<AdminTypes.Order, 'id' | 'name' | 'createdAt' | 'displayFinancialStatus' | 'displayFulfillmentStatus'>> } };

export type ShopInfoQueryVariables = AdminTypes.Exact<{ [key: string]: never; }>;


export type ShopInfoQuery = { shop: Pick<AdminTypes.Shop, 'name' | 'myshopifyDomain'>, currentAppInstallation: { accessScopes: Array<Pick<AdminTypes.AccessScope, 'handle'>> }, publicApiVersions: Array<Pick<AdminTypes.ApiVersion, 'handle' | 'supported'>> };

export type StockVariantFragment = (
  Pick<AdminTypes.ProductVariant, 'id' | 'sku' | 'barcode' | 'requiresComponents'>
  & { inventoryItem: Pick<AdminTypes.InventoryItem, 'id' | 'tracked'> }
);

export type FindStockVariantsQueryVariables = AdminTypes.Exact<{
  first: AdminTypes.Scalars['Int']['input'];
  after?: AdminTypes.InputMaybe<AdminTypes.Scalars['String']['input']>;
  query: AdminTypes.Scalars['String']['input'];
}>;


export type FindStockVariantsQuery = { productVariants: { pageInfo: Pick<AdminTypes.PageInfo, 'hasNextPage' | 'endCursor'>, nodes: Array<(
      Pick<AdminTypes.ProductVariant, 'id' | 'sku' | 'barcode' | 'requiresComponents'>
      & { inventoryItem: Pick<AdminTypes.InventoryItem, 'id' | 'tracked'> }
    )> } };

export type ReadStockItemsQueryVariables = AdminTypes.Exact<{
  ids: Array<AdminTypes.Scalars['ID']['input']> | AdminTypes.Scalars['ID']['input'];
}>;


export type ReadStockItemsQuery = { nodes: Array<AdminTypes.Maybe<(
    Pick<AdminTypes.InventoryItem, 'id' | 'sku' | 'tracked'>
    & { variants?: AdminTypes.Maybe<{ nodes: Array<Pick<AdminTypes.ProductVariant, 'id' | 'sku' | 'barcode' | 'requiresComponents'>> }> }
  )>> };

export type ReadStockLevelsQueryVariables = AdminTypes.Exact<{
  ids: Array<AdminTypes.Scalars['ID']['input']> | AdminTypes.Scalars['ID']['input'];
  location: AdminTypes.Scalars['ID']['input'];
  names: Array<AdminTypes.Scalars['String']['input']> | AdminTypes.Scalars['String']['input'];
}>;


export type ReadStockLevelsQuery = { nodes: Array<AdminTypes.Maybe<(
    Pick<AdminTypes.InventoryItem, 'id'>
    & { inventoryLevel?: AdminTypes.Maybe<(
      Pick<AdminTypes.InventoryLevel, 'isActive' | 'updatedAt'>
      & { quantities: Array<Pick<AdminTypes.InventoryQuantity, 'name' | 'quantity'>> }
    )> }
  )>> };

export type ListStockLevelsQueryVariables = AdminTypes.Exact<{
  location: AdminTypes.Scalars['ID']['input'];
  first: AdminTypes.Scalars['Int']['input'];
  after?: AdminTypes.InputMaybe<AdminTypes.Scalars['String']['input']>;
  names: Array<AdminTypes.Scalars['String']['input']> | AdminTypes.Scalars['String']['input'];
}>;


export type ListStockLevelsQuery = { location?: AdminTypes.Maybe<{ inventoryLevels: { pageInfo: Pick<AdminTypes.PageInfo, 'hasNextPage' | 'endCursor'>, nodes: Array<(
        Pick<AdminTypes.InventoryLevel, 'isActive' | 'updatedAt'>
        & { quantities: Array<Pick<AdminTypes.InventoryQuantity, 'name' | 'quantity'>>, item: (
          Pick<AdminTypes.InventoryItem, 'id' | 'sku' | 'tracked'>
          & { variants?: AdminTypes.Maybe<{ nodes: Array<Pick<AdminTypes.ProductVariant, 'id' | 'sku' | 'barcode' | 'requiresComponents'>> }> }
        ) }
      )> } }> };

export type SetQuantitiesMutationVariables = AdminTypes.Exact<{
  input: AdminTypes.InventorySetQuantitiesInput;
  key: AdminTypes.Scalars['String']['input'];
}>;


export type SetQuantitiesMutation = { inventorySetQuantities?: AdminTypes.Maybe<{ inventoryAdjustmentGroup?: AdminTypes.Maybe<Pick<AdminTypes.InventoryAdjustmentGroup, 'id'>>, userErrors: Array<Pick<AdminTypes.InventorySetQuantitiesUserError, 'field' | 'message' | 'code'>> }> };

export type ActivateLevelMutationVariables = AdminTypes.Exact<{
  item: AdminTypes.Scalars['ID']['input'];
  location: AdminTypes.Scalars['ID']['input'];
  names: Array<AdminTypes.Scalars['String']['input']> | AdminTypes.Scalars['String']['input'];
  key: AdminTypes.Scalars['String']['input'];
}>;


export type ActivateLevelMutation = { inventoryActivate?: AdminTypes.Maybe<{ inventoryLevel?: AdminTypes.Maybe<(
      Pick<AdminTypes.InventoryLevel, 'isActive' | 'updatedAt'>
      & { quantities: Array<Pick<AdminTypes.InventoryQuantity, 'name' | 'quantity'>> }
    )>, userErrors: Array<Pick<AdminTypes.UserError, 'field' | 'message'>> }> };

export type StartBulkQueryMutationVariables = AdminTypes.Exact<{
  query: AdminTypes.Scalars['String']['input'];
}>;


export type StartBulkQueryMutation = { bulkOperationRunQuery?: AdminTypes.Maybe<{ bulkOperation?: AdminTypes.Maybe<Pick<AdminTypes.BulkOperation, 'id' | 'status'>>, userErrors: Array<Pick<AdminTypes.BulkOperationUserError, 'field' | 'message' | 'code'>> }> };

export type ReadBulkOperationQueryVariables = AdminTypes.Exact<{
  id: AdminTypes.Scalars['ID']['input'];
}>;


export type ReadBulkOperationQuery = { bulkOperation?: AdminTypes.Maybe<Pick<AdminTypes.BulkOperation, 'id' | 'status' | 'errorCode' | 'objectCount' | 'fileSize' | 'url' | 'completedAt'>> };

export type CancelBulkOperationMutationVariables = AdminTypes.Exact<{
  id: AdminTypes.Scalars['ID']['input'];
}>;


export type CancelBulkOperationMutation = { bulkOperationCancel?: AdminTypes.Maybe<{ bulkOperation?: AdminTypes.Maybe<Pick<AdminTypes.BulkOperation, 'id' | 'status'>>, userErrors: Array<Pick<AdminTypes.UserError, 'field' | 'message'>> }> };

export type ReadWebhookSubscriptionsQueryVariables = AdminTypes.Exact<{
  first: AdminTypes.Scalars['Int']['input'];
  after?: AdminTypes.InputMaybe<AdminTypes.Scalars['String']['input']>;
}>;


export type ReadWebhookSubscriptionsQuery = { shop: Pick<AdminTypes.Shop, 'myshopifyDomain'>, webhookSubscriptions: { pageInfo: Pick<AdminTypes.PageInfo, 'hasNextPage' | 'endCursor'>, nodes: Array<Pick<AdminTypes.WebhookSubscription, 'id' | 'topic' | 'uri'>> } };

export type CreateWebhookSubscriptionMutationVariables = AdminTypes.Exact<{
  topic: AdminTypes.WebhookSubscriptionTopic;
  uri: AdminTypes.Scalars['String']['input'];
}>;


export type CreateWebhookSubscriptionMutation = { webhookSubscriptionCreate?: AdminTypes.Maybe<{ webhookSubscription?: AdminTypes.Maybe<Pick<AdminTypes.WebhookSubscription, 'id'>>, userErrors: Array<Pick<AdminTypes.UserError, 'field' | 'message'>> }> };

export type DeleteWebhookSubscriptionMutationVariables = AdminTypes.Exact<{
  id: AdminTypes.Scalars['ID']['input'];
}>;


export type DeleteWebhookSubscriptionMutation = { webhookSubscriptionDelete?: AdminTypes.Maybe<(
    Pick<AdminTypes.WebhookSubscriptionDeletePayload, 'deletedWebhookSubscriptionId'>
    & { userErrors: Array<Pick<AdminTypes.UserError, 'field' | 'message'>> }
  )> };

interface GeneratedQueryTypes {
  "#graphql\n\tquery ReadFulfillmentOwner($id: ID!) {\n\t\tfulfillment(id: $id) { id order { id } }\n\t}\n": {return: ReadFulfillmentOwnerQuery, variables: ReadFulfillmentOwnerQueryVariables},
  "#graphql\n\t#graphql\n\tfragment FulfillmentHead on Fulfillment {\n\t\tid\n\t\tname\n\t\tstatus\n\t\ttotalQuantity\n\t\ttrackingInfo(first: 250) { company number url }\n\t\tfulfillmentOrders(first: 10) { nodes { id } }\n\t}\n\n\tquery ReadFulfillmentHead($id: ID!) {\n\t\tfulfillment(id: $id) {\n\t\t\t...FulfillmentHead\n\t\t\torder { id name cancelledAt shippingAddress { countryCodeV2 } }\n\t\t}\n\t}\n": {return: ReadFulfillmentHeadQuery, variables: ReadFulfillmentHeadQueryVariables},
  "#graphql\n\t#graphql\n\tfragment FulfillmentHead on Fulfillment {\n\t\tid\n\t\tname\n\t\tstatus\n\t\ttotalQuantity\n\t\ttrackingInfo(first: 250) { company number url }\n\t\tfulfillmentOrders(first: 10) { nodes { id } }\n\t}\n\n\tquery ReadFulfillmentHeads($id: ID!, $fulfillments: Int!) {\n\t\torder(id: $id) {\n\t\t\tid\n\t\t\tname\n\t\t\tcancelledAt\n\t\t\tshippingAddress { countryCodeV2 }\n\t\t\tfulfillments(first: $fulfillments) { ...FulfillmentHead }\n\t\t}\n\t}\n": {return: ReadFulfillmentHeadsQuery, variables: ReadFulfillmentHeadsQueryVariables},
  "#graphql\n\t#graphql\n\tfragment EventDetails on FulfillmentEvent {\n\t\tid\n\t\tstatus\n\t\thappenedAt\n\t\tcreatedAt\n\t\tmessage\n\t\testimatedDeliveryAt\n\t\taddress1\n\t\tcity\n\t\tprovince\n\t\tcountry\n\t\tzip\n\t}\n\n\t#graphql\n\tfragment FulfillmentDetails on Fulfillment {\n\t\tid\n\t\tname\n\t\tstatus\n\t\tdisplayStatus\n\t\tcreatedAt\n\t\tupdatedAt\n\t\tinTransitAt\n\t\testimatedDeliveryAt\n\t\tdeliveredAt\n\t\tlocation { id name }\n\t\ttrackingInfo(first: 250) { company number url }\n\t\tfulfillmentLineItems(first: $lines) {\n\t\t\tpageInfo { hasNextPage endCursor }\n\t\t\tnodes { quantity lineItem { id sku title } }\n\t\t}\n\t\tfulfillmentOrders(first: $sources) {\n\t\t\tpageInfo { hasNextPage endCursor }\n\t\t\tnodes { id }\n\t\t}\n\t\tevents(first: $events) {\n\t\t\tpageInfo { hasNextPage endCursor }\n\t\t\tnodes { ...EventDetails }\n\t\t}\n\t}\n\n\tquery ReadFulfillmentDetails($id: ID!, $lines: Int!, $sources: Int!, $events: Int!) {\n\t\tfulfillment(id: $id) {\n\t\t\t...FulfillmentDetails\n\t\t\torder { id name }\n\t\t}\n\t}\n": {return: ReadFulfillmentDetailsQuery, variables: ReadFulfillmentDetailsQueryVariables},
  "#graphql\n\t#graphql\n\tfragment EventDetails on FulfillmentEvent {\n\t\tid\n\t\tstatus\n\t\thappenedAt\n\t\tcreatedAt\n\t\tmessage\n\t\testimatedDeliveryAt\n\t\taddress1\n\t\tcity\n\t\tprovince\n\t\tcountry\n\t\tzip\n\t}\n\n\t#graphql\n\tfragment FulfillmentDetails on Fulfillment {\n\t\tid\n\t\tname\n\t\tstatus\n\t\tdisplayStatus\n\t\tcreatedAt\n\t\tupdatedAt\n\t\tinTransitAt\n\t\testimatedDeliveryAt\n\t\tdeliveredAt\n\t\tlocation { id name }\n\t\ttrackingInfo(first: 250) { company number url }\n\t\tfulfillmentLineItems(first: $lines) {\n\t\t\tpageInfo { hasNextPage endCursor }\n\t\t\tnodes { quantity lineItem { id sku title } }\n\t\t}\n\t\tfulfillmentOrders(first: $sources) {\n\t\t\tpageInfo { hasNextPage endCursor }\n\t\t\tnodes { id }\n\t\t}\n\t\tevents(first: $events) {\n\t\t\tpageInfo { hasNextPage endCursor }\n\t\t\tnodes { ...EventDetails }\n\t\t}\n\t}\n\n\tquery ReadOrderFulfillments(\n\t\t$id: ID!\n\t\t$fulfillments: Int!\n\t\t$lines: Int!\n\t\t$sources: Int!\n\t\t$events: Int!\n\t) {\n\t\torder(id: $id) {\n\t\t\tid\n\t\t\tname\n\t\t\tfulfillments(first: $fulfillments) { ...FulfillmentDetails }\n\t\t}\n\t}\n": {return: ReadOrderFulfillmentsQuery, variables: ReadOrderFulfillmentsQueryVariables},
  "#graphql\n\tquery ReadMoreDetailedFulfilledLines($id: ID!, $after: String, $first: Int!) {\n\t\tfulfillment(id: $id) {\n\t\t\tfulfillmentLineItems(first: $first, after: $after) {\n\t\t\t\tpageInfo { hasNextPage endCursor }\n\t\t\t\tnodes { quantity lineItem { id sku title } }\n\t\t\t}\n\t\t}\n\t}\n": {return: ReadMoreDetailedFulfilledLinesQuery, variables: ReadMoreDetailedFulfilledLinesQueryVariables},
  "#graphql\n\tquery ReadMoreSources($id: ID!, $after: String, $first: Int!) {\n\t\tfulfillment(id: $id) {\n\t\t\tfulfillmentOrders(first: $first, after: $after) {\n\t\t\t\tpageInfo { hasNextPage endCursor }\n\t\t\t\tnodes { id }\n\t\t\t}\n\t\t}\n\t}\n": {return: ReadMoreSourcesQuery, variables: ReadMoreSourcesQueryVariables},
  "#graphql\n\t#graphql\n\tfragment EventDetails on FulfillmentEvent {\n\t\tid\n\t\tstatus\n\t\thappenedAt\n\t\tcreatedAt\n\t\tmessage\n\t\testimatedDeliveryAt\n\t\taddress1\n\t\tcity\n\t\tprovince\n\t\tcountry\n\t\tzip\n\t}\n\n\tquery ReadFulfillmentEvents($id: ID!, $after: String, $first: Int!) {\n\t\tfulfillment(id: $id) {\n\t\t\tevents(first: $first, after: $after) {\n\t\t\t\tpageInfo { hasNextPage endCursor }\n\t\t\t\tnodes { ...EventDetails }\n\t\t\t}\n\t\t}\n\t}\n": {return: ReadFulfillmentEventsQuery, variables: ReadFulfillmentEventsQueryVariables},
  "#graphql\n\tquery ReadHolds($ids: [ID!]!) {\n\t\tnodes(ids: $ids) {\n\t\t\t... on FulfillmentOrder {\n\t\t\t\tid\n\t\t\t\tstatus\n\t\t\t\torderName\n\t\t\t\tfulfillmentHolds { id handle reason reasonNotes displayReason heldByRequestingApp }\n\t\t\t}\n\t\t}\n\t}\n": {return: ReadHoldsQuery, variables: ReadHoldsQueryVariables},
  "#graphql\n\t#graphql\n\tfragment DetailedLine on FulfillmentOrderLineItem {\n\t\tid\n\t\ttotalQuantity\n\t\tremainingQuantity\n\t\tsku\n\t\tproductTitle\n\t\tvariantTitle\n\t\tvendor\n\t\trequiresShipping\n\t\tinventoryItemId\n\t\tweight { value unit }\n\t\tvariant { id barcode }\n\t\tlineItem {\n\t\t\tid\n\t\t\tquantity\n\t\t\tcurrentQuantity\n\t\t\tisGiftCard\n\t\t\tcustomAttributes { key value }\n\t\t\toriginalUnitPriceSet { shopMoney { amount } }\n\t\t\tdiscountedUnitPriceAfterAllDiscountsSet { shopMoney { amount } }\n\t\t\ttotalDiscountSet { shopMoney { amount } }\n\t\t\ttaxLines(first: 20) { priceSet { shopMoney { amount } } }\n\t\t\tsellingPlan { name }\n\t\t\tlineItemGroup { id title quantity }\n\t\t\tproduct { id }\n\t\t}\n\t}\n\n\tquery ReadFulfillmentOrderDetails($ids: [ID!]!, $lines: Int!) {\n\t\tnodes(ids: $ids) {\n\t\t\t... on FulfillmentOrder {\n\t\t\t\tid\n\t\t\t\tstatus\n\t\t\t\trequestStatus\n\t\t\t\tcreatedAt\n\t\t\t\tupdatedAt\n\t\t\t\tfulfillAt\n\t\t\t\tfulfillBy\n\t\t\t\tinternationalDuties { incoterm }\n\t\t\t\tassignedLocation {\n\t\t\t\t\tname address1 address2 city province zip countryCode phone\n\t\t\t\t\tlocation { id }\n\t\t\t\t}\n\t\t\t\tdestination {\n\t\t\t\t\tfirstName lastName company address1 address2 city province zip countryCode phone email\n\t\t\t\t}\n\t\t\t\tdeliveryMethod {\n\t\t\t\t\tmethodType presentedName serviceCode minDeliveryDateTime maxDeliveryDateTime\n\t\t\t\t\tadditionalInformation { instructions phone }\n\t\t\t\t}\n\t\t\t\tfulfillmentHolds { id handle reason reasonNotes displayReason heldByRequestingApp }\n\t\t\t\tlineItems(first: $lines) {\n\t\t\t\t\tpageInfo { hasNextPage endCursor }\n\t\t\t\t\tnodes { ...DetailedLine }\n\t\t\t\t}\n\t\t\t\torder {\n\t\t\t\t\tid\n\t\t\t\t\tname\n\t\t\t\t\tlegacyResourceId\n\t\t\t\t\tcreatedAt\n\t\t\t\t\tprocessedAt\n\t\t\t\t\tcancelledAt\n\t\t\t\t\tcancelReason\n\t\t\t\t\tdisplayFinancialStatus\n\t\t\t\t\tcurrencyCode\n\t\t\t\t\tcurrentSubtotalPriceSet { shopMoney { amount } }\n\t\t\t\t\tcurrentShippingPriceSet { shopMoney { amount } }\n\t\t\t\t\tcurrentTotalTaxSet { shopMoney { amount } }\n\t\t\t\t\tcurrentTotalDiscountsSet { shopMoney { amount } }\n\t\t\t\t\tcurrentTotalPriceSet { shopMoney { amount } }\n\t\t\t\t\ttotalOutstandingSet { shopMoney { amount } }\n\t\t\t\t\ttaxesIncluded\n\t\t\t\t\ttags\n\t\t\t\t\tnote\n\t\t\t\t\temail\n\t\t\t\t\tphone\n\t\t\t\t\tcustomAttributes { key value }\n\t\t\t\t\tpoNumber\n\t\t\t\t\tsourceName\n\t\t\t\t\tcustomerLocale\n\t\t\t\t\trisk { recommendation }\n\t\t\t\t\tdiscountCodes\n\t\t\t\t\tpaymentGatewayNames\n\t\t\t\t\ttest\n\t\t\t\t\tshippingLine { title code carrierIdentifier currentDiscountedPriceSet { shopMoney { amount } } }\n\t\t\t\t\tshippingAddress {\n\t\t\t\t\t\tname firstName lastName company address1 address2 city province provinceCode zip\n\t\t\t\t\t\tcountry countryCodeV2 phone\n\t\t\t\t\t}\n\t\t\t\t\tbillingAddress {\n\t\t\t\t\t\tname firstName lastName company address1 address2 city province provinceCode zip\n\t\t\t\t\t\tcountry countryCodeV2 phone\n\t\t\t\t\t}\n\t\t\t\t\tcustomer {\n\t\t\t\t\t\tid firstName lastName displayName\n\t\t\t\t\t\tdefaultEmailAddress { emailAddress }\n\t\t\t\t\t\tdefaultPhoneNumber { phoneNumber }\n\t\t\t\t\t}\n\t\t\t\t\tpurchasingEntity {\n\t\t\t\t\t\t... on PurchasingCompany {\n\t\t\t\t\t\t\tcompany { id name externalId }\n\t\t\t\t\t\t\tlocation { id name externalId }\n\t\t\t\t\t\t}\n\t\t\t\t\t}\n\t\t\t\t\tfulfillmentOrders(first: 25) {\n\t\t\t\t\t\tpageInfo { hasNextPage endCursor }\n\t\t\t\t\t\tnodes {\n\t\t\t\t\t\t\tid\n\t\t\t\t\t\t\tdeliveryMethod { methodType }\n\t\t\t\t\t\t\tassignedLocation { name }\n\t\t\t\t\t\t}\n\t\t\t\t\t}\n\t\t\t\t}\n\t\t\t}\n\t\t}\n\t}\n": {return: ReadFulfillmentOrderDetailsQuery, variables: ReadFulfillmentOrderDetailsQueryVariables},
  "#graphql\n\t#graphql\n\tfragment DetailedLine on FulfillmentOrderLineItem {\n\t\tid\n\t\ttotalQuantity\n\t\tremainingQuantity\n\t\tsku\n\t\tproductTitle\n\t\tvariantTitle\n\t\tvendor\n\t\trequiresShipping\n\t\tinventoryItemId\n\t\tweight { value unit }\n\t\tvariant { id barcode }\n\t\tlineItem {\n\t\t\tid\n\t\t\tquantity\n\t\t\tcurrentQuantity\n\t\t\tisGiftCard\n\t\t\tcustomAttributes { key value }\n\t\t\toriginalUnitPriceSet { shopMoney { amount } }\n\t\t\tdiscountedUnitPriceAfterAllDiscountsSet { shopMoney { amount } }\n\t\t\ttotalDiscountSet { shopMoney { amount } }\n\t\t\ttaxLines(first: 20) { priceSet { shopMoney { amount } } }\n\t\t\tsellingPlan { name }\n\t\t\tlineItemGroup { id title quantity }\n\t\t\tproduct { id }\n\t\t}\n\t}\n\n\tquery ReadMoreDetailedLines($id: ID!, $after: String, $first: Int!) {\n\t\tfulfillmentOrder(id: $id) {\n\t\t\tlineItems(first: $first, after: $after) {\n\t\t\t\tpageInfo { hasNextPage endCursor }\n\t\t\t\tnodes { ...DetailedLine }\n\t\t\t}\n\t\t}\n\t}\n": {return: ReadMoreDetailedLinesQuery, variables: ReadMoreDetailedLinesQueryVariables},
  "#graphql\n\tquery ReadMoreSiblings($id: ID!, $after: String, $first: Int!) {\n\t\torder(id: $id) {\n\t\t\tfulfillmentOrders(first: $first, after: $after) {\n\t\t\t\tpageInfo { hasNextPage endCursor }\n\t\t\t\tnodes {\n\t\t\t\t\tid\n\t\t\t\t\tdeliveryMethod { methodType }\n\t\t\t\t\tassignedLocation { name }\n\t\t\t\t}\n\t\t\t}\n\t\t}\n\t}\n": {return: ReadMoreSiblingsQuery, variables: ReadMoreSiblingsQueryVariables},
  "#graphql\n\t#graphql\n\tfragment FulfillmentOrderState on FulfillmentOrder {\n\t\tid\n\t\tstatus\n\t\tcreatedAt\n\t\tupdatedAt\n\t\tfulfillAt\n\t\tsupportedActions { action }\n\t\tassignedLocation { name location { id isFulfillmentService } }\n\t\tdeliveryMethod {\n\t\t\tmethodType presentedName serviceCode\n\t\t\tadditionalInformation { instructions phone }\n\t\t}\n\t\tdestination {\n\t\t\tfirstName lastName company address1 address2 city province zip countryCode phone email\n\t\t}\n\t\tlineItems(first: $lines) {\n\t\t\tpageInfo { hasNextPage endCursor }\n\t\t\tnodes { id inventoryItemId totalQuantity remainingQuantity requiresShipping lineItem { id } }\n\t\t}\n\t}\n\n\t#graphql\n\tfragment OrderHead on Order {\n\t\tid\n\t\tname\n\t\tcreatedAt\n\t\tcancelledAt\n\t\tdisplayFinancialStatus\n\t\ttotalOutstandingSet { shopMoney { amount } }\n\t\ttags\n\t\ttest\n\t\tsourceName\n\t\trisk { recommendation }\n\t\tnote\n\t\tshippingAddress {\n\t\t\tname firstName lastName company address1 address2 city province provinceCode zip\n\t\t\tcountry countryCodeV2 phone\n\t\t}\n\t\tmetafield(key: \"handover\") { value compareDigest }\n\t}\n\n\tquery ReadOrderStates($ids: [ID!]!, $fulfillmentOrders: Int!, $lines: Int!, $fulfillments: Int!) {\n\t\tnodes(ids: $ids) {\n\t\t\t... on Order {\n\t\t\t\t...OrderHead\n\t\t\t\tfulfillments(first: $fulfillments) {\n\t\t\t\t\tid\n\t\t\t\t\tstatus\n\t\t\t\t\tcreatedAt\n\t\t\t\t\tupdatedAt\n\t\t\t\t\tfulfillmentLineItems(first: $lines) {\n\t\t\t\t\t\tpageInfo { hasNextPage endCursor }\n\t\t\t\t\t\tnodes { quantity lineItem { id } }\n\t\t\t\t\t}\n\t\t\t\t}\n\t\t\t\tfulfillmentOrders(first: $fulfillmentOrders) {\n\t\t\t\t\tpageInfo { hasNextPage endCursor }\n\t\t\t\t\tnodes { ...FulfillmentOrderState }\n\t\t\t\t}\n\t\t\t}\n\t\t}\n\t}\n": {return: ReadOrderStatesQuery, variables: ReadOrderStatesQueryVariables},
  "#graphql\n\t#graphql\n\tfragment FulfillmentOrderState on FulfillmentOrder {\n\t\tid\n\t\tstatus\n\t\tcreatedAt\n\t\tupdatedAt\n\t\tfulfillAt\n\t\tsupportedActions { action }\n\t\tassignedLocation { name location { id isFulfillmentService } }\n\t\tdeliveryMethod {\n\t\t\tmethodType presentedName serviceCode\n\t\t\tadditionalInformation { instructions phone }\n\t\t}\n\t\tdestination {\n\t\t\tfirstName lastName company address1 address2 city province zip countryCode phone email\n\t\t}\n\t\tlineItems(first: $lines) {\n\t\t\tpageInfo { hasNextPage endCursor }\n\t\t\tnodes { id inventoryItemId totalQuantity remainingQuantity requiresShipping lineItem { id } }\n\t\t}\n\t}\n\n\tquery ReadMoreFulfillmentOrders($id: ID!, $after: String, $first: Int!, $lines: Int!) {\n\t\torder(id: $id) {\n\t\t\tfulfillmentOrders(first: $first, after: $after) {\n\t\t\t\tpageInfo { hasNextPage endCursor }\n\t\t\t\tnodes { ...FulfillmentOrderState }\n\t\t\t}\n\t\t}\n\t}\n": {return: ReadMoreFulfillmentOrdersQuery, variables: ReadMoreFulfillmentOrdersQueryVariables},
  "#graphql\n\tquery ReadMoreUnitLines($id: ID!, $after: String, $first: Int!) {\n\t\tfulfillmentOrder(id: $id) {\n\t\t\tlineItems(first: $first, after: $after) {\n\t\t\t\tpageInfo { hasNextPage endCursor }\n\t\t\t\tnodes { id inventoryItemId totalQuantity remainingQuantity requiresShipping lineItem { id } }\n\t\t\t}\n\t\t}\n\t}\n": {return: ReadMoreUnitLinesQuery, variables: ReadMoreUnitLinesQueryVariables},
  "#graphql\n\tquery ReadMoreFulfilledLines($id: ID!, $after: String, $first: Int!) {\n\t\tfulfillment(id: $id) {\n\t\t\tfulfillmentLineItems(first: $first, after: $after) {\n\t\t\t\tpageInfo { hasNextPage endCursor }\n\t\t\t\tnodes { quantity lineItem { id } }\n\t\t\t}\n\t\t}\n\t}\n": {return: ReadMoreFulfilledLinesQuery, variables: ReadMoreFulfilledLinesQueryVariables},
  "#graphql\n\t#graphql\n\tfragment FulfillmentOrderState on FulfillmentOrder {\n\t\tid\n\t\tstatus\n\t\tcreatedAt\n\t\tupdatedAt\n\t\tfulfillAt\n\t\tsupportedActions { action }\n\t\tassignedLocation { name location { id isFulfillmentService } }\n\t\tdeliveryMethod {\n\t\t\tmethodType presentedName serviceCode\n\t\t\tadditionalInformation { instructions phone }\n\t\t}\n\t\tdestination {\n\t\t\tfirstName lastName company address1 address2 city province zip countryCode phone email\n\t\t}\n\t\tlineItems(first: $lines) {\n\t\t\tpageInfo { hasNextPage endCursor }\n\t\t\tnodes { id inventoryItemId totalQuantity remainingQuantity requiresShipping lineItem { id } }\n\t\t}\n\t}\n\n\t#graphql\n\tfragment OrderHead on Order {\n\t\tid\n\t\tname\n\t\tcreatedAt\n\t\tcancelledAt\n\t\tdisplayFinancialStatus\n\t\ttotalOutstandingSet { shopMoney { amount } }\n\t\ttags\n\t\ttest\n\t\tsourceName\n\t\trisk { recommendation }\n\t\tnote\n\t\tshippingAddress {\n\t\t\tname firstName lastName company address1 address2 city province provinceCode zip\n\t\t\tcountry countryCodeV2 phone\n\t\t}\n\t\tmetafield(key: \"handover\") { value compareDigest }\n\t}\n\n\tquery ScanFulfillmentOrders($first: Int!, $after: String, $query: String!, $ids: [ID!]!, $lines: Int!) {\n\t\tfulfillmentOrders(first: $first, after: $after, query: $query, sortKey: ID, reverse: true) {\n\t\t\tpageInfo { hasNextPage endCursor }\n\t\t\tnodes { id createdAt orderId orderName }\n\t\t}\n\t\tnodes(ids: $ids) { ... on FulfillmentOrder { ...FulfillmentOrderState order { ...OrderHead } } }\n\t}\n": {return: ScanFulfillmentOrdersQuery, variables: ScanFulfillmentOrdersQueryVariables},
  "#graphql\n\t#graphql\n\tfragment FulfillmentOrderState on FulfillmentOrder {\n\t\tid\n\t\tstatus\n\t\tcreatedAt\n\t\tupdatedAt\n\t\tfulfillAt\n\t\tsupportedActions { action }\n\t\tassignedLocation { name location { id isFulfillmentService } }\n\t\tdeliveryMethod {\n\t\t\tmethodType presentedName serviceCode\n\t\t\tadditionalInformation { instructions phone }\n\t\t}\n\t\tdestination {\n\t\t\tfirstName lastName company address1 address2 city province zip countryCode phone email\n\t\t}\n\t\tlineItems(first: $lines) {\n\t\t\tpageInfo { hasNextPage endCursor }\n\t\t\tnodes { id inventoryItemId totalQuantity remainingQuantity requiresShipping lineItem { id } }\n\t\t}\n\t}\n\n\t#graphql\n\tfragment OrderHead on Order {\n\t\tid\n\t\tname\n\t\tcreatedAt\n\t\tcancelledAt\n\t\tdisplayFinancialStatus\n\t\ttotalOutstandingSet { shopMoney { amount } }\n\t\ttags\n\t\ttest\n\t\tsourceName\n\t\trisk { recommendation }\n\t\tnote\n\t\tshippingAddress {\n\t\t\tname firstName lastName company address1 address2 city province provinceCode zip\n\t\t\tcountry countryCodeV2 phone\n\t\t}\n\t\tmetafield(key: \"handover\") { value compareDigest }\n\t}\n\n\tquery ReadScannedFulfillmentOrders($ids: [ID!]!, $lines: Int!) {\n\t\tnodes(ids: $ids) { ... on FulfillmentOrder { ...FulfillmentOrderState order { ...OrderHead } } }\n\t}\n": {return: ReadScannedFulfillmentOrdersQuery, variables: ReadScannedFulfillmentOrdersQueryVariables},
  "#graphql\n\tquery ScanClosedFulfillmentOrders($first: Int!, $after: String, $query: String!) {\n\t\tfulfillmentOrders(\n\t\t\tfirst: $first\n\t\t\tafter: $after\n\t\t\tquery: $query\n\t\t\tincludeClosed: true\n\t\t\tsortKey: ID\n\t\t\treverse: true\n\t\t) {\n\t\t\tpageInfo { hasNextPage endCursor }\n\t\t\tnodes { id createdAt orderName }\n\t\t}\n\t}\n": {return: ScanClosedFulfillmentOrdersQuery, variables: ScanClosedFulfillmentOrdersQueryVariables},
  "#graphql\n\t#graphql\n\tfragment FulfillmentUnits on Fulfillment {\n\t\tid\n\t\tname\n\t\tstatus\n\t\tcreatedAt\n\t\tlocation { id }\n\t\ttrackingInfo(first: 250) { company number url }\n\t\tfulfillmentLineItems(first: $lines) {\n\t\t\tpageInfo { hasNextPage endCursor }\n\t\t\tnodes { quantity lineItem { id } }\n\t\t}\n\t}\n\n\t#graphql\n\tfragment ShippableFulfillmentOrder on FulfillmentOrder {\n\t\tid\n\t\tstatus\n\t\tcreatedAt\n\t\tfulfillAt\n\t\tsupportedActions { action }\n\t\tassignedLocation { name location { id isFulfillmentService } }\n\t\tfulfillmentHolds { displayReason reasonNotes }\n\t\tlineItems(first: $lines) {\n\t\t\tpageInfo { hasNextPage endCursor }\n\t\t\tnodes { id sku totalQuantity remainingQuantity requiresShipping lineItem { id sku } }\n\t\t}\n\t}\n\n\tquery ReadShippedOrders($ids: [ID!]!, $fulfillmentOrders: Int!, $lines: Int!, $fulfillments: Int!) {\n\t\tnodes(ids: $ids) {\n\t\t\t... on Order {\n\t\t\t\tid\n\t\t\t\tname\n\t\t\t\tcancelledAt\n\t\t\t\tshippingAddress { countryCodeV2 }\n\t\t\t\tmetafield(key: \"handover\") { value }\n\t\t\t\tfulfillments(first: $fulfillments) { ...FulfillmentUnits }\n\t\t\t\tfulfillmentOrders(first: $fulfillmentOrders) {\n\t\t\t\t\tpageInfo { hasNextPage endCursor }\n\t\t\t\t\tnodes { ...ShippableFulfillmentOrder }\n\t\t\t\t}\n\t\t\t}\n\t\t}\n\t}\n": {return: ReadShippedOrdersQuery, variables: ReadShippedOrdersQueryVariables},
  "#graphql\n\t#graphql\n\tfragment ShippableFulfillmentOrder on FulfillmentOrder {\n\t\tid\n\t\tstatus\n\t\tcreatedAt\n\t\tfulfillAt\n\t\tsupportedActions { action }\n\t\tassignedLocation { name location { id isFulfillmentService } }\n\t\tfulfillmentHolds { displayReason reasonNotes }\n\t\tlineItems(first: $lines) {\n\t\t\tpageInfo { hasNextPage endCursor }\n\t\t\tnodes { id sku totalQuantity remainingQuantity requiresShipping lineItem { id sku } }\n\t\t}\n\t}\n\n\tquery ReadMoreShippable($id: ID!, $after: String, $first: Int!, $lines: Int!) {\n\t\torder(id: $id) {\n\t\t\tfulfillmentOrders(first: $first, after: $after) {\n\t\t\t\tpageInfo { hasNextPage endCursor }\n\t\t\t\tnodes { ...ShippableFulfillmentOrder }\n\t\t\t}\n\t\t}\n\t}\n": {return: ReadMoreShippableQuery, variables: ReadMoreShippableQueryVariables},
  "#graphql\n\tquery ReadMoreShippableLines($id: ID!, $after: String, $first: Int!) {\n\t\tfulfillmentOrder(id: $id) {\n\t\t\tlineItems(first: $first, after: $after) {\n\t\t\t\tpageInfo { hasNextPage endCursor }\n\t\t\t\tnodes { id sku totalQuantity remainingQuantity requiresShipping lineItem { id sku } }\n\t\t\t}\n\t\t}\n\t}\n": {return: ReadMoreShippableLinesQuery, variables: ReadMoreShippableLinesQueryVariables},
  "#graphql\n\t#graphql\n\tfragment FulfillmentUnits on Fulfillment {\n\t\tid\n\t\tname\n\t\tstatus\n\t\tcreatedAt\n\t\tlocation { id }\n\t\ttrackingInfo(first: 250) { company number url }\n\t\tfulfillmentLineItems(first: $lines) {\n\t\t\tpageInfo { hasNextPage endCursor }\n\t\t\tnodes { quantity lineItem { id } }\n\t\t}\n\t}\n\n\tquery ReadFulfillments($ids: [ID!]!, $fulfillments: Int!, $lines: Int!) {\n\t\tnodes(ids: $ids) {\n\t\t\t... on Order {\n\t\t\t\tid\n\t\t\t\tname\n\t\t\t\tfulfillments(first: $fulfillments) { ...FulfillmentUnits }\n\t\t\t}\n\t\t}\n\t}\n": {return: ReadFulfillmentsQuery, variables: ReadFulfillmentsQueryVariables},
  "#graphql\n\tquery FindOrders($first: Int!, $after: String, $query: String!) {\n\t\torders(first: $first, after: $after, query: $query, sortKey: ID) {\n\t\t\tpageInfo { hasNextPage endCursor }\n\t\t\tnodes { id name }\n\t\t}\n\t}\n": {return: FindOrdersQuery, variables: FindOrdersQueryVariables},
  "#graphql\n\tquery ReadOwners($ids: [ID!]!) {\n\t\tnodes(ids: $ids) { ... on FulfillmentOrder { id orderId orderName } }\n\t}\n": {return: ReadOwnersQuery, variables: ReadOwnersQueryVariables},
  "#graphql\n\tquery ReadApp {\n\t\tcurrentAppInstallation {\n\t\t\tid\n\t\t\taccessScopes { handle }\n\t\t\tmetafield(key: \"handover\") { value }\n\t\t}\n\t}\n": {return: ReadAppQuery, variables: ReadAppQueryVariables},
  "#graphql\n\tquery ReadShop {\n\t\tshop { id name myshopifyDomain currencyCode ianaTimezone weightUnit plan { publicDisplayName } }\n\t}\n": {return: ReadShopQuery, variables: ReadShopQueryVariables},
  "#graphql\n\tquery ReadLocations($first: Int!, $after: String, $query: String) {\n\t\tlocations(first: $first, after: $after, query: $query, includeLegacy: true, sortKey: NAME) {\n\t\t\tpageInfo { hasNextPage endCursor }\n\t\t\tnodes {\n\t\t\t\tid\n\t\t\t\tname\n\t\t\t\tisActive\n\t\t\t\tisFulfillmentService\n\t\t\t\taddress { address1 address2 city province zip countryCode phone }\n\t\t\t}\n\t\t}\n\t}\n": {return: ReadLocationsQuery, variables: ReadLocationsQueryVariables},
  "#graphql\n\tquery SearchOrders($first: Int!, $after: String, $query: String) {\n\t\torders(first: $first, after: $after, query: $query, sortKey: CREATED_AT, reverse: true) {\n\t\t\tpageInfo { hasNextPage endCursor }\n\t\t\tnodes { id name createdAt displayFinancialStatus displayFulfillmentStatus }\n\t\t}\n\t}\n": {return: SearchOrdersQuery, variables: SearchOrdersQueryVariables},
  "#graphql\n\tquery ShopInfo {\n\t\tshop { name myshopifyDomain }\n\t\tcurrentAppInstallation { accessScopes { handle } }\n\t\tpublicApiVersions { handle supported }\n\t}\n": {return: ShopInfoQuery, variables: ShopInfoQueryVariables},
  "#graphql\n\t#graphql\n\tfragment StockVariant on ProductVariant {\n\t\tid\n\t\tsku\n\t\tbarcode\n\t\trequiresComponents\n\t\tinventoryItem { id tracked }\n\t}\n\n\tquery FindStockVariants($first: Int!, $after: String, $query: String!) {\n\t\tproductVariants(first: $first, after: $after, query: $query, sortKey: ID) {\n\t\t\tpageInfo { hasNextPage endCursor }\n\t\t\tnodes { ...StockVariant }\n\t\t}\n\t}\n": {return: FindStockVariantsQuery, variables: FindStockVariantsQueryVariables},
  "#graphql\n\tquery ReadStockItems($ids: [ID!]!) {\n\t\tnodes(ids: $ids) {\n\t\t\t... on InventoryItem {\n\t\t\t\tid\n\t\t\t\tsku\n\t\t\t\ttracked\n\t\t\t\tvariants(first: 1) { nodes { id sku barcode requiresComponents } }\n\t\t\t}\n\t\t}\n\t}\n": {return: ReadStockItemsQuery, variables: ReadStockItemsQueryVariables},
  "#graphql\n\tquery ReadStockLevels($ids: [ID!]!, $location: ID!, $names: [String!]!) {\n\t\tnodes(ids: $ids) {\n\t\t\t... on InventoryItem {\n\t\t\t\tid\n\t\t\t\tinventoryLevel(locationId: $location, includeInactive: true) {\n\t\t\t\t\tisActive\n\t\t\t\t\tupdatedAt\n\t\t\t\t\tquantities(names: $names) { name quantity }\n\t\t\t\t}\n\t\t\t}\n\t\t}\n\t}\n": {return: ReadStockLevelsQuery, variables: ReadStockLevelsQueryVariables},
  "#graphql\n\tquery ListStockLevels($location: ID!, $first: Int!, $after: String, $names: [String!]!) {\n\t\tlocation(id: $location) {\n\t\t\tinventoryLevels(first: $first, after: $after) {\n\t\t\t\tpageInfo { hasNextPage endCursor }\n\t\t\t\tnodes {\n\t\t\t\t\tisActive\n\t\t\t\t\tupdatedAt\n\t\t\t\t\tquantities(names: $names) { name quantity }\n\t\t\t\t\titem {\n\t\t\t\t\t\tid\n\t\t\t\t\t\tsku\n\t\t\t\t\t\ttracked\n\t\t\t\t\t\tvariants(first: 1) { nodes { id sku barcode requiresComponents } }\n\t\t\t\t\t}\n\t\t\t\t}\n\t\t\t}\n\t\t}\n\t}\n": {return: ListStockLevelsQuery, variables: ListStockLevelsQueryVariables},
  "#graphql\n\tquery ReadBulkOperation($id: ID!) {\n\t\tbulkOperation(id: $id) {\n\t\t\tid\n\t\t\tstatus\n\t\t\terrorCode\n\t\t\tobjectCount\n\t\t\tfileSize\n\t\t\turl\n\t\t\tcompletedAt\n\t\t}\n\t}\n": {return: ReadBulkOperationQuery, variables: ReadBulkOperationQueryVariables},
  "#graphql\n\tquery ReadWebhookSubscriptions($first: Int!, $after: String) {\n\t\tshop { myshopifyDomain }\n\t\twebhookSubscriptions(first: $first, after: $after) {\n\t\t\tpageInfo { hasNextPage endCursor }\n\t\t\tnodes { id topic uri }\n\t\t}\n\t}\n": {return: ReadWebhookSubscriptionsQuery, variables: ReadWebhookSubscriptionsQueryVariables},
}

interface GeneratedMutationTypes {
  "#graphql\n\tmutation AddFulfillmentEvent($event: FulfillmentEventInput!) {\n\t\tfulfillmentEventCreate(fulfillmentEvent: $event) {\n\t\t\tfulfillmentEvent { id status happenedAt }\n\t\t\tuserErrors { field message }\n\t\t}\n\t}\n": {return: AddFulfillmentEventMutation, variables: AddFulfillmentEventMutationVariables},
  "#graphql\n\tmutation SetHandoverRecords($metafields: [MetafieldsSetInput!]!) {\n\t\tmetafieldsSet(metafields: $metafields) {\n\t\t\tmetafields { compareDigest }\n\t\t\tuserErrors { field message code elementIndex }\n\t\t}\n\t}\n": {return: SetHandoverRecordsMutation, variables: SetHandoverRecordsMutationVariables},
  "#graphql\n\tmutation ReportProgress($id: ID!, $progressReport: FulfillmentOrderReportProgressInput) {\n\t\tfulfillmentOrderReportProgress(id: $id, progressReport: $progressReport) {\n\t\t\tfulfillmentOrder { id status }\n\t\t\tuserErrors { field message code }\n\t\t}\n\t}\n": {return: ReportProgressMutation, variables: ReportProgressMutationVariables},
  "#graphql\n\tmutation OpenFulfillmentOrder($id: ID!) {\n\t\tfulfillmentOrderOpen(id: $id) {\n\t\t\tfulfillmentOrder { id status }\n\t\t\tuserErrors { field message }\n\t\t}\n\t}\n": {return: OpenFulfillmentOrderMutation, variables: OpenFulfillmentOrderMutationVariables},
  "#graphql\n\tmutation HoldFulfillmentOrder($id: ID!, $fulfillmentHold: FulfillmentOrderHoldInput!) {\n\t\tfulfillmentOrderHold(id: $id, fulfillmentHold: $fulfillmentHold) {\n\t\t\tfulfillmentHold { id handle }\n\t\t\tfulfillmentOrder { id status }\n\t\t\tuserErrors { field message code }\n\t\t}\n\t}\n": {return: HoldFulfillmentOrderMutation, variables: HoldFulfillmentOrderMutationVariables},
  "#graphql\n\tmutation ReleaseHold($id: ID!, $holdIds: [ID!]) {\n\t\tfulfillmentOrderReleaseHold(id: $id, holdIds: $holdIds) {\n\t\t\tfulfillmentOrder { id status }\n\t\t\tuserErrors { field message code }\n\t\t}\n\t}\n": {return: ReleaseHoldMutation, variables: ReleaseHoldMutationVariables},
  "#graphql\n\tmutation CreateFulfillment($fulfillment: FulfillmentInput!) {\n\t\tfulfillmentCreate(fulfillment: $fulfillment) {\n\t\t\tfulfillment { id name status createdAt }\n\t\t\tuserErrors { field message }\n\t\t}\n\t}\n": {return: CreateFulfillmentMutation, variables: CreateFulfillmentMutationVariables},
  "#graphql\n\tmutation UpdateTracking($id: ID!, $tracking: FulfillmentTrackingInput!, $notifyCustomer: Boolean!) {\n\t\tfulfillmentTrackingInfoUpdate(\n\t\t\tfulfillmentId: $id\n\t\t\ttrackingInfoInput: $tracking\n\t\t\tnotifyCustomer: $notifyCustomer\n\t\t) {\n\t\t\tfulfillment { id name status }\n\t\t\tuserErrors { field message }\n\t\t}\n\t}\n": {return: UpdateTrackingMutation, variables: UpdateTrackingMutationVariables},
  "#graphql\n\tmutation CancelFulfillment($id: ID!) {\n\t\tfulfillmentCancel(id: $id) {\n\t\t\tfulfillment { id name status }\n\t\t\tuserErrors { field message }\n\t\t}\n\t}\n": {return: CancelFulfillmentMutation, variables: CancelFulfillmentMutationVariables},
  "#graphql\n\tmutation SetQuantities($input: InventorySetQuantitiesInput!, $key: String!) {\n\t\tinventorySetQuantities(input: $input) @idempotent(key: $key) {\n\t\t\tinventoryAdjustmentGroup { id }\n\t\t\tuserErrors { field message code }\n\t\t}\n\t}\n": {return: SetQuantitiesMutation, variables: SetQuantitiesMutationVariables},
  "#graphql\n\tmutation ActivateLevel($item: ID!, $location: ID!, $names: [String!]!, $key: String!) {\n\t\tinventoryActivate(inventoryItemId: $item, locationId: $location) @idempotent(key: $key) {\n\t\t\tinventoryLevel {\n\t\t\t\tisActive\n\t\t\t\tupdatedAt\n\t\t\t\tquantities(names: $names) { name quantity }\n\t\t\t}\n\t\t\tuserErrors { field message }\n\t\t}\n\t}\n": {return: ActivateLevelMutation, variables: ActivateLevelMutationVariables},
  "#graphql\n\tmutation StartBulkQuery($query: String!) {\n\t\tbulkOperationRunQuery(query: $query, groupObjects: false) {\n\t\t\tbulkOperation { id status }\n\t\t\tuserErrors { field message code }\n\t\t}\n\t}\n": {return: StartBulkQueryMutation, variables: StartBulkQueryMutationVariables},
  "#graphql\n\tmutation CancelBulkOperation($id: ID!) {\n\t\tbulkOperationCancel(id: $id) {\n\t\t\tbulkOperation { id status }\n\t\t\tuserErrors { field message }\n\t\t}\n\t}\n": {return: CancelBulkOperationMutation, variables: CancelBulkOperationMutationVariables},
  "#graphql\n\tmutation CreateWebhookSubscription($topic: WebhookSubscriptionTopic!, $uri: String!) {\n\t\twebhookSubscriptionCreate(topic: $topic, webhookSubscription: { uri: $uri, format: JSON }) {\n\t\t\twebhookSubscription { id }\n\t\t\tuserErrors { field message }\n\t\t}\n\t}\n": {return: CreateWebhookSubscriptionMutation, variables: CreateWebhookSubscriptionMutationVariables},
  "#graphql\n\tmutation DeleteWebhookSubscription($id: ID!) {\n\t\twebhookSubscriptionDelete(id: $id) {\n\t\t\tdeletedWebhookSubscriptionId\n\t\t\tuserErrors { field message }\n\t\t}\n\t}\n": {return: DeleteWebhookSubscriptionMutation, variables: DeleteWebhookSubscriptionMutationVariables},
}
declare module '@shopify/admin-api-client' {
  type InputMaybe<T> = AdminTypes.InputMaybe<T>;
  interface AdminQueries extends GeneratedQueryTypes {}
  interface AdminMutations extends GeneratedMutationTypes {}
}
