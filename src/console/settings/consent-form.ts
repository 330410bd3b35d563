import { html, type TemplateResult } from 'lit';
import type { SettingValues } from '../../domain/desk/setting-kinds.ts';
import { areaField, textField } from '../components/field.ts';
import { languageName } from '../own-language.ts';
import { faultAt } from './faults.ts';
import { languageTexts } from './language-texts.ts';
import type { Said } from './said.ts';
import { languagesOf, type SettingForm } from './setting-spec.ts';

type Consent = SettingValues['consent-texts'];

/** What is asked before something is kept for later visits, in the shop's own words. */
export function consentForm(form: SettingForm<Consent, { readonly version: number }>): TemplateResult {
  const { value, faults, markets, onChange } = form;
  const { version } = form.kept;
  const { texts } = value;
  const languages = languagesOf(markets);
  const missing = languages.filter((language) => !Object.hasOwn(texts, language));
  return html`
    <div class="notice cool consent-note">
      <p>
        ${version === 0 ? 'Shoppers read the words of the widget until you publish your own.' : `Version ${version} is what shoppers read now.`}
        Who agreed to an earlier version stays agreed: each consent is kept with the version that was read, and nobody is asked
        again by itself. Who opens “Privacy” in the widget reads the new text and may change the answer.
      </p>
    </div>
    ${languageTexts<Consent['texts'][string]>({
      ...{ id: 'consent', legend: 'Texts', texts, suggested: languages },
      empty: { question: '', explanation: '' },
      draw: (language, text, change) =>
        html`${textField({
          ...{ id: `consent-${language}-question`, label: `Question, ${languageName(language)}` },
          ...{ hint: 'What is asked, in one line', maxLength: 200, value: text.question },
          error: faultAt(faults, `/texts/${language}/question`),
          onInput: (question) => change({ ...text, question }),
        })}
        ${areaField({
          ...{ id: `consent-${language}-explanation`, label: `Explanation, ${languageName(language)}` },
          ...{ hint: 'What is kept, for how long, and how it ends', rows: 4, maxLength: 1_200 },
          value: text.explanation,
          error: faultAt(faults, `/texts/${language}/explanation`),
          onInput: (explanation) => change({ ...text, explanation }),
        })}`,
      onChange: (changed) => onChange({ texts: changed }),
    })}
    ${
      missing.length === 0
        ? ''
        : html`<p class="quiet">The widget’s own words are read in ${missing.map(languageName).join(', ')}.</p>`
    }
  `;
}

export const sayConsent = ({ texts }: Consent): Said =>
  Object.entries(texts).flatMap(([language, { question, explanation }]) => [
    [`Question, ${languageName(language)}`, question] as const,
    [`Explanation, ${languageName(language)}`, explanation] as const,
  ]);
