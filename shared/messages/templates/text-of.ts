/** The text for one stay, or why there is none. */
import { Secret } from '../../secret.ts';
import { err, ok } from '../../result.ts';
import type { Result } from '../../result.ts';
import type { GuestLanguage, TellingReason } from '../../domain/told.ts';
import type { StayToTell } from '../stay-to-tell.ts';
import { languageOf, ownTemplate } from './language.ts';
import type { TextSettings } from './language.ts';
import { renderText } from './render-text.ts';
import { BUILT_IN } from './texts/built-in.ts';
import type { Change } from '../../domain/told.ts';
import { validateTemplate } from './validate-template.ts';
import { valuesOf } from './values.ts';

/** What a correction is about, in the order in which it is named. */
export type WhatToTell = { readonly kind: 'code' } | { readonly kind: 'correction'; readonly changes: readonly [Change, ...Change[]] };

export interface GuestText {
  readonly text: Secret;
  /** The doors with their digits, and both times: what any text about them says. */
  readonly says: readonly Secret[];
  readonly language: GuestLanguage;
  /** 0: the built-in text. */
  readonly version: number;
}
export type NoTextReason = Extract<TellingReason, 'not-verified' | 'different-pins' | 'template-broken'>;

/** Says every door of the stay that is handed in. */
export function textOf(stay: StayToTell, what: WhatToTell, settings: TextSettings): Result<GuestText, NoTextReason> {
  if (stay.doors.length === 0 || stay.doors.some(({ pin }) => pin === null)) return err('not-verified');
  const { kind } = what;
  const language = languageOf(stay, kind, settings);
  const own = ownTemplate(settings.templates, kind, language, stay.unitId);
  const template = own?.text ?? BUILT_IN[language].templates[kind];
  const { errors } = validateTemplate(template, { name: kind, unitId: stay.unitId, unlike: [] });
  if (errors.length > 0) return err('template-broken');
  const changes = what.kind === 'correction' ? what.changes : [];
  const values = valuesOf(stay, language, { hostName: settings.messages.hostName, changes, pins: 'digits' });
  if (values.pin === null && template.includes('{pin}')) return err('different-pins');
  const says = [...(values.doors ?? '').split('\n'), values.from ?? '', values.until ?? ''].map((part) => new Secret(part));
  return ok({ text: new Secret(renderText(template, values)), says, language, version: own?.version ?? 0 });
}
