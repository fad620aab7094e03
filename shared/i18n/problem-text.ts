/** Makes a problem's sentence from the catalogue: in English where the problem arises, in the user's language where it is shown. */
import type { ProblemText } from '../domain/problem.ts';
import type { LocalDate, LocalDateTime } from '../time.ts';
import { problems } from './en/main-problems.ts';
import { createTranslate } from './message.ts';
import type { Arguments, Translate } from './message.ts';

type ProblemCatalogue = typeof problems;
export type ProblemKey = keyof ProblemCatalogue & `${'problem' | 'failure'}.${string}`;
export type ReasonKey = keyof ProblemCatalogue & `reason.${string}`;
/** Any catalogue that has the problems' sentences. */
type ProblemTranslate = Translate<ProblemCatalogue>;

/** How names, dates and times of a sentence are written. */
export interface SpokenForms {
  readonly date: (date: LocalDate) => string;
  readonly dateTime: (at: LocalDateTime) => string;
}

const speakEnglish = createTranslate<ProblemCatalogue>(problems, 'en');
const PLAIN: SpokenForms = { date: (date) => date, dateTime: (at) => at.replace('T', ' ') };

/** Spread into a problem: `{ kind, ...say('problem.no-free-pin', { booking: '90001' }), retryable: false }`. */
export function say<K extends ProblemKey>(key: K, ...given: Arguments<ProblemCatalogue[K]>): { message: string; say: ProblemText } {
  const [parameters = {}] = given as [ProblemText['parameters']?];
  const text: ProblemText = { key, parameters };
  return { message: speak(text, speakEnglish, PLAIN) ?? key, say: text };
}

/** null where no sentence of that key is left, as in a history that another version of Latchkey wrote. */
export function speak({ key, parameters }: ProblemText, translate: ProblemTranslate, forms: SpokenForms): string | null {
  if (!isProblemKey(key)) return null;
  const spoken = Object.fromEntries(Object.entries(parameters).map(([name, value]) => [name, spokenValue(name, value, translate, forms)]));
  return (translate as (key: string, parameters: ProblemText['parameters']) => string)(key, spoken);
}

function isProblemKey(key: string): key is ProblemKey {
  return Object.hasOwn(problems, key) && /^(problem|failure)\./.test(key);
}

function spokenValue(name: string, value: string | number, translate: ProblemTranslate, forms: SpokenForms): string | number {
  if (typeof value === 'number') return value;
  switch (name) {
    case 'unit':
    case 'lock':
      // A number stands as it is: "lock 501", but: lock “Front door”.
      return /^\d+$/.test(value) ? value : translate('name.quoted', { name: value });
    case 'reason':
      return Object.hasOwn(problems, value) ? translate(value as ReasonKey) : value;
    case 'arrival':
    case 'departure':
      return /^\d{4}-\d\d-\d\d$/.test(value) ? forms.date(value as LocalDate) : value;
    case 'until':
      return /^\d{4}-\d\d-\d\dT\d\d:\d\d$/.test(value) ? forms.dateTime(value as LocalDateTime) : value;
    default:
      return value;
  }
}
