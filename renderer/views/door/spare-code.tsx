/** The spare code of a door: made ahead for an emergency, switched on and off here. */
import type { LockId } from '../../../shared/domain/ids.ts';
import { useApp } from '../../lib/app.ts';
import { useActs } from '../../lib/use-act.ts';
import { Failure } from '../../ui/states.tsx';
import { SwitchField } from '../../ui/switch-field.tsx';

interface SpareCodeProps {
  readonly lockId: LockId;
  readonly door: string;
  readonly isOn: boolean;
  /** The door is being read: the switch may be about to change. */
  readonly isReading: boolean;
  readonly onChanged: () => void;
}
export function SpareCode({ lockId, door, isOn, isReading, onChanged }: SpareCodeProps) {
  const { t, bridge } = useApp();
  const acts = useActs(onChanged);
  const change = (wanted: boolean): void =>
    void acts.act({
      send: (confirmed) => bridge.call('door.spare', { lockId, isOn: wanted, confirmed: [...confirmed] }),
      ask: { title: t('door.spare-off-title', { door }), confirm: t('code.remove'), cancel: t('code.keep'), kind: 'danger' },
      done: t(wanted ? 'door.spare-made' : 'door.spare-removed', { door }),
    });
  return (
    <section class="stack door-spare" aria-label={t('door.spare')}>
      <SwitchField label={t('door.spare')} hint={t('door.spare-text')} isOn={isOn} isBusy={acts.isBusy || isReading} onChange={change} />
      <Failure title={t('door.spare-failed')} error={acts.error} />
    </section>
  );
}
