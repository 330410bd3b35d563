import type { Design } from './design-product.ts';
import {
  agree,
  capitalise,
  fillSentence,
  type Noun,
  parseNoun,
  toHeadline,
  withIndefiniteArticle,
} from './grammar.ts';
import { MATERIALS } from './materials.ts';
import { PALETTE } from './palette.ts';
import { TRAITS } from './traits.ts';
import { CARE, GENDERS, ORIGINS, PATTERNS, STYLES } from './vocabulary.ts';
import { DEMO_LANGUAGES, type DemoLanguage, inLanguage, known, type Words } from './words.ts';

/** Choices of wording, made once per product so that all languages say the same in the same order. */
export interface Wording {
  readonly opening: number;
  readonly use: number;
  readonly title: number;
  /** Order of the middle part: use, qualities, facts. */
  readonly order: number;
}

export interface ComposedText {
  readonly title: string;
  readonly description: string;
}

/** Title and description of a design in one language. Nothing is said that its attributes do not hold. */
export function composeText(design: Design, wording: Wording, language: DemoLanguage): ComposedText {
  const at = DEMO_LANGUAGES.indexOf(language);
  const noun = parseNoun(inLanguage(design.type.noun, at), language);
  const style = inLanguage(known(STYLES, design.style), at);
  const values = {
    model: design.model,
    brand: design.brand,
    material: materialAfterPreposition(design, language, at),
    style,
    aStyle: withIndefiniteArticle(parseNoun(style, language), language),
    place: inLanguage(known(ORIGINS, design.origin).place, at),
  };
  const say = (template: Words, extra: Readonly<Record<string, string>> = {}) =>
    fillSentence(inLanguage(template, at), noun, language, { ...values, ...extra });

  const use = cycle(design.type.uses, wording.use).map((sentence) => say(sentence));
  const qualities = design.traits.map((trait) => say(known(TRAITS, trait).sentence));
  const facts = design.axes.flatMap(({ axis, values: chosen }) =>
    axis.sentence === undefined || chosen.length !== 1
      ? []
      : chosen.map((value) => say(axis.sentence ?? value, { value: inLanguage(value, at) })),
  );
  const middle = [
    [use, qualities, facts],
    [qualities, use, facts],
    [facts, qualities, use],
    [use, facts, qualities],
  ][wording.order % 4];
  const care = design.care === undefined ? [] : [say(known(CARE, design.care).sentence)];
  const openings = openingsFor(design);
  const sentences = [
    ...cycle(openings, wording.opening).map((sentence) => say(sentence)),
    ...(middle ?? []).flat(),
    ...care,
    say(MADE_IN),
  ];
  return { title: composeTitle(design, wording, noun, language, at), description: sentences.join(' ') };
}

const MADE_IN: Words = [
  'Made {place}.',
  'Hergestellt {place}.',
  '[Fabriqué|Fabriquée|Fabriqués|Fabriquées] {place}.',
  '[Fabricado|Fabricada|Fabricados|Fabricadas] {place}.',
];

const MATERIAL_OPENINGS: readonly Words[] = [
  [
    'The {model} {noun} by {brand} [is|are] made of {material}, in {aStyle} style.',
    '{the} {model} von {brand} [ist|sind] aus {material} gefertigt, im {style}en Stil.',
    '{the} {model} de {brand} [est|sont] en {material}, de style {style}.',
    '{the} {model} de {brand} [es|son] de {material} y de estilo {style}.',
  ],
  [
    '{brand} makes the {model} {noun} from {material}. The style is {style}.',
    '{brand} stellt {model} aus {material} her. Der Stil ist {style}.',
    '{brand} fabrique {the} {model} en {material}. Le style est {style}.',
    '{brand} fabrica {the} {model} con {material}. El estilo es {style}.',
  ],
  [
    '{model}: {a} in {material}, with {aStyle} look.',
    '{model}: {a} aus {material} mit klarer Linie, {style}.',
    '{model} : {a} en {material}, au style {style}.',
    '{model}: {a} de {material}, con estilo {style}.',
  ],
  [
    '{a} made of {material}, designed by {brand} in {aStyle} style.',
    '{a} aus {material}, von {brand} im {style}en Stil entworfen.',
    '{a} en {material}, [dessiné|dessinée|dessinés|dessinées] par {brand} dans un style {style}.',
    '{a} de {material}, con diseño de {brand} y estilo {style}.',
  ],
];

