import type { CaseMiss } from '../../../domain/desk/case.ts';
import type { Expectation, WrittenConversation } from '../../../domain/desk/written-conversation.ts';

/** Parts of an expectation, each of which holds or does not by itself. */
const PARTS = [
  'commands',
  'need',
  'all',
  'products',
  'handoff',
  'asks',
  'answeredFrom',
  'relaxed',
  'language',
  'basket',
] as const satisfies readonly (keyof Expectation)[];

/**
 * The case with what holds of it alone: each part of a turn that missed something is tried without the others.
 *
 * @param play What of a conversation is not so.
 */
export async function withoutMisses(
  written: WrittenConversation,
  misses: readonly CaseMiss[],
  play: (tried: WrittenConversation) => Promise<readonly CaseMiss[]>,
): Promise<WrittenConversation> {
  const missed = new Set(misses.map(({ turn }) => turn));
  if (missed.size === 0) return written;
  const only = (part: (typeof PARTS)[number]): WrittenConversation => ({
    ...written,
    turns: written.turns.map(({ expect, ...turn }) =>
      expect?.[part] === undefined ? turn : { ...turn, expect: { [part]: expect[part] } },
    ),
  });
  const failing = new Map<(typeof PARTS)[number], ReadonlySet<number>>();
  for (const part of PARTS) failing.set(part, new Set((await play(only(part))).map(({ turn }) => turn)));
  return {
    ...written,
    turns: written.turns.map(({ expect = {}, ...turn }, index) => {
      const holding = Object.fromEntries(
        Object.entries(expect).filter(([name]) => {
          const part = PARTS.find((each) => each === name);
          return part === undefined || failing.get(part)?.has(index + 1) !== true;
        }),
      ) as Expectation;
      return { ...turn, expect: holding };
    }),
  };
}
