import type { CorrectionBook } from '../../desk/correction-book.ts';
import type { Agent } from '../../desk/desk-book.ts';
import { appendEntry } from '../../desk/entry-rows.ts';
import type { AuditLog } from '../../desk/identity/audit-log.ts';
import type { Refinement } from '../../domain/desk/draft.ts';
import type { DialogueState } from '../../domain/dialogue-state.ts';
import type { Entry } from '../../domain/person.ts';
import type { ProductView } from '../../domain/turn.ts';
import type { Query } from '../../ports/database.ts';
import { taughtOf } from '../../ranking/lessons/lesson.ts';
import type { Conversation } from '../conversation-store.ts';
import { recordChoice } from '../explore-choices.ts';
import { insertImpressions, type ServedList, toRows } from '../impression-store.ts';
import { dropOpened } from '../pending-opened.ts';
import type { DraftWork } from './draft-work.ts';
import { readMaking } from './kept-making.ts';
import { isListChanged, withRefinement } from './refined-state.ts';

/** What leaves the shop, and what stays of it. */
export interface RefinedSend {
  readonly conversation: Conversation;
  readonly work: DraftWork;
  readonly kind: 'approved' | 'corrected' | 'said';
  readonly refinement: Refinement;
  /** Exactly what the shopper gets. */
  readonly text: string;
  readonly products: readonly ProductView[];
  /** The dialogue once they have it, without what was banned or put in order. */
  readonly state: DialogueState;
  /** Nobody when nobody looked at it in time. */
  readonly by?: Agent;
  readonly clientMessageId?: string | undefined;
  readonly atMs: number;
}

export interface RefinedBooks {
  readonly corrections: Pick<CorrectionBook, 'write'>;
  readonly audit: Pick<AuditLog, 'append'>;
  readonly newId: () => string;
}

/** Writes what an agent sends, in a transaction under way: the entry, the dialogue, what was shown, and what was changed. */
export async function writeRefined(write: Query, sent: RefinedSend, books: RefinedBooks): Promise<Entry> {
  const { conversation, work, refinement, by, atMs, products } = sent;
  const { conversationId, openedUntil } = conversation;
  const { has, isHeld } = work;
  const { messageId } = work.kept;
  // The turn that was answered at once has its list under its own id.
  const listIdOf = (number: number) => (isHeld ? messageId : `${messageId}.${number}`);
  const refined = { refinement, listed: has.products };
  const state = withRefinement(sent.state, refined);
  await write
    .updateTable('conversations')
    .set({ state: JSON.stringify(state), updatedAtMs: atMs })
    .where('conversationId', '=', conversationId)
    .execute();
  await dropOpened(write, conversationId, openedUntil);
  const entry = await appendEntry(write, conversationId, {
    kind: sent.kind,
    agentId: by?.agentId,
    firstName: by?.firstName,
    text: sent.text,
    original: refinement.text === undefined ? undefined : refinement.original,
    ...(products.length === 0 ? {} : { products, listId: listIdOf }),
    clientMessageId: sent.clientMessageId,
    atMs,
  });
  await writeShown(write, sent, entry.listId ?? messageId);
  if (by === undefined) return entry;
  const isChanged = has.products.length > 0 && isListChanged(refined);
  if (isChanged)
    await books.corrections.write(write, toCorrection(sent, { by, correctionId: books.newId() }));
  const details = { entry: String(entry.number), listChanged: isChanged ? 'yes' : 'no' };
  await books.audit.append(
    write,
    { actor: by.agentId, action: `reply.${sent.kind}`, subject: conversationId, details },
    atMs,
  );
  return entry;
}

/** A list that an agent changed was drawn by no chance. */
async function writeShown(write: Query, sent: RefinedSend, listId: string): Promise<void> {
  const { conversation, work, products } = sent;
  const { conversationId, shopperId, consent } = conversation;
  const made = readMaking(work.kept.making);
  const { strategy: _strategy, choice: _choice, ...changed } = made;
  const isAsMade = !isListChanged({ ...sent, listed: work.has.products });
  const list: ServedList = {
    listId,
    surface: 'chat',
    making: isAsMade ? made : { ...changed, propensity: 1 },
    conversationId,
    shopperId: consent.personalization ? shopperId : undefined,
    shownAtMs: sent.atMs,
    products,
  };
  await insertImpressions(write, toRows(list));
  await recordChoice(write, list);
}

function toCorrection(
  { conversation, work, refinement, atMs }: RefinedSend,
  { by, correctionId }: { readonly by: Agent; readonly correctionId: string },
) {
  const { kept, has, place } = work;
  const { need } = kept.dialogue;
  const { reason, products, banned } = refinement;
  return {
    correctionId,
    conversationId: conversation.conversationId,
    messageId: kept.messageId,
    by: { agentId: by.agentId, firstName: by.firstName },
    at: new Date(atMs).toISOString(),
    ...(reason === undefined ? {} : { reason }),
    wants: [...new Set([need.query, ...need.constraints.map(({ words }) => words)])]
      .filter((words) => words !== '')
      .join(', '),
    scope: place.shop.taughtFor(need).scope,
    proposed: [...has.products, ...kept.alternatives].map(({ productId, score = 0, parts = [] }) => {
      const taught = taughtOf(parts);
      return { productId, score, ...(taught === 0 ? {} : { taught }) };
    }),
    listed: has.products.length,
    chosen: products.map(({ productId }) => productId),
    banned: banned.map(({ productId }) => productId),
  };
}
