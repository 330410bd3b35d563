import * as z from 'zod';
import { CHANNELS } from '../channel.ts';
import type { Formality } from '../voice.ts';
import { invitationsSchema, NO_INVITATIONS } from '../widget-settings.ts';
import type { Macro, OfficeHours, ReviewSettings } from './settings.ts';

/** Plain words, of one line or several; nothing that is not seen. */
const plainText = (most: number) =>
  z
    .string()
    .trim()
    .min(1)
    .max(most)
    .regex(/^[^\p{Cc}\u200e\u200f\u202a-\u202e\u2066-\u2069]*$/u, 'must be plain text on one line');

const paragraphs = (most: number) =>
  z
    .string()
    .trim()
    .min(1)
    .max(most)
    .regex(/^(?:\n|[^\p{Cc}\u200e\u200f\u202a-\u202e\u2066-\u2069])*$/u, 'must be plain text');

const language = z.string().regex(/^[a-z]{2,3}$/, 'must be a language such as "de"');
const country = z.string().regex(/^[A-Z]{2}$/, 'must be a country code such as "DE"');
const clockTime = z.string().regex(/^(?:[01]\d|2[0-3]):[0-5]\d$|^24:00$/, 'must be a time such as "09:00"');

const isDay = (day: string): boolean =>
  /^\d{4}-\d{2}-\d{2}$/.test(day) &&
  !Number.isNaN(Date.parse(`${day}T00:00:00Z`)) &&
  new Date(`${day}T00:00:00Z`).toISOString().startsWith(day);

function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}

const review: z.ZodType<ReviewSettings> = z.strictObject({
  rules: z
    .array(
      z
        .strictObject({
          market: country.exactOptional(),
          channel: z.enum(CHANNELS).exactOptional(),
          mode: z.enum(['watch', 'review']),
          belowConfidence: z.number().gt(0).max(1).exactOptional(),
        })
        .refine(
          ({ mode, belowConfidence }) => mode === 'review' || belowConfidence === undefined,
          'belowConfidence belongs to mode "review"',
        ),
    )
    .max(100)
    .refine(
      (rules) => new Set(rules.map(({ market, channel }) => `${market} ${channel}`)).size === rules.length,
      'there are two rules for the same conversations',
    ),
  holdSeconds: z.int().min(30).max(3_600),
  afterwards: z.enum(['keep', 'send']),
});

const day = z
  .array(
    z
      .strictObject({ from: clockTime, to: clockTime })
      .refine(({ from, to }) => from < to, 'must end after it begins, on the same day'),
  )
  .max(6)
  .refine(
    (spans) => spans.every(({ from }, at) => at === 0 || (spans[at - 1]?.to ?? '') <= from),
    'must be in order and must not overlap',
  );

const officeHours: z.ZodType<OfficeHours> = z.strictObject({
  timeZone: z.string().max(60).refine(isTimeZone, 'must be a time zone such as "Europe/Berlin"'),
  week: z.array(day).length(7),
  closedOn: z.array(z.string().refine(isDay, 'must be a day such as "2026-12-25"')).max(400),
});

const macros: z.ZodType<{ readonly macros: readonly Macro[] }> = z.strictObject({
  macros: z
    .array(
      z.strictObject({
        macroId: z.string().regex(/^[\w-]{1,60}$/, 'must be 1 to 60 letters, digits, "_" or "-"'),
        title: plainText(80),
        texts: z
          .record(language, paragraphs(2_000))
          .refine((texts) => Object.keys(texts).length > 0, 'must be said in one language at least'),
      }),
    )
    .max(200)
    .refine(
      (all) => new Set(all.map(({ macroId }) => macroId)).size === all.length,
      'there are two with the same macroId',
    ),
});

const formality = z.enum(['formal', 'familiar'] satisfies Formality[]);

const houseRules = z.strictObject({
  tone: z.enum(['friendly', 'neutral', 'brief']),
  /** As `Voice`. */
  formality: z
    .record(
      z
        .string()
        .regex(/^(?:default|[a-z]{2,3}(?:-[A-Z]{2})?|[A-Z]{2})$/, 'must be a place such as "NL" or "fr-CH"'),
      formality,
    )
    .refine((rules) => Object.keys(rules).length <= 50, 'must be at most 50 places')
    .transform((rules): Readonly<Record<string, Formality>> & { readonly default: Formality } => ({
      ...rules,
      default: rules.default ?? 'formal',
    })),
  /** What a language model is to keep to in its wording, beside what it always keeps to. */
  sentences: z.array(plainText(200)).max(12),
});

const consentTexts = z.strictObject({
  /** By language; the widget's own words where a language is missing. */
  texts: z
    .record(
      language,
      z.strictObject({
        /** What is asked. */
        question: plainText(200),
        /** What is kept, for how long, and how it ends. */
        explanation: paragraphs(1_200),
      }),
    )
    .refine((texts) => Object.keys(texts).length <= 50, 'must be at most 50 languages'),
});

const satisfaction = z.strictObject({
  /** Whether shoppers are asked, once, how it was. */
  isAsked: z.boolean(),
  /** Not before a conversation has so many messages of the shopper. */
  afterMessages: z.int().min(1).max(50),
});

const assignment = z.strictObject({
  /** Conversations that wait are given to who is there, one after the other. */
  mode: z.enum(['off', 'round-robin']),
  /** Conversations that one agent has at a time, at most. */
  mostAtOnce: z.int().min(1).max(50),
});

/** What may be set at the desk, by kind. All strings are plain text; all lists are bounded. */
export const SETTING_SCHEMAS = {
  review,
  'office-hours': officeHours,
  macros,
  'house-rules': houseRules,
  invitations: invitationsSchema.refine(({ rules }) => rules.length <= 100, 'rules: must be at most 100'),
  'consent-texts': consentTexts,
  satisfaction,
  assignment,
} as const;

export type SettingKind = keyof typeof SETTING_SCHEMAS;
export type SettingValue<Kind extends SettingKind> = z.infer<(typeof SETTING_SCHEMAS)[Kind]>;
export type SettingValues = { readonly [Kind in SettingKind]: SettingValue<Kind> };
export type HouseRules = SettingValues['house-rules'];

export const SETTING_KINDS = Object.keys(SETTING_SCHEMAS) as readonly SettingKind[];

const ALWAYS = [{ from: '00:00', to: '24:00' }];

/** What holds until somebody sets something else. */
export const DEFAULT_SETTINGS: SettingValues = {
  review: { rules: [], holdSeconds: 300, afterwards: 'keep' },
  // Nobody said when somebody is there: shoppers are told of no hours.
  'office-hours': { timeZone: 'UTC', week: Array.from({ length: 7 }, () => ALWAYS), closedOn: [] },
  macros: { macros: [] },
  'house-rules': { tone: 'neutral', formality: { default: 'formal' }, sentences: [] },
  invitations: NO_INVITATIONS,
  'consent-texts': { texts: {} },
  satisfaction: { isAsked: true, afterMessages: 2 },
  assignment: { mode: 'off', mostAtOnce: 5 },
};
