import type { BasketLine } from '../../../domain/commerce.ts';
import type { Miss } from './judge-turn.ts';
import { type PlayedTurn, productNamed } from './played-turn.ts';

/**
 * What of the basket is not as expected, as the shop's system holds it.
 *
 * @param expected All of its lines in order, each written `@1.2 x3 size=M`: the product, the pieces (one when left out), and options that
 *   it must have, with hyphens for blanks.
 */
export function judgeBasket(
  expected: readonly string[],
  basket: readonly BasketLine[],
  played: readonly PlayedTurn[],
): Miss[] {
  const isSame =
    expected.length === basket.length &&
    expected.every((written, at) => {
      const line = basket[at];
      return line !== undefined && written.split(' ').every((part) => holds(line, part, written, played));
    });
  return isSame
    ? []
    : [
        {
          expected: `basket ${expected.join(', ') || 'empty'}`,
          got: basket.map(sayLine).join(', ') || 'empty',
        },
      ];
}

function holds(line: BasketLine, part: string, written: string, played: readonly PlayedTurn[]): boolean {
  const [attribute = '', value] = part.split('=');
  if (value !== undefined) return line.options[attribute]?.replaceAll(' ', '-') === value;
  const pieces = /^x(?<pieces>\d+)$/u.exec(part)?.groups?.pieces;
  if (pieces !== undefined) return line.quantity === Number(pieces);
  const isOne = / x\d+/u.test(written) || line.quantity === 1;
  return isOne && line.productId === (productNamed(part, played) ?? part);
}

const sayLine = ({ productId, quantity, options }: BasketLine): string =>
  [productId, `x${quantity}`, ...Object.entries(options).map(([name, value]) => `${name}=${value}`)].join(
    ' ',
  );
