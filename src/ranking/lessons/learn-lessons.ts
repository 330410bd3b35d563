import { evidenceOfAll, productEvidence } from './product-evidence.ts';
import { settleAddition, surenessOf } from './settle-addition.ts';
import { type ReadTeaching, readTeaching, type Teaching } from './teaching.ts';
import { type Habits, measureHabits } from './turning-habit.ts';

/** What agents want of one product where one kind of thing is looked for. */
export interface Learned {
  /** The kinds of things that were asked for, sorted; empty for anything. */
  readonly scope: readonly string[];
  readonly productId: string;
  /** To its score, in [-0.3, 0.3]; 0 while it could be chance. */
  readonly added: number;
  /** Of what agents did, in what chance hardly does: above 1 it is believed, below -1 to the product's harm. */
  readonly sureness: number;
  /** Whose corrections showed it. */
  readonly agents: number;
  /** First names of them, who showed it most often first; at most {@link MOST_NAMES}. */
  readonly taughtBy: readonly string[];
  /** That showed it. */
  readonly corrections: number;
}

/** What could be chance is told from here on. */
const TOLD_SURENESS = 0.5;
/** Of agents that are named. */
const MOST_NAMES = 10;

/**
 * Learns from corrections what products are to be lifted or lowered, by the kind of thing that was looked for.
 *
 * Every agent's habits are measured over all they did; what they did to a product beyond habit is evidence for or against it; agents'
 * evidence is added up, each bounded (`settleAddition`). Pure: neither the order of the corrections nor anything else counts. One that
 * is left out is as if it had never been made.
 * Cost: O(corrections · places²), a second for some thousands.
 *
 * @returns By scope, then by product.
 */
export function learnLessons(teachings: readonly Teaching[]): Learned[] {
  const byAgent = [...Map.groupBy(teachings.toSorted(byId), ({ by }) => by.agentId)]
    .toSorted(([left], [right]) => compare(left, right))
    .map(([, own]): AgentWork => {
      const firstName = own[0]?.by.firstName ?? '';
      const read = own.map((teaching) => ({ scope: scopeKey(teaching.scope), read: readTeaching(teaching) }));
      return { firstName, read, habits: measureHabits(read.map((each) => each.read)) };
    });
  const scopes = new Set(byAgent.flatMap(({ read }) => read.map(({ scope }) => scope)));
  return [...scopes].toSorted(compare).flatMap((scope) => learnScope(scope, byAgent));
}

interface AgentWork {
  readonly firstName: string;
  readonly read: readonly { readonly scope: string; readonly read: ReadTeaching }[];
  readonly habits: Habits;
}

function learnScope(scope: string, byAgent: readonly AgentWork[]): Learned[] {
  const agents = byAgent.flatMap(({ firstName, read, habits }) => {
    const own = read.filter((each) => each.scope === scope).map((each) => each.read);
    return own.length === 0 ? [] : [{ firstName, own, habits, evidence: evidenceOfAll(own, habits) }];
  });
  const products = new Set(agents.flatMap(({ evidence }) => [...evidence.keys()]));
  return [...products].toSorted(compare).flatMap((productId): Learned[] => {
    const telling = agents.filter(({ evidence }) => evidence.has(productId));
    const sureness = surenessOf(telling.map(({ evidence }) => evidence.get(productId) ?? 0));
    if (Math.abs(sureness) < TOLD_SURENESS) return [];
    const added =
      Math.abs(sureness) <= 1
        ? 0
        : settleAddition(telling.map(({ own, habits }) => productEvidence(own, productId, habits)));
    const byName = telling.map(({ firstName, own }) => ({
      firstName,
      corrections: own.filter(({ productIds }) => productIds.includes(productId)).length,
    }));
    return [
      {
        scope: JSON.parse(scope) as string[],
        productId,
        added,
        sureness,
        agents: telling.length,
        taughtBy: byName
          .toSorted((left, right) => right.corrections - left.corrections)
          .slice(0, MOST_NAMES)
          .map(({ firstName }) => firstName),
        corrections: byName.reduce((sum, { corrections }) => sum + corrections, 0),
      },
    ];
  });
}

/** One name for a scope, however it was written. */
export const scopeKey = (scope: readonly string[]): string =>
  JSON.stringify([...new Set(scope)].toSorted(compare));

const byId = (left: Teaching, right: Teaching): number => compare(left.correctionId, right.correctionId);

const compare = (left: string, right: string): number => (left < right ? -1 : left > right ? 1 : 0);
