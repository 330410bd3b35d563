/* Whom a present is for. Never a filter: who somebody is does not tell what they like. */

const WOMEN =
  'mother grandmother great-grandmother stepmother wife girlfriend sister daughter granddaughter niece aunt mother-in-law sister-in-law bride'.split(
    ' ',
  );
const MEN =
  'father grandfather great-grandfather stepfather husband boyfriend brother son grandson nephew uncle father-in-law brother-in-law groom'.split(
    ' ',
  );
const GENDERS_OF = new Map([
  ...WOMEN.map((id) => [id, 'women'] as const),
  ...MEN.map((id) => [id, 'men'] as const),
]);

const CHILDREN: ReadonlySet<string> = new Set(
  'daughter granddaughter niece son grandson nephew godchild baby child teenager'.split(' '),
);
const OF_ANY_AGE: ReadonlySet<string> = new Set([
  'dog',
  'cat',
  'horse',
  'siblings',
  'cousin',
  'friend',
  'family',
  'student',
  'neighbour',
  'runner',
  'cyclist',
  'hiker',
  'gamer',
  'musician',
  'gardener',
  'hobby cook',
  'book lover',
]);

/** Whether naming this recipient tells that it is a grown person: a daughter may be of any age. */
export const isAdult = (recipient: string): boolean => !CHILDREN.has(recipient) && !OF_ANY_AGE.has(recipient);

/** The gender concept that naming this recipient tells; undefined where it tells none. */
export const recipientGender = (recipient: string): 'women' | 'men' | undefined => GENDERS_OF.get(recipient);
