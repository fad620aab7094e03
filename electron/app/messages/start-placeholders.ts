/** Switching placeholders on: what would be set for whom. Pure. */
import type { MemoryChange } from '../../../shared/domain/memory.ts';
import type { MessageSettings } from '../../../shared/domain/told.ts';
import type { DueInput } from '../../../shared/messages/due.ts';
import { placeholderLine } from '../../../shared/messages/placeholders/lines.ts';
import { wantedPlaceholders } from '../../../shared/messages/placeholders/wanted.ts';
import type { PlaceholderFacts } from '../../../shared/messages/placeholders/wanted.ts';
import type { StayTelling } from './look-at-messages.ts';

export interface PlaceholderStart {
  readonly lines: readonly StayTelling[];
  readonly remember: readonly MemoryChange[];
}

/** `messages`: with the name that the user wants. */
export function wantedOnStart(facts: DueInput & Pick<PlaceholderFacts, 'remembered'>, messages: MessageSettings): PlaceholderStart {
  const { settings, stays, remembered, nowMs } = facts;
  const started = new Map([...remembered['way-started'], ['placeholder', { sinceMs: nowMs }] as const]);
  const then = {
    ...facts,
    settings: { ...settings, messages, sending: { ...settings.sending, placeholder: true } },
    remembered: { ...remembered, 'way-started': started },
  };
  const byId = new Map(stays.map((stay) => [stay.bookingId, stay]));
  return {
    lines: wantedPlaceholders(stays, then).flatMap((wanted): readonly StayTelling[] => {
      const stay = byId.get(wanted.bookingId);
      return stay === undefined ? [] : [{ ...placeholderLine(wanted, then.remembered), stay }];
    }),
    remember: [{ kind: 'way-started', key: 'placeholder', value: { sinceMs: nowMs } }],
  };
}
