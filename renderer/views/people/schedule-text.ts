/** When a person's code works, and how it is doing, in words. */
import type { Schedule } from '../../../shared/domain/wishes.ts';
import { unitName } from '../../lib/names.ts';
import type { TextContext, Tone } from '../../lib/text-context.ts';
import type { IconName } from '../../ui/icon.tsx';
import { spanText } from './code-when.ts';
import { doorsToCome, stateOf } from './people-model.ts';
import type { PersonState } from './people-model.ts';
import type { ShownPerson } from './use-people.ts';

const LOOKS: Readonly<Record<PersonState, { readonly tone: Tone; readonly icon: IconName }>> = {
  opens: { tone: 'good', icon: 'check' },
  next: { tone: 'neutral', icon: 'clock' },
  partly: { tone: 'warning', icon: 'alert' },
  waiting: { tone: 'neutral', icon: 'clock' },
  over: { tone: 'neutral', icon: 'info' },
  off: { tone: 'warning', icon: 'alert' },
  unknown: { tone: 'warning', icon: 'alert' },
};

export function scheduleText(context: TextContext, schedule: Schedule): string {
  const { snapshot, t } = context;
  switch (schedule.kind) {
    case 'always':
      return t('people.always');
    case 'once':
      return spanText(context, schedule.from, schedule.until);
    case 'between-stays':
      return t('people.between-stays', { unit: unitName(snapshot, t, schedule.unitId) });
  }
}

export interface StateText {
  readonly state: PersonState;
  readonly tone: Tone;
  readonly icon: IconName;
  readonly text: string;
}
export function stateText(context: TextContext, person: ShownPerson): StateText {
  const state = stateOf(person);
  return { state, ...LOOKS[state], text: words(context, person, state) };
}
function words(context: TextContext, person: ShownPerson, state: PersonState): string {
  const { t, formats } = context;
  const { window, schedule, doors } = person;
  if (state === 'partly') return t('people.partly', { count: doorsToCome(person), total: doors.length });
  if (state === 'next' && window !== null) return t('people.next', { when: spanText(context, window.start, window.end) });
  if (state === 'opens' && window !== null && schedule.kind !== 'always')
    return t('people.opens-until', { until: formats.moment(window.end) });
  return t(state === 'next' ? 'people.unknown' : `people.${state}`);
}
