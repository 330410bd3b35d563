import { SPOKEN_LANGUAGES } from '../text/languages.ts';
import { createClaimChecker } from './check-claims.ts';
import type { Replier } from './replier.ts';

/** Reads the tables of every language by which words of a model are judged, so that no shopper waits for it: some 200 ms once. */
export function warmClaims(replier: Replier): void {
  for (const language of SPOKEN_LANGUAGES) {
    const plan = {
      locale: language,
      language,
      steps: [{ act: 'thank' as const }, { act: 'goodbye' as const }],
    };
    const draft = replier.compose(plan);
    const checker = createClaimChecker(plan, { text: '', claims: [] });
    checker.push(`${draft.text} `);
    checker.end();
  }
}
