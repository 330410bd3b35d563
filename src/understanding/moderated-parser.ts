import type { Moderation } from '../ports/moderation.ts';
import { hidePrivateParts } from './model-parser-privacy.ts';
import type { Parser, Understanding } from './parser.ts';

/** A parser whose messages are also judged by others, at the same time: what they flag is unsafe, whatever the parser understood or failed at. */
export function createModeratedParser(parser: Parser, moderation: Moderation): Parser {
  return {
    async parse(utterance, context, signal) {
      const judged = moderation.judge(hidePrivateParts(utterance), signal);
      const understood = parser.parse(utterance, context, signal);
      understood.catch(() => undefined); // heard below, unless the message is flagged
      const kind = await judged;
      if (kind === undefined) return await understood;
      const usage = await understood.then(
        (understanding) => understanding.usage,
        () => ({ inputTokens: 0, outputTokens: 0 }),
      );
      const { language } = context;
      const flagged: Understanding = {
        language,
        commands: [{ type: 'unsafe', kind }],
        confidence: 1,
        by: 'model',
        usage,
      };
      return flagged;
    },
  };
}
