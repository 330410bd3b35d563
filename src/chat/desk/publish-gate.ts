import type { CaseBook, KeptCase } from '../../desk/case-book.ts';
import type { AuditLog } from '../../desk/identity/audit-log.ts';
import type { CaseMiss, GateReport } from '../../domain/desk/case.ts';
import type { Colleague } from '../../domain/desk/queue.ts';
import type { WrittenConversation } from '../../domain/desk/written-conversation.ts';
import { AssistantError, isAssistantError } from '../../errors/assistant-error.ts';
import type { CommerceBackend } from '../../ports/commerce-backend.ts';
import type { PublishedBy } from '../../ports/published-by.ts';
import { asItIs, asItWouldBe, type Candidate, type WouldBeRooms } from './as-it-would-be.ts';
import { type RehearsalRooms, rehearse } from './cases/rehearse.ts';
import { keepPace } from './trial-pace.ts';

/** How far the cases are played that a change is held against. */
export interface GateProgress {
  readonly done: number;
  readonly of: number;
}

/** Who publishes. */
export interface Publication {
  /** Somebody of the shop; or one of its programs, which has no name but that of the log. */
  readonly by: Pick<Colleague, 'agentId'> & Partial<Pick<Colleague, 'firstName'>>;
  /** Why it is published although cases break. */
  readonly anyway?: string | undefined;
}

/** Plays the kept cases on the shop as it would be, before something is published. */
export interface PublishGate {
  /**
   * What a change breaks: cases that hold as it is, and would not any more.
   *
   * Cost: each case once as it would be, and those that fail once more as it is; some tens of milliseconds a message.
   */
  check(candidate: Candidate, signal: AbortSignal): Promise<GateReport>;
  /**
   * What a change broke that nobody could refuse: cases that held before, and do not in the shop as it is.
   *
   * @param before All of its kind, as it was.
   */
  checkInForce(before: Candidate, signal: AbortSignal): Promise<GateReport>;
  /**
   * Lets a change through, or not. What somebody publishes all the same is audited with their reason.
   *
   * @returns Who publishes it, with the entry of the audit log that is written with the change.
   * @throws {AssistantError} GATE_FAILED with the report in its details, when a case breaks or there was no time to play them all.
   */
  admit(candidate: Candidate, publication: Publication, signal: AbortSignal): Promise<PublishedBy>;
  /** What of a conversation is not so in the shop as it is. */
  play(written: WrittenConversation, signal: AbortSignal): Promise<readonly CaseMiss[]>;
  /** Of the check under way; undefined when there is none. */
  progress(): GateProgress | undefined;
}

export interface PublishGateOptions extends WouldBeRooms {
  readonly cases: Pick<CaseBook, 'list'>;
  readonly audit: Pick<AuditLog, 'append'>;
  readonly rooms: Omit<RehearsalRooms, 'commerce' | 'nowMs' | 'shop' | 'replier' | 'parsers'>;
  /** Baskets beside those of the shop, for one rehearsal. */
  readonly openBaskets: () => Promise<CommerceBackend>;
  /** Epoch milliseconds. */
  readonly clock: () => number;
  /** Longest time for one check, in milliseconds. */
  readonly limitMs: number;
}

const NOTHING_BROKEN: GateReport = { played: 0, unplayed: 0, broken: [], failing: [] };

