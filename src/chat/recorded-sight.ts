import type { TurnTrace } from '../domain/trace.ts';
import { AssistantError } from '../errors/assistant-error.ts';
import type { ChatImage } from '../ports/chat-model.ts';
import type { ReadPicture } from '../understanding/read-picture.ts';

/** In the place of a picture that is kept nowhere. */
const FORGOTTEN: ChatImage = { mediaType: 'image/png', base64: '' };

/** Sees again what was seen in the picture of a recorded turn; nothing where it had none. */
export function recordedSight({ steps }: Pick<TurnTrace, 'steps'>): {
  readonly image?: ChatImage;
  readonly readPicture?: ReadPicture;
} {
  const step = steps.find(({ kind }) => kind === 'picture');
  if (step === undefined) return {};
  const { outcome, words = '' } = step.facts;
  return {
    image: FORGOTTEN,
    async readPicture() {
      if (outcome === 'unavailable')
        throw new AssistantError('MODEL_UNAVAILABLE', 'The picture could not be looked at then either');
      return outcome === 'seen'
        ? { kind: String(words), color: '', material: '', pattern: '', style: '' }
        : undefined;
    },
  };
}
