import type { InvitationPast } from './invitation-rules.ts';

/** What is remembered of invitations: nothing before the first one is shown. */
export interface InvitationMemory {
  past(): InvitationPast;
  shown(ruleId: string, nowMs: number): void;
  refused(): void;
}

interface Kept {
  readonly shown: Readonly<Record<string, number>>;
  readonly lastAtMs?: number;
  readonly isRefused: boolean;
}

interface KeptLong {
  readonly lastAtMs: Readonly<Record<string, number>>;
  readonly isRefused: boolean;
}

/**
 * In the tab, that somebody was asked and said no, since that is what they asked for; on later visits only where the shopper let
 * something be kept. A storage that is closed is an empty one: then it lasts as long as the page.
 */
export function createInvitationMemory(
  server: string,
  options: {
    readonly session: () => Storage;
    readonly lasting: () => Storage;
    readonly hasAgreed: () => boolean;
  },
): InvitationMemory {
  const key = `floorwalker:${server}:invited`;
  let visit: Kept = { shown: {}, isRefused: false, ...read(options.session, key) };
  const long = (): KeptLong => ({
    lastAtMs: {},
    isRefused: false,
    ...(options.hasAgreed() ? read(options.lasting, key) : {}),
  });
  const keep = (changes: Partial<Kept>, lasting: KeptLong) => {
    visit = { ...visit, ...changes };
    write(options.session, key, visit);
    if (options.hasAgreed()) write(options.lasting, key, lasting);
  };
  return {
    past() {
      const { lastAtMs, isRefused } = long();
      return { ...visit, isRefused: visit.isRefused || isRefused, lastAtMsByRule: lastAtMs };
    },
    shown(ruleId, nowMs) {
      const before = long();
      const times = Object.hasOwn(visit.shown, ruleId) ? (visit.shown[ruleId] ?? 0) : 0;
      const shown = { ...visit.shown, [ruleId]: times + 1 };
      keep({ shown, lastAtMs: nowMs }, { ...before, lastAtMs: { ...before.lastAtMs, [ruleId]: nowMs } });
    },
    refused: () => keep({ isRefused: true }, { ...long(), isRefused: true }),
  };
}

/** What we wrote ourselves; anything else says nothing. */
function read(storage: () => Storage, key: string): object {
  try {
    const kept: unknown = JSON.parse(storage().getItem(key) ?? '{}');
    return typeof kept === 'object' && kept !== null ? kept : {};
  } catch {
    return {};
  }
}

function write(storage: () => Storage, key: string, value: unknown): void {
  try {
    storage().setItem(key, JSON.stringify(value));
  } catch {
    // It lasts as long as the page.
  }
}
