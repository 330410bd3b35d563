import { normalise } from '../text/analyze.ts';
import type { PlanFacts } from './check-claims-facts.ts';
import type { MaskedText } from './check-claims-mask.ts';

/** "One" is an article too and counts as nothing; the words of a language are those from two on, comma-separated. */
const WORDS: Readonly<Record<string, number>> = Object.fromEntries(
  [
    'two,three,four,five,six,seven,eight,nine,ten,eleven,twelve,thirteen,fourteen,fifteen,sixteen,seventeen,eighteen,nineteen,twenty',
    'zwei,drei,vier,funf,sechs,sieben,acht,neun,zehn,elf,zwolf,dreizehn,vierzehn,funfzehn,sechzehn,siebzehn,achtzehn,neunzehn,zwanzig',
    'deux,trois,quatre,cinq,six,sept,huit,neuf,dix,onze,douze,treize,quatorze,quinze,seize,dix-sept,dix-huit,dix-neuf,vingt',
    'dos,tres,cuatro,cinco,seis,siete,ocho,nueve,diez,once,doce,trece,catorce,quince,dieciseis,diecisiete,dieciocho,diecinueve,veinte',
  ].flatMap((language) => language.split(',').map((word, index) => [word, index + 2])),
);

/** Larger ones and shares are never counts of a list; "once" and "sept" are left to their languages. */
const LARGE =
  /(?<![\p{L}\p{N}])(?:dozens?|hundreds?|thousands?|millions?|half|thirty|forty|fifty|sixty|seventy|eighty|ninety|dutzend\p{L}*|hundert\p{L}*|tausend\p{L}*|million\p{L}*|dreissig|vierzig|funfzig|sechzig|siebzig|achtzig|neunzig|zwolfhundert|halfte|douzaines?|centaines?|cents?|mille|milliers?|trente|quarante|cinquante|soixante|moitie|docenas?|cien|cientos?|doscient\p{L}*|miles|mil|treinta|cuarenta|cincuenta|sesenta|setenta|ochenta|noventa|mitad)(?![\p{L}\p{N}])/u;

/** English "once" (a time) and French "neuve", not Spanish eleven: words that are no number in the language of the reply. */
const NOT_NUMBERS: Readonly<Record<string, ReadonlySet<string>>> = {
  en: new Set(['once', 'elf', 'tres', 'dos']),
  de: new Set(['once', 'seize']),
  fr: new Set(['once', 'dos']),
  es: new Set(['elf', 'seize']),
};

/**
 * True when a number is said in words that is no count of the plan: "nine out of ten", "zehn Jahre". How many are on screen
 * and how many there are in all may be said.
 */
export function saysForeignNumber(masked: MaskedText, facts: PlanFacts, language: string): boolean {
  const plain = normalise(masked.visible());
  if (LARGE.test(plain)) return true;
  const words = plain.match(/[\p{L}-]+/gu) ?? [];
  return words.some((word) => {
    const number = Object.hasOwn(WORDS, word) ? WORDS[word] : undefined;
    if (number === undefined || NOT_NUMBERS[language]?.has(word) === true) return false;
    return !facts.counts.has(String(number));
  });
}
