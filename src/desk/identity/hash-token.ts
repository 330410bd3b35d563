import { createHash } from 'node:crypto';

/** As tokens and cookies are stored: whoever reads the database cannot use them. They are random, so that a plain hash will do. */
export const hashToken = (token: string): string => createHash('sha256').update(token).digest('hex');
