import type { Act } from '../domain/act.ts';
import type { Language } from '../domain/locale.ts';
import { type Product, productText } from '../domain/product.ts';
import type { ReplyStep } from '../domain/reply-plan.ts';
import { isAssistantError } from '../errors/assistant-error.ts';
import { findStatement } from '../knowledge/find-statement.ts';
import { splitSentences } from '../knowledge/split-sentences.ts';
import { splitWords } from '../text/analyze.ts';
import { offeredVariants, toProductView } from './product-view.ts';
import { type TurnContext, viewContext } from './turn-context.ts';

type AnswerStep = Extract<ReplyStep, { act: 'answer' }>;
type AnswerAct = Extract<Act, { type: 'answer' }>;

/** A passage longer than this is no answer on a phone. */
const MAX_PASSAGE_CHARACTERS = 280;

/** A question about one product, answered from its fields, else with a sentence of its own text, else of a document on it, else "not stated". */
export async function answerProduct(
  act: AnswerAct,
  context: TurnContext,
  signal: AbortSignal,
): Promise<AnswerStep | undefined> {
  const step = await answerFromProduct(act, context, signal);
  const isAsked = act.question.trim() !== '';
  if (step === undefined || !isAsked || step.values !== undefined || step.passage !== undefined) return step;
  const { shop, language, market } = context;
  const asked = { question: act.question, language, market: market.country, productId: act.productId };
  const [quote] = (await shop.library?.ask(asked, signal)) ?? [];
  if (quote === undefined) return step;
  return { ...step, passage: quote.text, passageEvidence: `document:${quote.documentId}#${quote.passage}` };
}

async function answerFromProduct(
  act: AnswerAct,
  context: TurnContext,
  signal: AbortSignal,
): Promise<AnswerStep | undefined> {
  const { shop, language } = context;
  const product = (await shop.store.products([act.productId])).get(act.productId);
  const view = viewContext(context);
  const offered = product === undefined ? undefined : offeredVariants(product, view.market, view.nowMs)[0];
  if (product === undefined || offered === undefined) return undefined;
  const shown = toProductView(product, offered, view);
  const planned = { view: shown, reasons: [] };
  if (act.attribute === undefined) {
    const stated = findStated(shown.attributes, act.question, language);
    if (stated !== undefined) {
      const attributeLabel = shop.vocabulary.attributeLabel(stated.attribute, language);
      return { act: 'answer', product: planned, attributeLabel, ...stated };
    }
    const passage = await findPassage(product, act.question, context, signal);
    return { act: 'answer', product: planned, ...(passage === undefined ? {} : { passage }) };
  }
  const values = valuesOf(product, act.attribute, context) ?? fieldOf(shown, act.attribute);
  const attributeLabel = shop.vocabulary.attributeLabel(act.attribute, language);
  const passage =
    values === undefined
      ? await findPassage(product, act.question, context, signal, attributeLabel)
      : undefined;
  return {
    act: 'answer',
    product: planned,
    attribute: act.attribute,
    attributeLabel,
    ...(values === undefined ? {} : { values }),
    ...(passage === undefined ? {} : { passage }),
  };
}

/** All values that can be bought in the market: "does it come in blue?" is about every variant. */
function valuesOf(product: Product, attribute: string, context: TurnContext): string[] | undefined {
  const { shop, language, market, nowMs } = context;
  const buyable = offeredVariants(product, market.country, nowMs).filter(
    ({ offer }) => offer.availability !== 'out-of-stock',
  );
  const values = new Set([
    ...(product.attributes[attribute] ?? []),
    ...buyable.flatMap(({ variant }) => variant.attributes[attribute] ?? []),
  ]);
  return values.size === 0
    ? undefined
    : [...values].map((value) => shop.vocabulary.labelOf(attribute, value, language));
}

function fieldOf(view: AnswerStep['product']['view'], attribute: string): string[] | undefined {
  if (attribute === 'price') return [view.price.formatted];
  if (attribute === 'brand' && view.brand !== undefined) return [view.brand];
  if (attribute === 'category' && view.category.length > 0) return [view.category.join(' › ')];
  return undefined;
}

/** "Is it waterproof?", when the shop states just that. */
function findStated(
  attributes: Readonly<Record<string, readonly string[]>>,
  question: string,
  language: Language,
): { readonly attribute: string; readonly values: readonly string[] } | undefined {
  const asked = new Set(splitWords(question, language).map(({ stem }) => stem));
  for (const [attribute, labels] of Object.entries(attributes)) {
    const values = labels.filter((label) => {
      const stems = splitWords(label, language).map(({ stem }) => stem);
      return stems.length > 0 && stems.every((stem) => asked.has(stem));
    });
    if (values.length > 0) return { attribute, values };
  }
  return undefined;
}

/** The sentence of the product's own text that answers, by words and by the vectors of the shop; its first one when nothing is asked. */
async function findPassage(
  product: Product,
  question: string,
  { shop, language }: TurnContext,
  signal: AbortSignal,
  attributeLabel = '',
): Promise<string | undefined> {
  const text = productText(product, language);
  const textLanguage = product.texts[language] === undefined ? product.language : language;
  const sentences = splitSentences(text.description, textLanguage).filter(
    (sentence) => sentence.length <= MAX_PASSAGE_CHARACTERS,
  );
  if (question.trim() === '') return sentences[0];
  const cosines = await cosinesOf(question, sentences, { shop, language, textLanguage, signal });
  const asked = { text: question, language, textLanguage, known: text.title, cosines };
  return (
    findStatement(sentences, asked) ??
    (attributeLabel === '' ? undefined : findStatement(sentences, { ...asked, text: attributeLabel }))
  );
}

interface Compared {
  readonly shop: TurnContext['shop'];
  readonly language: Language;
  readonly textLanguage: Language;
  readonly signal: AbortSignal;
}

/** Of a question and each sentence; none where the model does not answer. */
async function cosinesOf(
  question: string,
  sentences: readonly string[],
  { shop: { embedder }, language, textLanguage, signal }: Compared,
): Promise<number[]> {
  if (embedder === undefined || sentences.length === 0) return [];
  try {
    const [asked] = await embedder.embed([question], { kind: 'query', language, signal });
    const vectors = await embedder.embed(sentences, { kind: 'query', language: textLanguage, signal });
    return vectors.map((vector) => vector.reduce((sum, value, at) => sum + value * (asked?.[at] ?? 0), 0));
  } catch (error) {
    if (!isAssistantError(error) || signal.aborted) throw error;
    return [];
  }
}
