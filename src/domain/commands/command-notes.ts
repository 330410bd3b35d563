import * as z from 'zod';

/** What a command means, and how shoppers say it. Shown to models and in the documentation; never matched against messages. */
export interface CommandNote {
  readonly meaning: string;
  /** English; how the other languages say it stands with the locales. */
  readonly examples: readonly string[];
}

export const commandNotes = z.registry<CommandNote>();
