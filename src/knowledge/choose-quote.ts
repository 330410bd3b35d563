import { shortenText } from '../text/clean-text.ts';
import { evidenceFeatures, type WordRarity } from './evidence-features.ts';
import type { ReadQuestion } from './read-question.ts';
import { readStatement, type Statement } from './read-statement.ts';
import { scoreEvidence } from './score-evidence.ts';

/** A longer quotation is no answer on a phone. UTF-16 units. */
export const MOST_QUOTED = 280;

export interface ChosenQuote {
  readonly text: string;
  readonly statement: Statement;
  /** Of its best sentence, by itself. */
  readonly score: number;
}

/**
 * The sentence of a passage that answers best, with those that follow as far as there is room: what follows an answer limits it
 * ("... within 30 days. Sale items are excluded.").
 *
 * @param headings Count for every sentence under them: "Sale items" is not said again below.
 */
export function chooseQuote(
  question: ReadQuestion,
  sentences: readonly string[],
  { headings, language, rarity }: { headings: string; language: string; rarity: WordRarity },
): ChosenQuote | undefined {
  const above = readStatement(headings, language);
  const scored = sentences.map((sentence, at) => {
    const own = readStatement(sentence, language);
    const statement = { ...own, keys: own.keys.union(above.keys) };
    const [inContext, alone] = [statement, own].map((each) =>
      scoreEvidence(evidenceFeatures(question, each, rarity, 0), 'policy'),
    );
    return { at, statement: own, score: (inContext ?? 0) + (alone ?? 0) };
  });
  const best = scored.reduce<(typeof scored)[number] | undefined>(
    (most, each) => (each.score > (most?.score ?? -1) ? each : most),
    undefined,
  );
  if (best === undefined) return undefined;
  let text = shortenText(sentences[best.at] ?? '', MOST_QUOTED);
  for (const next of sentences.slice(best.at + 1)) {
    if (text.length + 1 + next.length > MOST_QUOTED) break;
    text = `${text} ${next}`;
  }
  return { text, statement: best.statement, score: best.score };
}
