/** Conversations as shoppers have them: a wish, a narrowing, a reference, a question, a change of mind. */
export const CONVERSATIONS: readonly { readonly locale: string; readonly says: readonly string[] }[] = [
  {
    locale: 'en',
    says: [
      'a warm scarf for my mother, under 60, not red',
      'in wool',
      'something like the second but cheaper',
      'why the first?',
      'more',
    ],
  },
  {
    locale: 'en',
    says: [
      'wireless headphones',
      'under 100',
      'compare the first two',
      'is the second waterproof?',
      'actually a lamp for the desk',
    ],
  },
  {
    locale: 'en',
    says: ['hi', 'I need a tent for two people', 'cheaper', 'the blue one please', 'what is it made of?'],
  },
  {
    locale: 'de',
    says: [
      'ein warmer Schal für meine Mutter, unter 60 Euro, nicht rot',
      'günstiger',
      'mehr',
      'warum der erste?',
      'danke',
    ],
  },
  {
    locale: 'fr',
    says: [
      'une écharpe chaude pour ma mère, moins de 60 euros',
      'en bleu',
      'moins cher',
      'compare les deux premiers',
      'encore',
    ],
  },
  {
    locale: 'es',
    says: [
      'una lámpara de mesa por menos de 50 euros',
      'más barata',
      'que no sea roja',
      'por qué la primera',
      'gracias',
    ],
  },
];
