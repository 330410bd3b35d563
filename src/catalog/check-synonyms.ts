import { languageOf } from '../domain/locale.ts';
import { type SynonymNotice, type SynonymRule, synonymPairs } from '../domain/synonym.ts';
import { splitWords } from '../text/analyze.ts';

interface Pair {
  readonly rule: number;
  /** Stems in order: what the search compares. */
  readonly from: string;
  readonly to: string;
  readonly written: readonly [from: string, to: string];
  readonly kind: SynonymRule['kind'];
}

/**
 * What in a set of rules is allowed and hardly meant. Rules are read once and never followed further, so that none of it can
 * loop; a merchant should know all the same.
 *
 * - `self`: a word stands for itself once plural and case are taken off; that pair has no effect.
 * - `twice`: an earlier rule says the same.
 * - `cycle`: two one-way rules lead to each other; one two-way rule says it plainly.
 * - `chain`: what the rule leads to has a rule of its own, which is not followed.
 * - `merged`: an earlier rule begins with the same words; both hold.
 *
 * @returns By rule; of a kind at most one a rule. Cost: linear in the pairs.
 */
export function checkSynonyms(rules: readonly SynonymRule[]): SynonymNotice[] {
  const notices: SynonymNotice[] = [];
  for (const [, ofScope] of Map.groupBy(rules.entries(), ([, rule]) => rule.locale))
    notices.push(...checkScope(ofScope.flatMap(([rule, each]) => toPairs(each, rule))));
  const known = new Set<string>();
  return notices
    .sort((left, right) => left.rule - right.rule)
    .filter(({ rule, code }) => {
      const name = `${rule} ${code}`;
      const isNew = !known.has(name);
      known.add(name);
      return isNew;
    });
}

function toPairs(rule: SynonymRule, position: number): Pair[] {
  const language = languageOf(rule.locale);
  const toStems = (words: string) =>
    splitWords(words, language)
      .map(({ stem }) => stem)
      .join(' ');
  return synonymPairs(rule).flatMap(({ from, to }) =>
    to.map((other) => ({
      rule: position,
      from: toStems(from),
      to: toStems(other),
      written: [from, other] as const,
      kind: rule.kind,
    })),
  );
}

function checkScope(pairs: readonly Pair[]): SynonymNotice[] {
  const first = new Map<string, Pair>();
  const leading = new Map<string, Set<number>>();
  const oneWay = pairs.filter(({ kind }) => kind === 'one-way');
  const leads = new Map(Map.groupBy(oneWay, ({ from }) => from));
  const notices: SynonymNotice[] = [];
  for (const pair of pairs) {
    const { rule, from, to, written } = pair;
    const say = (code: SynonymNotice['code'], reason: string) => notices.push({ rule, code, reason });
    if (from === to) {
      say('self', `"${written[0]}" and "${written[1]}" are the same word to the search`);
      continue;
    }
    const key = `${from}\n${to}`;
    const earlier = first.get(key);
    if (earlier !== undefined && earlier.rule !== rule)
      say('twice', `rule ${earlier.rule + 1} says already that "${written[0]}" finds "${written[1]}"`);
    if (earlier === undefined) first.set(key, pair);
    if (pair.kind !== 'one-way') continue;
    const beginners = leading.get(from) ?? new Set();
    const [other] = beginners;
    if (other !== undefined && other !== rule)
      say('merged', `rule ${other + 1} begins with "${written[0]}" as well; both hold`);
    leading.set(from, beginners.add(rule));
    const further = (leads.get(to) ?? []).filter((next) => next.to !== to);
    const back = further.find((next) => next.to === from);
    if (back !== undefined)
      say('cycle', `"${written[0]}" and "${written[1]}" lead to each other; one line with a comma says it`);
    else if (further[0] !== undefined)
      say('chain', `rule ${further[0].rule + 1} for "${written[1]}" is not followed from "${written[0]}"`);
  }
  return notices;
}
