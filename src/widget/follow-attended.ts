import type { Entry as PersonEntry } from '../domain/person.ts';
import { parseEventStream } from '../web/parse-event-stream.ts';
import { hearStream } from './hear-stream.ts';

/** Who answers a conversation now. */
export type Handling =
  | { readonly by: 'assistant'; readonly waitingSince?: string }
  | { readonly by: 'person'; readonly firstName: string };

/** What stands in a conversation beside its turns. A newer server may tell of kinds that are not known here. */
export type AttendedEntry = Omit<PersonEntry, 'createdAt'>;

export interface Attended {
  readonly handling: Handling;
  readonly entries: readonly AttendedEntry[];
  /** The shopper is to be asked how it was; absent when they are not. */
  readonly askSatisfaction?: true;
}

/** Between streams; the last one again and again. */
const WAITS_MS = [1_000, 3_000, 10_000, 30_000] as const;

/** Hears what persons of the shop say until the signal is aborted; comes back when the line is cut, hears nothing twice. */
export async function followAttended(options: {
  readonly address: string;
  readonly headers: Readonly<Record<string, string>>;
  /** Number of the last entry that is known. */
  readonly after: number;
  readonly signal: AbortSignal;
  onAttended(attended: Attended): void;
  wait(milliseconds: number): Promise<void>;
}): Promise<void> {
  const { signal } = options;
  const headers = { ...options.headers, Accept: 'text/event-stream' };
  let known = options.after;
  for (let tries = 0; !signal.aborted; tries += 1) {
    const opened = await hearStream(`${options.address}?after=${known}`, { headers, signal });
    if (opened === undefined || opened === 'gone' || opened === 'refused') return;
    if (typeof opened !== 'string') {
      try {
        for await (const { name, data } of parseEventStream(opened)) {
          if (name !== 'attended') continue;
          const attended = JSON.parse(data) as Attended;
          known = attended.entries.at(-1)?.number ?? known;
          tries = 0;
          options.onAttended(attended);
        }
      } catch {
        // The line was cut: it is opened again.
      }
    }
    if (!signal.aborted) await options.wait(WAITS_MS[Math.min(tries, WAITS_MS.length - 1)] ?? 0);
  }
}
