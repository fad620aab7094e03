/** The digits of one code, read from the lock when the user reveals them; the history records that they were shown. */
import type { CodeId, LockId } from '../../../shared/domain/ids.ts';
import { useApp } from '../../lib/app.ts';
import { useCall } from '../../lib/use-call.ts';
import { useTemporary } from '../../lib/use-temporary.ts';
import { Button } from '../../ui/button.tsx';
import { Countdown } from '../../ui/countdown.tsx';
import { Failure } from '../../ui/states.tsx';

interface DoorDigitsProps {
  readonly lockId: LockId;
  readonly codeId: CodeId;
  /** Or what the code is called. */
  readonly person: string;
  readonly door: string;
  /** In a long list, where a word on every row would be too much. */
  readonly isIcon?: boolean;
}
export function DoorDigits({ lockId, codeId, person, door, isIcon = false }: DoorDigitsProps) {
  const { t } = useApp();
  const reveal = useCall('code.reveal');
  const { value: pin, show, hide, secondsLeft, seconds } = useTemporary<string>();
  const onReveal = async (): Promise<void> => {
    const answer = await reveal.run({ lockId, codeId });
    if (answer === null) return;
    // The toast of the act before it, with its Undo, is left alone.
    show(answer.pin, answer.hideAfterMs);
  };
  return (
    <>
      <div class="line">
        {/* Always in the page, so that screen readers read the digits out when they appear. */}
        <output class="digits" aria-label={t('person.digits')}>
          {pin === null ? '' : inTwos(pin)}
        </output>
        {pin !== null && <Countdown left={secondsLeft} of={seconds} text={t('stay.hidden-in', { count: secondsLeft })} />}
        <Button
          kind="quiet"
          icon={isIcon ? (pin === null ? 'eye' : 'eye-off') : undefined}
          isBusy={reveal.isBusy}
          name={t(pin === null ? 'person.reveal-name' : 'person.hide-name', { person, door })}
          onClick={() => (pin === null ? void onReveal() : hide())}
        >
          {isIcon ? undefined : t(pin === null ? 'person.reveal' : 'person.hide')}
        </Button>
      </div>
      <Failure title={t('person.reveal-failed')} error={reveal.error} text={t('person.reveal-failed-text')} />
    </>
  );
}

function inTwos(digits: string): string {
  return digits.replaceAll(/(\d{2})(?=\d)/gu, '$1 ');
}
