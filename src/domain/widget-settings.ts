import * as z from 'zod';
import type { Voice } from './voice.ts';

const sentence = z.string().trim().min(1).max(200);

/** "/products/*": a path, in which `*` stands for any characters. */
const pagePattern = z
  .string()
  .max(200)
  .regex(/^\/[^?#\s]*$/, 'must be a path, such as "/products/*"');

const basketMinor = z
  .strictObject({ min: z.int().min(0).exactOptional(), max: z.int().min(0).exactOptional() })
  .refine(({ min, max }) => min !== undefined || max !== undefined, 'must have min, max or both')
  .refine(({ min = 0, max = Number.POSITIVE_INFINITY }) => min <= max, 'min must not be above max');

const invitation = z
  .strictObject({
    id: z.string().regex(/^[\w-]{1,60}$/, 'must be 1 to 60 letters, digits, "_" or "-"'),
    /** Kept, and never shown: the widget is not told of it. */
    isOff: z.literal(true).exactOptional(),
    /** All of them must hold. */
    when: z.strictObject({
      /** On this page. */
      afterSeconds: z.number().min(0).max(3_600).exactOptional(),
      /** Part of the page that was scrolled through, in (0, 1]. */
      scrolledShare: z.number().gt(0).max(1).exactOptional(),
      /** The pointer goes out of the window at the top; never where there is none. */
      isLeaving: z.literal(true).exactOptional(),
      /** Value of the basket in the minor unit of its currency, inclusive. */
      basketMinor: basketMinor.exactOptional(),
      /** Any of them. */
      pages: z.array(pagePattern).min(1).max(20).exactOptional(),
      /** ISO 3166-1 alpha-2, any of them. */
      markets: z
        .array(z.string().regex(/^[A-Z]{2}$/, 'must be a country code such as "DE"'))
        .min(1)
        .max(50)
        .exactOptional(),
    }),
    /** By language; English, else the first of them, for every other language. */
    message: z
      .record(z.string().regex(/^[a-z]{2,3}$/, 'must be a language such as "de"'), sentence)
      .refine((texts) => Object.keys(texts).length > 0, 'must be said in one language at least'),
    /** Shown so often in one visit. */
    perVisit: z.int().min(1).max(10).default(1),
    /** Not again for so many days; counts only where the shopper let something be kept. */
    restDays: z.number().min(0).max(365).default(30),
  })
  .refine(
    ({ when }) => Object.keys(when).length > 0,
    'when: must name one condition at least: nobody is invited for nothing',
  );

/** When shoppers are invited to talk, and how often at most. */
export const invitationsSchema = z.strictObject({
  /** Between two invitations, whichever they are. */
  minIntervalSeconds: z.number().min(0).max(86_400).default(120),
  rules: z
    .array(invitation)
    .refine((rules) => new Set(rules.map(({ id }) => id)).size === rules.length, 'ids must differ'),
});

export type Invitations = z.infer<typeof invitationsSchema>;
export type Invitation = Invitations['rules'][number];

export const NO_INVITATIONS: Invitations = { minIntervalSeconds: 0, rules: [] };

/** What a widget reads of the shop before anybody speaks; nothing of a person. */
export interface WidgetSettings {
  readonly shopName?: string;
  readonly privacyPolicyUrl?: string;
  readonly preset?: string;
  readonly capabilities: {
    /** Language models answer; else templates do. */
    readonly models: boolean;
    /** One picture may come with a message: the models see. */
    readonly images: boolean;
    readonly markets: readonly string[];
    readonly languages: readonly string[];
  };
  readonly invitations: Invitations;
  /** How shoppers are addressed, by place as the voice of the shop has it; formally everywhere when absent. */
  readonly formality?: Voice['formality'];
  /** What is said where it is asked whether something may be kept, by language; the widget's own words where there are none. */
  readonly consentTexts?: {
    /** A consent names the one it was given to. */
    readonly version: number;
    readonly texts: Readonly<Record<string, { readonly question: string; readonly explanation: string }>>;
  };
}
