/** English texts, formats, stays and snapshots for the tests of the window. Invented people and doors. */
import type { AppSnapshot, StayStatus } from '../../shared/domain/app-state.ts';
import { windowCatalogue } from '../../shared/i18n/window-catalogue.ts';
import { createTranslate } from '../../shared/i18n/message.ts';
import { codeId } from './ids.ts';
import { sampleSnapshot, sampleStay } from './snapshot.ts';
import type { LocalDate, LocalDateTime } from '../../shared/time.ts';
import { createFormats } from '../../renderer/lib/format.ts';

/** A Monday, ten in the morning in Paris. */
export const NOW_MS = Date.parse('2026-11-23T09:00:00Z');
export const TODAY = '2026-11-23' as LocalDate;
export const formats = createFormats('en-GB', 'Europe/Paris');
export const t = createTranslate<typeof windowCatalogue>(windowCatalogue, 'en-GB');

export interface StayFacts {
  readonly id: number;
  /** Wall time at the door, which is in Paris in winter. */
  readonly start: string;
  readonly end: string;
  readonly verdict?: StayStatus['verdict'];
  readonly guestName?: string;
}
/** Ready by default. */
export function stayOf({ id, start, end, verdict = 'ready', guestName = 'Ines Abril' }: StayFacts): StayStatus {
  const sample = sampleStay(id);
  const [door] = sample.stay.doors;
  const window = { start: start as LocalDateTime, end: end as LocalDateTime };
  return {
    ...sample,
    stay: {
      ...sample.stay,
      booking: { ...sample.stay.booking, guestName },
      doors: door === undefined ? [] : [{ ...door, window, state: 'in-place', codeId: codeId(9000 + id) }],
    },
    verdict,
    worst: verdict === 'action-needed' ? 'code' : null,
    because: verdict === 'action-needed' ? sample.because : null,
    startMs: Date.parse(`${start}+01:00`),
    endMs: Date.parse(`${end}+01:00`),
  };
}

/** Read a quarter of an hour ago, by a sync that had nothing to do. */
export function snapshotOf(fields: Partial<AppSnapshot> = {}): AppSnapshot {
  const sample = sampleSnapshot();
  const { lastRun } = sample;
  if (lastRun === null) throw new Error('The sample has a last run.');
  const finishedAt = '2026-11-23T08:45:00Z';
  return {
    ...sample,
    activity: 'idle',
    progress: null,
    pause: { kind: 'none' },
    holds: [],
    attention: [],
    stays: [],
    others: [],
    staysReadAtMs: Date.parse(finishedAt),
    lastRun: {
      ...lastRun,
      run: { ...lastRun.run, outcome: 'nothing-to-do', startedAt: '2026-11-23T08:44:50Z', finishedAt },
      counts: { created: 0, updated: 0, adopted: 0, moved: 0, deleted: 0, unchanged: 4, held: 0, skipped: 0, failed: 0 },
      problems: [],
    },
    ...fields,
  };
}
