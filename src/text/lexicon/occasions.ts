import type { Concept } from './concept.ts';
import { readConcepts } from './read-table.ts';

/** Days that presents are given for: they say nothing about the thing itself. */
const CELEBRATIONS = readConcepts(
  'occasion',
  `
  birthday, bday | Geburtstag, Geburtstagsgeschenk | anniversaire | cumpleaños
  christmas, xmas | Weihnachten, Weihnacht, Weihnachtsgeschenk | noël | navidad
  wedding, marriage | Hochzeit, Hochzeitsgeschenk | mariage | boda
  anniversary, wedding anniversary | Jahrestag, Hochzeitstag, Jubiläum | anniversaire de mariage | aniversario
  valentine's day, valentines, valentine, valentines day | Valentinstag | saint-valentin | san valentín
  mother's day, mothers day | Muttertag | fête des mères | día de la madre
  father's day, fathers day | Vatertag | fête des pères | día del padre
  easter | Ostern | pâques | pascua
  halloween | Halloween | halloween | halloween
  new year, new year's eve | Silvester, Neujahr | nouvel an, réveillon | año nuevo, nochevieja
  graduation | Abschlussfeier, Abitur, Abschluss | remise de diplôme, diplôme | graduación
  baptism, christening | Taufe | baptême | bautizo
  baby shower, birth | Geburt, Babyparty | naissance | baby shower, nacimiento
  communion, confirmation | Kommunion, Konfirmation, Firmung | communion | comunión
  housewarming, new home | Einweihung, Einzug, Einweihungsparty | crémaillère, pendaison de crémaillère | inauguración de la casa, estreno de casa
  retirement | Ruhestand, Pensionierung | retraite, départ à la retraite | jubilación
  `,
);

/** What a thing is used for, and when. */
const ACTIVITIES = readConcepts(
  'occasion',
  `
  party | Party, Feier, Fest | fête, soirée | fiesta
  interview, job interview | Vorstellungsgespräch, Bewerbungsgespräch | entretien d'embauche | entrevista de trabajo, entrevista
  work, office | Arbeit, Büro | travail, bureau de travail | trabajo, oficina
  school, back to school | Schule, Einschulung, Schulanfang | rentrée, école | colegio, vuelta al cole, escuela
  travel, trip, holiday, vacation | Reise, Urlaub, Ferien | voyage, vacances | viaje, vacaciones
  hiking, trekking | Wandern, Wanderung | randonnée | senderismo, excursión
  camping | Camping, Zelten | camping | acampada, camping
  running, jogging | Laufen, Joggen | course à pied, jogging | correr, running
  skiing, ski trip | Skifahren, Skiurlaub | ski, sports d'hiver | esquí, esquiar
  cycling, biking | Radfahren, Fahrradfahren | vélo en ville, cyclisme | ciclismo
  swimming | Schwimmen | natation, nager | natación, nadar
  yoga | Yoga | yoga | yoga
  gym, workout, fitness | Fitness, Training, Fitnessstudio | salle de sport, entraînement, fitness | gimnasio, entrenamiento, fitness
  fishing | Angeln | pêche | pesca
  gardening | Gartenarbeit, Gärtnern | jardinage | jardinería
  cooking | Kochen | cuisine maison | cocinar
  baking | Backen | pâtisserie maison | hornear, repostería
  picnic | Picknick | pique-nique | picnic
  barbecue, bbq party | Grillen, Grillabend | barbecue entre amis | barbacoa
  beach | Strand | plage | playa
  winter, cold weather | Winter | hiver | invierno
  summer, hot weather | Sommer | été | verano
  autumn, fall | Herbst | automne | otoño
  spring | Frühling, Frühjahr | printemps | primavera
  `,
);

export const OCCASIONS: readonly Concept[] = [...CELEBRATIONS, ...ACTIVITIES];

const celebrations = new Set(CELEBRATIONS);

export function isCelebration(found: Concept): boolean {
  return celebrations.has(found);
}
