/** `templates`: the texts that guests get, the user's own and the built-in ones. Sends nothing. */
import { resolve } from 'node:path';
import { templates as english } from '../../../../shared/i18n/en/main-templates.ts';
import { createTranslate } from '../../../../shared/i18n/message.ts';
import { templateErrorText, templateWarningText } from '../../../../shared/i18n/template-text.ts';
import type { GuestLanguage } from '../../../../shared/domain/told.ts';
import type { UnitId } from '../../../../shared/domain/ids.ts';
import type { Settings } from '../../../../shared/domain/settings.ts';
import { listTemplates, templateOf, useOf, withoutTemplate, withTemplate } from '../../../../shared/messages/templates/edit-templates.ts';
import type { EditRefusal, ListedTemplate, TemplateKey } from '../../../../shared/messages/templates/edit-templates.ts';
import { isDraft } from '../../../../shared/messages/templates/language.ts';
import { validateTemplate } from '../../../../shared/messages/templates/validate-template.ts';
import type { TemplateFindings } from '../../../../shared/messages/templates/validate-template.ts';
import { answer, dryRunAnswer, failure } from '../../answer.ts';
import type { Answer } from '../../answer.ts';
import type { CommandContext } from '../../context.ts';
import { EXIT } from '../../exit-code.ts';
import type { Style } from '../../render/style.ts';
import { renderTable } from '../../render/table.ts';
import { printable, stack, wrap } from '../../render/text.ts';
import type { RequestOf } from '../../request.ts';

const say = createTranslate<typeof english>(english, 'en');

export async function templatesList(context: CommandContext): Promise<Answer> {
  const opened = await context.open();
  if (!opened.ok) return opened.error;
  const settings = opened.value.settings.read();
  const listed = listTemplates(settings);
  return answer({ templates: listed.map(rowDocument) }, (style) => renderList(listed, settings, style));
}

export async function templatesShow(context: CommandContext, request: RequestOf<'templates show'>): Promise<Answer> {
  const opened = await context.open();
  if (!opened.ok) return opened.error;
  const settings = opened.value.settings.read();
  const key = keyOf({ language: settings.messages.language, ...request });
  const listed = listTemplates(settings);
  const exact = listed.find((one) => isOf(one, key));
  if (key.unitId !== null && !isMapped(settings, key.unitId)) return refused({ kind: 'unit-unmapped' }, key, '');
  // What a unit without a text of its own uses.
  const shown = exact ?? listed.find((one) => isOf(one, { ...key, unitId: null }));
  if (shown === undefined) throw new Error('there is a text of each name and language');
  const { warnings } = validateTemplate(shown.text, useOf(key, settings.mapping));
  return answer({ templates: [{ ...rowDocument(shown), text: shown.text }] }, ({ width }) =>
    stack(
      printable(shown.text),
      '',
      wrap(
        [`${stateOf(shown)}.`, ...(shown.draft ? [APPROVE(shown.language)] : []), ...warningLines({ errors: [], warnings })].join('\n'),
        width,
      ),
    ),
  );
}

const APPROVE = (language: GuestLanguage): string =>
  `Guests get it once you have approved it (\`latchkey templates approve ${language}\`) or written your own.`;

export async function templatesSet(context: CommandContext, request: RequestOf<'templates set'>): Promise<Answer> {
  const { file, dryRun = false } = request;
  const text = await context.world.readText(resolve(context.world.workingFolder, file));
  if (!text.ok) return failure(EXIT.usage, 'file-unreadable', `${file} cannot be read: ${text.error}.`);
  const opened = await context.open();
  if (!opened.ok) return opened.error;
  const { settings } = opened.value;
  const stored = settings.read();
  const key = keyOf(request);
  const edited = withTemplate(stored.templates, key, text.value, stored.mapping);
  if (!edited.ok) return refused(edited.error, key, file);
  const { templates, warnings } = edited.value;
  const lines = warningLines({ errors: [], warnings });
  const document = { warnings: findingsDocument({ errors: [], warnings }) };
  if (dryRun) return dryRunAnswer([...lines, 'The text has no mistakes.'], document);
  settings.write({ ...settings.read(), templates: [...templates] });
  const { version = 1 } = templateOf(templates, key) ?? {};
  return answer({ ok: true, ...document }, ({ width }) => wrap([...lines, `Saved as version ${String(version)}.`].join('\n'), width));
}

