import type { CommandOf } from '../domain/command.ts';

/** Judges a message by rules of somebody else, beside ours. */
export interface Moderation {
  /** @returns What the message is unsafe for; undefined for one that is fine, and whenever no answer came in time. Never rejects. */
  judge(message: string, signal: AbortSignal): Promise<CommandOf<'unsafe'>['kind'] | undefined>;
}
