/** Doors as main would show them, from the codes on the demo's locks. */
import type { AppSnapshot } from '../../../shared/domain/app-state.ts';
import type { CallOutput } from '../../../shared/ipc/contract.ts';
import { readTag } from '../../../shared/reconcile/tag.ts';
import { judgedHealth } from '../../../shared/readiness/lock-health.ts';
import { MINUTE_MS } from '../../../shared/time.ts';
import type { LocalDateTime } from '../../../shared/time.ts';
import { branded, codeId, place } from '../../support/ids.ts';
import { ok, refused } from '../scene.ts';
import type { Answers } from '../scene.ts';
import { NOW_MS } from './clock.ts';
import { ACT_DONE } from './people.ts';
import type { Portfolio } from './portfolios.ts';

type ShownCode = NonNullable<CallOutput<'door.view'>['codes']>[number];
/** It is eleven in Paris. */
const NOW = '2026-11-23T11:00';
const LATEST_FIRST = '9999';

export function doorPanelAnswers({ codes, locks, doors }: Portfolio, { stays }: AppSnapshot): Answers {
  const guests = new Map(stays.map(({ stay: { booking } }) => [booking.id as number, booking.guestName]));
  const shown = (lockId: number): readonly ShownCode[] => {
    const own = codes
      .filter((share) => share.lockId === lockId)
      .map((share): ShownCode => {
        const tag = readTag(share.description ?? '');
        const booking = tag.kind === 'tagged' && typeof tag.claimId === 'number' ? tag.claimId : null;
        const start = share.startDate === null ? null : (`${share.startDate}T${(share.startTime ?? '00:00').slice(0, 5)}` as LocalDateTime);
        const end = share.endDate === null ? null : (`${share.endDate}T${(share.endTime ?? '00:00').slice(0, 5)}` as LocalDateTime);
        const opens = !share.active ? 'off' : end !== null && end <= NOW ? 'over' : start === null || start <= NOW ? 'now' : 'later';
        const guest = booking === null ? undefined : guests.get(booking);
        const owner = booking === null ? 'by-hand' : guest === undefined || opens === 'over' ? 'outdated' : 'guest';
        return {
          ...place(lockId, share.accessory.stringId),
          codeId: codeId(share.id),
          ...{ owner, bookingId: booking, personId: null, isSpare: false, name: guest ?? share.name, opens, isNext: false, start, end },
          hasSchedule: false,
        };
      });
    const later = own.filter(({ opens }) => opens === 'later').map(({ start }) => start ?? LATEST_FIRST);
    const next = later.sort()[0];
    return own
      .map((code) => ({ ...code, isNext: code.opens === 'later' && code.start === next }))
      .sort((one, other) => ((one.start ?? '') < (other.start ?? '') ? -1 : 1));
  };
  return {
    'door.view': ({ lockId }) => {
      const lock = locks.find(({ id }) => (id as number) === lockId);
      const health = judgedHealth(doors.health.get(String(lockId)));
      return ok({
        lockId: branded<CallOutput<'door.view'>['lockId']>(lockId),
        ...{
          name: lock?.name ?? '',
          health,
          readAtMs: NOW_MS - 3 * MINUTE_MS,
          unread: 0,
          limit: null,
          spare: 'off',
          codes: [...shown(lockId)],
        },
      });
    },
    'code.reveal': ({ codeId: id }) => {
      const code = codes.find((share) => share.id === id);
      return code === undefined ? refused('no-code', 'The code is gone.') : ok({ pin: code.code, hideAfterMs: 20_000 });
    },
    'door.remove': ({ confirmed }) =>
      confirmed.length === 0
        ? ok({ kind: 'asks', questions: ['It was not made by Latchkey, and cannot be brought back.'], run: null })
        : refused('busy', 'A sync is under way. Nothing was changed; try again in a minute.'),
    'door.spare': ({ isOn, confirmed }) =>
      isOn || confirmed.length > 0 ? ok(ACT_DONE) : ok({ kind: 'asks', questions: ['The code “Spare” stops working on this door.'] }),
    'door.replace': () =>
      ok({
        kind: 'asks',
        questions: [
          'Croix-Rousse – Canut, Presqu’île – Terrasse and Vieux Lyon – Traboule get the new lock, and 9 codes are made on it.',
          'The prefix 52 is kept. Check whether the new keypad needs it.',
        ],
        run: null,
      }),
  };
}
