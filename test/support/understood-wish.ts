/** What a model answers that understands a message as a wish for a warm scarf. */
export const UNDERSTOOD_WISH = {
  language: 'en',
  confidence: 0.9,
  commands: [
    {
      type: 'find',
      query: 'warm',
      constraints: [
        {
          attribute: 'type',
          operator: 'eq',
          value: 'scarf',
          currency: null,
          strength: 'hard',
          words: 'scarf',
        },
      ],
    },
  ],
};
