/** Makes a problem's sentence from a catalogue and the problem's facts, wherever it is shown. */
import type { Problem, ProblemText } from '../domain/problem.ts';
import type { Person } from '../domain/wishes.ts';
import { CLOUD_TITLES } from '../errors.ts';
import type { CloudFailureKind } from '../errors.ts';
import type { LocalDate, LocalDateTime } from '../time.ts';
import { problems as ofRuns } from './en/main-problems.ts';
import { readiness } from './en/main-readiness.ts';
import { tellingProblems } from './en/main-telling.ts';
import { createTranslate } from './message.ts';
import type { Parameters, Translate } from './message.ts';

const problems = { ...ofRuns, ...tellingProblems, ...readiness } as const;
type ProblemCatalogue = typeof problems;
type ProblemKey = keyof ProblemCatalogue & `${'problem' | 'failure'}.${string}`;
type ReasonKey = keyof ProblemCatalogue & `reason.${string}`;
export type ProblemTranslate = Translate<ProblemCatalogue>;

/** Placeholders that a problem's other fields fill if its text does not. */
type Filled = 'booking' | 'person' | 'unit' | 'lock' | 'code' | 'cloud' | 'reason';
type Own<K extends ProblemKey> = Omit<Parameters<ProblemCatalogue[K]>, Filled>;
type Given<K extends ProblemKey> = [keyof Own<K>] extends [never] ? [] : [parameters: Own<K> & Partial<Record<Filled, string>>];

/** The text of a problem: `{ kind: 'no-free-pin', text: problemText('problem.no-free-pin'), retryable: false, bookingId }`. */
export function problemText<K extends ProblemKey>(key: K, ...[parameters]: Given<K>): ProblemText {
  return { key, parameters: parameters ?? {} };
}

const RECORDED = 'recorded';
/** A sentence from the history, recorded by a version of Latchkey that stored no facts. */
export function recordedText(message: string): ProblemText {
  return { key: RECORDED, parameters: { message } };
}
export function isRecorded({ key }: ProblemText): boolean {
  return key === RECORDED;
}
/** False for a key that only another version of Latchkey knows. */
export function isProblemKey(key: string): boolean {
  return Object.hasOwn(problems, key) && /^(problem|failure)\./.test(key);
}

/** How dates and times in a sentence are written. */
export interface ValueFormats {
  readonly date: (date: LocalDate) => string;
  readonly dateTime: (at: LocalDateTime) => string;
  /** "today" and "tomorrow" where it is; used where no preposition stands before it. Left out: as `date`. */
  readonly nearDate?: (date: LocalDate) => string;
}
/** Names of the lock and unit, and of the guests of the booking and of the other one it is about, where they are known. */
interface KnownNames {
  readonly lock?: string;
  readonly unit?: string;
  readonly guest?: string;
  readonly other?: string;
}

export function problemSentence(problem: Problem, translate: ProblemTranslate, formats: ValueFormats, names: KnownNames = {}): string {
  const { bookingId, personId, text } = problem;
  if (isRecorded(text)) return String(text.parameters.message);
  const { guest, other, ...places } = names;
  const guests = { ...(guest !== undefined && { booking: OF_GUEST }), ...(other !== undefined && { other: OF_OTHER }) };
  const values = Object.entries({ ...factsOf(problem), ...text.parameters, ...places, ...guests }).flatMap(([name, value]) =>
    value === undefined
      ? []
      : [
          [
            name,
            format(name, value, translate, isAlone(name, text) ? { ...formats, date: formats.nearDate ?? formats.date } : formats),
          ] as const,
        ],
  );
  const parameters = Object.fromEntries(values) as Readonly<Record<string, string | number>>;
  const sentence = (translate as (key: string, parameters: object) => string)(text.key, parameters);
  if (personId !== undefined && bookingId === undefined) return aboutPerson(sentence, String(parameters.person), translate);
  return aboutGuest(aboutGuest(sentence, OF_GUEST, guest, translate), OF_OTHER, other, translate);
}

/** "(arrives tomorrow)", but "from … to …" with both dates. */
function isAlone(name: string, { parameters }: ProblemText): boolean {
  return name === 'arrival' && parameters.departure === undefined;
}

