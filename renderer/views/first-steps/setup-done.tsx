/** After the start: how far each door is, whether Latchkey starts at login, and the way to Today. */
import { useEffect } from 'preact/hooks';
import type { AppSnapshot } from '../../../shared/domain/app-state.ts';
import { useApp } from '../../lib/app.ts';
import { focusAfterDraw } from '../../lib/focus.ts';
import { lockName } from '../../lib/names.ts';
import { useLoad } from '../../lib/use-call.ts';
import { Button } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import { Failure } from '../../ui/states.tsx';
import { View, VIEW_TITLE_ID } from '../../ui/view.tsx';
import { StartAtLogin } from '../settings/app-sections.tsx';
import { useSaver } from '../settings/use-saver.ts';
import { Todo } from '../today/todo.tsx';
import { doorsAt, doorsOfRun } from './door-progress.ts';
import type { DoorState } from './door-progress.ts';

export function SetupDone() {
  const { t, snapshot, go } = useApp();
  const computer = useSaver('app', 'computer');
  const { lastRun, activity } = snapshot;
  const isOver = lastRun !== null && activity === 'idle';
  const isAll = isOver && lastRun.run.outcome !== 'failed' && lastRun.counts.failed === 0;
  const state = isOver ? (isAll ? 'written' : 'not-all') : 'writing';
  // The button that started it is gone.
  useEffect(() => focusAfterDraw(VIEW_TITLE_ID), []);
  return (
    <>
      <View title={t(`first-steps.${state}`)} lead={t(`first-steps.${state}-text`)}>
        {state === 'not-all' && <Todo showKey={null} />}
        <Doors snapshot={snapshot} isOver={isOver} />
        <div class="panel card stack">
          <StartAtLogin isOn={snapshot.settings.app.startAtLogin} onChange={(startAtLogin) => void computer.save({ startAtLogin })} />
          <Failure
            title={t('settings.not-saved', { section: t('settings.computer') })}
            text={t('settings.not-saved-text')}
            error={computer.error}
          />
        </div>
      </View>
      <div class="setup-bar">
        <div class="grow" />
        <Button kind="primary" onClick={() => go({ view: 'today', bookingId: null })}>
          {t('first-steps.today')}
        </Button>
      </div>
    </>
  );
}

function Doors({ snapshot, isOver }: { readonly snapshot: AppSnapshot; readonly isOver: boolean }) {
  const { t, formats } = useApp();
  const { progress, lastRun } = snapshot;
  const runId = isOver ? (lastRun?.run.id ?? null) : null;
  const doors = runId === null ? doorsAt(progress) : null;
  const named = (list: readonly DoorState[]) =>
    list.map((door) => ({ ...door, name: lockName(snapshot, t, door.lockId) })).sort((one, other) => formats.compare(one.name, other.name));
  if (runId !== null) return <WrittenDoors runId={runId} named={named} />;
  return <DoorList doors={named(doors ?? [])} />;
}

type Named = (list: readonly DoorState[]) => readonly NamedDoor[];
interface NamedDoor extends DoorState {
  readonly name: string;
}
function WrittenDoors({ runId, named }: { readonly runId: string; readonly named: Named }) {
  const { state } = useLoad('history.run', { id: runId });
  return <DoorList doors={state.kind === 'loaded' && state.value !== null ? named(doorsOfRun(state.value.operations)) : []} />;
}

function DoorList({ doors }: { readonly doors: readonly NamedDoor[] }) {
  const { t } = useApp();
  if (doors.length === 0) return null;
  return (
    <ul class="plain-list panel setup-doors" role="list" aria-label={t('first-steps.by-door')}>
      {doors.map(({ lockId, name, done, total }) => (
        <li key={lockId} class="setup-door">
          <Icon name={done === total ? 'check' : 'door'} />
          <span class="strong">{name}</span>
          <progress aria-label={name} max={Math.max(total, 1)} value={done} />
          <span class="quiet-text small">
            {done === total
              ? t('first-steps.door-done', { count: total })
              : done === 0
                ? t('first-steps.door-waits', { count: total })
                : t('first-steps.door-at', { done, total })}
          </span>
        </li>
      ))}
    </ul>
  );
}
