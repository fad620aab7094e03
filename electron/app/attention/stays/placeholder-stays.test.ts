/** A placeholder that may say a PIN that does not open is urgent, even during quiet hours. */
import { expect, test } from 'vitest';
import { facts } from '../../../../tests/support/app/state-fixtures.ts';
import { bookingId } from '../../../../tests/support/ids.ts';
import { mattersOf } from '../index.ts';

test('is one urgent matter for each booking', () => {
  const problem = { kind: 'placeholder-stays', message: 'It stays.', retryable: false } as const;
  const problems = [12, 12, 13].map((id) => ({ ...problem, bookingId: bookingId(id) }));
  const matters = mattersOf(facts({ problems }));
  expect(matters.flatMap(({ kind, key }) => (kind === 'placeholder-stays' ? [key] : []))).toEqual([
    'placeholder-stays:12',
    'placeholder-stays:13',
  ]);
  expect(matters[0]).toMatchObject({
    target: { view: 'today', bookingId: 12 },
    item: { severity: 'urgent', bookingId: 12, message: 'It stays.' },
    notice: { status: 'due', isUrgent: true, breaksQuietHours: true, body: 'It stays.' },
  });
});
