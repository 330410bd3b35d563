import * as z from 'zod';

interface Media {
  readonly schema: object;
}

interface Published {
  readonly paths: Readonly<
    Record<
      string,
      Readonly<
        Record<
          string,
          {
            readonly responses: Readonly<
              Record<string, { readonly content?: Readonly<Record<string, Media>> }>
            >;
          }
        >
      >
    >
  >;
  readonly components: { readonly schemas: Readonly<Record<string, object>> };
}

/** Holds answers against `openapi.json` as a client reads it: what is told there and nothing else. */
export async function publishedSchemas(url: string) {
  const published: Published = await (await fetch(`${url}/openapi.json`)).json();
  const read = new Map<string, z.ZodType>();
  const operations = Object.entries(published.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ path, method, operation })),
  );

  function schemaOf(operation: string, { schema }: Media): z.ZodType {
    const kept = read.get(operation) ?? z.fromJSONSchema(asOneSchema(schema, published.components.schemas));
    read.set(operation, kept);
    return kept;
  }

  return {
    /** All that are described. */
    operations: operations.map(({ path, method }) => ({ path, method })),
    /** Described with an answer in JSON, as "get /v1/desk/queue". */
    answering: (method: string, below: string) =>
      operations
        .filter((one) => one.method === method && one.path.startsWith(below))
        .filter(({ operation }) => operation.responses[200]?.content?.['application/json'] !== undefined)
        .map(({ path }) => `${method} ${path}`),
    /** What does not fit, by place; empty when all of it does. @param template As in the document. */
    async faultsOf(method: string, template: string, response: Response): Promise<readonly string[]> {
      const type = response.headers.get('content-type')?.split(';', 1)[0] ?? '';
      const { responses = {} } = published.paths[template]?.[method] ?? {};
      const described = (responses[response.status] ?? responses.default)?.content?.[type];
      const operation = `${method} ${template} ${response.status} ${type}`;
      if (described === undefined) return [`${operation} is not described`];
      const { error } = schemaOf(operation, described).safeParse(await response.json());
      return (error?.issues ?? []).map((issue) => `${operation} ${issue.path.join('.')}: ${issue.message}`);
    },
  };
}

/** The references of the document as they stand in a schema of its own. */
function asOneSchema(schema: object, shared: object): Parameters<typeof z.fromJSONSchema>[0] {
  const text = JSON.stringify({ allOf: [schema], $defs: shared });
  return JSON.parse(text.replaceAll('"#/components/schemas/', '"#/$defs/'));
}
