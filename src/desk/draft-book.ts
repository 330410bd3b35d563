import type { DraftState, Refinement } from '../domain/desk/draft.ts';
import type { Colleague } from '../domain/desk/queue.ts';
import type { DialogueState } from '../domain/dialogue-state.ts';
import type { ProductView, Turn } from '../domain/turn.ts';
import type { Database, Query } from '../ports/database.ts';
import type { DeskTables } from '../ports/desk-tables.ts';

/** A reply as it is held, or a list that the shopper has and an agent works on. */
export interface KeptDraft {
  readonly messageId: string;
  readonly conversationId: string;
  /** Begins as `firstVersion` says. */
  readonly version: number;
  readonly state: DraftState;
  /** Epoch milliseconds; 0 of a reply that the shopper has. */
  readonly heldUntilMs: number;
  /** As the assistant would have answered. */
  readonly turn: Turn;
  readonly alternatives: readonly ProductView[];
  /** How the list came about, as whoever made it writes it. */
  readonly making: string;
  /** The dialogue as if the reply was given. */
  readonly dialogue: DialogueState;
  readonly refinement?: Refinement;
  readonly changedBy?: Colleague;
  readonly createdAtMs: number;
}

/** What becomes of a draft with one more version. */
export interface DraftChange {
  /** The version it was made on. */
  readonly version: number;
  /** As before when absent. */
  readonly state?: DraftState;
  readonly refinement?: Refinement | undefined;
  readonly by?: Colleague;
}

/** Replies that wait for approval, and lists under the hands of agents. In a conversation at most one waits. */
export interface DraftBook {
  /** Takes the place of what waited in its conversation. */
  hold(write: Query, draft: Omit<KeptDraft, 'state'>): Promise<void>;
  /** Keeps a list that the shopper has, so that it can be worked on. */
  keep(write: Query, draft: Omit<KeptDraft, 'heldUntilMs'>): Promise<void>;
  /** Keeps what the assistant would say, in the place of what it would have said before. */
  suggest(write: Query, draft: KeptDraft): Promise<void>;
  /** What waits in a conversation is not sent any more: something newer took its place. */
  replace(write: Query, conversationId: string): Promise<void>;
  /** What waits, also beyond its time. */
  waiting(conversationId: string): Promise<KeptDraft | undefined>;
  of(messageId: string): Promise<KeptDraft | undefined>;
  /** @returns Whether it was made: it is not when the draft has another version by now. */
  change(write: Query, messageId: string, change: DraftChange): Promise<boolean>;
  /** Nobody let it go in time: it goes on waiting, as it stands. @returns Whether it was held until now. */
  lapse(write: Query, messageId: string): Promise<boolean>;
  /** Those held until a moment or earlier, oldest first. */
  due(nowMs: number): Promise<readonly Pick<KeptDraft, 'conversationId' | 'messageId'>[]>;
  /** Until when the one is held that is due next. */
  nextAtMs(): Promise<number | undefined>;
}

const VERSIONS_OF_A_TURN = 1_000;

/** Versions grow along a conversation, so that one names a single draft of it, and how that stood. @param turn Its number. */
export const firstVersion = (turn: number): number => turn * VERSIONS_OF_A_TURN;

const OPEN: readonly DraftState[] = ['waiting', 'lapsed'];

export function createDraftBook({ query }: Pick<Database, 'query'>): DraftBook {
  const insert = async (write: Query, draft: KeptDraft): Promise<void> => {
    await write.insertInto('drafts').values(toRow(draft)).execute();
  };

  const replace: DraftBook['replace'] = async (write, conversationId) => {
    await write
      .updateTable('drafts')
      .set(({ eb }) => ({ state: 'replaced', version: eb('version', '+', 1) }))
      .where('conversationId', '=', conversationId)
      .where('state', 'in', OPEN)
      .execute();
  };

  return {
    replace,

    async hold(write, draft) {
      await replace(write, draft.conversationId);
      await insert(write, { ...draft, state: 'waiting' });
    },

    async suggest(write, draft) {
      await write.deleteFrom('drafts').where('messageId', '=', draft.messageId).execute();
      await insert(write, draft);
    },

    keep: (write, draft) => insert(write, { ...draft, heldUntilMs: 0 }),

    async waiting(conversationId) {
      const row = await query
        .selectFrom('drafts')
        .selectAll()
        .where('conversationId', '=', conversationId)
        .where('state', 'in', OPEN)
        .executeTakeFirst();
      return row === undefined ? undefined : toDraft(row);
    },

    async of(messageId) {
      const row = await query
        .selectFrom('drafts')
        .selectAll()
        .where('messageId', '=', messageId)
        .executeTakeFirst();
      return row === undefined ? undefined : toDraft(row);
    },

    async change(write, messageId, { version, state, refinement, by }) {
      const { numUpdatedRows } = await write
        .updateTable('drafts')
        .set({
          version: version + 1,
          ...(state === undefined ? {} : { state }),
          reply: refinement === undefined ? null : JSON.stringify(refinement),
          ...(by === undefined ? {} : { agentId: by.agentId, firstName: by.firstName }),
        })
        .where('messageId', '=', messageId)
        .where('version', '=', version)
        .executeTakeFirstOrThrow();
      return numUpdatedRows === 1n;
    },

    async lapse(write, messageId) {
      const { numUpdatedRows } = await write
        .updateTable('drafts')
        .set({ state: 'lapsed' })
        .where('messageId', '=', messageId)
        .where('state', '=', 'waiting')
        .executeTakeFirstOrThrow();
      return numUpdatedRows === 1n;
    },

    due: (nowMs) =>
      query
        .selectFrom('drafts')
        .select(['conversationId', 'messageId'])
        .where('state', '=', 'waiting')
        .where('heldUntilMs', '<=', nowMs)
        .orderBy('heldUntilMs')
        .execute(),

    async nextAtMs() {
      const { next } = await query
        .selectFrom('drafts')
        .select(({ fn }) => fn.min<number | null>('heldUntilMs').as('next'))
        .where('state', '=', 'waiting')
        .executeTakeFirstOrThrow();
      return next === null ? undefined : Number(next);
    },
  };
}

type Row = DeskTables['drafts'];

const toRow = (draft: KeptDraft): Row => ({
  messageId: draft.messageId,
  conversationId: draft.conversationId,
  version: draft.version,
  state: draft.state,
  heldUntilMs: draft.heldUntilMs,
  turn: JSON.stringify(draft.turn),
  alternatives: JSON.stringify(draft.alternatives),
  making: draft.making,
  dialogue: JSON.stringify(draft.dialogue),
  reply: draft.refinement === undefined ? null : JSON.stringify(draft.refinement),
  agentId: draft.changedBy?.agentId ?? null,
  firstName: draft.changedBy?.firstName ?? null,
  createdAtMs: draft.createdAtMs,
});

const toDraft = (row: Row): KeptDraft => ({
  messageId: row.messageId,
  conversationId: row.conversationId,
  version: row.version,
  state: row.state,
  heldUntilMs: Number(row.heldUntilMs),
  turn: JSON.parse(row.turn) as Turn,
  alternatives: JSON.parse(row.alternatives) as ProductView[],
  making: row.making,
  dialogue: JSON.parse(row.dialogue) as DialogueState,
  ...(row.reply === null ? {} : { refinement: JSON.parse(row.reply) as Refinement }),
  ...(row.agentId === null || row.firstName === null
    ? {}
    : { changedBy: { agentId: row.agentId, firstName: row.firstName } }),
  createdAtMs: Number(row.createdAtMs),
});
