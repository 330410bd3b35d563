import type { Act } from '../domain/act.ts';
import { changesBasket } from '../domain/basket-act.ts';

/** Whether an act changes something in the shop: it is carried out once, for what was understood in the end and never for a guess. */
export const hasEffect = (act: Act): boolean => act.type === 'order-confirm' || changesBasket(act);
