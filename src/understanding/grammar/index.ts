import type { z } from 'zod';
import { normalise } from '../../text/analyze.ts';
import { perLanguage, SPOKEN_LANGUAGES, type SpokenLanguage } from '../../text/languages.ts';
import { LOCALES } from '../../text/locale-files.ts';
import { Phrases } from '../../text/phrases.ts';
import {
  GrammarSection,
  type PersonalCue,
  PersonalSection,
  type QuestionCue,
  ShopQuestionsSection,
  type TalkCue,
} from './grammar.ts';
import { PermissionSection, type ServiceCue, ServiceSection, ShiftsSection } from './service.ts';
import { SIGNS_OF_UNITS } from './units.ts';

export type { PersonalCue, PriceBound, QuestionCue } from './grammar.ts';

/** What a phrase asks the assistant to do. */
export type Cue = TalkCue | QuestionCue | PersonalCue | ServiceCue;

/** A language's phrases with its questions about the whole shop. */
export interface Grammar extends z.infer<typeof GrammarSection> {
  readonly language: SpokenLanguage;
  readonly shopQuestions: z.infer<typeof ShopQuestionsSection>;
  /** What is to become of what is known of the shopper, and of reasons. */
  readonly personal: z.infer<typeof PersonalSection>;
  /** What is wanted of the shop beside finding things. */
  readonly service: z.infer<typeof ServiceSection>;
  /** "Can I return something?" */
  readonly permission: z.infer<typeof PermissionSection>;
  /** "Lighter", "the longest". */
  readonly shifts: z.infer<typeof ShiftsSection>;
  /** What stands behind a number that is a measure and no price, in any language: people mix them. */
  readonly units: ReadonlySet<string>;
}

/**
 * The phrases of a language.
 *
 * @throws {AssistantError} INVALID_ARGUMENT when its locale file is not as it should be.
 */
export const grammarOf = perLanguage(
  (language): Grammar => ({
    ...LOCALES.section(language, 'grammar', GrammarSection),
    language,
    shopQuestions: LOCALES.section(language, 'shop-questions', ShopQuestionsSection),
    personal: LOCALES.section(language, 'personal', PersonalSection),
    service: LOCALES.section(language, 'service', ServiceSection),
    permission: LOCALES.section(language, 'permission', PermissionSection),
    shifts: LOCALES.section(language, 'shifts', ShiftsSection),
    units: unitsOfAll(),
  }),
);

let allUnits: ReadonlySet<string> | undefined;

function unitsOfAll(): ReadonlySet<string> {
  allUnits ??= new Set([
    ...SIGNS_OF_UNITS,
    ...SPOKEN_LANGUAGES.flatMap((language) => LOCALES.section(language, 'units', Phrases).map(normalise)),
  ]);
  return allUnits;
}
