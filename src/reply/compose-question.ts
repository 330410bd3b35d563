import type { Speaker } from './speaker.ts';

/** A facet to be asked about, with what it is called in the shopper's language. */
export interface AskedFacet {
  readonly attribute: string;
  readonly attributeLabel: string;
}

/** Facets that are asked about in words of their own. */
const OWN_WORDS = [
  'price',
  'category',
  'size',
  'brand',
  'color',
  'material',
  'gender',
  'recipient',
  'style',
  'pattern',
  'season',
  'scent',
  'flavor',
  'age-group',
] as const;

/** Asks for a preference: in words of its own where there are some for the facet, else by what it is called. */
export function composeQuestion(speaker: Speaker, { attribute, attributeLabel }: AskedFacet): string {
  const own = OWN_WORDS.find((name) => name === attribute);
  return own === undefined
    ? speaker.words('question', { attribute: attributeLabel })
    : speaker.words(`question-${own}`);
}
