import { type InvitationPast, own } from './invitation-rules.ts';
import { asksForPrivacy } from './privacy-signal.ts';
import { parseKept, type Storages, type TolerantStorage, tolerant } from './tolerant-storage.ts';

/** What is remembered of invitations: nothing before the first one is shown. */
export interface InvitationMemory {
  /** In this visit, or in an earlier one that is still kept: nobody is invited who has come. */
  hasTalked(): boolean;
  past(): InvitationPast;
  shown(ruleId: string, nowMs: number): void;
  refused(): void;
}

type Kept = Omit<InvitationPast, 'lastAtMsByRule'>;

interface KeptLong {
  readonly lastAtMs: Readonly<Record<string, number>>;
  readonly isRefused: boolean;
}

/**
 * In the tab, that somebody was asked and said no, since that is what they asked for; on later visits only where the shopper let
 * something be kept. A storage that is closed is an empty one: then it lasts as long as the page.
 */
export function createInvitationMemory(server: string, storages: Storages): InvitationMemory {
  const [key, conversation] = [`floorwalker:${server}:invited`, `floorwalker:${server}:conversation`];
  const [session, lasting] = [tolerant(storages.session), tolerant(storages.lasting)];
  // A conversation lasts only where its shopper agreed; `kept-conversation.ts` writes it.
  const agreed = () => lasting.read(conversation) !== undefined && !asksForPrivacy();
  const read = (storage: TolerantStorage) => Object(parseKept(storage.read(key)));
  let visit: Kept = { shown: {}, isRefused: false, ...read(session) };
  const long = (): KeptLong => ({ lastAtMs: {}, isRefused: false, ...(agreed() && read(lasting)) });
  const keep = (changes: Partial<Kept>, later: Partial<KeptLong>) => {
    visit = { ...visit, ...changes };
    session.write(key, JSON.stringify(visit));
    if (agreed()) lasting.write(key, JSON.stringify({ ...long(), ...later }));
  };
  return {
    hasTalked: () => session.read(conversation) !== undefined || agreed(),
    past() {
      const { lastAtMs, isRefused } = long();
      return { ...visit, isRefused: visit.isRefused || isRefused, lastAtMsByRule: lastAtMs };
    },
    shown(ruleId, nowMs) {
      const { shown } = visit;
      keep(
        { shown: { ...shown, [ruleId]: (own(shown, ruleId) ?? 0) + 1 }, lastAtMs: nowMs },
        { lastAtMs: { ...long().lastAtMs, [ruleId]: nowMs } },
      );
    },
    refused: () => keep({ isRefused: true }, { isRefused: true }),
  };
}
