/** Which field a refusal of The Keys is about, from what it said. One table, in the languages in which it may answer (cloud-facts K8). */

import { plainText } from '../../text.ts';

export type RefusedField = 'full' | 'note' | 'start' | 'name' | 'pin';

/**
 * Without accents. The first row that matches counts: a message about the note, the start or the name of a code also contains the word for a code. French first, since
 * the API is French.
 */
const FRAGMENTS: readonly (readonly [RefusedField, RegExp])[] = [
  ['note', /\bdescripti(?:on|f)\b|\bnotes?\b|\bremarque|\bcommentaire|beschreibung|\bnotiz|\bopis(?:ie|u)?\b|\bnotatk|\bkomentarz/u],
  [
    'full',
    /\bcomplet\b|\bplein\b|(?:nombre|limite) (?:maximum|maximal|maximale)?.{0,20}(?:atteint|depass)|maximum de codes|\bfull\b|too many codes|(?:limit|maximum).{0,20}reached|\bvoll\b|zu viele codes|peln[aey]|limit kodow/u,
  ],
  [
    'start',
    /date_debut|heure_debut|date de debut|heure de debut|dans le passe|deja passe|start[ _-]?(?:date|time)|in the past|vergangenheit|startdatum|beginn|w przeszlosci|data rozpocz/u,
  ],
  ['name', /\bnom\b|\bname\b|\bnazw|\bimie\b|prenom|intitule|libelle/u],
  ['pin', /\bcode\b|\bpin\b|chiffre|\bdigits?\b|ziffer|\bcyfr|\bkod\b|digicode/u],
];

/** A limit of characters, or "full name": never a full keypad, since codes are removed from one. */
const NOT_FULL = /caract|longueur|length|\bcharacter|zeichen|lange|znak|dlugo|\bnom complet|\bfull name|vollst/u;

/** null where nobody knows: then PIN, name and start are tried in turn. */
export function refusedField(said: string | undefined): RefusedField | null {
  if (said === undefined) return null;
  const text = plainText(said);
  return FRAGMENTS.find(([field, fragments]) => fragments.test(text) && (field !== 'full' || !NOT_FULL.test(text)))?.[0] ?? null;
}