export async function templatesReset(context: CommandContext, request: RequestOf<'templates reset'>): Promise<Answer> {
  const opened = await context.open();
  if (!opened.ok) return opened.error;
  const { settings } = opened.value;
  const stored = settings.read();
  const key = keyOf(request);
  const templates = withoutTemplate(stored.templates, key);
  if (templates === null) return answer({ ok: true }, () => 'There is no text of your own to reset.');
  const now = key.unitId === null ? 'the built-in text' : 'the text for all units';
  if (request.dryRun === true) return dryRunAnswer([`Guests would get ${now} again.`]);
  settings.write({ ...stored, templates: [...templates] });
  const isBackToDraft = key.unitId === null && isDraft(key.language, stored.messages);
  return answer({ ok: true }, ({ width }) =>
    wrap(isBackToDraft ? `The built-in text is a draft. ${APPROVE(key.language)}` : `Guests get ${now} again.`, width),
  );
}

export async function templatesApprove(context: CommandContext, { language, dryRun }: RequestOf<'templates approve'>): Promise<Answer> {
  const opened = await context.open();
  if (!opened.ok) return opened.error;
  const { settings } = opened.value;
  const stored = settings.read();
  if (!isDraft(language, stored.messages)) return answer({ ok: true }, () => 'These texts are used already.');
  if (dryRun === true) return dryRunAnswer([`Guests would get the built-in texts in ${NAMES.of(language) ?? language}.`]);
  const approvedDrafts = [...stored.messages.approvedDrafts, language];
  settings.write({ ...stored, messages: { ...stored.messages, approvedDrafts } });
  return answer({ ok: true }, () => `Guests get the built-in texts in ${NAMES.of(language) ?? language}.`);
}

const NAMES = new Intl.DisplayNames('en', { type: 'language' });

function keyOf({ name, language, unit }: Omit<TemplateKey, 'unitId'> & { readonly unit?: UnitId }): TemplateKey {
  return { name, language, unitId: unit ?? null };
}
function isOf(one: TemplateKey, { name, language, unitId }: TemplateKey): boolean {
  return one.name === name && one.language === language && one.unitId === unitId;
}
function isMapped({ mapping }: Settings, unitId: UnitId): boolean {
  return mapping.units.some((unit) => unit.unitId === unitId);
}

function rowDocument({ name, language, unitId, version, builtIn, draft }: ListedTemplate): object {
  return { name, language, unitId, version, builtIn, draft };
}

function stateOf({ builtIn, draft, version }: ListedTemplate): string {
  if (!builtIn) return `Your own text, version ${String(version)}`;
  return draft ? 'Built in, a draft' : 'Built in';
}

function renderList(listed: readonly ListedTemplate[], { mapping }: Settings, style: Style): string {
  const table = renderTable(
    [{ title: 'Name' }, { title: 'Language' }, { title: 'Unit', flexibleFrom: 12 }, { title: 'Text' }],
    listed.map((one) => [
      one.name,
      `${one.language} ${NAMES.of(one.language) ?? ''}`,
      one.unitId === null ? 'all' : unitName(mapping, one.unitId),
      stateOf(one),
    ]),
    style,
  );
  const drafts = listed.some(({ draft }) => draft)
    ? 'Guests get drafts only once you have read and approved them: `latchkey templates show code --language es`, then `latchkey templates approve es`.'
    : '';
  return stack(table, wrap(drafts, style.width));
}

function unitName({ units }: Settings['mapping'], id: UnitId): string {
  const name = units.find(({ unitId }) => unitId === id)?.name.trim() ?? '';
  return name === '' ? String(id) : printable(name);
}

function findingsDocument({ errors, warnings }: TemplateFindings): readonly object[] {
  return [
    ...errors.map((error) => ({ kind: error.kind, line: error.line, message: templateErrorText(error, say) })),
    ...warnings.map((warning) => ({ kind: warning.kind, line: warning.line, message: templateWarningText(warning, say) })),
  ];
}

function warningLines({ warnings }: TemplateFindings): readonly string[] {
  return warnings.map((warning) => `! ${atLine(warning.line)}${printable(templateWarningText(warning, say))}`);
}
function atLine(line: number | null): string {
  return line === null ? '' : `Line ${String(line)}: `;
}

function refused(refusal: EditRefusal, { unitId }: TemplateKey, file: string): Answer {
  switch (refusal.kind) {
    case 'unit-unmapped':
      return failure(EXIT.usage, 'unit-unmapped', `Unit ${String(unitId)} has no doors yet. Its number is in \`latchkey discover\`.`);
    case 'too-many':
      return failure(EXIT.usage, 'too-many', say('template.refused.too-many'));
    case 'mistakes': {
      const { findings } = refusal;
      const mistakes = findings.errors.map((error) => `${atLine(error.line)}${printable(templateErrorText(error, say))}`);
      const lines = [`${file} has mistakes:`, ...mistakes, ...warningLines(findings)];
      return failure(EXIT.usage, 'template', lines.join('\n'), { mistakes: findingsDocument({ ...findings, warnings: [] }) });
    }
  }
}
