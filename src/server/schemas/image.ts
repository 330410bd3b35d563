import * as z from 'zod';
import { CHAT_IMAGE_TYPES, type ChatImage } from '../../ports/chat-model.ts';

/** Characters of so many bytes in base64, with padding. */
export const base64Length = (bytes: number): number => 4 * Math.ceil(bytes / 3);

/** What files of a type begin with: bytes, from a place on. */
const SIGNATURES: Readonly<
  Record<ChatImage['mediaType'], readonly { readonly at: number; readonly bytes: readonly number[] }[]>
> = {
  'image/jpeg': [{ at: 0, bytes: [0xff, 0xd8, 0xff] }],
  'image/png': [{ at: 0, bytes: [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a] }],
  'image/webp': [
    { at: 0, bytes: [0x52, 0x49, 0x46, 0x46] },
    { at: 8, bytes: [0x57, 0x45, 0x42, 0x50] },
  ],
};

/**
 * A picture that is sent along: base64 in its one spelling, not above the limit, and of the type that it says.
 *
 * @param limitBytes Decoded.
 */
export const imageSchema = (limitBytes: number) =>
  z
    .strictObject({
      mediaType: z.enum(CHAT_IMAGE_TYPES),
      base64: z
        .string()
        .max(base64Length(limitBytes), `must be a picture of at most ${limitBytes} bytes`)
        .meta({ description: `At most ${limitBytes} bytes` }),
    })
    .superRefine(({ mediaType, base64 }, context) => {
      const bytes = Buffer.from(base64, 'base64');
      const problem = problemOf(bytes, base64, mediaType, limitBytes);
      if (problem !== undefined) context.addIssue({ code: 'custom', path: ['base64'], message: problem });
    });

function problemOf(
  bytes: Buffer,
  base64: string,
  mediaType: ChatImage['mediaType'],
  limitBytes: number,
): string | undefined {
  if (bytes.toString('base64') !== base64) return 'must be base64 (RFC 4648, section 4, with padding)';
  if (bytes.length > limitBytes) return `must be a picture of at most ${limitBytes} bytes`;
  const isOfType = SIGNATURES[mediaType].every(({ at, bytes: signature }) =>
    signature.every((byte, index) => bytes[at + index] === byte),
  );
  return isOfType ? undefined : `must be a picture of the type ${mediaType}`;
}
