/** Messages with placeholders and plural forms, and how they are filled. Typed: a missing or unknown parameter does not compile. */

/** By the categories of `Intl.PluralRules`, chosen by `{count}`. */
interface PluralForms {
  readonly one?: string;
  readonly few?: string;
  readonly many?: string;
  readonly other: string;
}
/** Placeholders are written `{name}`. */
export type Message = string | PluralForms;
export type Section = Readonly<Record<string, Message>>;
/** A section in another language: the same keys, with plural forms where English has them. A test compares the placeholders. */
export type Translated<S extends Section> = { readonly [K in keyof S]: S[K] extends string ? string : PluralForms };

type NamesIn<T extends string> = T extends `${string}{${infer Name}}${infer Rest}` ? Name | NamesIn<Rest> : never;
type TextOf<M extends Message> = M extends string ? M : M extends PluralForms ? Extract<M[keyof M], string> : never;
/** Numbers are formatted for the locale ("2,000"); ids and years must be passed as text. */
type Parameter<Name extends string> = Name extends 'count' ? number : string | number;
type ParameterNames<M extends Message> = NamesIn<TextOf<M>> | (M extends string ? never : 'count');
export type Parameters<M extends Message> = { readonly [Name in ParameterNames<M>]: Parameter<Name> };
type Arguments<M extends Message> = [ParameterNames<M>] extends [never] ? [] : [parameters: Parameters<M>];

/** The sentence of a key in the reader's language. */
export type Translate<C extends Section> = <K extends keyof C & string>(key: K, ...given: Arguments<C[K]>) => string;

/** `locale`: a BCP 47 tag of the catalogue's language. The types come from the English catalogue `C`. */
export function createTranslate<C extends Section>(catalogue: Translated<C>, locale: string): Translate<C> {
  const rules = new Intl.PluralRules(locale);
  const numbers = new Intl.NumberFormat(locale);
  const translate = (key: string, parameters: Readonly<Record<string, string | number>> = {}): string => {
    const message = (catalogue as Section)[key];
    // The types exclude it, but an old history may contain the key of a removed message.
    if (message === undefined) return key;
    return fill(formOf(message, parameters.count, rules), parameters, numbers);
  };
  return translate;
}

function formOf(message: Message, count: string | number | undefined, rules: Intl.PluralRules): string {
  if (typeof message === 'string') return message;
  const category = rules.select(Number(count));
  return (message as Readonly<Partial<Record<Intl.LDMLPluralRule, string>>>)[category] ?? message.other;
}

function fill(text: string, parameters: Readonly<Record<string, string | number>>, numbers: Intl.NumberFormat): string {
  return text.replace(/\{(\w+)\}/g, (placeholder, name: string) => {
    const value = parameters[name];
    if (value === undefined) return placeholder;
    return typeof value === 'number' ? numbers.format(value) : value;
  });
}

/** The sorted names of a message's placeholders, for the test that compares languages. */
export function placeholdersOf(message: Message): readonly string[] {
  const texts = typeof message === 'string' ? [message] : Object.values(message);
  const names = texts.flatMap((text: string) => [...text.matchAll(/\{(\w+)\}/g)].map((match) => match[1] ?? ''));
  return [...new Set(names)].sort();
}
