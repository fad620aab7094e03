/** Asks by name whether codes are removed: "Remove Rosalind Achterberg’s code from 2 doors?" Its details list each code. */
import type { AttentionItem } from '../../../shared/domain/app-state.ts';
import type { OperationReport } from '../../../shared/domain/run.ts';
import { useApp } from '../../lib/app.ts';
import { doorName, guestOf } from '../../lib/names.ts';
import { operationReason, personText } from '../../lib/operation-text.ts';
import type { TextContext } from '../../lib/text-context.ts';
import { Badge } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import { Card } from './card.tsx';
import { isRemoval } from './use-removals.ts';
import type { Removals } from './use-removals.ts';

export interface RemovalCardProps {
  readonly item: AttentionItem;
  readonly holds: readonly OperationReport[];
  readonly removals: Removals;
}
export function RemovalCard({ item, holds, removals }: RemovalCardProps) {
  const { t } = useApp();
  const { title } = item;
  return (
    <Card
      item={item}
      title={title}
      text={item.message}
      actions={<Decision holds={holds} title={title} removals={removals} />}
      details={
        <>
          <p class="quiet-text small">{t('today.keeping-means')}</p>
          <ul role="list" class="removal-codes">
            {[...Map.groupBy(holds, ({ bookingId, personId }) => bookingId ?? personId ?? 0)].map(([claim, members]) => (
              <GuestCodes key={claim} holds={members} removals={removals} isAlone={members.length === holds.length} />
            ))}
          </ul>
        </>
      }
    />
  );
}

function GuestCodes({ holds, removals, isAlone }: Omit<RemovalCardProps, 'item'> & { readonly isAlone: boolean }) {
  const app = useApp();
  const { snapshot, t } = app;
  const [first] = holds;
  if (first === undefined) return null;
  const guest = nameOf(app, first);
  const doors = holds.map((hold) => doorName(snapshot, t, hold)).join(', ');
  return (
    <li>
      <div>
        <p>{t('today.code-of', { guest, door: doors })}</p>
        <p class="quiet-text small">{operationReason(app, { ...first, hold: null })}</p>
      </div>
      {!isAlone && <Decision holds={holds} title={guest} removals={removals} />}
    </li>
  );
}

/** Keep or remove. `title`: whose codes, for the names of the buttons. */
export function Decision({ holds, title, removals }: { readonly title: string } & Omit<RemovalCardProps, 'item'>) {
  const { t } = useApp();
  const { approved, isBusy } = removals;
  const open = holds.filter(({ key }) => !approved.has(key));
  if (open.length === 0) return <Badge tone="waiting" text={t('today.removal-under-way')} />;
  const claims = new Set(open.map(({ bookingId, personId }) => bookingId ?? personId));
  // Of one guest it is one code, whatever the number of doors.
  const count = claims.size;
  const [keep, remove] = [t('today.keep', { count }), t(open.some(isRemoval) ? 'today.remove' : 'today.end', { count })];
  return (
    <div class="row">
      <Button isBusy={isBusy} name={t('today.about', { action: keep, title })} onClick={() => void removals.keep(open)}>
        {keep}
      </Button>
      <Button isBusy={isBusy} name={t('today.about', { action: remove, title })} onClick={() => void removals.remove(open, title)}>
        {remove}
      </Button>
    </div>
  );
}

function nameOf(app: TextContext, hold: OperationReport): string {
  const { snapshot, t } = app;
  const other = snapshot.others.find(({ bookingId }) => bookingId === hold.bookingId)?.guestName.trim() ?? '';
  const known = guestOf(snapshot, hold) ?? (other === '' ? null : other);
  if (known !== null) return known;
  return hold.bookingId === null ? personText(app, hold) : t('today.removal-booking', { booking: String(hold.bookingId) });
}
