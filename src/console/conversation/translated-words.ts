import { html, nothing, type TemplateResult } from 'lit';
import type { ChangedFact, Translation } from '../../domain/desk/translation.ts';
import { checkField } from '../components/field.ts';
import { languageName } from '../own-language.ts';
import type { Translations } from './translations.ts';

/** Words in the reader's language, below the original, or why they are not there. */
export function translatedWords(
  translations: Translations,
  { text, from, isAsked }: { readonly text: string; readonly from: string; readonly isAsked: boolean },
): TemplateResult | typeof nothing {
  const reading = translations.read(text, from, isAsked);
  const ask = (label: string) => html`<button
    class="button plain small"
    type="button"
    @click=${() => translations.ask({ text, from })}
  >${label}</button>`;
  switch (reading?.outcome) {
    case 'done':
      return html`<p class="bubble-text translation" dir="auto" lang=${translations.own}><span class="quiet">In ${languageName(translations.own)}:</span> ${reading.text}</p>`;
    case 'waiting':
      return html`<p class="translation quiet">Translating…</p>`;
    case 'unasked':
      return html`<p class="translation">${ask(`Read in ${languageName(translations.own)}`)}</p>`;
    case 'changed':
    case 'failed':
      return html`<p class="translation quiet">Not translated: ${sayProblem(reading)} ${ask('Try again')}</p>`;
    default:
      return nothing;
  }
}

/** Whether a conversation in another language is read in one's own, and whether that can be had. */
export function readingChoice(translations: Translations, language: string): TemplateResult | typeof nothing {
  const { own, isOn, hasModel } = translations;
  if (language === own) return nothing;
  if (!hasModel)
    return html`<p class="talk-reading quiet" role="status">The shopper writes ${languageName(language)}. No language model is set up here: you read the original.</p>`;
  return html`<p class="talk-reading quiet">
    The shopper writes ${languageName(language)}.
    ${checkField({
      id: 'reads-own',
      label: `Read it in ${languageName(own)}`,
      isChecked: isOn,
      onChange: (isChecked) => {
        translations.isOn = isChecked;
      },
    })}
  </p>`;
}

/** "the translation would have said something else (20 is missing, 30 was added)" */
export function sayProblem(translation: Translation): string {
  switch (translation.outcome) {
    case 'changed':
      return `the translation would have said something else (${translation.facts.map(sayFact).join(', ')}).`;
    case 'failed':
      return FAILURE_WORDS[translation.code] ?? 'the language model did not answer.';
    case 'no-model':
      return 'no language model is set up.';
    default:
      return '';
  }
}

const FAILURE_WORDS: Readonly<Partial<Record<string, string>>> = {
  MODEL_TIMEOUT: 'the language model took too long.',
  MODEL_INVALID_ANSWER: 'the language model answered something else.',
  BUDGET_EXCEEDED: 'the budget for the language model is spent.',
};

function sayFact({ fact, text, is }: ChangedFact): string {
  switch (fact) {
    case 'language':
      return `it is ${languageName(text)}`;
    case 'length':
      return 'it is far too long';
    case 'order':
      return `other figures stand with “${text}”`;
    default:
      return is === 'missing' ? `“${text}” is missing` : `“${text}” was added`;
  }
}
