import type { Command, CommandOf, ProductReference } from '../domain/command.ts';
import type { DialogueState } from '../domain/dialogue-state.ts';
import type { Constraint } from '../domain/need.ts';
import { isSettledByRules } from './choose-understanding.ts';

type Wish = CommandOf<'find'>;

/** What says nothing without what is in the picture, or says what it should be like. */
const ABOUT_PICTURE: ReadonlySet<Command['type']> = new Set(['find', 'refine', 'gift', 'out-of-scope']);

/** What people say beside what they want. */
const COURTESY: ReadonlySet<Command['type']> = new Set(['greet', 'thank', 'small-talk', 'affirm']);

/** What a thing is, in contrast to what it is like. */
const KINDS: ReadonlySet<string> = new Set(['type', 'category']);

/**
 * A wish for what was seen. A picture does not say what has to be: only the kind of thing is demanded, the rest is preferred, and what
 * the shop has no word for is searched as text.
 */
export function wishOfPicture({ query, constraints }: Wish): Wish {
  const [kept, unknown] = [
    constraints.filter(({ attribute, known }) => known || KINDS.has(attribute)),
    constraints.filter(({ attribute, known }) => !known && !KINDS.has(attribute)),
  ];
  return {
    type: 'find',
    query: [query, ...unknown.map(({ words }) => words)].filter((words) => words !== '').join(' '),
    constraints: kept.map((each) => (KINDS.has(each.attribute) ? each : { ...each, strength: 'soft' })),
  };
}

/**
 * What a message with a picture means. The words alone say what is done; the picture is what "this" is in them, and adds nothing but a
 * search: whatever was read in a picture, no other command comes of it. Where the words speak of something else, they alone count.
 *
 * @param wish As `wishOfPicture` gives it.
 * @param commands Of the words.
 * @param alone Of the words with nothing on screen: where they are about the picture only, "this in red" means no product of the list.
 */
export function withPicture(
  wish: Wish,
  commands: readonly Command[],
  state: Pick<DialogueState, 'proposal' | 'turn'>,
  alone: readonly Command[] = [],
): readonly Command[] {
  if (isSettledByRules(commands, state)) return commands;
  const about = commands.filter(isAboutPicture);
  const rest = commands.filter((command) => !isAboutPicture(command));
  const isOnly = rest.every(({ type }) => COURTESY.has(type));
  if (about.length === 0 && !isOnly) return commands;
  const wishes = isOnly && alone.some(isAboutPicture) ? alone.filter(isAboutPicture) : about;
  return [...rest, wishes.reduce(addWords, wish)];
}

function isAboutPicture(command: Command): boolean {
  const references = referencesOf(command);
  return (
    ABOUT_PICTURE.has(command.type) ||
    (references.length > 0 && references.every(({ kind }) => kind === 'focus')) ||
    (command.type === 'availability' && command.aspect === 'stock' && references.length === 0)
  );
}

function referencesOf(command: Command): readonly ProductReference[] {
  if ('references' in command) return command.references;
  return 'reference' in command && command.reference !== undefined ? [command.reference] : [];
}

/** What the words say of the thing stands before what was seen of it. */
function addWords(wish: Wish, command: Command): Wish {
  const query = 'query' in command ? command.query : '';
  const recipient = 'recipient' in command ? command.recipient : undefined;
  const occasion = 'occasion' in command ? command.occasion : undefined;
  const said = 'constraints' in command ? command.constraints : [];
  const meant = said.filter(({ attribute, known }) => known || !wish.constraints.some(isOf(attribute)));
  const seen = wish.constraints.filter((each) => !meant.some((other) => replaces(other, each)));
  return {
    ...wish,
    query: wish.query.includes(query) ? wish.query : `${wish.query} ${query}`.trim(),
    constraints: [...seen, ...meant],
    ...(recipient === undefined ? {} : { recipient }),
    ...(occasion === undefined ? {} : { occasion }),
  };
}

const isOf = (attribute: string) => (constraint: Constraint) => constraint.attribute === attribute;

const replaces = (said: Constraint, seen: Constraint): boolean =>
  said.attribute === seen.attribute &&
  (said.operator === 'eq' || (said.operator === 'ne' && said.value === seen.value));
