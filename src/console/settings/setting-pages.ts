import { html, type TemplateResult } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import type { SettingKind, SettingValues } from '../../domain/desk/setting-kinds.ts';
import type { SynonymRule } from '../../domain/synonym.ts';
import type { DeskContext } from '../page.ts';
import { consentForm, sayConsent } from './consent-form.ts';
import { assignmentForm, satisfactionForm, sayAssignment, saySatisfaction } from './handling-forms.ts';
import { houseRulesForm, sayHouseRules, tidyHouseRules } from './house-rules-form.ts';
import { invitationForm } from './invitation-form.ts';
import { sayInvitations, tidyInvitations } from './invitation-words.ts';
import { macroForm, sayMacros } from './macro-form.ts';
import { officeHoursForm, sayOfficeHours } from './office-hours-form.ts';
import { reviewForm, sayReview } from './review-form.ts';
import './rules-editor.ts';
import './setting-editor.ts';
import './setting-timeline.ts';
import type { SettingSpec, Version } from './setting-spec.ts';
import { saySynonyms } from './synonym-fields.ts';
import { type KeptSynonyms, synonymForm } from './synonym-form.ts';
import { type KeptWeights, sayWeights, weightForm } from './weight-form.ts';
import type { Changes } from './weight-table.ts';

interface KeptSetting<Value> {
  readonly version: number;
  readonly value: Value;
  readonly by?: { readonly firstName: string };
  readonly at?: string;
}

/** A thing that is set, or what has an editor of its own. */
export interface SettingPage {
  readonly name: string;
  readonly title: string;
  readonly about: string;
  readonly draw: (context: DeskContext) => TemplateResult;
}

/** Of the kinds that share one address in the API. */
function ofKind<Kind extends SettingKind>(
  name: Kind,
  spec: Omit<
    SettingSpec<SettingValues[Kind], KeptSetting<SettingValues[Kind]>>,
    'name' | 'path' | 'wayBack' | 'versionOf'
  >,
): SettingSpec {
  const whole: SettingSpec<SettingValues[Kind], KeptSetting<SettingValues[Kind]>> = {
    ...spec,
    name,
    path: `/v1/desk/settings/${name}`,
    wayBack: 'roll-back',
    versionOf: ({ by, ...version }) => ({ ...version, by: by?.firstName }),
  };
  return whole;
}

const synonyms: SettingSpec<readonly SynonymRule[], KeptSynonyms> = {
  name: 'synonyms',
  title: 'Synonyms',
  about: 'What means the same, in the words of your shoppers and of your shop.',
  path: '/v1/synonyms',
  wayBack: 'rollback',
  trial: 'synonyms',
  versionOf: ({ rules, ...kept }) => ({ ...toVersion(kept), value: rules }),
  shipped: { version: 0, rules: [] },
  bodyOf: (rules) => ({ rules }),
  form: synonymForm,
  say: saySynonyms,
};

const weights: SettingSpec<Changes, KeptWeights> = {
  name: 'weights',
  title: 'Weights',
  about: 'How much each signal counts in the order of a list.',
  path: '/v1/weights',
  wayBack: 'rollback',
  trial: 'weights',
  versionOf: ({ changes, ...kept }) => ({ ...toVersion(kept), value: changes }),
  shipped: { version: 0, changes: {}, shipped: {} },
  bodyOf: (changes) => ({ changes }),
  form: weightForm,
  say: sayWeights,
};

function toVersion({
  version,
  author,
  updatedAtMs,
}: {
  readonly version: number;
  readonly author?: string;
  readonly updatedAtMs?: number;
}): Omit<Version, 'value'> {
  return {
    version,
    by: author,
    at: updatedAtMs === undefined ? undefined : new Date(updatedAtMs).toISOString(),
  };
}

/** All that is set in versions. */
const SPECS: readonly SettingSpec[] = [
  ofKind('review', {
    title: 'Approval',
    about:
      'Which replies of the assistant wait until somebody lets them go. The narrowest rule that fits counts.',
    form: reviewForm,
    say: sayReview,
  }),
  ofKind('office-hours', {
    title: 'Office hours',
    about: 'When somebody is there. Outside them shoppers are told when.',
    form: officeHoursForm,
    say: sayOfficeHours,
  }),
  ofKind('assignment', {
    title: 'Assignment',
    about: 'Whether conversations that wait are given to who is there.',
    form: assignmentForm,
    say: sayAssignment,
  }),
  ofKind('macros', {
    title: 'Macros',
    about: 'Texts that agents use again and again.',
    form: macroForm,
    say: sayMacros,
  }),
  ofKind('house-rules', {
    title: 'House rules',
    about: 'How the assistant speaks. Kept cases are played before it is published.',
    trial: 'house-rules',
    form: houseRulesForm,
    say: sayHouseRules,
    tidy: tidyHouseRules,
  }),
  ofKind('invitations', {
    title: 'Invitations',
    about: 'When the widget invites shoppers to talk.',
    form: invitationForm,
    say: sayInvitations,
    tidy: tidyInvitations,
  }),
  ofKind('consent-texts', {
    title: 'Consent',
    about:
      'What the widget says where it asks whether something may be kept for later visits. Every version stays.',
    form: consentForm,
    say: sayConsent,
  }),
  ofKind('satisfaction', {
    title: 'Satisfaction',
    about: 'Whether shoppers are asked, once, how it was.',
    form: satisfactionForm,
    say: saySatisfaction,
  }),
  synonyms,
  weights,
];

/** What the page of the settings leads to. */
export const SETTING_PAGES: readonly SettingPage[] = [
  ...SPECS.map((spec) => ({
    ...spec,
    draw: (context: DeskContext) =>
      html`${keyed(spec, html`<desk-setting-editor .context=${context} .spec=${spec}></desk-setting-editor>`)}`,
  })),
  {
    name: 'rules',
    title: 'Rules of the shop',
    about: 'What is to be seen more, less, at a place of the list, or not at all.',
    draw: (context) => html`<desk-rules-editor .context=${context}></desk-rules-editor>`,
  },
  {
    name: 'changes',
    title: 'All changes',
    about:
      'Who changed which setting, when and what. Rules and texts of the shop have histories of their own.',
    draw: (context) =>
      html`<desk-setting-timeline .context=${context} .specs=${SPECS}></desk-setting-timeline>`,
  },
];
