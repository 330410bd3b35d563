import { AssistantError } from '../../src/errors/assistant-error.ts';

export const FEED_ENCODINGS = ['utf-8', 'utf-16le', 'utf-16be', 'windows-1252'] as const;
export type FeedEncoding = (typeof FEED_ENCODINGS)[number];

const DECLARED: ReadonlyMap<string, FeedEncoding> = new Map([
  ['utf-8', 'utf-8'],
  ['utf8', 'utf-8'],
  ['us-ascii', 'utf-8'],
  ['utf-16', 'utf-16le'],
  ['utf-16le', 'utf-16le'],
  ['utf-16be', 'utf-16be'],
  ['iso-8859-1', 'windows-1252'],
  ['iso-8859-15', 'windows-1252'],
  ['windows-1252', 'windows-1252'],
  ['latin1', 'windows-1252'],
]);

/**
 * The encoding of a text by its first bytes: a byte order mark, the zero bytes of UTF-16, the declaration of an XML
 * document, else UTF-8; bytes above 127 that never form a UTF-8 character are Windows-1252 (a superset of Latin-1).
 *
 * @throws {AssistantError} CATALOGUE_REFUSED when it is no text, or a mixture of encodings.
 */
export function detectEncoding(sample: Uint8Array, path: string): FeedEncoding {
  if (sample[0] === 0xef && sample[1] === 0xbb && sample[2] === 0xbf) return 'utf-8';
  if (sample[0] === 0xff && sample[1] === 0xfe) return 'utf-16le';
  if (sample[0] === 0xfe && sample[1] === 0xff) return 'utf-16be';
  const zeros = [0, 0];
  for (const [index, byte] of sample.subarray(0, 4_096).entries())
    if (byte === 0) zeros[index % 2] = (zeros[index % 2] ?? 0) + 1;
  const [even = 0, odd = 0] = zeros;
  const half = Math.min(sample.length, 4_096) / 2;
  if (odd > half * 0.6 && even < half * 0.1) return 'utf-16le';
  if (even > half * 0.6 && odd < half * 0.1) return 'utf-16be';
  if (even + odd > half * 0.4) throw new AssistantError('CATALOGUE_REFUSED', `${path} is not a text file`);

  const declared = Buffer.from(sample.subarray(0, 200))
    .toString('latin1')
    .match(/^\s*<\?xml[^>]*\bencoding\s*=\s*["']([\w-]+)["']/i)?.[1];
  if (declared !== undefined) {
    const known = DECLARED.get(declared.toLowerCase());
    if (known !== undefined) return known;
    throw new AssistantError(
      'CATALOGUE_REFUSED',
      `${path} declares the encoding ${declared}; save it as UTF-8`,
    );
  }
  const { valid, invalid } = countSequences(sample);
  if (invalid === 0 || valid > 0) return 'utf-8';
  return 'windows-1252';
}

/** Multi-byte UTF-8 sequences that are well formed, and bytes above 127 outside of them. */
function countSequences(sample: Uint8Array): { valid: number; invalid: number } {
  let valid = 0;
  let invalid = 0;
  for (let index = 0; index < sample.length; index += 1) {
    const byte = sample[index] ?? 0;
    if (byte < 0x80) continue;
    const length = byte >= 0xf0 && byte < 0xf5 ? 3 : byte >= 0xe0 ? 2 : byte >= 0xc2 ? 1 : 0;
    const rest = sample.subarray(index + 1, index + 1 + length);
    // A sequence cut by the end of the sample is no fault.
    if (length > 0 && rest.length < length) break;
    if (length > 0 && byte < 0xf5 && rest.every((next) => next >= 0x80 && next < 0xc0)) {
      valid += 1;
      index += length;
    } else {
      invalid += 1;
    }
  }
  return { valid, invalid };
}
