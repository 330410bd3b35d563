import type { Move } from './draw-moves.ts';

/** What should be wanted after some moves, in the notation of cases. */
export interface ExpectedNeed {
  readonly type?: string;
  readonly color?: string;
  readonly refused: readonly string[];
  /** Whole units; every list keeps it from then on. */
  readonly max?: number;
  /** The need before, for undo; absent when nothing of it can be told (a chip was tapped). */
  readonly before?: ExpectedNeed;
}

export const NOTHING_EXPECTED: ExpectedNeed = { refused: [] };

/** The need as it should be after one more move. A chip may say anything: what it changes is not foretold. */
export function afterMove(need: ExpectedNeed, move: Move): ExpectedNeed {
  switch (move.does) {
    case 'find':
      return {
        type: move.type,
        ...(move.color === undefined ? {} : { color: move.color }),
        ...(move.max === undefined ? {} : { max: move.max }),
        refused: [],
      };
    case 'limit':
      return { ...need, max: move.max, before: need };
    case 'refuse': {
      const { color, ...kept } = need;
      return {
        ...kept,
        ...(color === undefined || color === move.color ? {} : { color }),
        refused: [...new Set([...need.refused, move.color])],
        before: need,
      };
    }
    case 'recolor':
      return {
        ...need,
        color: move.color,
        refused: need.refused.filter((color) => color !== move.color),
        before: need,
      };
    case 'tap':
      return NOTHING_EXPECTED;
    case 'cheaper': {
      const { max: _, ...kept } = need;
      return { ...kept, before: need };
    }
    case 'undo':
      return need.before ?? NOTHING_EXPECTED;
    default:
      return need;
  }
}

/** The slots that the need must have, and the wishes it must not have. */
export function expectedParts({ type, color, refused }: ExpectedNeed): {
  readonly need: readonly string[];
  readonly notNeed: readonly string[];
} {
  const written = (value: string) => value.replaceAll(' ', '-');
  return {
    need: [
      ...(type === undefined ? [] : [`type=${written(type)}`]),
      ...(color === undefined ? [] : [`color=${written(color)}`]),
      ...refused.map((value) => `color!=${written(value)}`),
    ],
    notNeed: refused.map((value) => `color=${written(value)}`),
  };
}
