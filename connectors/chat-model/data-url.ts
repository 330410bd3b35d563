import type { ChatImage } from '../../src/ports/chat-model.ts';

/** A picture as an address that holds it (RFC 2397). */
export const toDataUrl = ({ mediaType, base64 }: ChatImage): string => `data:${mediaType};base64,${base64}`;
