/** Control characters, zero-width and bidirectional marks, tags. Joiners of emoji and scripts stay. */
const UNSEEN =
  /(?!\u200C|\u200D|\uFE0F)\p{Default_Ignorable_Code_Point}|(?![\t\n\r])\p{Cc}|[\uFFF9-\uFFFC]/gu;

/** A text without what nobody sees and programs read: terminals obey control characters, models read tags, pages are turned around. */
export const visibleText = (text: string): string => text.toWellFormed().replace(UNSEEN, '');
