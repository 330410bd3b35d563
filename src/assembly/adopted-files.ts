import type { Candidate } from '../chat/desk/as-it-would-be.ts';
import { nameSome, type PublishGate } from '../chat/desk/publish-gate.ts';
import { createAuditLog } from '../desk/identity/audit-log.ts';
import type { GateReport } from '../domain/desk/case.ts';
import { isAssistantError } from '../errors/assistant-error.ts';
import type { Database } from '../ports/database.ts';

/** A file beside the server that changed since it was last taken over. */
export interface AdoptedFile {
  readonly file: string;
  /** What its content took the place of. */
  readonly before: Candidate;
}

/** What the kept cases say of files that were taken over at the start. */
export interface AdoptedFiles {
  /** A sentence for whoever looks whether the shop is well; undefined when there is nothing to say. */
  remark(): string | undefined;
  /** Waits until all are played, or the process is to stop. */
  close(): Promise<void>;
}

/**
 * Plays the kept cases after a start that took changed files over: a start cannot be refused, so that what breaks is told in what the
 * server prints, under `/readyz`, and in the audit log, as what somebody publishes all the same.
 */
export function playAdoptedFiles(
  adopted: readonly AdoptedFile[],
  options: {
    readonly gate: Pick<PublishGate, 'checkInForce'>;
    readonly database: Database;
    readonly clock: () => number;
    readonly note: (text: string) => void;
    readonly signal: AbortSignal;
  },
): AdoptedFiles {
  const { gate, database, clock, note, signal } = options;
  const remarks: string[] = [];

  function tell(remark: string): void {
    remarks.push(remark);
    note(`ATTENTION: ${remark}`);
  }

  async function play({ file, before }: AdoptedFile): Promise<void> {
    try {
      const report = await gate.checkInForce(before, signal);
      const { broken, unplayed } = report;
      if (broken.length === 0 && unplayed === 0) return;
      tell(describeReport(file, report));
      const audit = createAuditLog(database);
      const details = { reason: file, broken: String(broken.length), unplayed: String(unplayed) };
      const entry = { actor: 'command-line', action: 'gate.override', subject: before.kind, details };
      await database.transaction((write) => audit.append(write, entry, clock()));
    } catch (error) {
      if (signal.aborted) return;
      if (!isAssistantError(error)) throw error;
      tell(`the kept cases could not be played on ${file}: ${error.message}`);
    }
  }

  const playing = (async () => {
    for (const each of adopted) await play(each);
  })();
  // Heard by `close`.
  playing.catch(() => undefined);
  return {
    remark: () => (remarks.length === 0 ? undefined : remarks.join('; ')),
    close: () => playing,
  };
}

const describeReport = (file: string, { broken, played, unplayed }: GateReport): string =>
  broken.length === 0
    ? `${unplayed} kept cases could not be played in time on what ${file} changed`
    : `${broken.length} of ${played} kept cases do not hold any more since ${file} changed: ${nameSome(broken)}`;
