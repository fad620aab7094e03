/** Numbers whose form says what they are: prices, times, dates, phone numbers, measures, addresses on the web. Pure. */

/** In place of a number: neither digit nor letter, and nothing that joins digits. */
const MASK = '\u0001';

const NUMBER = String.raw`\d{1,3}(?:[ .,'’]\d{3})+(?:[.,]\d{1,2})?|\d+(?:[.,]\d{1,2})?`;
const RANGE = String.raw`(?:(?:${NUMBER})[ ]?(?:-|/|to|bis|à|do|a|tot)[ ]?)?(?:${NUMBER})`;
const SIGNS = String.raw`€|\$|£|₴|eur(?:os?)?|usd|gbp|chf|fr\.|sfr|pln|zł(?:otych|ote)?|zl|kč|czk|uah|грн|kr\.?|nok|sek|dkk|huf|ft`;
const UNITS = String.raw`m|km|cm|mm|qm|m2|m3|ft|feet|mi|miles?|yards?|meters?|metres?|meter[ns]?|mètres?|metr(?:ów|y|i|os?|ů)?|метр(?:ів|и)?|sqm|kg|g|l|kw|kwh|w|v|gb|mb|mbit|mbps|ghz|mhz|°|°c|c|%|‰|x|h|hrs?|hours?|heures?|uhr|stunden|std|godz|godzin|horas?|ore|uur|hod|hodin|год|годин|min|mins|minutes?|minuten|minut[iyo]?|minuti|minutos?|хв|хвилин|sec|seconds?|am|pm|a\.m|p\.m|o'clock|rpm|kcal|steps?|nights?|guests?|persons?|people|inhabitants|reviews?|years?|euros?|nächten?|gäste|personen|einwohner|jahren?|schritte|nuits?|personnes|habitants|ans|pas|osób|osoby|nocy|lat|kroków|mieszkańców|noches|personas|huéspedes|años|pasos|notti|persone|ospiti|anni|passi|nachten|gasten|jaar|noites|pessoas|anos|osob|nocí|let|осіб|ночей|років|street|avenue|road|rue`;
const BEFORE = String.raw`(?<![\d\p{L}])`;
const AFTER = String.raw`(?![\d\p{L}])`;

const FORMS: readonly RegExp[] = [
  // Addresses on the web, and of e-mail.
  /(?:https?:\/\/|www\.)[^\s<>]+|[\p{L}\d._%+-]+@[\p{L}\d.-]+|(?<![\p{L}\d])[\p{L}\d-]+(?:\.[\p{L}\d-]+)*\.(?:com|net|org|info|eu|app|io|me|ly|co|de|at|ch|fr|be|lu|pl|es|it|nl|pt|cz|ua|uk|ie)(?:\/[^\s<>]*)?(?![\p{L}\d])/giu,
  // Money.
  new RegExp(String.raw`(?:${SIGNS})[ ]?(?:${RANGE})|(?<![\d\p{L}.,])(?:${RANGE})(?:[.,]?-)?[ ]?(?:${SIGNS})${AFTER}`, 'giu'),
  /(?<!\d)\d{1,3}(?:[.,'’]\d{3})+(?:[.,]\d{1,2})?(?!\d|[ ]?-?\d)|(?<![\d-])\d+,\d{1,2}(?![\d,])|(?<![\d.-])\d{1,4}\.\d\d(?![\d-]|\.\d)|(?<!\d)\d+[.,]-(?!\d)/gu,
  // Times and dates.
  /(?<!\d)\d{1,2}[ ]?(?::|h|u|год)[ ]?\d{2}(?::\d{2})?(?!\d)|(?<!\d)24[ ]?\/[ ]?7(?!\d)/giu,
  /(?<!\d)\d{1,2}\.\d\d[ ]?-[ ]?\d{1,2}\.\d\d(?!\d|\.\d)/gu,
  /(?<!\d)\d{4}([-/.])\d{1,2}\1\d{1,2}(?!\d)/gu,
  /(?<!\d)(?:0?[1-9]|[12]\d|3[01])([-/.])[ ]?(?:0?[1-9]|[12]\d|3[01])\1[ ]?(?:\d{4}|\d{2})(?!\d|[-.]\d)/gu,
  // Phone numbers.
  /(?:\+|(?<!\d)00)[ ]?\d[\d ()./-]{5,}\d/gu,
  /(?<!\d)\(?0\d{1,5}\)?[ ]?[/-]?[ ]?\d{5,}(?!\d)|(?<!\d)0\d(?:[ .-]\d\d){4}(?!\d)|(?<!\d)0\d{2,4}[ /-]\d{3}[ -]\d{2,4}(?:[ -]\d{2})?(?!\d)/gu,
  // Post codes with the place, as they end an address: "12 rue X, 1060 Wien", "00-950 Warszawa", "110 00 Praha", "1011 AB".
  /(?<=\d[ ]?[a-z]?(?:\/\d+)?(?:[^\d\n,]{0,40}),[ ]?)\d{4,5}(?=[ ]\p{Lu}\p{Ll})/gu,
  /(?<=^[^\n]*\d[a-z]?[ ]*\n[ ]*)\d{4,5}(?=[ ]\p{Lu}\p{Ll}+[^\n\d]{0,30}$)/gmu,
  /(?<!\d)(?:\d\d-\d{3}|\d{3}[ ]\d\d)(?=[ ]\p{Lu}\p{Ll})|(?<!\d)\d{4}[ ]?(?=\p{Lu}\p{Lu}(?!\p{L}))/gu,
  /(?<!\d)\d{1,5}(?=[ ](?:\p{Lu}[\p{L}.]+[ ]){1,3}(?:Street|St|Avenue|Ave|Road|Rd|Lane|Drive|Boulevard)(?!\p{L}))/gu,
  // Measures, counts and what follows a number in a street's name.
  new RegExp(String.raw`${BEFORE}(?:${RANGE})[ ]?(?:${UNITS})${AFTER}`, 'giu'),
];

/** Every character of such a number is replaced, so that places in the text stay what they were. */
export function maskForms(folded: string): string {
  return FORMS.reduce((text, form) => text.replace(form, (found) => MASK.repeat(found.length)), folded);
}
