/** Before its checks, `doctor` removes what an earlier probe could not. */
import { check } from '../../../app/doctor/doctor.ts';
import type { Check } from '../../../app/doctor/doctor.ts';
import { leftText } from '../../../app/probe/left-text.ts';
import { removeAllTraces } from '../../../app/probe/probe.ts';
import type { Backend } from '../../backend.ts';
import { counted } from '../../render/text.ts';

/** Of a dry run, what would be looked for. */
export async function checkLeftovers(backend: Backend, dryRun: boolean): Promise<readonly Check[]> {
  const { marks } = backend.probe;
  const found = marks.read();
  const lost = marks.isDamaged
    ? [
        check('probe', 'warn', 'The file in which a probe keeps what it may have left could not be read, and was renamed.', {
          action: 'Look in the app of The Keys for codes called “Latchkey probe…”, and delete them.',
        }),
      ]
    : [];
  if (found.length === 0) return lost;
  const pending = (finding: string): readonly Check[] => [
    ...lost,
    check('probe', 'warn', finding, { action: 'Run `latchkey doctor` again.' }),
  ];
  if (dryRun) return pending('A probe did not end. What it may have left would be removed.');
  const held = backend.runLock.tryAcquire();
  if (held === null) return pending('A probe or a sync is running, so it was not looked for what an earlier probe may have left.');
  try {
    const [locks, bookings] = await Promise.all([backend.lockCloud(), backend.bookingCloud()]);
    const { removed, left } = await removeAllTraces({
      marks,
      clock: backend.clock,
      locks: locks.ok ? locks.value : null,
      bookings: bookings.ok ? bookings.value : null,
    });
    const done = check(
      'probe',
      'ok',
      `A probe did not end. What it left is removed now: ${counted(removed, 'test code or placeholder', 'test codes or placeholders')}.`,
    );
    return [
      ...lost,
      ...(left.length === 0 || removed > 0 ? [done] : []),
      ...left.map((one) => {
        const { finding, action } = leftText(one);
        return check('probe', 'warn', finding, { action });
      }),
    ];
  } finally {
    held.release();
  }
}
