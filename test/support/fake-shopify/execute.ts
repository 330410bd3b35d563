import type { GraphqlField, GraphqlOperation, GraphqlSelection, GraphqlValue } from './parse-graphql.ts';

export type Schema = Readonly<Record<string, string>>;
export type Args = Readonly<Record<string, GraphqlValue>>;
/** Answers of root fields, by their names. */
export type Resolvers = Readonly<Record<string, (args: Args, field: GraphqlField) => unknown>>;

/** What a document asks for that the schema does not have. */
export class SchemaFault extends Error {}

/** Runs the root fields in order and answers with what was selected, and nothing else. */
export function execute(operation: GraphqlOperation, schema: Schema, resolvers: Resolvers): unknown {
  const root = operation.type === 'query' ? 'Query' : 'Mutation';
  for (const selection of operation.fields) assertKnown(selection, root, schema);
  return Object.fromEntries(
    fieldsOf(operation.fields).map((field) => {
      const resolve = resolvers[field.name];
      if (resolve === undefined) throw new SchemaFault(`The double does not answer ${field.name}`);
      return [field.name, project(resolve(field.args, field), field)];
    }),
  );
}

function assertKnown(selection: GraphqlSelection, type: string, schema: Schema): void {
  if ('on' in selection) {
    for (const field of selection.fields) assertKnown(field, selection.on, schema);
    return;
  }
  const known = readType(type, schema).get(selection.name);
  if (known === undefined) throw new SchemaFault(`Field '${selection.name}' doesn't exist on type '${type}'`);
  for (const name of Object.keys(selection.args))
    if (!known.args.includes(name))
      throw new SchemaFault(`Field '${selection.name}' doesn't accept argument '${name}'`);
  if ((known.type === '') !== (selection.fields === undefined))
    throw new SchemaFault(
      `Field '${selection.name}' of '${type}' is ${known.type === '' ? 'a scalar' : 'an object'}`,
    );
  for (const field of selection.fields ?? []) assertKnown(field, known.type, schema);
}

function readType(
  type: string,
  schema: Schema,
): Map<string, { readonly args: readonly string[]; readonly type: string }> {
  const text = schema[type];
  if (text === undefined) throw new SchemaFault(`There is no type '${type}'`);
  return new Map(
    text.split('|').map((part) => {
      const [, name = '', args = '', of = ''] =
        /^\s*(\w*)(?:\(([^)]*)\))?(?::\s*(\w+))?\s*$/.exec(part) ?? [];
      return [name, { args: args.split(/,\s*/), type: of }];
    }),
  );
}

const fieldsOf = (selections: readonly GraphqlSelection[]): GraphqlField[] =>
  selections.flatMap((selection) => ('on' in selection ? fieldsOf(selection.fields) : [selection]));

/** Of a field that is asked for within another. */
export const argumentsOf = ({ fields = [] }: GraphqlField, name: string): Args =>
  fieldsOf(fields).find((field) => field.name === name)?.args ?? {};

function project(value: unknown, { fields }: GraphqlField): unknown {
  if (fields === undefined) return value ?? null;
  if (Array.isArray(value))
    return value.map((entry) => project(entry, { name: '', args: {}, directives: {}, fields }));
  if (value === null || value === undefined) return null;
  const known = value as Readonly<Record<string, unknown>>;
  return Object.fromEntries(fieldsOf(fields).map((field) => [field.name, project(known[field.name], field)]));
}
