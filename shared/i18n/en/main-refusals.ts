/** Why a call of the window comes to nothing, as a sentence for the host. */
import type { Section } from '../message.ts';

export const refusals = {
  'refusal.gone': 'This does not wait any more: a run has changed it. Nothing was done; look at what waits now.',
  'refusal.badSchedule': 'This is no schedule, so it was not saved. Write five cron fields, for instance */15 * * * *.',
  'refusal.noCode': 'The lock has no code for this booking, or does not tell its PIN. Sync now, then try again.',
  'refusal.busy': 'Latchkey is in the middle of a run. Nothing was changed; try again in a minute.',
  'refusal.notSaved': 'The file was not saved: it cannot be written there. Nothing else was changed; choose another folder.',
  'refusal.noRun': 'The history does not have this run any more: it was older than the days that are kept.',
  'refusal.unavailable': 'This cannot be done here. Nothing was changed.',
  'refusal.badRequest': 'Latchkey did not understand this. Nothing was changed; start Latchkey again and try once more.',
  'refusal.notTrusted': 'This does not come from Latchkey’s own window. Nothing was changed.',
  'refusal.internal': 'Something went wrong inside Latchkey. Codes stay as they are; try again, and look into the log if it stays so.',
} as const satisfies Section;
