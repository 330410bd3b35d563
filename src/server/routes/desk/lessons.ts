import type { Request } from 'express';
import type { LessonDesk } from '../../../chat/desk/lesson-desk.ts';
import { defineRoute, nothing, type Route, signedInBy } from '../../route.ts';
import {
  correctionListSchema,
  correctionPath,
  correctionQuery,
  correctionSchema,
  lessonOverviewSchema,
  undoEffectSchema,
} from '../../schemas/lesson.ts';

const JSON_TYPE = 'application/json';
const LONGEST_ACCEPT_LANGUAGE = 200;

const readersLanguages = (request: Request): string | undefined =>
  request.get('Accept-Language')?.slice(0, LONGEST_ACCEPT_LANGUAGE);

/** What lists have learned from agents, and what of it is taken back. */
export function lessonRoutes(
  desk: Pick<LessonDesk, 'read' | 'corrections' | 'effectOfUndo' | 'undo'>,
): Route[] {
  return [
    defineRoute({
      method: 'get',
      path: '/v1/desk/lessons',
      summary: 'What corrections have changed in lists, with the evidence and what shoppers say of it',
      tag: 'Desk',
      security: 'desk',
      permission: 'conversations-read',
      schemas: { path: nothing, query: nothing, body: nothing },
      responses: {
        200: {
          description: 'Those that move a product most first',
          content: { [JSON_TYPE]: lessonOverviewSchema },
        },
      },
      handle: async ({ request }) => ({
        kind: 'json',
        status: 200,
        body: await desk.read(readersLanguages(request)),
      }),
    }),
    defineRoute({
      method: 'get',
      path: '/v1/desk/corrections',
      summary: 'What agents changed of lists, oldest first, also what was undone',
      tag: 'Desk',
      security: 'desk',
      permission: 'conversations-read',
      schemas: { path: nothing, query: correctionQuery, body: nothing },
      responses: {
        200: { description: 'After one of them', content: { [JSON_TYPE]: correctionListSchema } },
      },
      // They tell what shoppers looked for.
      async handle({ query, request, note }) {
        const body = await desk.corrections(query, readersLanguages(request));
        await note({ action: 'corrections.read', subject: query.after ?? 'the first' });
        return { kind: 'json', status: 200, body };
      },
    }),
    defineRoute({
      method: 'get',
      path: '/v1/desk/corrections/{correctionId}/undo',
      summary: 'What lists would be without a correction; nothing is changed',
      tag: 'Desk',
      security: 'desk',
      permission: 'lessons-undo',
      schemas: { path: correctionPath, query: nothing, body: nothing },
      responses: {
        200: {
          description:
            'Products that would be moved by something else, most first; none where no list changes',
          content: { [JSON_TYPE]: undoEffectSchema },
        },
      },
      handle: async ({ path, request }) => ({
        kind: 'json',
        status: 200,
        body: await desk.effectOfUndo(path.correctionId, readersLanguages(request)),
      }),
    }),
    defineRoute({
      method: 'post',
      path: '/v1/desk/corrections/{correctionId}/undo',
      summary:
        'Learn nothing from a correction any more; again is nothing new. What the shopper was sent stays',
      tag: 'Desk',
      security: 'desk',
      permission: 'lessons-undo',
      schemas: { path: correctionPath, query: nothing, body: nothing },
      responses: {
        200: {
          description: 'Undone; lists are as if it was never made',
          content: { [JSON_TYPE]: correctionSchema },
        },
      },
      handle: async (call) => {
        const { agentId, firstName } = signedInBy(call).agent;
        const body = await desk.undo(call.path.correctionId, { agentId, firstName });
        return { kind: 'json', status: 200, body };
      },
    }),
  ];
}
