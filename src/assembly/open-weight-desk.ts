import { createWeightDesk, type WeightDesk } from '../chat/weight-desk.ts';
import type { Database } from '../ports/database.ts';
import { createWeightStore } from '../ranking/weight-store.ts';

/** The desk of a command: nothing is served here, and the next start takes the weights over. */
export const openWeightDesk = (database: Database, clock: () => number): WeightDesk =>
  createWeightDesk({ store: createWeightStore(database), origin: 'command', clock });
