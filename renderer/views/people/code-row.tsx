/**
 * A code that belongs to no guest and to nobody known here: made by hand, or by Latchkey on another computer. One that opens its door now looks
 * like what it is: somebody unknown can get in. It can be linked or removed.
 */
import type { LocalDateTime } from '../../../shared/time.ts';
import { useApp } from '../../lib/app.ts';
import { focusAfterDraw } from '../../lib/focus.ts';
import { doorName } from '../../lib/names.ts';
import { useActs } from '../../lib/use-act.ts';
import { Button } from '../../ui/button.tsx';
import { Cut } from '../../ui/cut.tsx';
import { Icon } from '../../ui/icon.tsx';
import { Failure } from '../../ui/states.tsx';
import { VIEW_TITLE_ID } from '../../ui/view.tsx';
import type { DoorCode } from './people-model.ts';
import { codeWhen } from './code-when.ts';

interface CodeRowProps {
  readonly code: DoorCode;
  /** At the door. */
  readonly now: LocalDateTime;
  readonly onChange: () => void;
}
export function CodeRow({ code, now, onChange }: CodeRowProps) {
  const app = useApp();
  const { t, snapshot, bridge, openPanel } = app;
  const acts = useActs(onChange);
  const { lockId, codeId, personId } = code;
  const door = doorName(snapshot, t, code);
  const name = code.name.trim() === '' ? t('people.code-no-name') : code.name.trim();
  const { text: when, opensNow } = codeWhen(app, code, now);

  const after = (isDone: boolean): void => {
    // The row goes, and its buttons with it.
    if (isDone) focusAfterDraw(VIEW_TITLE_ID);
  };
  const link = async (): Promise<void> => {
    const run = await acts.act({
      ask: { title: t('people.link-title', { name }), confirm: t('people.link') },
      done: t('people.linked', { name }),
      send: (confirmed) =>
        bridge.call('people.link', { lockId, codeId, name: name.slice(0, 50), confirmed: [...confirmed], dryRun: false }),
    });
    after(run !== null);
  };
  const remove = async (): Promise<void> => {
    const run = await acts.act({
      ask: { title: t('people.remove-title', { name, door }), confirm: t('person.remove'), kind: 'danger' },
      done: t('people.removed', { name, door }),
      send: (confirmed) => bridge.call('door.remove', { lockId, codeId, confirmed: [...confirmed] }),
    });
    after(run !== null);
  };
  return (
    <div class="list-row code-row">
      <span class={opensNow ? 'verdict-icon tone-warning' : 'verdict-icon tone-neutral'}>
        <Icon name={opensNow ? 'alert' : 'hand'} />
      </span>
      <button type="button" class="cut name-button strong" onClick={() => openPanel({ kind: 'code', lockId, codeId, onChanged: onChange })}>
        {name}
      </button>
      <Cut class="code-row-door" text={door} />
      <Cut class={opensNow ? 'tone-warning' : ''} text={when} />
      <span class="line code-row-acts">
        {personId === null && (
          <Button isBusy={acts.isBusy} name={t('people.link-name', { name, door })} onClick={() => void link()}>
            {t('people.link-short')}
          </Button>
        )}
        <Button isBusy={acts.isBusy} name={t('people.remove-name', { name, door })} onClick={() => void remove()}>
          {t('people.remove-short')}
        </Button>
      </span>
      <Failure title={t('person.not-done')} error={acts.error} />
    </div>
  );
}
