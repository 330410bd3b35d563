import {
  type CatalogueHealthOptions,
  createCatalogueHealth,
  type ReadCatalogueHealth,
} from '../chat/desk/reports/catalogue-health.ts';
import { createSearchTester, type SearchTesterOptions, type TestSearch } from '../chat/desk/search-tester.ts';

/** What a merchant looks at that needs an open shop. */
export interface MerchantRooms {
  readonly catalogueHealth: ReadCatalogueHealth;
  readonly testSearch: TestSearch;
}

export const openMerchant = (options: CatalogueHealthOptions & SearchTesterOptions): MerchantRooms => ({
  catalogueHealth: createCatalogueHealth(options),
  testSearch: createSearchTester(options),
});
