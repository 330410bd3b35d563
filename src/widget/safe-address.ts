/** @returns The absolute address when it is a web address, else undefined: a catalogue may hold anything. */
export function safeAddress(address: string | undefined, base: string): string | undefined {
  if (address === undefined) return undefined;
  try {
    const url = new URL(address, base);
    return url.protocol === 'https:' || url.protocol === 'http:' ? url.href : undefined;
  } catch {
    return undefined;
  }
}
