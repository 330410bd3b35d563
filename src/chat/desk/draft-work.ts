import { type DraftBook, firstVersion, type KeptDraft } from '../../desk/draft-book.ts';
import type { Draft, PersonReply, Refinement } from '../../domain/desk/draft.ts';
import type { DialogueState } from '../../domain/dialogue-state.ts';
import type { Language } from '../../domain/locale.ts';
import type { Market } from '../../domain/market.ts';
import type { ProductView, Turn } from '../../domain/turn.ts';
import type { Database } from '../../ports/database.ts';
import type { HistoryItem } from '../../recommendation/history-item.ts';
import type { Replier } from '../../reply/replier.ts';
import type { Conversation } from '../conversation-store.ts';
import type { ViewContext } from '../product-view.ts';
import { marketOf, type Shop } from '../shop.ts';
import { inLanguage } from '../to-turn-context.ts';
import { type RuledShop, underRules } from '../under-rules.ts';
import { writeMaking } from './kept-making.ts';
import { findLastList, type LastList } from './last-list.ts';
import { listAlternatives } from './list-alternatives.ts';
import { type RefinedList, refineList } from './refine-list.ts';
import { underRefinement } from './under-refinement.ts';

/** A reply or a list that an agent works on. */
export interface DraftWork {
  readonly kept: KeptDraft;
  /** Nobody worked on it yet, and it is kept nowhere. */
  readonly isNew: boolean;
  /** It waits for approval; else the shopper has it. */
  readonly isHeld: boolean;
  /** As the shopper has it, or would get it. */
  readonly has: PersonReply;
  readonly place: DraftPlace;
}

/** Where what is sent is read. */
export interface DraftPlace {
  readonly shop: RuledShop;
  readonly market: Market;
  readonly view: ViewContext;
}

export interface DraftWorkOptions {
  readonly database: Database;
  readonly drafts: DraftBook;
  readonly shop: () => Shop;
  readonly replier: Replier;
  readonly clock: () => number;
  /** Of a shopper who consented. */
  readonly historyOf: (conversation: Conversation) => Promise<readonly HistoryItem[]>;
}

export interface DraftWorks {
  /** What waits for approval, or the last list that the shopper got; undefined where there is neither. */
  find(conversation: Conversation): Promise<DraftWork | undefined>;
  /** As it would be sent now. */
  refine(work: DraftWork, refinement: Pick<Refinement, 'products'>): Promise<RefinedList>;
  placeOf(conversation: Conversation, language: Language): DraftPlace;
  historyOf: DraftWorkOptions['historyOf'];
  /** What else is in question for a list of a turn. */
  alternatives(
    conversation: Conversation,
    made: { readonly turn: Pick<Turn, 'messageId' | 'language' | 'products'>; readonly state: DialogueState },
  ): Promise<readonly ProductView[]>;
  /** As the desk is told it. */
  toDraft(work: DraftWork): Promise<Draft>;
}

/** Lists whose alternatives are remembered: a conversation that is looked at is read again and again. */
const MOST_RECENT = 200;
const NEVER = new AbortController().signal;

export function createDraftWorks(options: DraftWorkOptions): DraftWorks {
  const { database, drafts, shop, replier, clock } = options;
  const recent = new Map<string, Promise<readonly ProductView[]>>();

  const placeOf: DraftWorks['placeOf'] = ({ market: country, locale, proved, state }, language) => {
    const open = shop();
    const market = marketOf(open, { market: country });
    const view = {
      market: market.country,
      locale: inLanguage(locale, language),
      language,
      nowMs: clock(),
      labels: open.vocabulary,
    };
    const segments = [proved ? 'customer' : 'visitor'];
    return { shop: underRefinement(underRules(open, { ...view, segments }), state.refined), market, view };
  };

  const alternatives: DraftWorks['alternatives'] = async (conversation, { turn, state }) =>
    await listAlternatives(
      {
        ...placeOf(conversation, turn.language),
        replier,
        messageId: turn.messageId,
        listed: turn.products,
        state,
        segments: [conversation.proved ? 'customer' : 'visitor'],
        history: await options.historyOf(conversation),
      },
      NEVER,
    );

  /** What was shown without being held, as if it had been. */
  async function begin(
    conversation: Conversation,
    { messageId, number, turn, has }: LastList,
  ): Promise<KeptDraft> {
    const { conversationId, state } = conversation;
    const listed = { ...turn, products: has.products };
    const made = `${messageId} ${state.turn} ${shop().rankingVersion}`;
    const others = recent.get(made) ?? alternatives(conversation, { turn: listed, state });
    recent.delete(made);
    recent.set(made, others);
    // What failed is tried again.
    others.catch(() => recent.delete(made));
    for (const oldest of [...recent.keys()].slice(0, -MOST_RECENT)) recent.delete(oldest);
    return {
      messageId,
      conversationId,
      version: firstVersion(number),
      state: 'sent',
      heldUntilMs: 0,
      turn,
      alternatives: await others,
      making: writeMaking({ rankingVersion: shop().rankingVersion, propensity: 1 }),
      dialogue: state,
      createdAtMs: clock(),
    };
  }

  const refine: DraftWorks['refine'] = ({ kept, place: { shop, view } }, { products }) =>
    refineList(products, knownOf(kept), { shop, view, need: kept.dialogue.need });

  return {
    async find(conversation) {
      const { conversationId } = conversation;
      const held = await drafts.waiting(conversationId);
      if (held !== undefined) {
        const { text, products, language } = held.turn;
        const place = placeOf(conversation, language);
        return { kept: held, isNew: false, isHeld: true, has: { text, products }, place };
      }
      const last = await findLastList(database.query, drafts, conversationId);
      if (last === undefined) return undefined;
      const kept = last.kept ?? (await begin(conversation, last));
      const place = placeOf(conversation, last.turn.language);
      return { kept, isNew: last.kept === undefined, isHeld: false, has: last.has, place };
    },

    refine,
    placeOf,
    alternatives,
    historyOf: options.historyOf,

    async toDraft(work) {
      const { kept, has, isHeld } = work;
      const { refinement, changedBy } = kept;
      const { products, warnings } = await refine(work, refinement ?? has);
      return {
        messageId: kept.messageId,
        conversationId: kept.conversationId,
        version: kept.version,
        state: kept.state,
        ...(isHeld && kept.heldUntilMs > 0 ? { heldUntil: new Date(kept.heldUntilMs).toISOString() } : {}),
        ...knownOf(kept),
        reply: { text: refinement?.text ?? has.text, products },
        ...(refinement === undefined ? {} : { refinement }),
        warnings,
        ...(changedBy === undefined ? {} : { changedBy }),
      };
    },
  };
}

const knownOf = ({ turn, alternatives }: KeptDraft): Pick<Draft, 'proposed' | 'alternatives'> => ({
  proposed: { text: turn.text, products: turn.products, claims: turn.claims },
  alternatives,
});
