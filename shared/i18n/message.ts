/** Messages with named places and plural forms, and how they become sentences. Typed: a missing or wrong parameter does not compile. */

/** By the categories of `Intl.PluralRules`; `{count}` is what decides. */
interface PluralForms {
  readonly one?: string;
  readonly few?: string;
  readonly many?: string;
  readonly other: string;
}
/** Places are written `{name}`. */
export type Message = string | PluralForms;
export type Section = Readonly<Record<string, Message>>;
/** A section in another language: the same keys, and plural where English is. That the places are the same is tested. */
export type Translated<S extends Section> = { readonly [K in keyof S]: S[K] extends string ? string : PluralForms };

type Places<T extends string> = T extends `${string}{${infer Name}}${infer Rest}` ? Name | Places<Rest> : never;
type TextOf<M extends Message> = M extends string ? M : M extends PluralForms ? Extract<M[keyof M], string> : never;
/** Numbers are written in the reader's way ("2,000"); ids and years are handed in as texts. */
type Parameter<Name extends string> = Name extends 'count' ? number : string | number;
type PlaceNames<M extends Message> = Places<TextOf<M>> | (M extends string ? never : 'count');
export type Parameters<M extends Message> = { readonly [Name in PlaceNames<M>]: Parameter<Name> };
/** Nothing to hand in where the message has no places. */
type Arguments<M extends Message> = [PlaceNames<M>] extends [never] ? [] : [parameters: Parameters<M>];

/** The sentence of a key in the reader's language. */
export type Translate<C extends Section> = <K extends keyof C & string>(key: K, ...given: Arguments<C[K]>) => string;

/** `locale`: a BCP 47 tag of the catalogue's language. The types come from the English catalogue `C`. */
export function createTranslate<C extends Section>(catalogue: Translated<C>, locale: string): Translate<C> {
  const rules = new Intl.PluralRules(locale);
  const numbers = new Intl.NumberFormat(locale);
  const translate = (key: string, parameters: Readonly<Record<string, string | number>> = {}): string => {
    const message = (catalogue as Section)[key];
    // Types rule it out; data from elsewhere (an old history) might still name a message that is gone.
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
  return text.replace(/\{(\w+)\}/g, (place, name: string) => {
    const value = parameters[name];
    if (value === undefined) return place;
    return typeof value === 'number' ? numbers.format(value) : value;
  });
}

/** The names of the places of a message, each once, sorted: for the test that compares languages. */
export function placesOf(message: Message): readonly string[] {
  const texts = typeof message === 'string' ? [message] : Object.values(message);
  const names = texts.flatMap((text: string) => [...text.matchAll(/\{(\w+)\}/g)].map((match) => match[1] ?? ''));
  return [...new Set(names)].sort();
}
