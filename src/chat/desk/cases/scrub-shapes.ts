import type { ScrubbedKind } from '../../../domain/desk/case.ts';
import type { Stretch } from './scrub-cued.ts';

/** What is of a person by its shape, in any language; figures of any script, wide signs too. */
const SHAPES: readonly (readonly [ScrubbedKind, RegExp])[] = [
  ['secret', /\beyJ[\w-]{8,}\.[\w-]{8,}\.[\w-]*/gu],
  ['secret', /\b(?:sk|pk|rk|ghp|xox[abp])[-_][\w-]{12,}/gu],
  ['link', /\b(?:https?:\/\/|www\.)\S+/giu],
  [
    'e-mail',
    /[\p{L}\p{N}._%+-]{1,64}\s?[@＠]\s?[\p{L}\p{N}-]{1,63}(?:\s?[.．]\s?[\p{L}\p{N}-]{1,63}){1,4}/gu,
  ],
  [
    'e-mail',
    /[\p{L}\p{N}._%+-]{1,64}\s?[([{](?:at|ät|arroba|chiocciola|apenstaartje|arobase)[)\]}]\s?[\p{L}\p{N}-]+(?:\s?(?:[.．]|[([{](?:dot|punkt|punto|ponto|punt|point)[)\]}])\s?[\p{L}\p{N}-]+)*/giu,
  ],
  // Handles of networks.
  ['account', /(?<![\p{L}\p{N}])[@＠][\p{L}\p{N}._]{2,40}/gu],
  ['secret', /\b[A-Z]{2}\d{2}(?: ?[A-Z0-9]{4}){2,7}(?: ?[A-Z0-9]{1,3})?\b/gu],
  ['phone', /[+＋]?\p{Nd}(?:[ ()./‐-―ー－-]{0,2}\p{Nd}){6,18}/gu],
];

export const findShapes = (text: string): Stretch[] =>
  SHAPES.flatMap(([kind, shape]) =>
    [...text.matchAll(shape)].map(({ 0: found, index }) => ({
      kind,
      start: index,
      end: index + found.trimEnd().length,
    })),
  );
