import type { Command } from '../domain/command.ts';
import { isAssistantError } from '../errors/assistant-error.ts';
import type { Appraisal } from '../knowledge/appraise.ts';
import type { Library } from '../knowledge/library.ts';
import { soundsAsked } from '../understanding/is-question.ts';
import type { ParseContext, Parser, Understanding } from '../understanding/parser.ts';

/**
 * A parser that knows what the shop has written: "how do I wash wool?" is a search for wool until the documents are seen to answer it. What is
 * said of an order by its number, and what only the shopper's exact words may decide, stays as it was read.
 */
export function withShopTexts(
  parser: Parser,
  library: () => Pick<Library, 'isEmpty' | 'appraise'> | undefined,
): Parser {
  return {
    async parse(utterance, context, signal) {
      const understood = await parser.parse(utterance, context, signal);
      const texts = library();
      const yields = understood.commands.map((command) => yieldingOf(command, context));
      if (texts === undefined || texts.isEmpty || yields.includes(undefined)) return understood;
      const { language } = understood;
      const isAsked = soundsAsked(utterance, language);
      // Weighing costs: only where something may come of it.
      if (!isAsked && yields.some((each) => each !== ifAnswered)) return understood;
      const { country: market } = context.market;
      const question = utterance.slice(0, LONGEST_QUESTION);
      const appraisal = await orNone(texts.appraise({ question, language, market }, signal));
      if (appraisal === undefined) return understood;
      const said = { ...appraisal, isAsked };
      return yields.every((each) => each?.(said) === true) ? asQuestion(understood, utterance) : understood;
    },
  };
}

interface SaidToShop extends Appraisal {
  readonly isAsked: boolean;
}

/** Documents that cannot be searched now answer nothing: the reading stands, and the turn tells of the fault where it needs them. */
async function orNone(appraisal: Promise<Appraisal>): Promise<Appraisal | undefined> {
  try {
    return await appraisal;
  } catch (error) {
    if (isAssistantError(error) && OUTAGES.has(error.code)) return undefined;
    throw error;
  }
}

const OUTAGES: ReadonlySet<string> = new Set(['INDEX_UNAVAILABLE', 'INDEX_FAILED']);

/** Whether a reading gives way to a question that is put to the documents. */
type Yielding = (said: SaidToShop) => boolean;

/** Better than just good enough, where another reading makes sense as well. */
const WELL = 0.3;
const VERY_WELL = 0.8;

/** What is no business of the shop by its words is answered by what terms speak of alone. */
const ifAnswered: Yielding = ({ excess, isOnTerms, namesSubject }) =>
  excess !== undefined && (isOnTerms || namesSubject);
const ifAsked: Yielding = ({ excess, isAsked }) => isAsked && excess !== undefined;
const ifAskedWell: Yielding = ({ excess = -1, isAsked }) => isAsked && excess >= WELL;

/** Of words that all are values of the catalogue ("wash wool"), and of those that are not ("where are boots made"). */
const ofKnownWords: Yielding = ({ excess = -1, isAsked, isOnTerms, isSeeking }) =>
  isAsked && isOnTerms && !isSeeking && excess >= WELL;
const ofOtherWords: Yielding = (said) => {
  const { excess = -1, isAsked, isOnTerms, namesSubject, isSeeking } = said;
  if (!isAsked) return false;
  if (isSeeking) return isOnTerms && excess >= VERY_WELL;
  return namesSubject || excess >= (isOnTerms ? 0 : WELL);
};

/** Undefined: the reading stands. */
function yieldingOf(command: Command, { state }: ParseContext): Yielding | undefined {
  if ('orderNumber' in command && command.orderNumber !== undefined) return undefined;
  switch (command.type) {
    case 'out-of-scope':
      return ifAnswered;
    case 'size-fit':
    case 'compare':
    case 'ask-product':
    case 'similar':
      return state.shown.length === 0 ? ifAsked : undefined;
    case 'checkout':
    case 'complaint':
      return ifAsked;
    case 'handoff':
      return command.reason === 'order' ? ifAskedWell : undefined;
    case 'return':
    case 'exchange':
    case 'cancel-order':
    case 'change-address':
      return ifAskedWell;
    case 'find':
    case 'refine':
      return command.query === '' ? ofKnownWords : ofOtherWords;
    default:
      return undefined;
  }
}

/** In characters: what is put to the documents of a longer message. Weighing costs by words. */
const LONGEST_QUESTION = 400;
const SURE = 0.9;

const asQuestion = (understood: Understanding, utterance: string): Understanding => ({
  ...understood,
  commands: [{ type: 'ask-policy', topic: 'other', question: utterance.slice(0, LONGEST_QUESTION) }],
  confidence: Math.max(SURE, understood.confidence),
});
