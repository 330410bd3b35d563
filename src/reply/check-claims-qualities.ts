import type { Language } from '../domain/locale.ts';
import type { PlannedProduct, ReplyPlan, ReplyStep } from '../domain/reply-plan.ts';
import { normalise, type Token, tokenize } from '../text/analyze.ts';
import { perLanguage, toSpoken } from '../text/languages.ts';
import {
  CONCEPTS,
  type Concept,
  type ConceptKind,
  conceptsAt,
  formsOf,
  readCompound,
  widerConcepts,
} from '../text/lexicon/index.ts';
import { affirmedOf, deniedIn, denyingPlaces } from './check-claims-denial.ts';
import { HIDDEN } from './check-claims-mask.ts';

/** Concepts that may be said: of each product, and of the conversation as a whole. */
export interface ProvedConcepts {
  readonly ofProduct: ReadonlyMap<string, ReadonlySet<string>>;
  readonly ofPlan: ReadonlySet<string>;
  /** What a product says it has not ("not waterproof"). */
  readonly deniedOf: ReadonlyMap<string, ReadonlySet<string>>;
}

/** What a statement cannot say of just any product. */
export const CHECKED: readonly ConceptKind[] = ['color', 'material', 'pattern', 'quality'];

const LONGEST_ENDING = 2;

/** Forms that mostly mean something else in a sentence: "down from", Spanish "antes" (before, not suedes). */
const AMBIGUOUS: ReadonlySet<string> = new Set([
  'down',
  'ante',
  'antes',
  'fine',
  'fin',
  'fines',
  'top',
  'set',
  'case',
  'light',
  'tight',
  'usato',
  'usata',
  'usado',
  'usada',
  'gebruikt',
]);

/** Qualities in the eye of the beholder: said of anything without being a fact that could be wrong. */
export const TASTE: ReadonlySet<string> = new Set(
  'warm,soft,mild,light,comfortable,elegant,stylish,casual,classic,modern,minimalist,cute,beautiful,funny,romantic,fresh,fast,sweet,short,long,big,small,bright,dark,hard,thin,cool,cheap,quiet,wide,narrow,beginner'.split(
    ',',
  ),
);

export function proveConcepts(
  plan: ReplyPlan,
  products: readonly PlannedProduct[],
  draft: string,
): ProvedConcepts {
  const { language } = plan;
  const textsOf = ({ view, reasons }: PlannedProduct): string[] => [
    view.description ?? '',
    ...Object.values(view.attributes).flat(),
    ...reasons.flatMap((reason) =>
      reason.kind === 'has-value' ? [reason.label] : reason.kind === 'matches-words' ? reason.words : [],
    ),
    ...plan.steps.flatMap((step) => saidOf(step, view.productId)),
  ];
  const ofProduct = new Map(
    products.map((product) => [
      product.view.productId,
      conceptsIn(
        [
          product.view.title,
          ...product.view.category,
          ...textsOf(product).map((text) => affirmedOf(text, language)),
        ],
        language,
      ),
    ]),
  );
  const deniedOf = new Map(
    products.map((product) => [
      product.view.productId,
      conceptsIn(
        textsOf(product).map((text) => deniedIn(text, language)),
        language,
      ),
    ]),
  );
  const wishes = plan.steps.flatMap((step) =>
    step.act === 'show' ? [step.need.query, ...step.need.constraints.map(({ words }) => words)] : [],
  );
  const ofPlan = new Set([
    ...conceptsIn([draft, ...wishes], plan.language),
    ...[...ofProduct.values()].flatMap((concepts) => [...concepts]),
  ]);
  return { ofProduct, ofPlan, deniedOf };
}

/**
 * A colour, material, pattern or testable quality in the rest of a sentence that the plan does not hold
 * ("waterproof" of a scarf that does not say so). What is said of a product must stand in its own facts, what is said of
 * none in particular somewhere in the plan.
 *
 * @param subjects Products the sentence is about; empty when it is about none in particular.
 */
