/** Before the window's tests start: builds the window once for all of them, where `npm run build` has not just done so. */
import { buildWindowWhenStale } from './built-window.ts';

export default buildWindowWhenStale;
