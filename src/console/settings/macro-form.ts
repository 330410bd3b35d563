import { html, type TemplateResult } from 'lit';
import type { Macro } from '../../domain/desk/settings.ts';
import { areaField, textField } from '../components/field.ts';
import { newId } from '../new-id.ts';
import { languageName, ownLanguage } from '../own-language.ts';
import { faultAt } from './faults.ts';
import { languageTexts } from './language-texts.ts';
import { replaceAt, withoutAt } from './rows.ts';
import type { Said } from './said.ts';
import { languagesOf, type SettingForm } from './setting-spec.ts';

interface Macros {
  readonly macros: readonly Macro[];
}

/** Texts that agents use again and again, each in several languages. */
export function macroForm({
  value,
  faults,
  markets,
  onChange,
  focusNext,
}: SettingForm<Macros>): TemplateResult {
  const { macros } = value;
  return html`<p class="hint">Agents put them in by “/” and what they are called. Facts stand in braces: {firstName} of the agent, {product}, {order}, {shop}, {shopper}.</p>
  ${macros.map((macro, at) => {
    const name = `text ${at + 1}`;
    const write = (changed: Macro) => onChange({ macros: replaceAt(macros, at, changed) });
    return html`<fieldset class="card" aria-label=${macro.title === '' ? name : macro.title}>
      ${textField({
        ...{ id: `macro-${at}-title`, label: `Title of ${name}`, value: macro.title, maxLength: 80 },
        error: faultAt(faults, `/macros/${at}/title`),
        onInput: (title) => write({ ...macro, title }),
      })}
      ${languageTexts<string>({
        ...{ id: `macro-${at}`, legend: `Words of ${name}`, empty: '', suggested: languagesOf(markets) },
        texts: macro.texts as Readonly<Record<string, string>>,
        draw: (language, text, change) =>
          areaField({
            id: `macro-${at}-${language}`,
            label: `Words of ${name}, ${languageName(language)}`,
            ...{ value: text, rows: 2, maxLength: 2_000, onInput: change },
            error: faultAt(faults, `/macros/${at}/texts/${language}`),
          }),
        onChange: (texts) => write({ ...macro, texts }),
      })}
      <div class="actions">
        <button class="button small" type="button" @click=${() => {
          onChange({ macros: withoutAt(macros, at) });
          focusNext('add-macro');
        }}>
          Remove ${name}
        </button>
      </div>
    </fieldset>`;
  })}
    <div class="actions">
      <button
        id="add-macro"
        class="button"
        type="button"
        @click=${() => {
          onChange({ macros: [...macros, { macroId: newId(), title: '', texts: { [ownLanguage()]: '' } }] });
          focusNext(`macro-${macros.length}-title`);
        }}
      >
        Add a text
      </button>
    </div>`;
}

export const sayMacros = ({ macros }: Macros): Said =>
  macros.flatMap(({ title, texts }) =>
    Object.entries(texts).map(
      ([language, text = '']) => [`${title}, ${languageName(language)}`, text] as const,
    ),
  );