export function findUnprovedConcept(
  visible: string,
  language: Language,
  subjects: readonly string[],
  { ofPlan, ofProduct, deniedOf }: ProvedConcepts,
): string | undefined {
  const conceptsOf = (known: ReadonlyMap<string, ReadonlySet<string>>) =>
    new Set(subjects.flatMap((productId) => [...(known.get(productId) ?? [])]));
  const ofSubjects = conceptsOf(ofProduct);
  const deniedOfSubjects = conceptsOf(deniedOf);
  const isDenying = denyingPlaces(visible, language);
  const isProved = ({ kind, id }: Concept, at: number): boolean => {
    if (kind === 'quality' && TASTE.has(id)) return true;
    const proved = subjects.length === 0 ? ofPlan : isDenying(at) ? deniedOfSubjects : ofSubjects;
    return proved.has(`${kind}:${id}`);
  };
  const tokens = tokenize(visible.replaceAll(HIDDEN, ' '), language);
  return readMeanings(tokens, language)
    .filter(({ words, concepts }) => concepts.some((concept) => isWritten(words, concept, language)))
    .find(({ concepts, at }) => !concepts.some((concept) => isProved(concept, at)))?.concepts[0]?.id;
}

const tasteFormsOf = perLanguage(
  (language) =>
    new Set(
      CONCEPTS.filter(({ kind, id }) => kind === 'quality' && TASTE.has(id))
        .flatMap((entry) => formsOf(entry, language))
        .map(normalise)
        .filter((form) => !AMBIGUOUS.has(form)),
    ),
);

/** Whether a sentence says what is in the eye of the beholder, in whatever degree ("smaller"). */
export function isOfTaste(visible: string, language: Language): boolean {
  const forms = tasteFormsOf(toSpoken(language));
  return tokenize(visible.replaceAll(HIDDEN, ' '), language).some(({ normal, stem }) =>
    [normal, stem, normal.slice(0, -1), normal.slice(0, -LONGEST_ENDING)].some((form) => forms.has(form)),
  );
}

/** A stem joins "stock" with "stockings": to refute, the words themselves must be there, with an ending at most. */
export function isWritten(words: string, found: Concept, language: Language): boolean {
  return formsOf(found, toSpoken(language)).some((form) => {
    const written = normalise(form);
    return (
      !AMBIGUOUS.has(words) && words.startsWith(written) && words.length - written.length <= LONGEST_ENDING
    );
  });
}

interface Meaning {
  /** Normalised, as in the text. */
  readonly words: string;
  readonly concepts: readonly Concept[];
  /** Where they begin. */
  readonly at: number;
}

/** What each word or phrase may mean, in order. */
function readMeanings(tokens: readonly Token[], language: Language): Meaning[] {
  const meanings: Meaning[] = [];
  for (let from = 0; from < tokens.length; ) {
    const { found, to } = conceptsAt(tokens, from, language, CHECKED);
    // A face cream is not of the colour of cream.
    const longest = conceptsAt(tokens, from, language);
    const isThing = longest.to >= to && longest.found.some(({ kind }) => kind === 'type');
    if (found.length > 0 && !isThing) {
      const words = tokens.slice(from, to).map(({ normal }) => normal);
      meanings.push({ words: words.join(' '), concepts: found, at: tokens[from]?.start ?? 0 });
    }
    from = Math.max(to, from + 1);
  }
  return meanings;
}

/** Everything a text names, wider concepts and the parts of German compounds too, by `kind:id`. */
function conceptsIn(texts: readonly string[], language: Language): ReadonlySet<string> {
  const concepts = texts.flatMap((text) => {
    const tokens = tokenize(text, language);
    const compounds = tokens.flatMap((token) => {
      const compound = readCompound(token, language);
      return compound === undefined ? [] : [compound.head, ...compound.modifiers];
    });
    return [...readMeanings(tokens, language).flatMap(({ concepts: meant }) => meant), ...compounds];
  });
  return new Set(concepts.flatMap(widerConcepts).map(({ kind, id }) => `${kind}:${id}`));
}

/** What a step itself tells of a product. */
export function saidOf(step: ReplyStep, productId: string): readonly string[] {
  if (step.act === 'compare') {
    const column = step.products.findIndex(({ view }) => view.productId === productId);
    return column < 0 ? [] : step.rows.flatMap(({ values }) => values[column] ?? []);
  }
  if (step.act !== 'answer' || step.product.view.productId !== productId) return [];
  return [...(step.values ?? []), step.passage ?? ''];
}
