/** The texts that there are, and the user's changes to them. Pure. */
import type { Mapping } from '../../domain/mapping.ts';
import { GUEST_LANGUAGES, MAX_TEMPLATES, TEMPLATE_NAMES } from '../../domain/told.ts';
import type { Template } from '../../domain/told.ts';
import { err, ok } from '../../result.ts';
import type { Result } from '../../result.ts';
import { isDraft } from './language.ts';
import type { TextSettings } from './language.ts';
import { BUILT_IN } from './texts/built-in.ts';
import { validateTemplate } from './validate-template.ts';
import type { TemplateFindings, TemplateUse } from './validate-template.ts';

export type TemplateKey = Pick<Template, 'name' | 'language' | 'unitId'>;
export interface ListedTemplate extends Template {
  readonly builtIn: boolean;
  /** Not used before the user has approved it. */
  readonly draft: boolean;
}
/** The settings go into a backup, which the window can only read up to a size. */
export const MAX_TEMPLATE_CHARACTERS = 150_000;

/** For all units, one of each name and language; then those of single units. */
export function listTemplates({ templates, messages }: TextSettings): readonly ListedTemplate[] {
  const forAll = TEMPLATE_NAMES.flatMap((name) =>
    GUEST_LANGUAGES.map((language): ListedTemplate => {
      const key = { name, language, unitId: null };
      const own = templateOf(templates, key);
      if (own !== undefined) return { ...own, builtIn: false, draft: false };
      return { ...key, version: 0, text: BUILT_IN[language].templates[name], builtIn: true, draft: isDraft(language, messages) };
    }),
  );
  return [...forAll, ...templates.filter(({ unitId }) => unitId !== null).map((own) => ({ ...own, builtIn: false, draft: false }))];
}

/** The user's text with exactly this key. */
export function templateOf(templates: readonly Template[], key: TemplateKey): Template | undefined {
  return templates.find((one) => isSame(one, key));
}

function isSame(one: TemplateKey, other: TemplateKey): boolean {
  return one.name === other.name && one.language === other.language && one.unitId === other.unitId;
}

export interface Edited {
  readonly templates: readonly Template[];
  readonly warnings: TemplateFindings['warnings'];
}
export type EditRefusal =
  | { readonly kind: 'mistakes'; readonly findings: TemplateFindings }
  | { readonly kind: 'unit-unmapped' }
  /** There are too many texts of the user, or they are too long together. */
  | { readonly kind: 'too-many' };

/** The same text again changes nothing, so its version stays. */
export function withTemplate(
  templates: readonly Template[],
  key: TemplateKey,
  written: string,
  mapping: Mapping,
): Result<Edited, EditRefusal> {
  if (key.unitId !== null && !mapping.units.some(({ unitId }) => unitId === key.unitId)) return err({ kind: 'unit-unmapped' });
  const text = written
    .replace(/^\uFEFF/, '')
    .toWellFormed()
    .replaceAll(/\r\n?/g, '\n')
    .replaceAll(/[^\P{Cc}\n]/gu, ' ')
    .trim();
  const findings = validateTemplate(text, useOf(key, mapping));
  if (findings.errors.length > 0) return err({ kind: 'mistakes', findings });
  const before = templateOf(templates, key);
  if (before?.text === text) return ok({ templates, warnings: findings.warnings });
  const next = [...templates.filter((one) => one !== before), { ...key, version: (before?.version ?? 0) + 1, text }];
  const characters = next.reduce((sum, one) => sum + one.text.length, 0);
  if (next.length > MAX_TEMPLATES || characters > MAX_TEMPLATE_CHARACTERS) return err({ kind: 'too-many' });
  return ok({ templates: next, warnings: findings.warnings });
}

/** Then the built-in text is used again, or that for all units. null: there is none of the user's. */
export function withoutTemplate(templates: readonly Template[], key: TemplateKey): readonly Template[] | null {
  const own = templateOf(templates, key);
  return own === undefined ? null : templates.filter((one) => one !== own);
}

export function useOf({ name, unitId }: TemplateKey, { units }: Mapping): TemplateUse {
  const unlike = units.filter(({ doors }) => new Set(doors.map(({ prefix }) => prefix)).size > 1);
  return { name, unitId, unlike: unlike.map((unit) => ({ unitId: unit.unitId, name: unit.name })) };
}
