/** Everything the window says. */
import { firstWords } from './first-words.ts';
import type { windowCatalogue as english } from '../en/window.ts';
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

export const windowCatalogue: Translated<typeof english> = {
  ...firstWords,
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
