import type { Language } from '../domain/locale.ts';
import { perLanguage, toSpoken } from '../text/languages.ts';
import type { Hit } from './check-claims-mask.ts';
import { claimWordsOf, isUnspaced } from './check-claims-words.ts';

/** A product named at a place of a sentence. */
interface NameHit extends Hit {
  readonly productId: string;
}

/** Names that are told of together ("A and B"), in order. */
interface Group {
  readonly from: number;
  readonly to: number;
  readonly productIds: readonly string[];
}

const betweenOf = perLanguage((language) => {
  const joints = claimWordsOf(language)?.joints ?? [];
  const joint = joints.length === 0 ? '' : `(?:${joints.join('|')})?`;
  return isUnspaced(language) ? /^.?$/u : new RegExp(`^[\\s,&/*"'“”„«»]*${joint}[\\s*"'“”„«»]*$`, 'iu');
});

/**
 * Whom a sentence with several names tells something of: the names before it that stand nearest, or the one directly behind it ("the red
 * A and the blue B").
 *
 * @returns Undefined when the sentence tells of one product or of all its names together.
 */
export function ownersIn(
  visible: string,
  names: readonly NameHit[],
  language: Language,
): ((hit: Hit) => readonly string[]) | undefined {
  const between = betweenOf(toSpoken(language));
  const groups: Group[] = [];
  for (const { from, to, productId } of names) {
    const last = groups.at(-1);
    if (last === undefined || !between.test(visible.slice(last.to, from)))
      groups.push({ from, to, productIds: [productId] });
    else groups.splice(-1, 1, { ...last, to, productIds: [...last.productIds, productId] });
  }
  const [first] = groups;
  if (first === undefined || new Set(names.map(({ productId }) => productId)).size < 2) return undefined;
  if (groups.length < 2) return undefined;
  return ({ from, to }) => {
    const behind = groups.find((group) => group.from >= to && /^\s?$/u.test(visible.slice(to, group.from)));
    const before = groups.findLast((group) => group.to <= from);
    return (behind ?? before ?? first).productIds;
  };
}
