/** Who the shop is, what the app may do there, and which API versions exist. Needs no scope. */
export const SHOP_INFO = `#graphql
	query ShopInfo {
		shop { name myshopifyDomain }
		currentAppInstallation { accessScopes { handle } }
		publicApiVersions { handle supported }
	}
` as const;
