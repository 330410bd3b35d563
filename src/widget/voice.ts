/** Speaking and being spoken to, which come together when either is first wanted. */
export { Dictation } from './dictation.ts';
export { speakLater } from './later-words.ts';
export { ReadingAloud } from './reading-aloud.ts';
