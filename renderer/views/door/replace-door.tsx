/** Puts a new lock in the place of this one, for every unit and person. The account's free locks are offered. */
import type { KeypadPlace, LockId } from '../../../shared/domain/ids.ts';
import { useApp } from '../../lib/app.ts';
import { lockName } from '../../lib/names.ts';
import { useActs } from '../../lib/use-act.ts';
import { useLoad } from '../../lib/use-call.ts';
import { Button } from '../../ui/button.tsx';
import { Failure } from '../../ui/states.tsx';
import { freeKeypads } from './free-keypads.ts';

export function ReplaceDoor({ lockId, onReplaced }: { readonly lockId: LockId; readonly onReplaced: () => void }) {
  const { t, snapshot, formats, bridge, openPanel } = useApp();
  const saved = useLoad('mapping.get', null, snapshot.names);
  const discovery = useLoad('accounts.discover', null);
  const acts = useActs();
  if (saved.state.kind !== 'loaded') return null;
  const { units } = saved.state.value;
  const users = units.filter(({ doors }) => doors.some((door) => door.lockId === lockId)).length;
  if (users === 0) return null;
  const door = lockName(snapshot, t, lockId);
  const locks = discovery.state.kind === 'loaded' ? discovery.state.value.locks : null;
  const free = locks === null ? [] : freeKeypads(locks, units, t, formats.compare);
  const replace = async ({ lockId: by, keypadId, name }: KeypadPlace & { readonly name: string }): Promise<void> => {
    const run = await acts.act({
      send: (confirmed) => bridge.call('door.replace', { lockId, by, keypadId, confirmed: [...confirmed] }),
      ask: { title: t('door.replace-title', { door, by: name }), confirm: t('door.replace-confirm') },
      done: t('door.replaced', { door, by: name }),
    });
    if (run === null) return;
    onReplaced();
    openPanel({ kind: 'door', lockId: by });
  };
  return (
    <section class="stack" aria-label={t('door.replace')}>
      <h3>{t('door.replace')}</h3>
      <p class="quiet-text small">{t('door.replace-text', { count: users })}</p>
      {locks !== null && free.length === 0 && <p class="small">{t('door.replace-none')}</p>}
      {free.map((place) => (
        <Button key={`${String(place.lockId)} ${place.keypadId}`} isBusy={acts.isBusy} onClick={() => void replace(place)}>
          {t('door.replace-by', { door: place.name })}
        </Button>
      ))}
      {free.length === 0 && discovery.state.kind !== 'loading' && (
        <div class="row">
          <Button isBusy={discovery.isBusy} onClick={discovery.reload}>
            {t('door.replace-check')}
          </Button>
        </div>
      )}
      <Failure title={t('code.act-failed')} error={acts.error} />
    </section>
  );
}
