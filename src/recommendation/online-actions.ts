import { INTERACTION_TYPES } from './interaction-weights.ts';
import { ACTIONS_READ, byNewest, type ShopperAction } from './shopper-action.ts';
import { at } from './typed-arrays.ts';

/** The newest actions of one shopper in flat memory: 13 bytes each, room for 8 at first, doubled up to `ACTIONS_READ`. */
export interface OnlineActions {
  readonly bytes: number;
  /** In any order; what is older than all that are kept is let go when there is no more room. */
  add(action: ShopperAction): void;
  newestFirst(): ShopperAction[];
}

/** Numbers for product ids, so that every shopper's actions share their names. */
export interface ProductNumbers {
  numberOf(productId: string): number;
  nameOf(number: number): string;
}

const FIRST_ROOM = 8;
const BYTES_PER_ACTION = 13;

export function createProductNumbers(): ProductNumbers {
  const names: string[] = [];
  const numbers = new Map<string, number>();
  return {
    numberOf(productId) {
      const known = numbers.get(productId);
      if (known !== undefined) return known;
      numbers.set(productId, names.length);
      return names.push(productId) - 1;
    },
    nameOf: (number) => names[number] ?? '',
  };
}

/** Kept oldest first, so that a new action usually goes to the end. */
export function createOnlineActions(numbers: ProductNumbers): OnlineActions {
  let room = FIRST_ROOM;
  let length = 0;
  let products = new Int32Array(room);
  let types = new Uint8Array(room);
  let times = new Float64Array(room);

  const actionAt = (place: number): ShopperAction => ({
    productId: numbers.nameOf(at(products, place)),
    type: INTERACTION_TYPES[at(types, place)] ?? 'view',
    occurredAtMs: at(times, place),
  });

  const write = (place: number, action: ShopperAction): void => {
    products[place] = numbers.numberOf(action.productId);
    types[place] = INTERACTION_TYPES.indexOf(action.type);
    times[place] = action.occurredAtMs;
  };

  const grow = (): void => {
    room = Math.min(2 * room, ACTIONS_READ);
    products = new Int32Array(products.buffer.transfer(room * 4));
    types = new Uint8Array(types.buffer.transfer(room));
    times = new Float64Array(times.buffer.transfer(room * 8));
  };

  const move = (to: number, from: number, end: number): void => {
    for (const column of [products, types, times]) column.copyWithin(to, from, end);
  };

  return {
    get bytes() {
      return room * BYTES_PER_ACTION;
    },
    add(action) {
      let place = length;
      while (place > 0 && byNewest(action, actionAt(place - 1)) > 0) place -= 1;
      if (length < ACTIONS_READ) {
        if (length === room) grow();
        move(place + 1, place, length);
        write(place, action);
        length += 1;
      } else if (place > 0) {
        move(0, 1, place);
        write(place - 1, action);
      }
    },
    newestFirst: () => Array.from({ length }, (_, index) => actionAt(length - 1 - index)),
  };
}
