import { initialState } from '../dialogue/record-list.ts';
import type { Command, CommandOf } from '../domain/command.ts';
import type { DialogueState } from '../domain/dialogue-state.ts';
import type { Language } from '../domain/locale.ts';
import type { ReplyStep } from '../domain/reply-plan.ts';
import type { Degradation } from '../domain/turn.ts';
import { AssistantError } from '../errors/assistant-error.ts';
import type { ChatImage } from '../ports/chat-model.ts';
import type { Replier } from '../reply/replier.ts';
import type { ParseContext, Understanding } from '../understanding/parser.ts';
import { PICTURE_FIELDS, type PictureWords, type ReadPicture } from '../understanding/read-picture.ts';
import { type Parsers, toDegradation } from './understand-message.ts';
import { wishOfPicture, withPicture } from './wish-of-picture.ts';

export interface PictureRooms {
  readonly parsers: () => Parsers;
  readonly replier: Pick<Replier, 'pictureWords'>;
  /** Absent where the shop's model sees nothing. */
  readonly readPicture?: ReadPicture;
}

/** What a picture brings into a turn; nothing where there is none. */
export interface Sight {
  /** Understand what is said of the picture. */
  readonly parsers: Parsers;
  /** The thing in it, in a few words of the shopper's language. */
  readonly seen?: string;
  /** What the reply says first. */
  readonly steps: readonly Extract<ReplyStep, { act: 'picture' }>[];
  readonly degraded: readonly Degradation[];
}

/** Characters of what was seen, at most. */
const LONGEST_SEEN = 60;

/**
 * Looks at the picture of a message before its words are understood. What a model read in it counts only as far as the embedded parser,
 * which knows nothing of the conversation then, finds a search in it and nothing else: orders that were written in a picture have no
 * effect. A model that fails leaves the words.
 *
 * @param signal The time in which models may be asked.
 * @throws {AssistantError} INVALID_ARGUMENT where the shop's model sees nothing.
 */
export async function lookAtPicture(
  rooms: PictureRooms,
  { text, image }: { readonly text: string; readonly image?: ChatImage },
  context: ParseContext,
  signal: AbortSignal,
): Promise<Sight> {
  const parsers = rooms.parsers();
  if (image === undefined) return { parsers, steps: [], degraded: [] };
  if (rooms.readPicture === undefined) throw noPictures();
  const own = await parsers.embedded.parse(text, context, signal);
  const { language } = own;
  const { spender } = context;
  const asked = { language, signal, ...(spender === undefined ? {} : { spender }) };
  let words: PictureWords | undefined;
  try {
    words = await rooms.readPicture(image, asked);
  } catch (error) {
    const degraded = [toDegradation('chat-model', error)];
    return { parsers, steps: [{ act: 'picture', outcome: 'unavailable' }], degraded };
  }
  const seen = words === undefined ? '' : shortWords(words, rooms.replier, language);
  const blank = unpaged({ ...context, language, state: initialState(language) });
  const read = seen === '' ? [] : (await parsers.embedded.parse(seen, blank, signal)).commands;
  const [found, ...others] = read;
  if (found?.type !== 'find' || others.length > 0)
    return { parsers, steps: [{ act: 'picture', outcome: 'unclear' }], degraded: [] };
  const alone = (await parsers.embedded.parse(text, blank, signal)).commands;
  return {
    parsers: ofPicture(parsers, found, { own, alone, state: context.state }),
    seen,
    steps: [{ act: 'picture', outcome: 'seen', words: seen }],
    degraded: [],
  };
}

/** Parsers for which "this" is what was seen. */
function ofPicture(
  { model }: Parsers,
  found: CommandOf<'find'>,
  words: { readonly own: Understanding; readonly alone: readonly Command[]; readonly state: DialogueState },
): Parsers {
  const wish = wishOfPicture(found);
  const together = (understanding: Understanding, alone?: readonly Command[]): Understanding => ({
    ...understanding,
    commands: withPicture(wish, understanding.commands, words.state, alone),
  });
  return {
    embedded: { parse: async () => together(words.own, words.alone) },
    ...(model === undefined
      ? {}
      : { model: { parse: async (...message) => together(await model.parse(...message)) } }),
  };
}

export const noPictures = (): AssistantError =>
  new AssistantError('INVALID_ARGUMENT', 'This shop takes no pictures: its model does not see them');

/** What tells least is left out until the rest is short enough. */
function shortWords(words: PictureWords, replier: PictureRooms['replier'], language: Language): string {
  const least = PICTURE_FIELDS.toReversed();
  let left = words;
  for (const field of least) {
    const phrase = replier.pictureWords(left, language);
    if (phrase.length <= LONGEST_SEEN) return phrase;
    left = { ...left, [field]: '' };
  }
  return '';
}

function unpaged({ pageProductId: _page, ...context }: ParseContext): ParseContext {
  return context;
}
