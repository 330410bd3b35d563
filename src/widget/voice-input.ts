import type { Recognition, RecognitionResult } from './speech.ts';

/** Why nothing was heard: the microphone is not allowed, or nothing was understood. */
export type VoiceFailure = 'voiceRefused' | 'voiceFailed';

/** Set by the shopper or the browser's settings, or no microphone: asking again changes nothing. */
const REFUSED = new Set(['not-allowed', 'service-not-allowed', 'audio-capture']);
/** The shopper stopped it. */
const STOPPED = 'aborted';

/**
 * Listens once, until the shopper pauses.
 *
 * @returns Ends it before.
 */
export function listen(
  recognition: Recognition,
  options: {
    /** BCP 47. */
    readonly locale: string;
    /** Everything understood so far. */
    onText(text: string): void;
    onEnd(failure: VoiceFailure | undefined): void;
  },
): () => void {
  let failure: VoiceFailure | undefined;
  recognition.lang = options.locale;
  recognition.interimResults = true;
  recognition.onresult = (event) => options.onText(textOf(event));
  recognition.onerror = ({ error }) => {
    if (error !== STOPPED) failure = REFUSED.has(error) ? 'voiceRefused' : 'voiceFailed';
  };
  recognition.onend = () => options.onEnd(failure);
  recognition.start();
  return () => recognition.stop();
}

const textOf = ({ results }: RecognitionResult): string =>
  Array.from(results, (result) => result[0]?.transcript ?? '').join('');
