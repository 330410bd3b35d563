import type { BasketDesk } from '../../src/chat/basket-desk.ts';
import { AssistantError } from '../../src/errors/assistant-error.ts';

const refuse = async (): Promise<never> => {
  throw new AssistantError('COMMERCE_UNAVAILABLE', 'There is no basket here');
};

/** For servers whose test looks at something else. */
export const NO_BASKET_DESK: BasketDesk = {
  show: refuse,
  add: refuse,
  setQuantity: refuse,
  checkout: refuse,
};
