import { describeCommerceBackend } from '../../contracts/commerce-backend.contract.ts';
import { openShopify } from '../../support/fake-shopify/open-shopify.ts';
import { withNames } from '../../support/fake-shopify/with-names.ts';

describeCommerceBackend(
  'shopify',
  async (shop) => withNames((await openShopify(shop)).backend, shop),
  [
    'add-line',
    'set-quantity',
    'clear-basket',
    'cancel-order',
    'return-lines',
    'exchange-lines',
    'replace-lines',
    'change-order-address',
    'change-account-address',
  ],
  { holdsPieces: false, runs: 12 },
);
