import { readConcepts } from './read-table.ts';

/** Whom a thing is made for. */
export const GENDERS = readConcepts(
  'gender',
  `
  women, woman, womens, women's, ladies, lady, ladies', female | Damen, Frauen, Frau, weiblich | femme, femmes, dame, dames, féminin | mujer, mujeres, señora, señoras, dama, femenino
  men, man, mens, men's, gentlemen, gentleman, male, gents | Herren, Männer, Mann, Herr, männlich | homme, hommes, masculin, messieurs | hombre, hombres, caballero, caballeros, masculino
  kids, kid, children, child, kid's, children's, childrens, youth | Kinder, Kind, kindlich | enfant, enfants | niño y niña, niños, infantil, infantiles
  girls, girl, girl's | Mädchen | fille, filles, fillette | niña, niñas, chica, chicas | kids
  boys, boy, boy's | Jungen, Jungs, Junge | garçon, garçons | niño, chico, chicos | kids
  babies, infant, newborn, toddler | Babys, Neugeborene, Kleinkind, Kleinkinder | bébés, nouveau-né, tout-petit | bebés, recién nacido | kids
  unisex, gender neutral | unisex, geschlechtsneutral | unisexe, mixte | unisex
  adults, adult, grown-ups | Erwachsene, Erwachsener | adulte, adultes | adultos, adulto
  `,
);
