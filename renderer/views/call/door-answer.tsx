/** One door of the stay whose guest calls: its name, whether the code opens it now, the digits, and how old the reading is. */
import { useApp } from '../../lib/app.ts';
import type { Digits } from '../../lib/use-digits.ts';
import { Icon, IconText } from '../../ui/icon.tsx';
import type { IconName } from '../../ui/icon.tsx';
import type { Tone } from '../../lib/text-context.ts';
import { healthWarnings, openingText, readingText } from '../stay/door-text.ts';
import type { CallDoor } from '../stay/door-text.ts';

const ICONS: Readonly<Record<Tone, IconName>> = { good: 'check', waiting: 'clock', warning: 'alert', urgent: 'alert', neutral: 'info' };

export interface DoorAnswerProps {
  readonly door: CallDoor;
  readonly digits: Digits;
  /** The lock is being read now. */
  readonly isReading: boolean;
  readonly isFailed: boolean;
}
export function DoorAnswer({ door, digits, isReading, isFailed }: DoorAnswerProps) {
  const app = useApp();
  const { t } = app;
  const opening = digits.isSpare ? ({ tone: 'good', text: t('call.spare') } as const) : openingText(app, door);
  const pin = digits.at(door);
  const hasDigits = door.codeId !== null && door.state !== 'blocked';
  // What is shown was read then, whatever was read since.
  const readAtMs = pin === undefined ? door.readAtMs : digits.readAtMs(door);
  const list = readAtMs === null ? null : t(door.codeId === null ? 'call.not-on-list' : 'call.on-list');
  const reading = [
    digits.isSpare ? null : list,
    readingText(app, { ...door, readAtMs }),
    isReading && pin === undefined ? t('call.reading') : null,
  ];
  return (
    <div class="call-door">
      <div class="row loose">
        <h3>{door.name}</h3>
        <p class={`small strong line tone-${opening.tone}`}>
          <Icon name={ICONS[opening.tone]} />
          {opening.text}
        </p>
      </div>
      {(hasDigits || digits.isSpare) && (
        <p class={pin === undefined ? 'big-digits masked' : 'big-digits'}>
          {pin === undefined && (
            <>
              <span class="visually-hidden">{t('stay.digits-hidden')}</span>
              <span aria-hidden="true">•• ••</span>
            </>
          )}
          {/* Always in the page, so that screen readers read the digits out when they appear. */}
          <output aria-label={t('call.digits', { door: door.name })}>{pin === null ? t('stay.unreadable') : pin}</output>
        </p>
      )}
      <p class="quiet-text small">{reading.filter((part) => part !== null && part !== '').join(' · ')}</p>
      {isFailed && <IconText class="small tone-warning" icon="alert" text={t('call.lock-unread')} />}
      {healthWarnings(app, door).map((text) => (
        <IconText key={text} class="small tone-warning" icon="alert" text={text} />
      ))}
    </div>
  );
}
