/** What a guest is told, and when, in a few words. */
import type { Telling, TellingState } from '../../../shared/domain/told.ts';
import type { TextContext, Tone } from '../../lib/text-context.ts';
import type { TellingLine } from './tellings.ts';

export interface Look {
  readonly tone: Tone;
  readonly icon: 'clock' | 'send' | 'alert' | 'check' | 'info';
}
const LOOKS: Readonly<Record<TellingState, Look>> = {
  scheduled: { tone: 'neutral', icon: 'clock' },
  due: { tone: 'neutral', icon: 'send' },
  waiting: { tone: 'warning', icon: 'alert' },
  sent: { tone: 'good', icon: 'check' },
  confirmed: { tone: 'good', icon: 'check' },
  unclear: { tone: 'urgent', icon: 'alert' },
  'told-by-user': { tone: 'good', icon: 'check' },
  off: { tone: 'neutral', icon: 'info' },
};
/** Waiting for the night to be over is nothing to look after. */
export function lookOf({ state, reason, kind }: Telling): Look {
  if (state === 'waiting' && reason === 'quiet-hours') return LOOKS.scheduled;
  if ((state === 'due' || state === 'scheduled') && kind === 'correction') return { tone: 'warning', icon: 'send' };
  return LOOKS[state];
}

export function whenText({ t, formats, nowMs }: TextContext, { state, atMs }: Telling): string {
  if (state === 'due') return t('messages.now');
  if (atMs === null) return t('messages.no-time');
  const isToday = formats.dateAt(atMs) === formats.dateAt(nowMs);
  return isToday ? t('messages.today-at', { time: formats.instant(atMs, nowMs) }) : formats.instant(atMs, nowMs);
}

/** "Correction: new PIN since Sat 21 Nov": what is other than what the guest was told then. */
function correctionText({ t, formats, nowMs }: TextContext, { correction }: Telling, language: string): string {
  if (correction === undefined) return t('messages.correction', { language });
  const changes = formats.list(correction.changes.map((change) => t(`messages.change-${change}`)));
  return t('messages.correction-of', { changes, since: formats.shortInstant(correction.toldAtMs, nowMs) });
}

export function whatText(context: TextContext, { telling, stay }: TellingLine): string {
  const { t, snapshot } = context;
  const { state, reason, way, kind, language } = telling;
  if (state === 'off') return t('messages.off', { reason: t(`messages.reason-${reason ?? 'not-for-stay'}`) });
  if (state === 'waiting' && reason !== null && reason !== 'quiet-hours')
    return t('messages.waits', { reason: t(`messages.reason-${reason}`) });
  if (way === 'placeholder') {
    const { key } = snapshot.settings.messages.placeholder;
    return t(state === 'confirmed' || state === 'sent' ? 'messages.placeholder-set' : 'messages.placeholder-comes', { key });
  }
  switch (state) {
    case 'sent':
    case 'confirmed':
    case 'unclear':
    case 'told-by-user':
      return t(`messages.state-${state}`);
    case 'scheduled':
    case 'due':
    case 'waiting': {
      const named = language === undefined ? '' : t(`texts.language-${language}`);
      if (kind === 'correction') return correctionText(context, telling, named);
      return t('messages.code', { count: stay.doors.length, language: named });
    }
  }
}

/** What happens when the user does nothing; null where nothing is to come. */
export function thenOf({ way, state, reason }: Telling): 'scheduled' | 'due' | 'verified' | 'waits' | 'off' | null {
  if (way !== 'message') return null;
  switch (state) {
    case 'scheduled':
    case 'due':
    case 'off':
      return state;
    case 'waiting':
      if (reason === 'quiet-hours') return 'scheduled';
      if (reason === 'not-verified') return 'verified';
      // These go on without the user.
      return reason === 'refused' || reason === 'reading-thread' ? null : 'waits';
    default:
      return null;
  }
}
