/** Speaking and being spoken to, which come together when either is first wanted. */
export { readAloud } from './read-aloud.ts';
export { listen } from './voice-input.ts';