export function createPublishGate(options: PublishGateOptions): PublishGate {
  const { cases, audit, rooms, openBaskets, clock, limitMs } = options;
  let under: GateProgress | undefined;

  /** Plays conversations one after another on one shop. */
  async function playing<T>(
    candidate: Candidate | undefined,
    work: (play: (written: WrittenConversation) => Promise<readonly CaseMiss[]>) => Promise<T>,
    signal: AbortSignal,
  ): Promise<T> {
    const commerce = await openBaskets();
    try {
      return await asItWouldBe(
        options,
        candidate,
        (wouldBe) => {
          const rehearsal: RehearsalRooms = { ...rooms, ...wouldBe, commerce, nowMs: clock() };
          return work(async (written) => await outcome(rehearsal, written, signal));
        },
        signal,
      );
    } finally {
      await commerce.close();
    }
  }

  async function compare(
    before: Candidate | undefined,
    after: Candidate | undefined,
    signal: AbortSignal,
  ): Promise<GateReport> {
    const kept = (await cases.list('kept')).toReversed();
    if (kept.length === 0) return NOTHING_BROKEN;
    const pace = keepPace(limitMs, signal);
    const failed: { readonly kept: KeptCase; readonly misses: readonly CaseMiss[] }[] = [];
    let done = 0;
    try {
      await playing(
        after,
        async (play) => {
          for (const each of kept) {
            under = { done, of: kept.length };
            if (pace.isOver()) return;
            const misses = await play(each.written);
            if (misses.length > 0) failed.push({ kept: each, misses });
            done += 1;
            await pace.breathe();
          }
        },
        signal,
      );
      const heldBefore = await holdingBefore(failed.map(({ kept: { written } }) => written));
      return {
        played: done,
        unplayed: kept.length - done,
        broken: failed.flatMap(({ kept: { caseId, written }, misses }, at) =>
          heldBefore[at] === true ? [{ caseId, id: written.id, misses }] : [],
        ),
        failing: failed.flatMap(({ kept: { caseId, written } }, at) =>
          heldBefore[at] === true ? [] : [{ caseId, id: written.id }],
        ),
      };
    } finally {
      under = undefined;
    }

    async function holdingBefore(written: readonly WrittenConversation[]): Promise<boolean[]> {
      if (written.length === 0) return [];
      return await playing(
        before,
        async (play) => {
          const held: boolean[] = [];
          for (const each of written) held.push((await play(each)).length === 0);
          return held;
        },
        signal,
      );
    }
  }

  const check: PublishGate['check'] = (candidate, signal) => compare(asItIs(candidate), candidate, signal);

  return {
    check,
    checkInForce: (before, signal) => compare(before, undefined, signal),
    progress: () => under,
    play: (written, signal) => playing(undefined, (play) => play(written), signal),
    async admit(candidate, { by, anyway }, signal) {
      const report = await check(candidate, signal);
      const isHeld = report.broken.length === 0 && report.unplayed === 0;
      if (!isHeld && anyway === undefined) throw gateFailed(report);
      const told = {
        reason: anyway ?? '',
        broken: String(report.broken.length),
        unplayed: String(report.unplayed),
      };
      const entry = { actor: by.agentId, action: 'gate.override', subject: candidate.kind };
      return {
        ...(by.firstName !== undefined && { author: by.firstName }),
        also: async (write, version) => {
          if (isHeld) return;
          const details = { ...(version !== undefined && { version: String(version) }), ...told };
          await audit.append(write, { ...entry, details }, clock());
        },
      };
    },
  };
}

/** Named in the message; the report has all. */
const MOST_NAMED = 3;

/** @param broken Names of cases. */
export function nameSome(broken: readonly { readonly id: string }[]): string {
  const named = broken.slice(0, MOST_NAMED).map(({ id }) => `"${id}"`);
  return (broken.length > MOST_NAMED ? [...named, '...'] : named).join(', ');
}

function gateFailed(report: GateReport): AssistantError {
  const { broken, played, unplayed } = report;
  const why =
    broken.length === 0
      ? `${unplayed} cases could not be played in time`
      : `${broken.length} of ${played} kept cases would not hold any more: ${nameSome(broken)}`;
  return new AssistantError('GATE_FAILED', why, { details: { gate: report } });
}

/** A turn that cannot be held is a miss of the case, not a failure of the gate. */
async function outcome(
  rooms: RehearsalRooms,
  written: WrittenConversation,
  signal: AbortSignal,
): Promise<readonly CaseMiss[]> {
  try {
    return await rehearse(rooms, written, signal);
  } catch (error) {
    if (!isAssistantError(error) || signal.aborted) throw error;
    return [{ turn: 1, expected: 'a conversation that can be held', got: `${error.code}: ${error.message}` }];
  }
}
