/** What the window says besides its first words, which is loaded after them. */
import type { moreWords as english } from '../en/more-words.ts';
import type { Translated } from '../message.ts';
import { print } from './print.ts';
import { calendar } from './calendar.ts';
import { code } from './code.ts';
import { call } from './call.ts';
import { door } from './door.ts';
import { doors } from './doors.ts';
import { preview } from './preview.ts';
import { people } from './people.ts';
import { messages } from './messages.ts';
import { history } from './history.ts';
import { firstSteps } from './first-steps.ts';
import { settings } from './settings.ts';
import { accounts } from './accounts.ts';
import { about } from './about.ts';

export const moreWords: Translated<typeof english> = {
  ...print,
  ...calendar,
  ...code,
  ...call,
  ...door,
  ...doors,
  ...preview,
  ...people,
  ...messages,
  ...history,
  ...firstSteps,
  ...settings,
  ...accounts,
  ...about,
};
