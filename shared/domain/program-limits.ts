/** What the desktop app lacks on this computer, beside what it does for guests. */
import * as z from 'zod';

const PROGRAM_LIMITS = [
  /** Its page runs without Chromium's sandbox. */
  'no-sandbox',
  /** The system did not show its last notification. */
  'no-notifications',
] as const;
export type ProgramLimit = (typeof PROGRAM_LIMITS)[number];

/** As of its last start and notification. Key: "app". */
export const programLimitsSchema = z.strictObject({ limits: z.array(z.enum(PROGRAM_LIMITS)).max(PROGRAM_LIMITS.length) });
