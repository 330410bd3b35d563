import { policyKey, readStatement } from './read-statement.ts';
import { passageText, type ShopDocument } from './shop-document.ts';

/** Least share of its passages that name a subject which the document is on. */
const MOSTLY = 0.4;

/**
 * Subjects that a document is on as a whole, by their keys: those its file is named after ("delivery.md"), and those that most of its passages
 * name. A page that is called "Getting it to you" need not say in every paragraph that it is on delivery.
 */
export function readTopics({ documentId, language, passages }: ShopDocument): ReadonlySet<string> {
  const name = documentId.slice(documentId.lastIndexOf('/') + 1).replace(/\.[^.]+$|[-_]+/g, ' ');
  const named = [readStatement(name, language), readStatement(name, 'en')].flatMap(({ keys }) =>
    subjectsIn(keys),
  );
  const counts = new Map<string, number>();
  for (const passage of passages) {
    const text = [...passage.headings, passageText(passage)].join('\n');
    for (const key of subjectsIn(readStatement(text, language).keys))
      counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  const least = Math.max(2, MOSTLY * passages.length);
  return new Set([...named, ...[...counts].flatMap(([key, count]) => (count >= least ? [key] : []))]);
}

const subjectsIn = (keys: ReadonlySet<string>): string[] =>
  [...keys].filter((key) => key.startsWith(policyKey('')));
