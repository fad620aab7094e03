/** What the user is asked before an act on a door, and why one cannot be done, as facts of closed sets. */
import type { LocalDateTime } from '../time.ts';
import type { MainText } from '../i18n/main-texts.ts';

/** With names for the sentences; never a PIN. */
export type DoorQuestion =
  | {
      readonly kind: 'replace';
      readonly door: string;
      readonly by: string;
      readonly units: readonly string[];
      readonly people: readonly string[];
      /** How many codes are made on the new door. */
      readonly codes: number;
    }
  | { readonly kind: 'replace-waits' | 'others-stay'; readonly count: number }
  | { readonly kind: 'old-unread' }
  | { readonly kind: 'remove'; readonly door: string; readonly code: string }
  | { readonly kind: 'restore'; readonly door: string; readonly code: string; readonly until: LocalDateTime }
  | { readonly kind: 'unlink'; readonly person: string; readonly door: string; readonly code: string }
  | { readonly kind: 'restore-limited' | 'restore-no-note' }
  | { readonly kind: 'remove-not-ours' | 'remove-opens-now' | 'remove-for-good' }
  | { readonly kind: 'prefix-kept'; readonly prefix: string }
  | { readonly kind: 'digits-kept'; readonly digits: string };

export function doorQuestionLines(asks: readonly DoorQuestion[], text: MainText): readonly string[] {
  return asks.flatMap((ask) => {
    switch (ask.kind) {
      case 'replace': {
        const { door, by, units, people, codes } = ask;
        return [
          text('door.ask.replace', { door, by, units: units.join(', ') }),
          ...(people.length === 0 ? [] : [text('door.ask.replace-people', { people: people.join(', ') })]),
          text('door.ask.replace-codes', { count: codes }),
        ];
      }
      case 'replace-waits':
        return [text('door.ask.replace-waits', { count: ask.count })];
      case 'others-stay':
        return [text('door.ask.others-stay', { count: ask.count })];
      case 'old-unread':
        return [text('door.ask.old-unread')];
      case 'remove':
        return [text('door.ask.remove', { door: ask.door, code: ask.code })];
      case 'restore':
        return [text('door.ask.restore', { door: ask.door, code: ask.code, until: ask.until.replace('T', ' ') })];
      case 'unlink':
        return [text('door.ask.unlink', { person: ask.person, door: ask.door, code: ask.code })];
      case 'restore-limited':
      case 'restore-no-note':
      case 'remove-not-ours':
      case 'remove-opens-now':
      case 'remove-for-good':
        return [text(`door.ask.${ask.kind}`)];
      case 'prefix-kept':
        return [text('door.ask.prefix-kept', { prefix: ask.prefix })];
      case 'digits-kept':
        return [text('door.ask.digits-kept', { digits: ask.digits })];
    }
  });
}
