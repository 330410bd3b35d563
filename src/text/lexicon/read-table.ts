import { AssistantError } from '../../errors/assistant-error.ts';
import type { Concept, ConceptKind } from './concept.ts';

/**
 * Reads concepts from a table, one a line: `English | German | French | Spanish [| wider ids]`. Forms are separated by
 * commas; the first of each language is its label, the first English one also the id.
 *
 * @throws {AssistantError} INVALID_ARGUMENT for a line without four languages: the table is our own, so it is a mistake.
 */
export function readConcepts(kind: ConceptKind, table: string): Concept[] {
  return table
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map((line) => readConcept(kind, line));
}

function readConcept(kind: ConceptKind, line: string): Concept {
  const [en = [], de = [], fr = [], es = [], broader = []] = line.split('|').map(readForms);
  const id = en[0];
  if (id === undefined || de.length === 0 || fr.length === 0 || es.length === 0) {
    throw new AssistantError('INVALID_ARGUMENT', `The lexicon line "${line}" does not have four languages`);
  }
  return { id, kind, forms: { en, de, fr, es }, ...(broader.length === 0 ? {} : { broader }) };
}

const readForms = (cell: string): string[] =>
  cell
    .split(',')
    .map((form) => form.trim())
    .filter((form) => form !== '');
