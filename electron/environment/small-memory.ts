/** The first import of the desktop app: V8 lets its memory grow while the other modules load, and gives hardly any of it back. */
import { setFlagsFromString } from 'node:v8';

// The app is idle for weeks: memory matters more than speed.
setFlagsFromString('--optimize-for-size');
