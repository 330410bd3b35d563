import type { Invitation, Invitations } from '../domain/widget-settings.ts';
import { languageOf } from './translate.ts';

/** What a shopper does on a page, as far as invitations look at it. */
export interface PageFacts {
  /** Seconds for which this page was seen. */
  readonly seconds: number;
  /** The farthest part of the page that was scrolled to, in [0, 1]. */
  readonly scrolledShare: number;
  /** The pointer has just gone out of the window at the top. */
  readonly isLeaving: boolean;
  /** In the minor unit; absent when the page does not say. */
  readonly basketMinor?: number | undefined;
  /** Of the address. */
  readonly path: string;
  /** ISO 3166-1 alpha-2. */
  readonly market?: string | undefined;
}

/** What is known of earlier invitations. Times are epoch milliseconds. */
export interface InvitationPast {
  /** In this visit, by rule. */
  readonly shown: Readonly<Record<string, number>>;
  readonly lastAtMs?: number;
  /** The shopper wants none. */
  readonly isRefused: boolean;
  /** On earlier visits too, by rule; only where the shopper let something be kept. */
  readonly lastAtMsByRule: Readonly<Record<string, number>>;
}

const DAY_MS = 86_400_000;

/** The first rule that holds and may be shown; undefined when none. */
export function dueInvitation(
  { rules, minIntervalSeconds }: Invitations,
  facts: PageFacts,
  past: InvitationPast,
  nowMs: number,
): Invitation | undefined {
  const { lastAtMs = Number.NEGATIVE_INFINITY } = past;
  if (past.isRefused || nowMs - lastAtMs < minIntervalSeconds * 1_000) return undefined;
  return rules.find((rule) => isFree(rule, past, nowMs) && holds(rule, facts));
}

function isFree({ id, perVisit, restDays }: Invitation, past: InvitationPast, nowMs: number): boolean {
  const before = own(past.lastAtMsByRule, id) ?? Number.NEGATIVE_INFINITY;
  const shown = own(past.shown, id) ?? 0;
  // Within a visit the rest is told by the number.
  return shown < perVisit && (shown > 0 || nowMs - before >= restDays * DAY_MS);
}

/** A rule may be called as something that every object has. */
export const own = (numbers: Readonly<Record<string, number>>, name: string): number | undefined =>
  Object.hasOwn(numbers, name) ? numbers[name] : undefined;

function holds({ when }: Invitation, facts: PageFacts): boolean {
  const { afterSeconds = 0, scrolledShare = 0, isLeaving, basketMinor, pages, markets } = when;
  const { basketMinor: value = Number.NaN, market = '' } = facts;
  return (
    facts.seconds >= afterSeconds &&
    facts.scrolledShare >= scrolledShare &&
    (!isLeaving || facts.isLeaving) &&
    (!basketMinor ||
      (value >= (basketMinor.min ?? 0) && value <= (basketMinor.max ?? Number.POSITIVE_INFINITY))) &&
    (!pages || pages.some((pattern) => matchesPath(pattern, facts.path))) &&
    (!markets || markets.includes(market))
  );
}

/** `*` stands for any characters. Cost: O(length of both). */
export function matchesPath(pattern: string, path: string): boolean {
  const [first = '', ...parts] = pattern.split('*');
  const last = parts.pop();
  if (last === undefined) return path === pattern;
  let from = first.length;
  for (const part of parts) {
    const at = path.indexOf(part, from);
    if (at < 0) return false;
    from = at + part.length;
  }
  return path.startsWith(first) && path.length - last.length >= from && path.endsWith(last);
}

/** @param locale BCP 47. English, else the first there is, for a language that it is not said in. */
export function invitationText(
  { message }: Invitation,
  locale: string,
): { readonly text: string; readonly language: string } {
  const names = [languageOf(locale), 'en', ...Object.keys(message)];
  const language = names.find((name) => message[name]) ?? '';
  return { text: message[language] ?? '', language };
}
