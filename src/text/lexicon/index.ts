import type { Language } from '../../domain/locale.ts';
import { type Token, tokenize } from '../analyze.ts';
import { isSpoken } from '../languages.ts';
import { COLORS } from './colors.ts';
import type { Concept, ConceptKind } from './concept.ts';

export type { Concept, ConceptKind } from './concept.ts';

export const CONCEPTS: readonly Concept[] = [...COLORS];

const byId = new Map(CONCEPTS.map((concept) => [`${concept.kind}:${concept.id}`, concept]));

export function concept(kind: ConceptKind, id: string): Concept | undefined {
  return byId.get(`${kind}:${id}`);
}

/** The label of a concept in a language ("rot"), the English one when we do not speak it. */
export function conceptLabel(found: Concept, language: Language): string {
  return found.forms[isSpoken(language) ? language : 'en'][0] ?? found.id;
}

export interface ConceptMatch {
  readonly concept: Concept;
  /** Indexes into the tokens, end exclusive. */
  readonly from: number;
  readonly to: number;
}

/** Concepts named by consecutive tokens, longest match first, no token used twice, in order of the text. */
export function findConcepts(
  tokens: readonly Token[],
  language: Language,
  kinds?: readonly ConceptKind[],
): ConceptMatch[] {
  const entries = formsOf(language);
  const matches: ConceptMatch[] = [];
  for (let from = 0; from < tokens.length; from += 1) {
    for (let length = Math.min(4, tokens.length - from); length > 0; length -= 1) {
      const stems = tokens
        .slice(from, from + length)
        .map((token) => token.stem)
        .join(' ');
      const found = entries
        .get(stems)
        ?.find((candidate) => kinds === undefined || kinds.includes(candidate.kind));
      if (found === undefined) continue;
      matches.push({ concept: found, from, to: from + length });
      from += length - 1;
      break;
    }
  }
  return matches;
}

const formIndexes = new Map<Language, Map<string, Concept[]>>();

function formsOf(language: Language): ReadonlyMap<string, readonly Concept[]> {
  const known = formIndexes.get(language);
  if (known !== undefined) return known;
  const index = new Map<string, Concept[]>();
  for (const entry of CONCEPTS) {
    for (const form of entry.forms[isSpoken(language) ? language : 'en']) {
      const key = tokenize(form, language)
        .map((token) => token.stem)
        .join(' ');
      const present = index.get(key);
      if (present === undefined) index.set(key, [entry]);
      else if (!present.includes(entry)) present.push(entry);
    }
  }
  formIndexes.set(language, index);
  return index;
}
