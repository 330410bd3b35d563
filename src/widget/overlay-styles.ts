import { drawerStyles } from './drawer-styles.ts';
import { menuStyles } from './menu-styles.ts';

export const overlayStyles = `${drawerStyles}${menuStyles}`;
