/** A refused `undo` of a code that was removed for good: why, and the command that makes a code for whoever had it. */
import { personOffers } from '../../../app/people/person-offer.ts';
import type { PersonOffer } from '../../../app/people/person-offer.ts';
import type { ActRefusal } from '../../../../shared/domain/stay-action.ts';
import { mainText } from '../../../../shared/i18n/main-texts.ts';
import { failure } from '../../answer.ts';
import type { Answer } from '../../answer.ts';
import { EXIT } from '../../exit-code.ts';
import { printable } from '../../render/text.ts';
import type { ActDesk } from './act-desk.ts';

const english = mainText({ language: 'en', locale: 'en' });

/** `run`: what the user wanted to take back. */
export function refusedUndo(because: ActRefusal | 'code-over', run: string, { backend, settings }: ActDesk): Answer {
  const { history, wishes, clock } = backend;
  const offers = personOffers(run, because, { history, wishes: wishes.read(), settings, nowMs: clock.nowMs() });
  const people = offers.map((offer) => ({ ...offer, command: commandOf(offer) }));
  const reason = because === 'code-over' ? english('door.refused.code-over') : english(`act.refused.${because}`);
  const lines = people.map(
    ({ name, command }) => `To make a code for ${name === '' ? 'somebody' : printable(name)} without a booking: ${command}`,
  );
  return failure(EXIT.usage, because, [reason, ...lines].join('\n'), people.length === 0 ? {} : { people });
}

/** Without a PIN: one is drawn. What is not known is left to fill in. */
function commandOf({ name, lockIds, schedule }: PersonOffer): string {
  const doors = lockIds.map((lockId) => `--door ${String(lockId)}`).join(' ');
  const moment = (at: string | undefined): string => at?.replace('T', '+') ?? 'DATE+HH:MM';
  return `latchkey people add ${quoted(name)} ${doors} --from ${moment(schedule?.from)} --until ${moment(schedule?.until)}`;
}

/** As one word for every shell, whatever a booking channel put into the name. */
function quoted(name: string): string {
  const plain = printable(name)
    .replaceAll(/["'`$\\!%^\s]+/gu, ' ')
    .replace(/^[\s-]+/u, '')
    .trim()
    .slice(0, 50)
    .trim();
  return plain === '' ? 'NAME' : `"${plain}"`;
}
