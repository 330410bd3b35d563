import * as z from 'zod';
import { createDocument } from 'zod-openapi';
import { rolesWith } from '../domain/agent.ts';
import { problemSchema } from './problem.ts';
import { nothing, type Route } from './route.ts';

type Document = ReturnType<typeof createDocument>;
type Paths = NonNullable<Parameters<typeof createDocument>[0]['paths']>;
type Operation = NonNullable<Paths[string]['get']>;

const idempotencyHeader = z.object({
  'Idempotency-Key': z
    .string()
    .max(255)
    .optional()
    .meta({ description: 'The same key with the same body has one effect, for 72 h' }),
});

/** The OpenAPI 3.1 document of the routes, from the schemas that the handlers parse with. */
export function describeRoutes(
  routes: readonly Route[],
  { version }: { readonly version: string },
): Document {
  const paths: Paths = {};
  for (const route of routes)
    paths[route.path] = { ...paths[route.path], [route.method]: toOperation(route) };
  return createDocument({
    openapi: '3.1.1',
    info: {
      title: 'Floorwalker',
      version,
      description: 'A conversational shopping assistant that a shop runs itself.',
    },
    paths,
    components: {
      securitySchemes: {
        bearer: {
          type: 'http',
          scheme: 'bearer',
          description: "A conversation's token, a customer's, or the shop's own (FLOORWALKER_ADMIN_TOKEN)",
        },
        desk: {
          type: 'apiKey',
          in: 'cookie',
          name: 'floorwalker-desk',
          description:
            'Of signing in at the desk; `__Host-floorwalker-desk` where the server has an https address',
        },
      },
    },
  });
}

function toOperation(route: Route): Operation {
  const { schemas } = route;
  const takesBody = schemas.body !== nothing;
  return {
    operationId: `${route.method}${route.path.replaceAll(/[^A-Za-z0-9]+(\w)?/g, (_, letter?: string) => letter?.toUpperCase() ?? '')}`,
    summary: route.summary,
    tags: [route.tag],
    ...(route.security !== 'none' && {
      security: [
        ...(route.security === 'optional' ? [{}] : []),
        ...(route.security === 'desk' ? [] : [{ bearer: [] }]),
        ...(isForDesk(route) ? [{ desk: [] }] : []),
      ],
    }),
    ...(isForDesk(route) && { 'x-roles': [...rolesWith(route.permission)] }),
    requestParams: {
      ...(schemas.path instanceof z.ZodObject && { path: schemas.path }),
      ...(schemas.query instanceof z.ZodObject && { query: schemas.query }),
      ...(route.method !== 'get' && { header: idempotencyHeader }),
    },
    ...(takesBody && {
      requestBody: {
        required: route.bodyOptional !== true,
        content: { 'application/json': { schema: schemas.body } },
      },
    }),
    responses: {
      ...Object.fromEntries(
        Object.entries(route.responses).map(([status, response]) => [status, toResponse(response)]),
      ),
      default: {
        description: 'A failure',
        content: { 'application/problem+json': { schema: problemSchema } },
      },
    },
  };
}

/** Whether somebody who is signed in at the desk may call it. */
const isForDesk = ({ security, permission }: Route): boolean =>
  security === 'desk' || (security === 'admin' && permission !== undefined);

function toResponse({ description, content = {} }: Route['responses'][number]) {
  const media = Object.entries(content).map(([type, schema]) => [type, { schema }]);
  return media.length === 0 ? { description } : { description, content: Object.fromEntries(media) };
}
