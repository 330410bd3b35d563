import { outcomeStyles } from './outcome-styles.ts';
import { scoreStyles } from './score-styles.ts';

/** What comes of a list of products, and small print under a reply. */
export const shoppingStyles = `${outcomeStyles}${scoreStyles}`;
