import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decide } from '../../src/dialogue/decide.ts';
import { initialState, recordShown } from '../../src/dialogue/record-list.ts';
import type { Command } from '../../src/domain/command.ts';
import type { DialogueState } from '../../src/domain/dialogue-state.ts';
import { hardConstraints, sameConstraint } from '../../src/domain/need.ts';
import { arbitraryStep, contextOf, conversation, play } from './play.ts';
import { arbitraryRefine, FOCUS, refine, shownProduct } from './support.ts';

/** Slots read against the screen, which the message before it may have changed. */
const POINTS_BACK = ['pull', 'shifts', 'reference', 'references'];
/** What they mean hangs on the turn before. */
const ANSWERS: ReadonlySet<Command['type']> = new Set(['undo', 'affirm', 'deny', 'no-preference']);

function freeze<T>(value: T): T {
  if (typeof value === 'object' && value !== null) {
    for (const member of Object.values(value)) freeze(member);
    Object.freeze(value);
  }
  return value;
}

describe('the invariants of SPEC.md', () => {
  it('gives the same decision for the same input and changes nothing it was given', () => {
    fc.assert(
      fc.property(conversation, arbitraryStep, (steps, step) => {
        const state = freeze(play(steps));
        const commands = freeze(step.commands);
        const decided = decide(state, commands, contextOf(step));
        expect(decide(structuredClone(state), commands, contextOf(step))).toEqual(decided);
      }),
    );
  });

  it('survives being stored as JSON between any two turns', () => {
    fc.assert(
      fc.property(conversation, (steps) => {
        const state = play(steps);
        expect(JSON.parse(JSON.stringify(state))).toEqual(state);
      }),
    );
  });

  it('always acts, lists at most once and asks back at most once', () => {
    fc.assert(
      fc.property(conversation, arbitraryStep, (steps, step) => {
        const types = decide(play(steps), step.commands, contextOf(step)).acts.map(({ type }) => type);
        expect(types.length).toBeGreaterThan(0);
        expect(types.filter((type) => type === 'show').length).toBeLessThanOrEqual(1);
        expect(types.filter((type) => type === 'clarify').length).toBeLessThanOrEqual(1);
      }),
    );
  });

  it('names only products that were on screen, on the page, in focus, or named', () => {
    fc.assert(
      fc.property(conversation, arbitraryStep, (steps, step) => {
        const state = play(steps);
        const allowed = new Set([
          ...state.shown.map(({ productId }) => productId),
          ...(state.screens ?? []).flat().map(({ productId }) => productId),
          ...[state.focus, state.earlierFocus].filter((productId) => productId !== undefined),
          ...['p1', 'p2', 'elsewhere', 'page'],
        ]);
        for (const act of decide(state, step.commands, contextOf(step)).acts) {
          const named = act.type === 'compare' ? act.productIds : 'productId' in act ? [act.productId] : [];
          expect(named.filter((productId) => !allowed.has(productId))).toEqual([]);
        }
      }),
    );
  });

  it('keeps a hard limit until its attribute is spoken of, or another kind of thing is wanted', () => {
    fc.assert(
      fc.property(conversation, fc.array(arbitraryRefine), (steps, refinements) => {
        const before = play(steps);
        const spokenOf = new Set(
          refinements.flatMap(({ constraints, drop, pull, shifts = [] }) => [
            ...shifts.flatMap(({ attribute }) => [attribute, 'weight']),
            ...constraints.map(({ attribute }) => attribute),
            ...drop,
            ...(pull === undefined ? [] : ['price']),
          ]),
        );
        fc.pre(!spokenOf.has('type'));
        const after = decide(before, refinements, { language: 'en' }).state;
        for (const limit of hardConstraints(before.need)) {
          if (spokenOf.has(limit.attribute)) continue;
          expect(after.need.constraints.some((constraint) => sameConstraint(constraint, limit))).toBe(true);
        }
      }),
    );
  });

  it('lets words the shop does not know change nothing that binds', () => {
    fc.assert(
      fc.property(conversation, arbitraryRefine, (steps, refinement) => {
        const before = play(steps);
        const constraints = refinement.constraints.map((constraint) => ({ ...constraint, known: false }));
        const after = decide(before, [refine(constraints)], { language: 'en' }).state;
        const missing = hardConstraints(before.need).filter(
          (limit) => !hardConstraints(after.need).some((held) => sameConstraint(held, limit)),
        );
        expect(missing).toEqual([]);
        expect(hardConstraints(after.need).every(({ known }) => known)).toBe(true);
      }),
    );
  });

  it('excludes from "more" everything seen for the need, and the reference always', () => {
    fc.assert(
      fc.property(conversation, (steps) => {
        const state = play(steps);
        const { acts } = decide(state, [{ type: 'more' }], { language: 'en' });
        const excluded = acts.flatMap((act) => (act.type === 'show' ? act.exclude : []));
        expect(state.seen.filter((productId) => !excluded.includes(productId))).toEqual([]);
        const { similarTo } = state.need;
        if (similarTo !== undefined) expect(excluded).toContain(similarTo);
      }),
    );
  });

  it('never shows a product again while "more" is asked for', () => {
    const shelf = Array.from({ length: 40 }, (_, index) => shownProduct(`p${index}`, index));
    let state = initialState('en');
    const met: string[] = [];
    for (let turn = 0; turn < 10; turn += 1) {
      const decided = decide(state, [{ type: 'more' }], { language: 'en' });
      const [act] = decided.acts;
      const excluded = new Set(act?.type === 'show' ? act.exclude : []);
      const page = shelf.filter(({ productId }) => !excluded.has(productId)).slice(0, 6);
      met.push(...page.map(({ productId }) => productId));
      state = recordShown(decided.state, page, { keepSeen: true });
    }
    expect(met).toHaveLength(40);
    expect(new Set(met).size).toBe(40);
  });

  it('goes strictly down with every "cheaper" until nothing is left', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 60 }), { minLength: 1, maxLength: 30 }), (prices) => {
        const shelf = prices.map((price, index) => shownProduct(`p${index}`, price));
        let state = recordShown(initialState('en'), shelf.slice(0, 10), { keepSeen: false });
        let dearest = Math.max(...state.shown.map(({ priceMinor }) => priceMinor));
        for (let turn = 0; turn < 70; turn += 1) {
          const decided = decide(state, [refine([], { pull: 'cheaper' })], { language: 'en' }).state;
          const limit = decided.need.constraints.find(({ operator }) => operator === 'lt')?.value;
          const page = shelf.filter(({ priceMinor }) => priceMinor < Number(limit)).slice(0, 10);
          if (page.length === 0) return;
          const now = Math.max(...page.map(({ priceMinor }) => priceMinor));
          expect(now).toBeLessThan(dearest);
          dearest = now;
          state = recordShown(decided, page, { keepSeen: false });
        }
        expect.unreachable('"cheaper" did not come to an end');
      }),
    );
  });

  it('stays bounded however long and odd the conversation is', () => {
    fc.assert(
      fc.property(fc.array(arbitraryStep, { minLength: 50, maxLength: 150 }), (steps) => {
        const state = play(steps);
        expect(state.seen.length).toBeLessThanOrEqual(500);
        expect(state.opened.length).toBeLessThanOrEqual(50);
        expect(state.shown.length).toBeLessThanOrEqual(50);
        expect(state.need.constraints.length).toBeLessThanOrEqual(100);
        expect(state.need.query.length).toBeLessThanOrEqual(400);
        expect(state.turn).toBe(steps.length);
      }),
      { numRuns: 20 },
    );
  });

  it('ends with the same need when a message arrives twice, unless it pulls from the list', () => {
    fc.assert(
      fc.property(conversation, arbitraryStep, (steps, step) => {
        fc.pre(step.commands.every((command) => !POINTS_BACK.some((slot) => slot in command)));
        fc.pre(step.commands.every(({ type }) => !ANSWERS.has(type)));
        const once = decide(play(steps), step.commands, contextOf(step)).state;
        const twice = decide(once, step.commands, contextOf(step)).state;
        const kept = ({ need }: DialogueState) =>
          new Set(need.constraints.filter(({ known }) => known).map((each) => JSON.stringify(each)));
        expect(kept(twice)).toEqual(kept(once));
        expect(twice.need.query).toBe(once.need.query);
      }),
    );
  });

  it('holds the same limits in whatever order unrelated wishes come', () => {
    const unrelated = fc.uniqueArray(arbitraryRefine, {
      selector: ({ constraints }) => constraints[0]?.attribute,
      maxLength: 4,
    });
    fc.assert(
      fc.property(unrelated, (refinements) => {
        const single = refinements
          .map(({ constraints }) => refine(constraints.slice(0, 1)))
          .filter((command) => command.type === 'refine' && command.constraints[0]?.attribute !== 'type');
        const kept = (commands: readonly Command[]) =>
          new Set(
            decide(initialState('en'), commands, { language: 'en' }).state.need.constraints.map((each) =>
              JSON.stringify(each),
            ),
          );
        expect(kept(single.toReversed())).toEqual(kept(single));
      }),
    );
  });

  it('does what is left when a message of the conversation is lost', () => {
    fc.assert(
      fc.property(conversation, fc.nat(7), (steps, lost) => {
        const state = play(steps.filter((_, index) => index !== lost));
        const { acts } = decide(state, [{ type: 'why', reference: FOCUS }], { language: 'en' });
        expect(['explain', 'clarify']).toContain(acts[0]?.type);
      }),
    );
  });
});
