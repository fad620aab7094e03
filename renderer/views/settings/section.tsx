/** A part of the settings page: its heading, its rows in a frame, and the reason when its last change was not saved. */
import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import type { SettingsSection } from '../../../shared/settings-sections.ts';
import type { IpcError } from '../../../shared/ipc/result.ts';
import { useApp } from '../../lib/app.ts';
import { Failure } from '../../ui/states.tsx';

/** For the links to the section. */
export function sectionElementId(id: SettingsSection): string {
  return `settings-${id}`;
}

export interface SectionProps {
  readonly id: SettingsSection;
  readonly text?: string;
  /** Why the last change was not saved. */
  readonly error?: IpcError | null;
  readonly children: ComponentChildren;
}
export function Section({ id, text, error = null, children }: SectionProps) {
  const { t } = useApp();
  const titleId = useId();
  const title = t(`settings.${id}`);
  return (
    <section class="settings-section stack" aria-labelledby={titleId} id={sectionElementId(id)} tabIndex={-1}>
      <h2 id={titleId}>{title}</h2>
      {text !== undefined && <p class="quiet-text">{text}</p>}
      <Failure title={t('settings.not-saved', { section: title })} error={error} text={t('settings.not-saved-text')} />
      <div class="setting-list panel">{children}</div>
    </section>
  );
}
