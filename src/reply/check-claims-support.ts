import { z } from 'zod';
import type { Language } from '../domain/locale.ts';
import type { PlannedProduct, ReplyPlan, ReplyStep } from '../domain/reply-plan.ts';
import { isStopWord, normalise, splitWords, stemWord, type Token } from '../text/analyze.ts';
import { perLanguage, toSpoken } from '../text/languages.ts';
import { conceptsAt, widerConcepts } from '../text/lexicon/index.ts';
import { LOCALES } from '../text/locale-files.ts';
import { hasUnspacedScript } from '../text/unspaced-scripts.ts';
import { affirmedOf, deniedIn, denyingPlaces } from './check-claims-denial.ts';
import { HIDDEN } from './check-claims-mask.ts';
import { CHECKED, isWritten, saidOf, TASTE } from './check-claims-qualities.ts';
import { isTalk, NUMBER_WORDS } from './check-claims-words.ts';

/** Words that the facts hold, in the forms in which a statement may take them up. */
interface Support {
  readonly stems: ReadonlySet<string>;
  /** `kind:id` of what they name, and of what is wider. */
  readonly concepts: ReadonlySet<string>;
  /** Everything in one, normalised: where words are not parted, a part of it is supported. */
  readonly whole: string;
}

export interface SupportedWords {
  readonly ofProduct: ReadonlyMap<string, Support>;
  /** What a product says it has not, and what it is called: all that may be denied of it. */
  readonly deniedOf: ReadonlyMap<string, Support>;
  /** Of the template and whatever else is not one product's. */
  readonly ofPlan: Support;
  /** Of what the shopper wants: true of no product for that. */
  readonly ofWish: Support;
}

/** A word joins others to a longer one with parts no shorter than this. */
const SHORTEST_PART = 3;

export function collectSupport(
  plan: ReplyPlan,
  products: readonly PlannedProduct[],
  draft: string,
): SupportedWords {
  const { language } = plan;
  const ofProduct = new Map(
    products.map((product) => [
      product.view.productId,
      toSupport(
        [...namesOf(product), ...textsOf(product, plan).map((text) => affirmedOf(text, language))],
        language,
      ),
    ]),
  );
  const deniedOf = new Map(
    products.map((product) => [
      product.view.productId,
      toDenied(
        namesOf(product),
        textsOf(product, plan).map((text) => deniedIn(text, language)),
        language,
      ),
    ]),
  );
  const ofWish = toSupport(plan.steps.flatMap(wishesOf), language);
  const draftStems = toSupport([draft], language).stems.difference(ofWish.stems);
  const labels = toSupport(plan.steps.flatMap(labelsOf), language);
  return {
    ofProduct,
    deniedOf,
    // What the template says of one product holds of that one.
    ofPlan: {
      ...labels,
      stems: [...ofProduct.values()]
        .reduce((stems, { stems: own }) => stems.difference(own), draftStems)
        .union(labels.stems),
    },
    ofWish,
  };
}

/** In the shopper's words, fulfilled or not. */
function wishesOf(step: ReplyStep): readonly string[] {
  switch (step.act) {
    case 'show':
      return [
        step.need.query,
        ...step.need.constraints.map(({ words }) => words),
        ...step.relaxed.map(({ words }) => words),
        ...step.unknown,
      ];
    case 'tally':
      return [
        step.need.query,
        ...step.need.constraints.map(({ words }) => words),
        ...step.relaxed,
        ...step.unknown,
      ];
    default:
      return [];
  }
}

function labelsOf(step: ReplyStep): readonly string[] {
  if (step.act === 'compare') return step.rows.map(({ label }) => label);
  return step.act === 'answer' ? [step.attributeLabel ?? '', step.attribute ?? ''] : [];
}

/** What a product and its properties are called. */
const namesOf = ({ view }: PlannedProduct): string[] => [
  view.title,
  view.brand ?? '',
  ...view.category,
  ...Object.keys(view.attributes),
];

/** Names that say what a product is made of or what it does are no mere names. */
function toDenied(names: readonly string[], texts: readonly string[], language: Language): Support {
  const bare = names.flatMap((name) => {
    const tokens = splitWords(name, language);
    return tokens.filter((_, at) => conceptsAt(tokens, at, language, CHECKED).found.length === 0);
  });
  const denied = toSupport(texts, language);
  return { ...denied, stems: denied.stems.union(new Set(bare.map(({ stem }) => stem))) };
}

function textsOf({ view, reasons }: PlannedProduct, plan: ReplyPlan): string[] {
  return [
    view.description ?? '',
    ...Object.values(view.attributes).flat(),
    ...reasons.flatMap((reason) =>
      reason.kind === 'has-value' ? [reason.label] : reason.kind === 'matches-words' ? reason.words : [],
    ),
    ...plan.steps.flatMap((step) => saidOf(step, view.productId)),
  ];
}

