import type { Department } from '../product-type.ts';
import { FASHION } from './fashion.ts';

/** The eight departments of the demo shop, in the order of its directory. */
export const DEPARTMENTS: readonly Department[] = [FASHION];
