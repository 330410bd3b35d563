import type { ChatMessage } from '../ports/chat-model.ts';

/** Tokens around a message: role, separators. */
const TOKENS_PER_MESSAGE = 8;
/** Tokens of a UTF-8 byte of our own prose, terms of a catalogue and JSON schemas, at most; measured .2 to .45 in eight languages. */
const TOKENS_PER_BYTE_OF_PROSE = 0.5;
/** Of a picture that is looked at in low detail, at most, whatever its size: vendors count from 85 to some 3,800. */
const TOKENS_PER_IMAGE = 4_000;

/**
 * At most so many tokens has a prompt, for tokenizers that work on bytes, whichever it is; costs microseconds. Half a token a byte is
 * taken for what we wrote. What others wrote could be chosen to make many tokens, but never more than its bytes.
 *
 * @param schemas JSON schemas that are sent along.
 */
export function boundTokens(messages: readonly ChatMessage[], schemas = ''): number {
  const ofMessages = messages.map(
    ({ role, content, images = [] }) =>
      TOKENS_PER_MESSAGE +
      boundText(content) * (role === 'system' ? TOKENS_PER_BYTE_OF_PROSE : 1) +
      images.length * TOKENS_PER_IMAGE,
  );
  return Math.ceil(
    ofMessages.reduce((sum, tokens) => sum + tokens, TOKENS_PER_MESSAGE) +
      boundText(schemas) * TOKENS_PER_BYTE_OF_PROSE,
  );
}

/** Of a text of unknown origin. */
const boundText = (text: string): number => Buffer.byteLength(text);
