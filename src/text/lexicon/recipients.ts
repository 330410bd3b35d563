import { readConcepts } from './read-table.ts';

/** Whom a present is for. Never a filter: who somebody is does not tell what they like. */
export const RECIPIENTS = readConcepts(
  'recipient',
  `
  mother, mom, mum, mommy, mummy, mama, mothers, moms | Mutter, Mama, Mutti, Mami, Mütter | mère, maman | madre, mamá, mami
  father, dad, daddy, papa, fathers | Vater, Papa, Vati, Papi | père, papa | padre, papá, papi
  parents | Eltern | parents | padres
  grandmother, grandma, granny, nana | Großmutter, Oma, Omi | grand-mère, mamie, mémé | abuela, abuelita
  grandfather, grandpa, granddad | Großvater, Opa, Opi | grand-père, papi, papy, pépé | abuelo, abuelito
  grandparents | Großeltern | grands-parents | abuelos
  grandson, grandchild | Enkel, Enkelkind | petit-fils | nieto
  granddaughter | Enkelin | petite-fille | nieta
  wife | Ehefrau, meine Frau, meiner Frau | épouse, ma femme | esposa, mi mujer
  husband, hubby | Ehemann, meinen Mann, meinem Mann | époux, mon mari, mari | marido, esposo
  girlfriend | Freundin, feste Freundin | petite amie, copine | novia
  boyfriend | fester Freund, meinen festen Freund | petit ami, petit copain | novio
  partner, spouse | Partner, Partnerin, Lebensgefährte | partenaire, conjoint, conjointe | pareja
  friend, best friend, buddy, friends | Freund, bester Freund, beste Freundin, Freunde, Kumpel | ami, amie, meilleure amie, meilleur ami, copain | amigo, amiga, mejor amiga, mejor amigo, amigos
  sister | Schwester | sœur | hermana
  brother | Bruder | frère | hermano
  siblings | Geschwister | frères et sœurs | hermanos
  daughter | Tochter | fille à moi, ma fille | hija
  son | Sohn | fils | hijo
  baby, newborn baby | Baby, Säugling | bébé, nouveau né | bebé
  child, toddler | mein Kind, unser Kind | mon enfant | mi hijo pequeño
  nephew | Neffe, Neffen | neveu | sobrino
  niece | Nichte | nièce | sobrina
  uncle | Onkel | oncle, tonton | tío
  aunt, auntie | Tante | tante, tata | tía
  cousin | Cousin, Cousine | cousin, cousine | primo, prima
  mother-in-law | Schwiegermutter | belle-mère | suegra
  father-in-law | Schwiegervater | beau-père | suegro
  boss, manager | Chef, Chefin, Vorgesetzter | patron, patronne, chef, supérieur | jefe, jefa
  colleague, coworker, co-worker, colleagues | Kollege, Kollegin, Kollegen | collègue, collègues | colega, compañero, compañera de trabajo, compañero de trabajo
  teacher | Lehrer, Lehrerin | professeur, maîtresse, enseignant | profesor, profesora, maestra, maestro
  neighbour, neighbor | Nachbar, Nachbarin, Nachbarn | voisin, voisine | vecino, vecina
  teenager, teen | Teenager, Jugendliche, Jugendlicher | adolescent, adolescente, ado | adolescente
  student | Student, Studentin, Schüler | étudiant, étudiante | estudiante
  host, hostess | Gastgeber, Gastgeberin | hôte, hôtesse | anfitrión, anfitriona
  couple, newlyweds | Paar, Brautpaar, Pärchen | couple, jeunes mariés | recién casados, pareja de novios
  bride | Braut | mariée | novia de boda
  groom | Bräutigam | marié | novio de boda
  family | Familie | famille | familia
  dog, puppy | Hund, Hunde, Welpe | chien, chiot | perro, cachorro
  cat, kitten | Katze, Kater, Kätzchen | chat, chaton | gato, gatito
  `,
);

const WOMEN =
  'mother grandmother wife girlfriend sister daughter granddaughter niece aunt mother-in-law bride'.split(
    ' ',
  );
const MEN =
  'father grandfather husband boyfriend brother son grandson nephew uncle father-in-law groom'.split(' ');
const GENDERS_OF = new Map([
  ...WOMEN.map((id) => [id, 'women'] as const),
  ...MEN.map((id) => [id, 'men'] as const),
]);

const CHILDREN: ReadonlySet<string> = new Set(
  'daughter granddaughter niece son grandson nephew baby child teenager'.split(' '),
);
const OF_ANY_AGE: ReadonlySet<string> = new Set([
  'dog',
  'cat',
  'siblings',
  'cousin',
  'friend',
  'family',
  'student',
  'neighbour',
]);

/** Whether naming this recipient tells that it is a grown person: a daughter may be of any age. */
export const isAdult = (recipient: string): boolean => !CHILDREN.has(recipient) && !OF_ANY_AGE.has(recipient);

/** The gender concept that naming this recipient tells; undefined where it tells none. */
export const recipientGender = (recipient: string): 'women' | 'men' | undefined => GENDERS_OF.get(recipient);
