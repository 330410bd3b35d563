/** What a field is given: `$name` is put in place already. */
export type GraphqlValue =
  | string
  | number
  | boolean
  | null
  | readonly GraphqlValue[]
  | { readonly [key: string]: GraphqlValue };

export interface GraphqlField {
  readonly name: string;
  readonly args: Readonly<Record<string, GraphqlValue>>;
  /** "idempotent" and its arguments. */
  readonly directives: Readonly<Record<string, Readonly<Record<string, GraphqlValue>>>>;
  /** Absent for a scalar. */
  readonly fields?: readonly GraphqlSelection[];
}

/** A field, or what is selected of one type among several. */
export type GraphqlSelection =
  | GraphqlField
  | { readonly on: string; readonly fields: readonly GraphqlSelection[] };

export interface GraphqlOperation {
  readonly type: 'query' | 'mutation';
  readonly name: string;
  readonly directives: GraphqlField['directives'];
  readonly fields: readonly GraphqlSelection[];
}

const TOKEN = /\.\.\.|[{}()[\]:!=@$]|"(?:[^"\\]|\\.)*"|-?\d+(?:\.\d+)?|\w+/g;

/** The one operation of a document with its fragments put in place. As much of the language as the connector writes. */
export function parseGraphql(
  document: string,
  variables: Readonly<Record<string, GraphqlValue>>,
): GraphqlOperation {
  const tokens = document.match(TOKEN) ?? [];
  const fragments = new Map<string, { on: string; from: number }>();
  let at = 0;
  const peek = () => tokens[at] ?? '';
  const next = () => tokens[at++] ?? '';
  const eat = (expected: string) => {
    const found = next();
    if (found !== expected) throw new SyntaxError(`Expected ${expected} but found ${found}`);
  };

  function value(): GraphqlValue {
    const token = next();
    if (token === '$') return variables[next()] ?? null;
    if (token.startsWith('"')) return JSON.parse(token) as string;
    if (/^-?\d/.test(token)) return Number(token);
    if (token === '[') return list();
    if (token === '{') return object('}');
    if (token === 'true' || token === 'false') return token === 'true';
    return token === 'null' ? null : token;
  }

  function list(): GraphqlValue[] {
    const made: GraphqlValue[] = [];
    while (peek() !== ']') made.push(value());
    eat(']');
    return made;
  }

  function object(end: string): Record<string, GraphqlValue> {
    const made: Record<string, GraphqlValue> = {};
    while (peek() !== end) {
      const name = next();
      eat(':');
      made[name] = value();
    }
    eat(end);
    return made;
  }

  function args(): Record<string, GraphqlValue> {
    if (peek() !== '(') return {};
    eat('(');
    return object(')');
  }

  function directives(): Record<string, Record<string, GraphqlValue>> {
    const made: Record<string, Record<string, GraphqlValue>> = {};
    while (peek() === '@') {
      eat('@');
      made[next()] = args();
    }
    return made;
  }

  function selections(): GraphqlSelection[] {
    const made: GraphqlSelection[] = [];
    eat('{');
    while (peek() !== '}') made.push(selection());
    eat('}');
    return made;
  }

  function selection(): GraphqlSelection {
    if (peek() !== '...') {
      const name = next();
      const given = { name, args: args(), directives: directives() };
      return peek() === '{' ? { ...given, fields: selections() } : given;
    }
    eat('...');
    if (peek() === 'on') {
      eat('on');
      return { on: next(), fields: selections() };
    }
    const fragment = fragments.get(next());
    if (fragment === undefined) throw new SyntaxError('There is no such fragment');
    const back = at;
    at = fragment.from;
    const fields = selections();
    at = back;
    return { on: fragment.on, fields };
  }

  for (const [index, token] of tokens.entries())
    if (token === 'fragment' && tokens[index + 2] === 'on')
      fragments.set(tokens[index + 1] ?? '', { on: tokens[index + 3] ?? '', from: index + 4 });
  const type = next();
  if (type !== 'query' && type !== 'mutation') throw new SyntaxError(`No operation begins with ${type}`);
  const name = next();
  if (peek() === '(') while (next() !== ')');
  const given = directives();
  return { type, name, directives: given, fields: selections() };
}