function toSupport(texts: readonly string[], language: Language): Support {
  const tokens = texts.map((text) => splitWords(text, language));
  return {
    stems: new Set(tokens.flat().map(({ stem }) => stem)),
    concepts: new Set(tokens.flatMap((words) => conceptsOf(words, language))),
    whole: normalise(texts.join('\n')),
  };
}

function conceptsOf(tokens: readonly Token[], language: Language): string[] {
  return tokens.flatMap((_, from) =>
    conceptsAt(tokens, from, language)
      .found.flatMap(widerConcepts)
      .map(({ kind, id }) => `${kind}:${id}`),
  );
}

/**
 * Words of a statement that neither the facts hold nor talk needs: what cannot be tied to anything is not said. Words of one product
 * do not hold of another. Normalised, in order; empty when all are tied.
 *
 * @param visible The sentence with what is proved covered.
 * @param subjects Products it is about; empty when it is about none in particular, and any will do.
 * @param concedes It says a wish back as not fulfilled.
 * @param proved Words of statements that the plan proves as a whole ("popular with customers"), normalised.
 */
export function findUnsupportedWords(
  visible: string,
  language: Language,
  subjects: readonly string[],
  { ofPlan, ofProduct, deniedOf, ofWish }: SupportedWords,
  concedes: boolean,
  proved: ReadonlySet<string>,
): string[] {
  const strange: string[] = [];
  const asked = subjects.length === 0 ? [...ofProduct.keys()] : subjects;
  const supportsFrom = (known: ReadonlyMap<string, Support>) => [
    ofPlan,
    ...(subjects.length === 0 || concedes ? [ofWish] : []),
    ...asked.flatMap((productId) => known.get(productId) ?? []),
  ];
  const affirmed = supportsFrom(ofProduct);
  const denied = supportsFrom(deniedOf);
  const isDenying = subjects.length === 0 ? () => false : denyingPlaces(visible, language);
  const tokens = splitWords(visible.replaceAll(HIDDEN, ' '), language);
  for (let from = 0; from < tokens.length; ) {
    const token = tokens[from];
    if (token === undefined) break;
    const supports = isDenying(token.start) ? denied : affirmed;
    const { found, to } = conceptsAt(tokens, from, language);
    const words = tokens.slice(from, to).map(({ normal }) => normal);
    const isNamed = found.some(
      (concept) =>
        (concept.kind === 'quality' &&
          TASTE.has(concept.id) &&
          isWritten(words.join(' '), concept, language)) ||
        supports.some(({ concepts }) => concepts.has(`${concept.kind}:${concept.id}`)),
    );
    if (!isNamed && !proved.has(token.normal) && !isSupported(token, language, supports))
      strange.push(token.normal);
    from = isNamed ? Math.max(to, from + 1) : from + 1;
  }
  return strange;
}

function isSupported(token: Token, language: Language, supports: readonly Support[]): boolean {
  if (hasUnspacedScript(token.raw)) return isUnspacedSupported(token.normal, language, supports);
  if (token.raw.length === 1 || !/\p{L}/u.test(token.raw) || isStopWord(token, language)) return true;
  // Numbers were judged before.
  if (NUMBER_WORDS.has(token.normal)) return true;
  const isHeld = (normal: string) =>
    supports.some(({ stems }) => stems.has(normal) || stems.has(stemWord(normal, language)));
  const isOfTalk = (normal: string) =>
    isTalk(normal, language) || isTalk(stemWord(normal, language), language);
  if (isOfTalk(token.normal) || isTalk(token.stem, language) || isHeld(token.normal)) return true;
  if (supports.some(({ stems }) => stems.has(token.stem))) return true;
  if (!writesCompounds(toSpoken(language))) return false;
  for (let cut = SHORTEST_PART; cut <= token.normal.length - SHORTEST_PART; cut += 1) {
    const [head, tail] = [token.normal.slice(0, cut), token.normal.slice(cut)];
    const first = [head, head.replace(/(?:s|es|n|en)$/u, '')].filter((part) => part.length >= SHORTEST_PART);
    // Talk alone makes new words: "Nach" and "lass" are no discount.
    if (first.some(isHeld) && (isHeld(tail) || isOfTalk(tail))) return true;
    if (isHeld(tail) && first.some(isOfTalk)) return true;
  }
  return false;
}

const isJoined = (letters: readonly string[], isHeld: (part: string) => boolean): boolean =>
  letters.some(
    (_, cut) => cut > 0 && isHeld(letters.slice(0, cut).join('')) && isHeld(letters.slice(cut).join('')),
  );

const writesCompounds = perLanguage(
  (language) => LOCALES.section(language, 'compounds', z.string().optional()) !== undefined,
);

/** Endings and small words are in hiragana; the rest of a word has to be held. */
function isUnspacedSupported(word: string, language: Language, supports: readonly Support[]): boolean {
  const isHeld = (part: string) =>
    isTalk(part, language) || supports.some(({ whole }) => whole.includes(part));
  return word
    .split(/\p{Script=Hiragana}+/u)
    .filter((part) => part !== '')
    .every((part) => isHeld(part) || isJoined([...part], isHeld));
}
