import type { ChangeConversation } from '../../desk/change-conversation.ts';
import type { Agent } from '../../desk/desk-book.ts';
import { appendEntry } from '../../desk/entry-rows.ts';
import type { AuditLog } from '../../desk/identity/audit-log.ts';
import { applyChanges } from '../../dialogue/apply-changes.ts';
import type { NeedEdit } from '../../domain/desk/conversation.ts';
import type { DialogueState } from '../../domain/dialogue-state.ts';
import { type Constraint, type Need, sameConstraint } from '../../domain/need.ts';
import { AssistantError } from '../../errors/assistant-error.ts';
import type { Vocabulary } from '../../understanding/vocabulary.ts';
import { wantedValue } from '../wanted-value.ts';
import { inWords, type PriceWords, type PriceWordsRooms, priceWords } from './price-words.ts';

/** Needs that "undo" can go back to. */
const MOST_PAST = 10;

export interface NeedDeskOptions {
  /** So that no turn is under way meanwhile. */
  readonly inside: <T>(conversationId: string, work: () => Promise<T>) => Promise<T>;
  readonly change: ChangeConversation;
  readonly shop: () => { readonly vocabulary: Pick<Vocabulary, 'canonicalValue'> } & ReturnType<
    PriceWordsRooms['shop']
  >;
  readonly replier: PriceWordsRooms['replier'];
  readonly audit: Pick<AuditLog, 'append'>;
  readonly clock: () => number;
}

/**
 * Corrects what is looked for: the next turn goes on from it. Colleagues see that it was done; the shopper is told nothing, and can undo
 * it like a step of their own.
 *
 * @throws {AssistantError} NOT_FOUND; INVALID_ARGUMENT when the catalogue has no such value.
 */
export type EditNeed = (conversationId: string, agent: Agent, edit: NeedEdit) => Promise<void>;

export function createNeedDesk({ inside, change, audit, clock, ...rooms }: NeedDeskOptions): EditNeed {
  return async (conversationId, { agentId, firstName }, edit) =>
    await inside(conversationId, () =>
      change(conversationId, async (write) => {
        const row = await write
          .selectFrom('conversations')
          .select(['state', 'market', 'locale'])
          .where('conversationId', '=', conversationId)
          .executeTakeFirstOrThrow();
        const state = JSON.parse(row.state) as DialogueState;
        const prices = priceWords(rooms, { ...row, language: state.language });
        const { vocabulary } = rooms.shop();
        const need = editNeed(state.need, edit, { turn: state.turn, vocabulary, prices });
        const told = tellChanges(state.need, need, prices);
        if (told === '') return { result: undefined, isNothing: true };
        const past = [state.need, ...(state.past ?? [])].slice(0, MOST_PAST);
        const atMs = clock();
        await write
          .updateTable('conversations')
          .set({ state: JSON.stringify({ ...state, need, past } satisfies DialogueState), updatedAtMs: atMs })
          .where('conversationId', '=', conversationId)
          .execute();
        const entry = { kind: 'need-changed', agentId, firstName, text: told, atMs } as const;
        await appendEntry(write, conversationId, entry);
        await audit.append(write, { actor: agentId, action: 'need.change', subject: conversationId }, atMs);
        return { result: undefined };
      }),
    );
}

function editNeed(
  need: Need,
  { remove = [], add = [], budget }: NeedEdit,
  place: {
    readonly turn: number;
    readonly vocabulary: Pick<Vocabulary, 'canonicalValue'>;
    readonly prices: PriceWords | undefined;
  },
): Need {
  const { turn, vocabulary } = place;
  const left = need.constraints.filter(
    (constraint) => !remove.some((one) => sameConstraint(constraint, { ...constraint, ...one })),
  );
  const wanted = add.map(({ attribute, value, strength, isRefused = false }): Constraint => {
    const known = vocabulary.canonicalValue(attribute, value);
    if (known === undefined)
      throw new AssistantError('INVALID_ARGUMENT', `The catalogue has no "${value}" of "${attribute}"`);
    const operator = isRefused ? 'ne' : 'eq';
    return { ...wantedValue(attribute, known, { operator, sourceTurn: turn }), strength };
  });
  if (budget?.minMinor !== undefined && budget.maxMinor !== undefined && budget.minMinor > budget.maxMinor)
    throw new AssistantError('INVALID_ARGUMENT', 'budget: minMinor must not be above maxMinor');
  const limit = (operator: 'gte' | 'lte', value: number | undefined): Constraint[] =>
    value === undefined
      ? []
      : [inWords(wantedValue('price', value, { operator, sourceTurn: turn }), operator, place.prices)];
  const prices =
    budget === undefined ? [] : [...limit('gte', budget.minMinor), ...limit('lte', budget.maxMinor)];
  return applyChanges({ ...need, constraints: left }, [
    ...(budget === undefined ? [] : [{ kind: 'remove', slots: ['price'] } as const]),
    ...[...prices, ...wanted].map((one) => ({ kind: 'add', constraints: [one] }) as const),
  ]);
}

const SIGNS = { eq: '=', ne: '≠', lt: '<', lte: '≤', gt: '>', gte: '≥' } as const satisfies Record<
  Constraint['operator'],
  string
>;

/** In signs, as colleagues of every language read them. */
function tellChanges(before: Need, after: Need, prices: PriceWords | undefined): string {
  const said = ({ attribute, value }: Constraint) =>
    attribute === 'price' && prices !== undefined ? prices.amount(Number(value)) : value;
  const lines = (sign: string, these: Need, those: Need) =>
    these.constraints
      .filter((one) => !those.constraints.some((other) => sameConstraint(one, other)))
      .map((one) => `${sign} ${one.attribute} ${SIGNS[one.operator]} ${said(one)}`);
  return [...lines('−', before, after), ...lines('+', after, before)].join('\n');
}
