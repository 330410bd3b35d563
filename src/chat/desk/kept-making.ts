import type { ListMaking } from '../list-products.ts';

/** How a list came about, as it is kept with a draft. */
export const writeMaking = ({ choice, ...making }: ListMaking): string =>
  JSON.stringify(
    choice === undefined ? making : { ...making, choice: { ...choice, context: [...choice.context] } },
  );

/** As it was written. */
export function readMaking(json: string): ListMaking {
  const { choice, ...making } = JSON.parse(json) as ListMaking;
  return choice === undefined
    ? making
    : { ...making, choice: { ...choice, context: Float64Array.from(choice.context) } };
}
