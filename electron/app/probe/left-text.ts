/** What is left of a probe, in a sentence, and how it goes. */
import type { Left } from './remove-traces.ts';

export interface LeftText {
  readonly finding: string;
  readonly action: string;
}

const WHY: Readonly<Record<Left['because'], string>> = {
  unread: 'could not be looked for',
  refused: 'cannot be deleted from here',
  listed: 'are still there after they were deleted',
  maybe: 'may appear yet, since the answer to the last one was lost',
  changed: 'were changed by somebody, so Latchkey does not touch them',
};

export function leftText({ mark, because }: Left): LeftText {
  if (mark.kind === 'placeholder') {
    return {
      finding: `The test placeholder [${mark.key}] of booking ${String(mark.bookingId)} ${because === 'unread' ? 'could not be looked for' : 'is still in Smoobu'}. It holds no PIN.`,
      action: 'Run `latchkey doctor` again, or delete it in Smoobu among the custom placeholders.',
    };
  }
  return {
    finding: `Test codes on lock ${String(mark.lockId)} ${WHY[because]}. They open for nobody today: each is switched off, or for one day more than a year ahead, and nobody knows its PIN.`,
    action: `${because === 'maybe' ? 'Run `latchkey doctor` again in 15 minutes' : 'Run `latchkey doctor` again'}, or delete the codes called “Latchkey probe…” on keypad ${mark.keypadId} in the app of The Keys.`,
  };
}
