import { expect, it } from 'vitest';
import { understandBesideScarves } from '../support/understand-beside-scarves.ts';

it.each([
  ['en', 'two more of them'],
  ['en', 'make it two more'],
  ['en', 'I need two more of those please'],
  ['de', 'noch zwei davon'],
  ['de', 'zwei mehr davon bitte'],
  ['fr', "deux de plus s'il te plaît"],
  ['fr', 'encore deux de ceux-là'],
  ['es', 'dos más de esos'],
  ['es', 'ponme dos más'],
  ['it', 'altri due di questi'],
  ['it', 'due in più'],
  ['pt', 'mais dois desses'],
  ['pt', 'quero mais dois destes'],
  ['nl', 'nog twee daarvan'],
  ['nl', 'twee meer van die'],
  ['ja', 'それをあと二つください'],
  ['ja', 'あと2つ追加して'],
])('adds to what is in the basket (%s: %s)', async (language, utterance) => {
  expect(await understandBesideScarves(language, utterance)).toMatch(/^basket add @\S+ x2$/);
});

it.each([
  ['en', 'one less'],
  ['en', 'one fewer of those'],
  ['en', 'one less please'],
  ['de', 'eins weniger'],
  ['de', 'bitte einen weniger davon'],
  ['fr', 'un de moins'],
  ['fr', 'une de moins, svp'],
  ['es', 'uno menos'],
  ['es', 'una menos, por favor'],
  ['it', 'uno in meno'],
  ['it', 'una di meno'],
  ['pt', 'um a menos'],
  ['pt', 'menos um desses'],
  ['nl', 'eentje minder'],
  ['nl', 'één minder graag'],
  ['ja', 'それを一つ減らして'],
  ['ja', '1つ少なくしてください'],
])('takes one out (%s: %s)', async (language, utterance) => {
  expect(await understandBesideScarves(language, utterance)).toMatch(/^basket remove @\S+ x1$/);
});

it.each([
  ['de', 'nimm sie wieder raus'],
  ['de', 'nimm ihn wieder heraus'],
  ['de', 'nehmen Sie es bitte wieder raus'],
  ['de', 'das wieder raus'],
])('takes out what is talked about (%s: %s)', async (language, utterance) => {
  expect(await understandBesideScarves(language, utterance)).toMatch(/^basket remove @\S+$/);
});

it.each([
  ['en', 'show me more of them'],
  ['de', 'zeig mir noch zwei mehr'],
  ['en', 'something less expensive'],
  ['de', 'weniger als 30 Euro'],
  ['fr', 'moins de 30 euros'],
  ['es', 'menos de 30 euros'],
  ['it', 'meno di 30 euro'],
  ['nl', 'minder dan 30 euro'],
  ['pt', 'menos de 30 euros'],
])('leaves what is wanted out of the basket (%s: %s)', async (language, utterance) => {
  expect(await understandBesideScarves(language, utterance)).not.toContain('basket');
});
