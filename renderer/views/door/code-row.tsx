/** A code on a door: whose it is, when it works, its PIN behind one button. A code that is nobody's can be removed here. */
import { useApp } from '../../lib/app.ts';
import type { PanelTarget } from '../../lib/panel.ts';
import { useActs } from '../../lib/use-act.ts';
import { Button } from '../../ui/button.tsx';
import { IconText } from '../../ui/icon.tsx';
import { Failure } from '../../ui/states.tsx';
import { DoorDigits } from '../person/door-digits.tsx';
import { isRemovable, isStrangers } from './door-model.ts';
import type { ShownCode } from './door-model.ts';
import { windowText } from './door-text.ts';

export interface CodeRowProps {
  readonly code: ShownCode;
  readonly door: string;
  /** The list is read again: a code came or went. */
  readonly onChanged: () => void;
}
export function CodeRow({ code, door, onChanged }: CodeRowProps) {
  const { t, formats, openPanel, bridge } = useApp();
  const acts = useActs(onChanged);
  const { lockId, codeId, owner, isSpare } = code;
  const name = code.name.trim() === '' ? t('door.no-name') : code.name.trim();
  const onRemove = (): void =>
    void acts.act({
      send: (confirmed) => bridge.call('door.remove', { lockId, codeId, confirmed: [...confirmed] }),
      ask: { title: t('code.remove-title', { name, door }), confirm: t('code.remove'), cancel: t('code.keep'), kind: 'danger' },
      done: t('code.removed', { name }),
    });
  const whose = isSpare ? t('door.spare') : isStrangers(code) && owner === 'by-hand' ? t('door.nobodys') : t(`door.${owner}`);
  const about = `${whose} · ${windowText(t, formats, code)}`;
  return (
    <li class="door-code">
      <div class="door-code-line">
        <div>
          <button
            type="button"
            class="name-button strong"
            onClick={() => openPanel(targetOf(code, () => openPanel({ kind: 'door', lockId })))}
          >
            {name}
          </button>
          {isStrangers(code) ? <IconText class="tone-warning tiny" icon="alert" text={about} /> : <p class="quiet-text tiny">{about}</p>}
        </div>
        <div class="line door-code-acts">
          {isRemovable(code) && (
            <Button kind="quiet" icon="trash" isBusy={acts.isBusy} name={t('door.remove-name', { name })} onClick={onRemove} />
          )}
          <DoorDigits lockId={lockId} codeId={codeId} person={name} door={door} isIcon />
        </div>
      </div>
      <Failure title={t('code.act-failed')} error={acts.error} />
    </li>
  );
}

/** The stay or person it belongs to, else the code itself. */
function targetOf({ lockId, codeId, owner, bookingId, personId }: ShownCode, onChanged: () => void): PanelTarget {
  if (owner === 'guest' && bookingId !== null) return { kind: 'stay', bookingId };
  if (owner === 'person' && personId !== null) return { kind: 'person', personId };
  return { kind: 'code', lockId, codeId, onChanged };
}