function openingsFor({ type, material }: Design): readonly Words[] {
  if (type.titles !== undefined) return [FROM_THE_HOUSE_OF];
  return material === undefined ? OPENINGS : MATERIAL_OPENINGS;
}

const FROM_THE_HOUSE_OF: Words = [
  '{a} from the house of {brand}.',
  '{a} aus dem Hause {brand}.',
  '{a} de la maison {brand}.',
  '{a} de la casa {brand}.',
];

const OPENINGS: readonly Words[] = [
  [
    '{model}: {a} by {brand}.',
    '{model}: {a} von {brand}.',
    '{model} : {a} de {brand}.',
    '{model}: {a} de {brand}.',
  ],
  FROM_THE_HOUSE_OF,
  [
    '{brand} calls [this|these] {noun} {model}.',
    'Bei {brand} [heißt|heißen] {the} {model}.',
    'Chez {brand}, {the} [s’appelle|s’appellent] {model}.',
    'En {brand}, {the} se [llama|llaman] {model}.',
  ],
];

/** Model, one adjective, material, noun and what sets it apart, in the order the language is used to. */
function composeTitle(
  design: Design,
  wording: Wording,
  noun: Noun,
  language: DemoLanguage,
  at: number,
): string {
  const { type, model } = design;
  const own = cycle(type.titles ?? [], wording.title)[0];
  if (own !== undefined) {
    return fillSentence(inLanguage(own, at), noun, language, { model });
  }
  const adjective = titleAdjective(design, noun, language, at);
  const material = materialAfterPreposition(design, language, at);
  const suffix = titleSuffix(design, at);
  const join = (...parts: readonly string[]) => parts.filter((part) => part !== '').join(' ');
  if (language === 'en') return toHeadline(join(model, adjective, material, noun.form, suffix));
  const withMaterial = material === '' ? '' : `${OF_MATERIAL[language]} ${material}`;
  const words =
    language === 'de'
      ? join(adjective, noun.form, model, withMaterial, suffix)
      : join(noun.form, adjective, model, withMaterial, suffix);
  return capitalise(words);
}

const OF_MATERIAL = { de: 'aus', fr: 'en', es: 'de' } as const;

function titleAdjective(design: Design, noun: Noun, language: DemoLanguage, at: number): string {
  const color = design.namesColor ? design.colors[0] : undefined;
  const trait = design.traits.at(-1);
  const adjective =
    color !== undefined
      ? known(PALETTE, color).adjective
      : trait === undefined
        ? undefined
        : known(TRAITS, trait).adjective;
  return adjective === undefined ? '' : agree(inLanguage(adjective, at), noun, language);
}

function titleSuffix(design: Design, at: number): string {
  const pattern = design.pattern === undefined ? '' : inLanguage(known(PATTERNS, design.pattern).title, at);
  const gender = design.gender === undefined ? '' : inLanguage(known(GENDERS, design.gender).title, at);
  const facts = design.axes.flatMap(({ axis, values }) => {
    const [value] = values;
    if (axis.title === undefined || value === undefined || values.length !== 1) return [];
    return [inLanguage(axis.title, at).replace('{value}', inLanguage(value, at))];
  });
  return [pattern, ...facts, gender].filter((part) => part !== '').join(' ');
}

function materialAfterPreposition(design: Design, language: DemoLanguage, at: number): string {
  if (design.material === undefined) return '';
  const material = known(MATERIALS, design.material);
  return language === 'de' ? (material.germanDative ?? material.label[1]) : inLanguage(material.label, at);
}

/** The entry at a position that may lie beyond the end, as a list of one; an empty list stays empty. */
const cycle = <T>(from: readonly T[], position: number): T[] =>
  from.length === 0 ? [] : from.slice(position % from.length, (position % from.length) + 1);
