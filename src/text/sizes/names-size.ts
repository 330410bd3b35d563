import { readShopSize } from './read-size.ts';
import type { SizeName } from './written-size.ts';

/**
 * Whether a listed size is a wanted one, or is called so in any part: "EU 42 / UK 8" is 42. A number without a system is
 * the same number in any.
 */
export function namesSize(listed: string, wanted: string): boolean {
  const [own, other] = [readShopSize(listed), readShopSize(wanted)];
  if (own === undefined || other === undefined) return false;
  const [name, another] = other.names;
  if (own.whole === other.whole) return true;
  return name !== undefined && another === undefined && own.names.some((each) => isSame(each, name));
}

const isSame = (left: SizeName, right: SizeName): boolean =>
  (left.figure === right.figure || NUMBER.exec(left.figure)?.[1] === right.figure) &&
  (left.system === right.system || left.system === undefined || right.system === undefined);

/** Waists, bands of bras and chests are also called by the number alone. */
const NUMBER = /^w?(\d{2,3})[a-z]{0,3}$/;
