import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { OpenService } from '../../src/assembly/open-service.ts';
import type { DialogueState } from '../../src/domain/dialogue-state.ts';
import { demoService, talk } from '../support/demo-service.ts';

const { signal } = new AbortController();
const ANNA = { agentId: 'a-1', firstName: 'Anna' };
const WISHES = [
  'show me warm scarves',
  'show me lamps',
  'under 80',
  'show me mugs',
  'blue ones',
  'show me gloves',
];

let service: OpenService;
beforeAll(async () => {
  service = await demoService();
});
afterAll(() => service.close());

const step = fc.oneof(
  fc.record({ kind: fc.constant('say' as const), wish: fc.constantFrom(...WISHES) }),
  fc.record({ kind: fc.constant('mode' as const), isHeld: fc.boolean() }),
  fc.record({
    kind: fc.constant('refine' as const),
    order: fc.array(fc.nat(27), { minLength: 1, maxLength: 8 }),
    bans: fc.array(fc.nat(7), { maxLength: 2 }),
    isSaved: fc.boolean(),
  }),
);

const idsOf = (products: readonly { readonly productId: string }[]) =>
  products.map(({ productId }) => productId);

it('knows what is on the screen of the shopper as the last list that they got, whatever was held, refined and said', {
  timeout: 120_000,
}, async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 14 }), async (steps) => {
      const { conversationId, say } = await talk(service, { locale: 'en-US', market: 'US' });
      const { drafts } = service.desk;
      let last: readonly string[] = [];
      const banned = new Set<string>();
      for (const [at, next] of steps.entries()) {
        if (next.kind === 'mode') {
          const rules = next.isHeld ? [{ mode: 'review' as const }] : [];
          const value = { rules, holdSeconds: 300, afterwards: 'keep' as const };
          await service.desk.settings.write('review', value, { by: ANNA }, signal);
        } else if (next.kind === 'say') {
          const turn = await say(next.wish);
          expect(idsOf(turn.products).filter((id) => banned.has(id))).toEqual([]);
          if (turn.products.length > 0) last = idsOf(turn.products);
        } else {
          const draft = await drafts.draftOf(conversationId);
          if (draft === undefined) continue;
          const known = [...idsOf(draft.reply.products), ...idsOf(draft.alternatives)];
          const gone = next.bans.flatMap((place) => idsOf(draft.reply.products)[place] ?? []);
          const chosen = next.order.flatMap((place) => known[place % known.length] ?? []);
          const products = [...new Set(chosen)].filter((id) => !gone.includes(id));
          if (products.length === 0) continue;
          const refinement = {
            products: products.map((productId) => ({ productId })),
            banned: [...new Set(gone)].map((productId) => ({ productId })),
          };
          const saved = next.isSaved
            ? await drafts.save(conversationId, ANNA, { version: draft.version, refinement })
            : draft;
          const sending = { version: saved.version, refinement, clientMessageId: `${conversationId} ${at}` };
          const { messageId } = draft;
          const entry = await (draft.heldUntil === undefined
            ? drafts.correct(conversationId, ANNA, { ...sending, messageId })
            : drafts.send(conversationId, ANNA, sending));
          expect(idsOf(entry.products ?? [])).toEqual(products);
          last = products;
          for (const id of gone) banned.add(id);
        }
        const { state } = await service.database.query
          .selectFrom('conversations')
          .select('state')
          .where('conversationId', '=', conversationId)
          .executeTakeFirstOrThrow();
        const { shown } = JSON.parse(state) as DialogueState;
        expect([at, idsOf(shown)]).toEqual([at, last]);
      }
    }),
    { numRuns: 12 },
  );
});
