/** What is wrong with a text of the user, and what a channel may reject in it. */
import type { TemplateName } from '../../domain/told.ts';
import { placeholdersIn, PLACEHOLDERS } from './placeholders.ts';
import type { PlaceholderName } from './placeholders.ts';

export const TEMPLATE_ERRORS = ['empty', 'too-long', 'unknown-placeholder', 'brace', 'no-digits', 'no-change', 'different-digits'] as const;
export const TEMPLATE_WARNINGS = [
  'different-digits',
  'digits-beside',
  'link',
  'capitals',
  'digits-in-parentheses',
  'service',
  'html',
  'long',
] as const;

interface Finding<Kind> {
  readonly kind: Kind;
  /** From 1; null: it is about the whole text. */
  readonly line: number | null;
  /** As written there, or the unit whose doors differ. */
  readonly found: string | null;
  /** For an unknown placeholder: the one that was probably meant. */
  readonly meant: PlaceholderName | null;
}
export type TemplateError = Finding<(typeof TEMPLATE_ERRORS)[number]>;
export type TemplateWarning = Finding<(typeof TEMPLATE_WARNINGS)[number]>;
export interface TemplateFindings {
  readonly errors: readonly TemplateError[];
  readonly warnings: readonly TemplateWarning[];
}

export interface TemplateUse {
  readonly name: TemplateName;
  /** The unit that it is for; null: all. */
  readonly unitId: number | null;
  /** Units with doors where different digits are typed, because their prefixes differ. */
  readonly unlike: readonly { readonly unitId: number; readonly name: string }[];
}

const MAX_TEMPLATE_LENGTH = 2_000;
/** Longer messages are read by few. */
const LONG = 1_000;

export function validateTemplate(text: string, use: TemplateUse): TemplateFindings {
  if (text.trim() === '') return { errors: [whole('empty')], warnings: [] };
  if (text.length > MAX_TEMPLATE_LENGTH) return { errors: [whole('too-long')], warnings: [] };
  const lines = text.split(/\r\n?|\n/);
  const names = placeholdersIn(text);
  const errors: TemplateError[] = lines.flatMap((line, index) => placeholderErrors(line, index + 1, use.name));
  if (!names.has('pin') && !names.has('doors')) errors.push(whole('no-digits'));
  if (use.name === 'correction' && !names.has('change')) errors.push(whole('no-change'));
  const warnings: TemplateWarning[] = lines.flatMap((line, index) => lineWarnings(line, index + 1));
  if (text.length > LONG) warnings.push(whole('long'));
  const unlike = use.unlike.find(({ unitId }) => use.unitId === null || unitId === use.unitId);
  if (names.has('pin') && unlike !== undefined) {
    const found = unlike.name.trim() === '' ? String(unlike.unitId) : unlike.name;
    if (use.unitId === null) warnings.push({ ...whole('different-digits'), found });
    else errors.push({ ...whole('different-digits'), found });
  }
  return { errors, warnings };
}

function whole<Kind>(kind: Kind): Finding<Kind> {
  return { kind, line: null, found: null, meant: null };
}

function placeholderErrors(line: string, number: number, name: TemplateName): readonly TemplateError[] {
  const allowed = PLACEHOLDERS.filter((one) => one !== 'change' || name === 'correction');
  const unknown = [...line.matchAll(/\{([^{}]*)\}/g)]
    .filter(([, inside]) => !allowed.some((one) => one === inside))
    .map(([found, inside = '']): TemplateError => ({
      kind: 'unknown-placeholder',
      line: number,
      found: found.slice(0, 40),
      meant: nearest(inside, allowed),
    }));
  const rest = line.replaceAll(/\{[^{}]*\}/g, '');
  const brace = /[{}]/.exec(rest);
  return brace === null ? unknown : [...unknown, { kind: 'brace', line: number, found: brace[0], meant: null }];
}

/** What people write for them in other programs. */
const OTHER_NAMES: ReadonlyMap<string, PlaceholderName> = new Map([
  ['name', 'guest'],
  ['code', 'pin'],
  ['apartment', 'unit'],
  ['checkin', 'from'],
  ['checkout', 'until'],
  ['booking', 'reference'],
]);

function nearest(written: string, allowed: readonly PlaceholderName[]): PlaceholderName | null {
  const word = written
    .toLowerCase()
    .replaceAll(/[^a-z]/g, '')
    .slice(0, 20);
  const other = OTHER_NAMES.get(word);
  if (other !== undefined) return other;
  const byDistance = allowed
    .map((name) => ({ name, distance: editDistance(word, name) }))
    .filter(({ name, distance }) => distance <= (name.length > 4 ? 2 : 1))
    .toSorted((one, two) => one.distance - two.distance);
  return byDistance[0]?.name ?? null;
}

/** Letters to insert, delete or replace. */
function editDistance(one: string, other: string): number {
  let above = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (const [row, letter] of [...one].entries()) {
    const current = [row + 1];
    for (const [column, wanted] of [...other].entries()) {
      const replaced = (above[column] ?? 0) + (letter === wanted ? 0 : 1);
      current.push(Math.min(replaced, (above[column + 1] ?? 0) + 1, (current[column] ?? 0) + 1));
    }
    above = current;
  }
  return above.at(-1) ?? 0;
}

const SERVICES =
  'airbnb|booking\\.com|vrbo|expedia|abritel|fewo-direkt|tripadvisor|whats\\s?app|telegram|viber|skype|messenger|facebook|instagram|google|paypal|venmo|revolut|western union';
/** Channels withhold or censor messages because of these. */
const SUSPECT: readonly (readonly [TemplateWarning['kind'], RegExp])[] = [
  [
    'link',
    /https?:\/\/\S+|www\.\S+|[^\s@]{1,64}@[^\s@]{1,80}|(?<![\w.-])[\w-]{1,63}\.(?:com|net|org|info|eu|fr|de|pl|io|app|me|es|it|nl|pt|cz|ua)(?![\w.])/iu,
  ],
  ['capitals', /(?<!\p{L})(?:\p{Lu}{2,}(?:[ \t]+\p{Lu}{2,})+|\p{Lu}{5,})(?!\p{L})/u],
  ['digits-in-parentheses', /\([^()]*\d[^()]*\)/],
  ['service', new RegExp(`(?<!\\p{L})(?:${SERVICES})(?!\\p{L})`, 'iu')],
  ['html', /<\/?[a-z][^<>]*>|&#?\w+;/i],
];

function lineWarnings(line: string, number: number): readonly TemplateWarning[] {
  const written = line.replaceAll(/\{[^{}]*\}/g, '');
  const beside = /\d[\d \t+-]*\{pin\}|\{pin\}\d+/.exec(line)?.[0];
  const twice: readonly TemplateWarning[] =
    beside === undefined ? [] : [{ kind: 'digits-beside', line: number, found: beside, meant: null }];
  return [...twice, ...suspectIn(written, number)];
}

function suspectIn(written: string, number: number): readonly TemplateWarning[] {
  return SUSPECT.flatMap(([kind, pattern]): readonly TemplateWarning[] => {
    const found = pattern.exec(written)?.[0];
    return found === undefined ? [] : [{ kind, line: number, found: found.slice(0, 80), meant: null }];
  });
}
