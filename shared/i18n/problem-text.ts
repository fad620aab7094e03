/** A problem's sentence from the catalogue: in English where the problem arises, in the user's language where it is shown. */
import type { ProblemText } from '../domain/problem.ts';
import type { LocalDate, LocalDateTime } from '../time.ts';
import { problems } from './en/main-problems.ts';
import { createTranslate } from './message.ts';
import type { Arguments, Translate } from './message.ts';

type ProblemCatalogue = typeof problems;
export type ProblemKey = keyof ProblemCatalogue & `${'problem' | 'failure'}.${string}`;
export type ReasonKey = keyof ProblemCatalogue & `reason.${string}`;
type ProblemTranslate = Translate<ProblemCatalogue>;

/** How dates and times in a sentence are written. */
interface ValueFormats {
  readonly date: (date: LocalDate) => string;
  readonly dateTime: (at: LocalDateTime) => string;
}

const english = createTranslate<ProblemCatalogue>(problems, 'en');
const PLAIN: ValueFormats = { date: (date) => date, dateTime: (at) => at.replace('T', ' ') };

/** The sentence of a problem, in English and as data: `{ kind, ...say('problem.no-free-pin', { booking: '90001' }), retryable: false }`. */
export function say<K extends ProblemKey>(key: K, ...given: Arguments<ProblemCatalogue[K]>): { message: string; say: ProblemText } {
  const [parameters = {}] = given as [ProblemText['parameters']?];
  const text: ProblemText = { key, parameters };
  return { message: problemSentence(text, english, PLAIN) ?? key, say: text };
}

/** null for an unknown key, as in a history that another version of Latchkey wrote. */
export function problemSentence({ key, parameters }: ProblemText, translate: ProblemTranslate, formats: ValueFormats): string | null {
  if (!isProblemKey(key)) return null;
  const formatted = Object.fromEntries(Object.entries(parameters).map(([name, value]) => [name, format(name, value, translate, formats)]));
  return (translate as (key: string, parameters: ProblemText['parameters']) => string)(key, formatted);
}

function isProblemKey(key: string): key is ProblemKey {
  return Object.hasOwn(problems, key) && /^(problem|failure)\./.test(key);
}

function format(name: string, value: string | number, translate: ProblemTranslate, formats: ValueFormats): string | number {
  if (typeof value === 'number') return value;
  switch (name) {
    case 'unit':
    case 'lock':
      // A name is quoted, a number is not: lock “Front door”, lock 501.
      return /^\d+$/.test(value) ? value : translate('name.quoted', { name: value });
    case 'reason':
      return Object.hasOwn(problems, value) ? translate(value as ReasonKey) : value;
    case 'arrival':
    case 'departure':
      return /^\d{4}-\d\d-\d\d$/.test(value) ? formats.date(value as LocalDate) : value;
    case 'until':
      return /^\d{4}-\d\d-\d\dT\d\d:\d\d$/.test(value) ? formats.dateTime(value as LocalDateTime) : value;
    default:
      return value;
  }
}
