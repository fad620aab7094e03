/** When the doors open for a stay, until when, why, and what the guest was told. */
import type { StayStatus } from '../../../shared/domain/app-state.ts';
import type { LocalDateTime } from '../../../shared/time.ts';
import { useApp } from '../../lib/app.ts';
import { guestName } from '../../lib/names.ts';
import type { TextContext } from '../../lib/text-context.ts';
import { useActs } from '../../lib/use-act.ts';
import { Button } from '../../ui/button.tsx';
import { IconText } from '../../ui/icon.tsx';
import { Failure } from '../../ui/states.tsx';
import { stayTimes } from './stay-model.ts';
import type { StayView } from './stay-state.tsx';
import { tellingText, toldText } from './told-text.ts';

type Refused = StayView['refused'][number];

export interface StayFactsProps {
  readonly status: StayStatus;
  readonly view: StayView | null;
  readonly onChanged: () => void;
}
export function StayFacts({ status, view, onChanged }: StayFactsProps) {
  const app = useApp();
  const { t, formats } = app;
  const { start, end } = view === null ? stayTimes(status) : view.window;
  const told = view === null ? null : toldText(app, view);
  const next = tellingText(app, status);
  const isWrong = view?.told[0]?.agrees === 'no';
  const refused = (which: Refused['end']) => view?.refused.filter((one) => one.end === which) ?? [];
  return (
    <dl class="facts">
      <dt>{t('stay.opens')}</dt>
      <dd>
        {formats.moment(start)}
        {view?.own.from != null && <p class="quiet-text tiny">{t('stay.as-you-chose')}</p>}
        {refused('start').map((one) => (
          <RefusedTime key={one.end} status={status} refused={one} used={start} onChanged={onChanged} />
        ))}
      </dd>
      <dt>{t('stay.until')}</dt>
      <dd>
        {formats.moment(end)}
        {view?.own.until != null && <p class="quiet-text tiny">{t('stay.as-you-chose')}</p>}
        {refused('end').map((one) => (
          <RefusedTime key={one.end} status={status} refused={one} used={end} onChanged={onChanged} />
        ))}
      </dd>
      <dt>{t('stay.told')}</dt>
      <dd>
        {view?.noMessages === true ? t('stay.tells-nothing') : (told ?? next ?? t(view === null ? 'stay.told-not-known' : 'stay.not-told'))}
        {isWrong && <IconText class="tiny tone-warning" icon="alert" text={t('stay.told-wrong')} />}
        {view?.noMessages !== true && told !== null && next !== null && isWrong && <p class="quiet-text tiny">{next}</p>}
      </dd>
    </dl>
  );
}

interface RefusedTimeProps {
  readonly status: StayStatus;
  readonly refused: Refused;
  readonly used: LocalDateTime;
  readonly onChanged: () => void;
}
/** A time in the booking that is not followed, and the button that follows it. */
function RefusedTime({ status, refused, used, onChanged }: RefusedTimeProps) {
  const app = useApp();
  const { t, formats } = app;
  const { actOnStay, isBusy, error } = useActs(onChanged);
  const { grant, says, end } = refused;
  const { id: bookingId, guestName: name } = status.stay.booking;
  const guest = guestName(t, name);
  const follow = async (at: NonNullable<Refused['grant']>): Promise<void> => {
    await actOnStay(
      { bookingId, action: { kind: end === 'start' ? 'from' : 'until', at } },
      { ask: { title: t('stay.times-title', { guest }), confirm: t('stay.use-time', { time: says }) }, done: t('stay.times-done') },
    );
  };
  return (
    <>
      <p class="quiet-text tiny">{refusedText(app, refused, used)}</p>
      {grant !== null && (
        <Button kind="quiet" isBusy={isBusy} onClick={() => void follow(grant)}>
          {t('stay.use-time', { time: formats.time(says) })}
        </Button>
      )}
      <Failure title={t('stay.act-failed')} error={error} />
    </>
  );
}

function refusedText({ t, formats }: TextContext, { says, because, otherGuest }: Refused, used: LocalDateTime): string {
  const times = { says: formats.time(says), used: formats.time(used) };
  switch (because) {
    case 'guest-leaves':
    case 'guest-arrives':
      return t(`stay.refused.${because}`, { ...times, other: guestName(t, otherGuest ?? '') });
    case 'later-than-usual':
    case 'earlier-than-usual':
    case 'usual-times':
      return t('stay.refused.usual', times);
    default:
      return t(`stay.refused.${because}`, times);
  }
}
