import { timingSafeEqual } from 'node:crypto';
import { sha256 } from './caller.ts';

/** Whether a token is the administration token, told in constant time. Without one in the settings nobody is. */
export const isAdmin = (token: string, adminToken: string | undefined): boolean =>
  adminToken !== undefined && timingSafeEqual(Buffer.from(sha256(adminToken)), Buffer.from(sha256(token)));
