import type { OpenService } from '../../../src/assembly/open-service.ts';
import { createCorrectionBook } from '../../../src/desk/correction-book.ts';
import type { Correction } from '../../../src/domain/desk/draft.ts';
import type { Kind } from './choose-kinds.ts';
import type { Proposal } from './propose-lists.ts';

/** What an agent makes of a list: all that was in question, in their order; the first ones are the list. */
export type Act = (proposal: Proposal, kind: Kind, random: () => number) => readonly string[];

/** Puts a product first. */
export const lift =
  (choose: (proposal: Proposal, kind: Kind) => string): Act =>
  (proposal, kind) => {
    const chosen = choose(proposal, kind);
    const ids = proposal.products.slice(0, proposal.listed).map(({ productId }) => productId);
    return [chosen, ...ids.filter((productId) => productId !== chosen)].slice(0, proposal.listed);
  };

/** Anything at all: two places changed, one lifted, one taken out, one brought in, or all shuffled. */
export const aimless: Act = ({ products, listed }, _, random) => {
  const ids = products.map(({ productId }) => productId);
  const shown = ids.slice(0, listed);
  const pick = (count: number) => Math.floor(random() * count);
  const [one = '', other = ''] = [shown[pick(listed)], shown[pick(listed)]];
  switch (pick(5)) {
    case 0:
      return shown.map((id) => (id === one ? other : id === other ? one : id));
    case 1:
      return [one, ...shown.filter((id) => id !== one)];
    case 2:
      return shown.filter((id) => id !== one);
    case 3:
      return [ids[pick(ids.length)] ?? one, ...shown].slice(0, listed);
    default:
      return shown
        .map((id) => ({ id, at: random() }))
        .sort((a, b) => a.at - b.at)
        .map(({ id }) => id);
  }
};

export interface Lessons {
  readonly kinds: readonly Kind[];
  readonly agents: readonly string[];
  /** Of each agent, for each kind. */
  readonly each: number;
  readonly act: Act;
  readonly random: () => number;
}

/** Corrections as agents would make them, of lists drawn from those that are corrected. */
export function correctionsOf({ kinds, agents, each, act, random }: Lessons, name: string): Correction[] {
  return kinds.flatMap((kind, ofKind) =>
    agents.flatMap((agentId) =>
      Array.from({ length: each }, (_, number): Correction => {
        const proposal = kind.corrected[Math.floor(random() * kind.corrected.length)];
        return {
          correctionId: `${name}-${agentId}-${ofKind}-${number}`,
          messageId: proposal?.messageId ?? '',
          by: { agentId, firstName: agentId },
          at: new Date(0).toISOString(),
          wants: proposal?.says ?? '',
          scope: kind.scope,
          proposed: proposal?.products ?? [],
          listed: proposal?.listed ?? 0,
          chosen: proposal === undefined ? [] : [...new Set(act(proposal, kind, random))],
          banned: [],
        };
      }),
    ),
  );
}

/** The shop with these corrections and no others: those before are undone, and what counts is learned. */
export async function teach(service: OpenService, corrections: readonly Correction[]): Promise<void> {
  const book = createCorrectionBook(service.database);
  const before = await book.all();
  await service.database.transaction(async (write) => {
    const by = { agentId: 'lead', firstName: 'Lead', atMs: 0 };
    for (const { correctionId } of before) await book.undo(write, correctionId, by);
    for (const correction of corrections) await book.write(write, correction);
  });
  await service.desk.lessons.learn();
}
