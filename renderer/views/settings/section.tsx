/** A section of the settings page, with the reason when its last change was not saved. */
import type { ComponentChildren } from 'preact';
import type { IpcError } from '../../../shared/ipc/result.ts';
import { useApp } from '../../lib/app.ts';
import { Failure } from '../../ui/states.tsx';
import { Card } from '../../ui/view.tsx';

export const SECTION_IDS = [
  'accounts',
  'schedule',
  'times',
  'codes',
  'notifications',
  'look',
  'computer',
  'history',
  'import',
  'backup',
  'reset',
  'about',
] as const;
export type SectionId = (typeof SECTION_IDS)[number];

/** For the links to the section. */
export function sectionElementId(id: SectionId): string {
  return `settings-${id}`;
}

export interface SectionProps {
  readonly id: SectionId;
  readonly text?: string;
  /** Why the last change was not saved. */
  readonly error?: IpcError | null;
  readonly children: ComponentChildren;
}
export function Section({ id, text, error = null, children }: SectionProps) {
  const { t } = useApp();
  const title = t(`settings.${id}`);
  return (
    <Card id={sectionElementId(id)} title={title}>
      {text !== undefined && <p class="quiet-text">{text}</p>}
      {children}
      <Failure title={t('settings.not-saved', { section: title })} error={error} text={t('settings.not-saved-text')} />
    </Card>
  );
}