function factsOf({ bookingId, personId, unitId, lockId, codeId, cloud, failure }: Problem): Readonly<Record<Filled, string | undefined>> {
  return {
    booking: bookingId?.toString() ?? (personId === undefined ? undefined : OF_PERSON),
    person: personId,
    unit: unitId?.toString(),
    lock: lockId?.toString(),
    code: codeId?.toString(),
    cloud: cloud && CLOUD_TITLES[cloud],
    reason: failure && REASONS[failure],
  };
}

/** The text of a problem whose other fields are not kept beside it. */
export function completeText(problem: Problem): ProblemText {
  const facts = Object.entries(factsOf(problem)).flatMap(([name, value]) => (value === undefined ? [] : [[name, value] as const]));
  return { key: problem.text.key, parameters: { ...Object.fromEntries(facts), ...problem.text.parameters } };
}

/** In place of a booking's number in a sentence that is about a person. */
const OF_PERSON = '\u{FFFC}';

/** In place of the numbers of bookings whose guests are known by name. */
const OF_GUEST = '\u{FFFB}';
const OF_OTHER = '\u{FFFA}';

/** "The code of booking 12" becomes "The code of “Plumber”", with the words of the language. */
function aboutPerson(sentence: string, name: string, translate: ProblemTranslate): string {
  const words = translate('name.person-words').split('|');
  return withWords(
    sentence,
    OF_PERSON,
    name,
    words.map((word) => (word === '' ? name : `${word} ${name}`)),
    translate,
  );
}

/** "The code of booking 12" becomes "The code of Ana Costa’s booking". */
function aboutGuest(sentence: string, mark: string, name: string | undefined, translate: ProblemTranslate): string {
  return name === undefined ? sentence : withWords(sentence, mark, name, translate('name.guest-words', { name }).split('|'), translate);
}

/** `phrases`: instead of each word for a booking with the mark behind it. */
function withWords(sentence: string, mark: string, name: string, phrases: readonly string[], translate: ProblemTranslate): string {
  return translate('name.booking-words')
    .split('|')
    .reduce((text, word, index) => text.replaceAll(`${word} ${mark}`, () => phrases[index] ?? name), sentence)
    .replaceAll(mark, () => name);
}

/** With the names that the user gave them. */
export function withPersonNames(problems: readonly Problem[], people: readonly Pick<Person, 'id' | 'name'>[]): readonly Problem[] {
  return problems.map((problem) => {
    const name = people.find(({ id }) => id === problem.personId)?.name;
    return name === undefined
      ? problem
      : { ...problem, text: { ...problem.text, parameters: { ...problem.text.parameters, person: name } } };
  });
}

const english = createTranslate<ProblemCatalogue>(problems, 'en');
const PLAIN: ValueFormats = { date: String, dateTime: (at) => at.replace('T', ' ') };

/** With ids instead of names, and with the clients' details, which exist only in English. */
export function englishSentence(problem: Problem): string {
  const { details } = problem.text.parameters;
  return `${problemSentence(problem, english, PLAIN)}${details === undefined ? '' : ` (${details})`}`;
}

const REASONS: Readonly<Record<CloudFailureKind, ReasonKey>> = {
  refused: 'reason.refused',
  forbidden: 'reason.forbidden',
  'credentials-rejected': 'reason.credentials',
  'credentials-missing': 'reason.credentials',
  aborted: 'reason.aborted',
  unreachable: 'reason.unreachable',
  timeout: 'reason.unreachable',
  'rate-limited': 'reason.rate-limited',
  'not-found': 'reason.not-found',
  'server-error': 'reason.fault',
  'bad-response': 'reason.fault',
  'clock-skew': 'reason.fault',
};

function format(name: string, value: string | number, translate: ProblemTranslate, formats: ValueFormats): string | number {
  if (typeof value === 'number') return value;
  switch (name) {
    case 'person':
      return translate('name.quoted', { name: value });
    case 'unit':
    case 'lock':
      // A name is quoted, a number is not: lock “Front door”, lock 501.
      return /^\d+$/.test(value) ? value : translate('name.quoted', { name: value });
    case 'reason':
      return Object.hasOwn(problems, value) ? translate(value as ReasonKey) : value;
    case 'arrival':
    case 'departure':
    case 'day':
    case 'from':
    case 'until':
    case 'since':
      if (/^\d{4}-\d\d-\d\dT\d\d:\d\d$/.test(value)) return formats.dateTime(value as LocalDateTime);
      return /^\d{4}-\d\d-\d\d$/.test(value) ? formats.date(value as LocalDate) : value;
    default:
      return value;
  }
}
