import type { MerchantRooms } from '../../src/assembly/open-merchant.ts';
import { AssistantError } from '../../src/errors/assistant-error.ts';

const refuse = async (): Promise<never> => {
  throw new AssistantError('NOT_READY', 'There is no shop here');
};

/** For servers whose test looks at something else. */
export const NO_MERCHANT: MerchantRooms = { catalogueHealth: refuse, testSearch: refuse };
