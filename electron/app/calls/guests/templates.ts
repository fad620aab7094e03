/** The window's calls about texts for guests: list, save, reset, and preview them. To guests nothing is sent. */
import type { BookingId } from '../../../../shared/domain/ids.ts';
import type { Template } from '../../../../shared/domain/told.ts';
import type { CallHandlers, CallOutput } from '../../../../shared/ipc/contract.ts';
import { MAX_PREVIEW_LENGTH } from '../../../../shared/ipc/template-schemas.ts';
import { templateErrorText, templateWarningText } from '../../../../shared/i18n/template-text.ts';
import type { MainText } from '../../../../shared/i18n/main-texts.ts';
import { listTemplates, useOf, withoutTemplate, withTemplate } from '../../../../shared/messages/templates/edit-templates.ts';
import { previewText } from '../../../../shared/messages/templates/preview-text.ts';
import { validateTemplate } from '../../../../shared/messages/templates/validate-template.ts';
import type { TemplateFindings } from '../../../../shared/messages/templates/validate-template.ts';
import type { StayInText } from '../../../../shared/messages/templates/values.ts';
import { err, ok } from '../../../../shared/result.ts';
import type { Desktop } from '../../desktop/desktop.ts';
import type { DesktopPorts } from '../../desktop/ports.ts';
import { sendTest } from '../../messages/send-test.ts';
import { accessRefusal } from '../refusal.ts';
import { previewStays } from '../../messages/preview-stays.ts';

type Names = 'templates.list' | 'templates.save' | 'templates.reset' | 'templates.preview' | 'templates.test';
const MAX_PREVIEWS = 3;

export function templateCalls(
  desktop: Desktop,
  { accounts, system }: Pick<DesktopPorts, 'accounts' | 'system'>,
): Pick<CallHandlers, Names> {
  const save = (templates: readonly Template[]): void => desktop.saveSettings({ ...desktop.settings(), templates: [...templates] });
  return {
    'templates.list': () => ok({ templates: [...listTemplates(desktop.settings())] }),
    'templates.save': ({ text, ...key }) => {
      const { templates, mapping } = desktop.settings();
      const edited = withTemplate(templates, key, text, mapping);
      if (edited.ok) {
        save(edited.value.templates);
        return ok({ isSaved: true, ...shownFindings({ errors: [], warnings: edited.value.warnings }, desktop.text) });
      }
      switch (edited.error.kind) {
        case 'mistakes':
          return ok({ isSaved: false, ...shownFindings(edited.error.findings, desktop.text) });
        case 'too-many':
          return err({ detail: 'too-many', message: desktop.text('template.refused.too-many') });
        case 'unit-unmapped':
          return err({ detail: 'unit-unmapped', message: desktop.text('people.refused.unit-unmapped', { unit: String(key.unitId) }) });
      }
    },
    'templates.reset': (key) => {
      const templates = withoutTemplate(desktop.settings().templates, key);
      if (templates !== null) save(templates);
      return ok({ wasOwn: templates !== null });
    },
    'templates.preview': ({ unitId, ...template }) => {
      const settings = desktop.settings();
      const findings = validateTemplate(template.text, useOf({ ...template, unitId }, settings.mapping));
      const shown = shownFindings(findings, desktop.text);
      if (findings.errors.length > 0) return ok({ ...shown, previews: [] });
      const stays = desktop.snapshot().stays.filter(({ stay }) => unitId === null || stay.booking.unitId === unitId);
      return ok({ ...shown, previews: previewsOf(previewStays(stays, settings), template, settings.messages.hostName) });
    },
    'templates.test': async ({ unitId, bookingId, ...template }) => {
      const settings = desktop.settings();
      const { errors } = validateTemplate(template.text, useOf({ ...template, unitId }, settings.mapping));
      const stays = desktop.snapshot().stays.filter(({ stay }) => stay.booking.id === bookingId);
      const [stay] = errors.length > 0 ? [] : previewStays(stays, settings);
      if (stay === undefined) return ok({ result: 'no-text' });
      const cloud = await accounts.bookingCloud();
      if (!cloud.ok) return accessRefusal(desktop.text, cloud.error, system);
      const { guests } = cloud.value;
      if (guests === undefined) return ok({ result: 'no-text' });
      const sent = await sendTest(guests, { stay, template, hostName: settings.messages.hostName }, desktop.text);
      if (sent.ok) return ok({ result: 'sent' });
      if (sent.error === 'no-text') return ok({ result: 'no-text' });
      return sent.error.certain ? accessRefusal(desktop.text, sent.error, system) : ok({ result: 'unclear' });
    },
  };
}

/** Of the first stays that can have the text. */
function previewsOf(
  stays: readonly StayInText[],
  template: Omit<Template, 'version' | 'unitId'>,
  hostName: string,
): CallOutput<'templates.preview'>['previews'] {
  const previews: { readonly bookingId: BookingId; readonly text: string }[] = [];
  for (const stay of stays) {
    const text = previewText(stay, template, hostName);
    if (text !== null) previews.push({ bookingId: stay.bookingId, text: text.slice(0, MAX_PREVIEW_LENGTH) });
    if (previews.length === MAX_PREVIEWS) break;
  }
  return previews;
}

function shownFindings(
  { errors, warnings }: TemplateFindings,
  text: MainText,
): Pick<CallOutput<'templates.preview'>, 'errors' | 'warnings'> {
  return {
    errors: errors.map((error) => ({ kind: error.kind, line: error.line, message: templateErrorText(error, text) })),
    warnings: warnings.map((warning) => ({ kind: warning.kind, line: warning.line, message: templateWarningText(warning, text) })),
  };
}
