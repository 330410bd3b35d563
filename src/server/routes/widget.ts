import type { WidgetSettings } from '../../domain/widget-settings.ts';
import { defineRoute, nothing, type Route } from '../route.ts';
import { widgetSchema } from '../schemas/widget.ts';

/** What a widget reads before anybody speaks. The same for everybody, so that any page may read it and anything may keep it. */
export const widgetRoutes = (read: () => WidgetSettings): Route[] => [
  defineRoute({
    method: 'get',
    path: '/v1/widget',
    summary: 'What the widget shows of the shop, and when it invites shoppers to talk',
    tag: 'Widget',
    security: 'none',
    maxAgeSeconds: 300,
    schemas: { path: nothing, query: nothing, body: nothing },
    responses: {
      200: { description: 'The same for everybody', content: { 'application/json': widgetSchema } },
    },
    handle: async () => ({ kind: 'json', status: 200, body: read() }),
  }),
];
