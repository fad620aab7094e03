/** What a run changed, in words: one short sentence for each guest or person. Pure. */
import { UNKNOWN } from '../../../shared/domain/code.ts';
import type { LockId } from '../../../shared/domain/ids.ts';
import type { RunChange, ShownRunRow } from '../../../shared/domain/run.ts';
import { lockName } from '../../lib/names.ts';
import type { TextContext } from '../../lib/text-context.ts';

type Context = Pick<TextContext, 'snapshot' | 't' | 'formats'>;

/** "New code for Ada Example on Canal, door"; with its result where it was not carried out. */
export function changeText(app: Context, change: RunChange): string {
  const { t } = app;
  const text = doneText(app, change);
  switch (change.status) {
    case 'done':
      return text;
    case 'planned':
      return t('history.not-carried-out', { text });
    case 'held':
      return t('history.needs-approval', { text });
    case 'failed':
      return t('history.did-not-work', { text });
    case 'unverified':
      return t('history.not-confirmed', { text });
  }
}

function doneText(app: Context, change: RunChange): string {
  const { t, formats } = app;
  const parts = { who: whoText(app, change), doors: doorsText(app, change.lockIds) };
  if (change.kind !== 'update') return t(`history.did.${change.kind}`, parts);
  if (change.fields.length === 0) return t('history.did.update-pin', parts);
  return t('history.did.update', { ...parts, fields: formats.list(change.fields.map((field) => t(`operations.in-list.${field}`))) });
}

/** As in the booking, else as on the code. */
function whoText({ snapshot, t }: Context, { bookingId, personId, name }: RunChange): string {
  const booked = snapshot.stays.find(({ stay }) => stay.booking.id === bookingId)?.stay.booking.guestName.trim() ?? '';
  if (booked !== '') return booked;
  if (name !== '' && name !== UNKNOWN) return name;
  if (bookingId !== null) return t('history.booking', { id: String(bookingId) });
  return personId ?? t('calendar.nameless-code');
}

function doorsText({ snapshot, t, formats }: Context, lockIds: readonly LockId[]): string {
  const names = [...new Set(lockIds.map((lockId) => lockName(snapshot, t, lockId)))];
  return names.length > 2 ? t('history.doors', { count: names.length }) : formats.list(names);
}

/** All of it, in one line; null where the run changed nothing. */
export function changesText(app: Context, { changes, moreChanges }: Pick<ShownRunRow, 'changes' | 'moreChanges'>): string | null {
  if (changes.length === 0) return null;
  const parts = changes.map((change) => changeText(app, change));
  return [...parts, ...(moreChanges > 0 ? [app.t('history.and-more', { count: moreChanges })] : [])].join(' · ');
}
