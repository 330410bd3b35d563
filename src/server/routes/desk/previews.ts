import type { Candidate } from '../../../chat/desk/as-it-would-be.ts';
import type { DocumentDesk } from '../../../chat/desk/document-desk.ts';
import type { PreviewDesk } from '../../../chat/desk/preview-desk.ts';
import type { RuleDesk } from '../../../chat/rule-desk.ts';
import type { MerchandisingRule } from '../../../domain/merchandising.ts';
import { requestSignal } from '../../request-signal.ts';
import { defineRoute, nothing, type Route } from '../../route.ts';
import { LONGEST_DRAFT_BYTES } from '../../schemas/document.ts';
import { type PreviewBody, previewBody, previewSchema } from '../../schemas/preview.ts';

/** What a change would do to what shoppers asked, before it is published. */
export function previewRoutes({
  desk,
  rules,
  limitSynonyms,
  limitBodyBytes,
}: {
  readonly desk: { readonly previews: PreviewDesk; readonly documents: Pick<DocumentDesk, 'wouldBe'> };
  readonly rules: Pick<RuleDesk, 'wouldBe'>;
  readonly limitSynonyms: number;
  /** Of a set of synonyms. */
  readonly limitBodyBytes: number;
}): Route[] {
  async function toCandidate(body: PreviewBody): Promise<Candidate> {
    switch (body.kind) {
      case 'weights':
        return { kind: 'weights', changes: body.value.changes };
      case 'synonyms':
        return { kind: 'synonyms', rules: body.value.rules };
      case 'house-rules':
        return { kind: 'house-rules', value: body.value };
      case 'rule': {
        const { id, rule } = body.value;
        const set = await rules.wouldBe(id, rule === null ? undefined : asIfBegun({ id, ...rule }));
        return { kind: 'rules', set };
      }
      case 'document': {
        const { documentId, draft } = body.value;
        return await desk.documents.wouldBe(documentId, draft ?? undefined);
      }
    }
  }

  return [
    defineRoute({
      method: 'post',
      path: '/v1/desk/previews',
      summary:
        'The newest recorded messages and the most frequent searches, as they are answered and as they would be; nothing is written',
      tag: 'Desk',
      security: 'desk',
      permission: 'settings-change',
      schemas: { path: nothing, query: nothing, body: previewBody(limitSynonyms) },
      bodyLimitBytes: Math.max(limitBodyBytes, LONGEST_DRAFT_BYTES),
      responses: {
        200: {
          description:
            'What would be other: of a search its first 24 products, of a message the words of the templates, as no model is asked',
          content: { 'application/json': previewSchema },
        },
      },
      // It tells what shoppers said.
      async handle({ body, response, note }) {
        const { turns, searches } = body;
        const size = { turns, searches };
        const diff = await desk.previews.preview(await toCandidate(body), size, requestSignal(response));
        await note({ action: 'conversations.preview', subject: body.kind });
        return { kind: 'json', status: 200, body: diff };
      },
    }),
  ];
}

/** What was asked was asked before it is to begin. */
const asIfBegun = ({ from: _, ...rule }: MerchandisingRule): MerchandisingRule => rule;
