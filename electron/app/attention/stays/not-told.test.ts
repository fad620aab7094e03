/** A guest who arrives soon and has not been told is an urgent item, a notification that breaks quiet hours, and a tray label without names. */
import { expect, it } from 'vitest';
import type { ProblemKind } from '../../../../shared/domain/problem.ts';
import { HOUR_MS } from '../../../../shared/time.ts';
import { facts, NOW_MS, shownStays, status } from '../../../../tests/support/app/state-fixtures.ts';
import { bookingId } from '../../../../tests/support/ids.ts';
import { mattersOf } from '../index.ts';

function found(kind: ProblemKind, startMs: number) {
  const problem = { kind, message: 'The guest does not know.', retryable: false, bookingId: bookingId(12) };
  const [matter] = mattersOf(facts({ problems: [problem], ...shownStays(status(12, startMs, true)) })).filter((one) => one.kind === kind);
  const { item = null, notice = null } = matter ?? {};
  const due = notice?.status === 'due' ? notice : null;
  return { severity: item?.severity, tray: item?.trayLabel, category: due?.category, title: due?.title, breaks: due?.breaksQuietHours };
}

it.each([
  ['not-told', 3, 'urgent', 'arrival', 'A guest has not been told the code'],
  ['not-told', 72, 'urgent', 'arrival', 'A guest has not been told the code'],
  ['told-unclear', 3, 'urgent', 'held', 'Did a message to a guest arrive?'],
  ['told-unclear', 72, 'warning', 'held', 'Did a message to a guest arrive?'],
  ['told-partly', 2, 'urgent', 'held', 'Send a guest the verified doors?'],
  ['told-by-hand', 72, 'warning', 'held', 'A guest was told another PIN'],
] as const)('%s, %i hours before the arrival, is %s', (kind, hours, severity, category, title) => {
  const { tray, ...matter } = found(kind, NOW_MS + hours * HOUR_MS);
  expect(matter).toEqual({ severity, category, title, breaks: severity === 'urgent' });
  expect(tray).toMatch(/^[A-Z][^\d]+$/);
});
