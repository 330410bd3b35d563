import type { SpokenLanguage } from '../text/languages.ts';

/**
 * What a product may tell of a person that nobody but the person should bring up: health, intimacy, belief, politics,
 * origin, grief and need. One matter a line: English | German | French | Spanish, spellings by comma.
 */
const TABLE = `
health, medical, medicine, medication, pharmacy | Gesundheit, Medizin, Arzneimittel, Medikamente, Apotheke | santé, médical, médicament, pharmacie | salud, médico, medicamento, farmacia
pregnancy, pregnant, fertility, ovulation | Schwangerschaft, schwanger, Fruchtbarkeit, Eisprung, Ovulationstest | grossesse, enceinte, fertilité, ovulation | embarazo, embarazada, fertilidad, ovulación
breastfeeding, breast pump | Stillen, Milchpumpe | allaitement, tire-lait | lactancia, sacaleches
incontinence, adult diapers | Inkontinenz | incontinence | incontinencia
contraception, contraceptive, condom | Verhütung, Kondom, Kondome | contraception, contraceptif, préservatif | anticonceptivo, preservativo, condón
menopause, menstruation, menstrual | Wechseljahre, Menstruation, Menstruationstasse | ménopause, menstruation, menstruel | menopausia, menstruación, menstrual
diabetes, insulin, glucose meter | Diabetes, Insulin, Blutzuckermessgerät | diabète, insuline, glycémie | diabetes, insulina, glucosa
hiv, sexual health, potency, erectile | HIV, Potenz, Erektion | VIH, santé sexuelle, érectile | VIH, salud sexual, eréctil
depression, anxiety, antidepressant | Depression, Angststörung, Antidepressivum | dépression, anxiété, antidépresseur | depresión, ansiedad, antidepresivo
haemorrhoid, hemorrhoid, lice, wart, nail fungus | Hämorrhoiden, Läuse, Warzen, Nagelpilz | hémorroïde, poux, verrue, mycose | hemorroides, piojos, verruga, hongos
weight loss, slimming, diet pills | Abnehmen, Diätpillen, Schlankheitsmittel | minceur, perte de poids | adelgazar, adelgazante, pérdida de peso
hearing aid, wheelchair, prosthesis, walker frame | Hörgerät, Rollstuhl, Prothese, Rollator | appareil auditif, fauteuil roulant, prothèse, déambulateur | audífono, silla de ruedas, prótesis, andador ortopédico
nicotine patch, addiction, detox clinic | Nikotinpflaster, Sucht, Entwöhnung | patch nicotine, addiction, sevrage | parche de nicotina, adicción, deshabituación
erotic, sex, sex toy, vibrator, lubricant, fetish, adult toy | Erotik, erotisch, Sexspielzeug, Vibrator, Gleitgel, Fetisch | érotique, sexe, sextoy, vibromasseur, lubrifiant intime, fétiche | erótico, sexo, juguete sexual, vibrador, lubricante íntimo, fetiche
lingerie, intimates | Dessous, Reizwäsche | lingerie | lencería
bible, gospel, rosary, crucifix | Bibel, Evangelium, Rosenkranz, Kruzifix | bible, évangile, chapelet, crucifix | biblia, evangelio, rosario, crucifijo
quran, koran, prayer rug, hijab | Koran, Gebetsteppich, Hidschab | coran, tapis de prière, hijab | corán, alfombra de oración, hiyab
torah, menorah, kippah | Tora, Menora, Kippa | torah, ménorah, kippa | torá, menorá, kipá
religion, religious, prayer | Religion, religiös, Gebet | religion, religieux, prière | religión, religioso, oración
political, election campaign, trade union | Politik, politisch, Wahlkampf, Gewerkschaft | politique, campagne électorale, syndicat | política, político, campaña electoral, sindicato
gay, lesbian, transgender, queer, chest binder | schwul, lesbisch, transgender, queer | gay, lesbienne, transgenre, queer | gay, lesbiana, transgénero, queer
funeral, mourning, urn for ashes, condolence | Beerdigung, Trauer, Beileid, Bestattung | funérailles, deuil, condoléances, obsèques | funeral, luto, duelo, condolencias
debt, insolvency | Schulden, Insolvenz | dettes, insolvabilité | deudas, insolvencia
`;

const LANGUAGES: readonly SpokenLanguage[] = ['en', 'de', 'fr', 'es'];

/** By language, as written. */
export const SENSITIVE_WORDS: ReadonlyMap<string, readonly string[]> = new Map(
  LANGUAGES.map((language, column) => [language, wordsOf(column)]),
);

function wordsOf(column: number): string[] {
  return TABLE.trim()
    .split('\n')
    .flatMap((line) => (line.split('|')[column] ?? '').split(','))
    .map((word) => word.trim());
}
