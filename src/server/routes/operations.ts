import * as z from 'zod';
import type { Departments } from '../../chat/departments.ts';
import type { ServerMetrics } from '../metrics.ts';
import { defineRoute, nothing, type Route } from '../route.ts';

const livenessSchema = z.object({ status: z.literal('ok'), version: z.string() }).meta({ id: 'Liveness' });

const readinessSchema = z
  .object({
    ready: z.boolean(),
    version: z.string(),
    components: z.record(z.string(), z.object({ ready: z.boolean(), detail: z.string() })),
  })
  .meta({ id: 'Readiness' });

const openApiSchema = z.looseObject({ openapi: z.string() });

export interface OperationRoutesOptions {
  readonly departments: Departments;
  readonly metrics: ServerMetrics;
  readonly version: string;
  /** True while the server finishes its last requests. */
  draining(): boolean;
  /** The document of all routes, these included. */
  describe(): unknown;
}

export function operationRoutes(options: OperationRoutesOptions): Route[] {
  const { departments, metrics, version } = options;
  const open = {
    tag: 'Operations',
    security: 'none',
    schemas: { path: nothing, query: nothing, body: nothing },
  } as const;
  return [
    defineRoute({
      ...open,
      method: 'get',
      path: '/livez',
      summary: 'The process answers',
      responses: { 200: { description: 'Alive', content: { 'application/json': livenessSchema } } },
      handle: async () => ({ kind: 'json', status: 200, body: { status: 'ok', version } }),
    }),
    defineRoute({
      ...open,
      method: 'get',
      path: '/readyz',
      summary: 'Every component can serve',
      responses: {
        200: { description: 'Ready', content: { 'application/json': readinessSchema } },
        503: {
          description: 'Not ready; see the components',
          content: { 'application/json': readinessSchema },
        },
      },
      async handle() {
        const components = {
          ...departments.readiness(),
          ...(options.draining() && { server: { ready: false, detail: 'finishing its last requests' } }),
        };
        const ready = Object.values(components).every((component) => component.ready);
        return { kind: 'json', status: ready ? 200 : 503, body: { ready, version, components } };
      },
    }),
    defineRoute({
      ...open,
      method: 'get',
      path: '/metrics',
      summary: 'Counters for Prometheus',
      responses: { 200: { description: 'Prometheus text format', content: { 'text/plain': z.string() } } },
      async handle() {
        const { contentType } = metrics.registry;
        return { kind: 'text', status: 200, contentType, body: await metrics.registry.metrics() };
      },
    }),
    defineRoute({
      ...open,
      method: 'get',
      path: '/openapi.json',
      summary: 'This description',
      responses: { 200: { description: 'OpenAPI 3.1', content: { 'application/json': openApiSchema } } },
      handle: async () => ({ kind: 'json', status: 200, body: options.describe() }),
    }),
  ];
}
