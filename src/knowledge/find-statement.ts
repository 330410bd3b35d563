import type { Language } from '../domain/locale.ts';
import { evidenceFeatures } from './evidence-features.ts';
import { readQuestion } from './read-question.ts';
import { readStatement } from './read-statement.ts';
import { isStated, scoreEvidence } from './score-evidence.ts';
import { measureRarity } from './word-rarity.ts';

export interface StatementQuestion {
  readonly text: string;
  readonly language: Language;
  /** Of the texts. */
  readonly textLanguage: Language;
  /** Words that every text takes for granted: the name of the product. */
  readonly known: string;
  /** Of the question and each text, in order; 0 where nothing is known. */
  readonly cosines?: readonly number[];
}

/** The text that answers a question best, the first among equals; undefined when none answers it. Cost: 0.1 ms a text. */
export function findStatement(
  texts: readonly string[],
  { text, language, textLanguage, known, cosines = [] }: StatementQuestion,
): string | undefined {
  const granted = readStatement(known, textLanguage).keys;
  const question = readQuestion(text, language, { textLanguages: [textLanguage] });
  const asked = {
    ...question,
    words: question.words.filter(({ keys }) => ![...keys.keys()].some((key) => granted.has(key))),
  };
  const statements = texts.map((each) => readStatement(each, textLanguage));
  const rarity = measureRarity(statements);
  let best: { readonly text: string; readonly score: number } | undefined;
  texts.forEach((each, at) => {
    const statement = statements[at];
    if (statement === undefined) return;
    const features = evidenceFeatures(asked, statement, rarity, cosines[at] ?? 0);
    const score = scoreEvidence(features, 'product');
    if (isStated(features) && score > (best?.score ?? 0)) best = { text: each, score };
  });
  return best?.text;
}
