/** The sentences of questions and refusals about people, from their facts. What is said of a stay's PIN is said of a person's. */
import type { MainText } from '../../../shared/i18n/main-texts.ts';
import type { PeopleRefusal, PersonQuestion } from './people.ts';

export function personQuestionText(ask: PersonQuestion, text: MainText): string {
  return ask.kind === 'remove' ? text('people.ask.remove', ask) : text('people.ask.link', ask);
}

export function personRefusalText(refusal: PeopleRefusal, text: MainText): string {
  switch (refusal.kind) {
    case 'lock-unmapped':
    case 'lock-unread':
      return text(`people.refused.${refusal.kind}`, { lock: String(refusal.lockId) });
    case 'unit-unmapped':
      return text('people.refused.unit-unmapped', { unit: String(refusal.unitId) });
    case 'no-pin-key':
    case 'pin-length':
    case 'pin-trivial':
    case 'pin-digits':
    case 'pin-taken':
    case 'pin-near':
    case 'window-empty':
      return text(`act.refused.${refusal.kind}`);
    default:
      return text(`people.refused.${refusal.kind}`);
  }
}
