/**
 * Speaks words, after whatever was being spoken.
 *
 * @param language BCP 47.
 * @returns Stops it.
 */
export function readAloud(words: string, options: { readonly language: string; onEnd(): void }): () => void {
  const { speechSynthesis } = globalThis;
  speechSynthesis.cancel();
  const utterance = new SpeechSynthesisUtterance(words);
  utterance.lang = options.language;
  utterance.addEventListener('end', options.onEnd);
  utterance.addEventListener('error', options.onEnd);
  speechSynthesis.speak(utterance);
  return () => speechSynthesis.cancel();
}
