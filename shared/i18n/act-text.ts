/** The sentence of a question before an act, from its facts. */
import type { ActQuestion } from '../domain/stay-action.ts';
import type { MainText } from './main-texts.ts';

/** `moment` writes a local date and time. */
export function actQuestionText(ask: ActQuestion, text: MainText, moment: (at: string) => string): string {
  switch (ask.kind) {
    case 'new-pin':
      return ask.shown === 0
        ? text('act.ask.new-pin', { guest: ask.guest })
        : text('act.ask.new-pin-shown', { guest: ask.guest, count: ask.shown });
    case 'crosses':
      return text('act.ask.crosses', { other: ask.other, from: moment(ask.from), until: moment(ask.until) });
    case 'told':
      return text(`act.told.${ask.way}`, { guest: ask.guest, at: moment(ask.at) });
    default:
      return text(`act.ask.${ask.kind}`, { guest: ask.guest });
  }
}
