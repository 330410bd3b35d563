import type { Command } from '../../../domain/command.ts';
import type { Turn } from '../../../domain/turn.ts';
import type { Vocabulary } from '../../../understanding/vocabulary.ts';
import { commandParts, needParts } from './say-command.ts';

/** Commands whose first part is a word of ours, not of the shopper. */
const NAMED: ReadonlySet<Command['type']> = new Set([
  'availability',
  'price',
  'ask-policy',
  'ask-catalogue',
  'basket',
  'history',
  'personal-data',
  'complaint',
  'small-talk',
  'handoff',
  'unsafe',
]);

/** Places in lists, directions, orders of lists, pieces, concepts of persons and occasions: words of ours. */
const OURS =
  /^(?:@(?:\d{1,2}|last)<*|@(?:it|earlier|other|basket)|[+^-][a-z][\w:-]*|x\d{1,2}|(?:for|when):[\w-]+)$/u;
const LIMIT = /^(?<attribute>[^!=<>~?":@]+)(?:!=|<=|>=|=|<|>)(?<value>[^~?]+)~?$/u;

/**
 * A command as a case may say it: its type, and the parts that are made of the shop's words and of ours. What a shopper said in words of
 * their own, numbers of orders, and answers to questions are left out.
 */
export const safeCommand = (command: Command, vocabulary: Vocabulary): string => {
  const [type = '', ...parts] = commandParts(command);
  return [
    type,
    ...parts.filter(
      (part, at) =>
        (at === 0 && NAMED.has(command.type) && /^[a-z-]+$/u.test(part)) || isSafe(part, vocabulary),
    ),
  ].join(' ');
};

/** The slots of a need that a case may say. */
export const safeNeed = ({ hard, soft, recipient, occasion, sort }: Turn['need'], vocabulary: Vocabulary) =>
  needParts({
    query: '',
    constraints: [...hard, ...soft],
    ...(recipient === undefined ? {} : { recipient }),
    ...(occasion === undefined ? {} : { occasion }),
    ...(sort === undefined ? {} : { sort }),
  }).filter((part) => isSafe(part, vocabulary));

function isSafe(part: string, vocabulary: Vocabulary): boolean {
  if (OURS.test(part)) return true;
  const { attribute, value } = LIMIT.exec(part)?.groups ?? {};
  if (attribute === undefined || value === undefined) return false;
  if (attribute === 'price') return /^\d+(?:\.\d{1,2})?$/u.test(value);
  const named = [value, value.replaceAll('-', ' ')];
  return named.some((words) => isOfShop(attribute, words, vocabulary));
}

const isOfShop = (attribute: string, value: string, vocabulary: Vocabulary): boolean =>
  vocabulary.canonicalValue(attribute, value) !== undefined ||
  (/^\d{1,5}(?:\.\d+)?$/u.test(value) && vocabulary.attributes.includes(attribute));
