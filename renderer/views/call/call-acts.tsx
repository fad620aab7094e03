/** What can be done while the guest waits: show the digits, copy the message, open early, another PIN, a spare code; and what to ask the guest. */
import type { BookingId } from '../../../shared/domain/ids.ts';
import type { StayAction } from '../../../shared/domain/stay-action.ts';
import type { DayTime } from '../../../shared/domain/wishes.ts';
import type { CallOutput } from '../../../shared/ipc/contract.ts';
import { useApp } from '../../lib/app.ts';
import type { WindowTranslate } from '../../lib/texts.ts';
import { useActs } from '../../lib/use-act.ts';
import { useCall } from '../../lib/use-call.ts';
import type { Digits } from '../../lib/use-digits.ts';
import { Button } from '../../ui/button.tsx';
import { Countdown } from '../../ui/countdown.tsx';
import { Failure } from '../../ui/states.tsx';
import type { CallDoor } from '../stay/door-text.ts';

type Hint = CallDoor['hints'][number];

export interface CallActsProps {
  readonly bookingId: BookingId;
  readonly guest: string;
  readonly view: NonNullable<CallOutput<'call.view'>>;
  readonly digits: Digits;
  readonly onChanged: () => void;
}
export function CallActs({ bookingId, guest, view, digits, onChanged }: CallActsProps) {
  const { t, announce } = useApp();
  const { actOnStay, isBusy, error } = useActs(() => {
    // The digits that are shown may no longer be right.
    digits.hide();
    onChanged();
  });
  const copyMessage = useCall('messages.copy');
  const { doors } = view;
  const isBlocked = doors.some(({ state }) => state === 'blocked');
  const hasCode = doors.some(({ codeId }) => codeId !== null);
  const early = earliest(doors);

  const act = async (action: StayAction, button: string, title: string, done: string): Promise<void> => {
    await actOnStay({ bookingId, action }, { ask: { title, confirm: button }, done, canUndo: action.kind !== 'new-pin' });
  };
  const onCopyMessage = async (): Promise<void> => {
    if ((await copyMessage.run({ bookingId })) !== null) announce(t('stay.message-copied'));
  };
  return (
    <div class="call-acts">
      <div class="stack" role="group" aria-label={t('stay.actions', { guest })}>
        {digits.isShown ? (
          <div class="row between call-shown">
            <Countdown left={digits.secondsLeft} of={digits.seconds} text={t('stay.hidden-in', { count: digits.secondsLeft })} />
            <Button kind="quiet" name={t('stay.hide-name', { guest })} onClick={digits.hide}>
              {t('stay.hide')}
            </Button>
          </div>
        ) : (
          hasCode &&
          !isBlocked && (
            <Button
              kind="primary"
              icon="eye"
              isBusy={digits.isBusy}
              name={t('stay.reveal-name', { guest })}
              onClick={() => void digits.reveal()}
            >
              {t('stay.reveal')}
            </Button>
          )
        )}
        {isBlocked && (
          <Button
            kind="primary"
            icon="hand"
            isBusy={isBusy}
            onClick={() =>
              void act({ kind: 'unblock' }, t('stay.unblock'), t('call.unblock-title', { guest }), t('stay.unblock-done', { guest }))
            }
          >
            {t('stay.unblock')}
          </Button>
        )}
        {view.hasMessage && (
          <Button
            kind={digits.isShown ? 'primary' : 'plain'}
            icon="send"
            isBusy={copyMessage.isBusy}
            name={t('stay.copy-message-name', { guest })}
            onClick={() => void onCopyMessage()}
          >
            {t('stay.copy-message')}
          </Button>
        )}
        {early !== null && (
          <Button
            icon="clock"
            isBusy={isBusy}
            onClick={() =>
              void act(
                { kind: 'from', at: early },
                t('call.open-early'),
                t('stay.times-title', { guest }),
                t('call.opened-early', { guest }),
              )
            }
          >
            {t('call.open-early')}
          </Button>
        )}
        {hasCode && !isBlocked && (
          <Button
            icon="key"
            isBusy={isBusy}
            onClick={() =>
              void act({ kind: 'new-pin' }, t('stay.new-pin'), t('stay.new-pin-title', { guest }), t('stay.new-pin-done', { guest }))
            }
          >
            {t('stay.new-pin-ask')}
          </Button>
        )}
        {view.spares > 0 && !digits.isSpare && (
          <Button icon="door" isBusy={digits.isBusy} onClick={() => void digits.reveal('spare')}>
            {t('call.show-spare')}
          </Button>
        )}
      </div>
      {digits.isSpare && <p class="small quiet-text">{t('call.spare-changes')}</p>}
      <Failure title={t('stay.digits-failed')} text={t('stay.digits-failed-text')} error={digits.error} />
      <Failure title={t('stay.copy-failed')} error={copyMessage.error} />
      <Failure title={t('stay.act-failed')} error={error} />
      <Hints doors={doors} />
    </div>
  );
}

/** Where a door opens later today: from now on. All doors of the stay open at the same moment. */
function earliest(doors: readonly CallDoor[]): DayTime | null {
  return doors.find(({ openEarly }) => openEarly !== null)?.openEarly ?? null;
}

function Hints({ doors }: { readonly doors: readonly CallDoor[] }) {
  const { t } = useApp();
  const hints = doors.flatMap((door) => door.hints.map((hint) => ({ hint, door: doors.length > 1 ? door.name : null })));
  // Those of one door come before those that are true everywhere.
  const isGeneral = ({ hint }: (typeof hints)[number]): boolean => hint.kind === 'confirm' || hint.kind === 'wake';
  const sorted = hints.toSorted((one, other) => Number(isGeneral(one)) - Number(isGeneral(other)));
  const texts = new Set(sorted.map(({ hint, door }) => hintText(t, hint, door)));
  if (texts.size === 0) return null;
  return (
    <section class="call-tips small stack" aria-labelledby="call-tips">
      <h3 id="call-tips" class="small">
        {t('call.tips')}
      </h3>
      <ul role="list" class="stack quiet-text">
        {[...texts].map((text) => (
          <li key={text}>{text}</li>
        ))}
      </ul>
    </section>
  );
}

/** `door`: named where the stay has several and the hint is about this one. */
function hintText(t: WindowTranslate, hint: Hint, door: string | null): string {
  switch (hint.kind) {
    case 'host':
      return door === null ? hint.text : t('call.hint-door', { door, text: hint.text });
    case 'prefix':
      return door === null ? t('call.hint-prefix', { prefix: hint.prefix }) : t('call.hint-door-prefix', { door, prefix: hint.prefix });
    case 'confirm':
    case 'wake':
      return t(`call.hint-${hint.kind}`);
  }
}
