/** Switching a way on: what the user sees before, and what is stored then. Pure. */
import type { MemoryChange } from '../../../shared/domain/memory.ts';
import type { Settings } from '../../../shared/domain/settings.ts';
import { messageSettingsSchema } from '../../../shared/domain/told.ts';
import type { SendingSwitch, TellingState } from '../../../shared/domain/told.ts';
import { err, ok } from '../../../shared/result.ts';
import type { Result } from '../../../shared/result.ts';
import type { MessageLook } from './look-at-messages.ts';
import { wantedOnStart } from './start-placeholders.ts';
import { planStart } from './start-sending.ts';
import type { StartChoices, StartLine } from './start-sending.ts';

export interface Start {
  /** None for a way that tells no guest. */
  readonly lines: readonly StartLine[];
  readonly remember: readonly MemoryChange[];
  readonly settings: Settings;
}

/** `key`: of the placeholder; null: as it is. */
export function startOf(
  { way, key, ...choices }: StartChoices & { readonly way: SendingSwitch; readonly key: string | null },
  facts: MessageLook['facts'],
  stored: Settings,
): Result<Start, 'bad-key'> {
  const settings = { ...stored, sending: { ...stored.sending, [way]: true } };
  switch (way) {
    case 'message':
      return ok({ ...planStart(facts, choices), settings });
    case 'placeholder': {
      const placeholder = key === null ? stored.messages.placeholder : { ...stored.messages.placeholder, key };
      const messages = { ...stored.messages, placeholder };
      if (!messageSettingsSchema.safeParse(messages).success) return err('bad-key');
      const { lines, remember } = wantedOnStart(facts, messages);
      const shown = lines.map(({ stay, state, atMs, reason }): StartLine => ({ stay, will: WILL[state], atMs, reason, mayTick: false }));
      return ok({ lines: shown, remember, settings: { ...settings, messages } });
    }
    case 'threads':
    case 'host':
      return ok({ lines: [], remember: [], settings });
  }
}

const WILL: Readonly<Record<TellingState, StartLine['will']>> = {
  due: 'now',
  scheduled: 'later',
  waiting: 'waits',
  sent: 'told',
  confirmed: 'told',
  unclear: 'told',
  'told-by-user': 'told',
  off: 'never',
};
