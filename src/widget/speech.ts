/** What of the Web Speech API is used; browsers have it under either name, or not at all. */
export interface Recognition {
  lang: string;
  interimResults: boolean;
  onresult: ((event: RecognitionResult) => void) | null;
  onerror: ((event: { readonly error: string }) => void) | null;
  onend: (() => void) | null;
  start(): void;
  stop(): void;
}

export interface RecognitionResult {
  readonly results: ArrayLike<ArrayLike<{ readonly transcript: string }>>;
}

interface SpeechGlobals {
  readonly SpeechRecognition?: new () => Recognition;
  readonly webkitSpeechRecognition?: new () => Recognition;
}

/** Makes a recognition; absent where the browser has none. */
export function recognitionOf(globals: object = globalThis): (new () => Recognition) | undefined {
  const { SpeechRecognition, webkitSpeechRecognition } = globals as SpeechGlobals;
  return SpeechRecognition ?? webkitSpeechRecognition;
}

export const canReadAloud = (globals: object = globalThis): boolean =>
  'speechSynthesis' in globals && 'SpeechSynthesisUtterance' in globals;
