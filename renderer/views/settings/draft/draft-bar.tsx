/** What a draft of the settings would change on the locks, and the bar that saves or discards it, in sight wherever the page is scrolled. */
import { useId } from 'preact/hooks';
import { useApp } from '../../../lib/app.ts';
import { focusAfterDraw } from '../../../lib/focus.ts';
import { useCall } from '../../../lib/use-call.ts';
import { useStable } from '../../../lib/use-stable.ts';
import { Button } from '../../../ui/button.tsx';
import { Failure } from '../../../ui/states.tsx';
import { PlanPreview } from '../../preview/plan-preview.tsx';
import type { PreviewReport } from '../../preview/plan-preview.tsx';
import { summaryText } from '../../preview/preview-rows.ts';
import { sectionElementId } from '../section.tsx';
import { draftFieldId } from './draft-fields.tsx';
import type { SettingsDraft } from './use-settings-draft.ts';

const REVIEW_ID = 'settings-review';

/** `report`: of the preview, once it is there. */
export function DraftReview({ draft, onReport }: { readonly draft: SettingsDraft; readonly onReport: (report: PreviewReport) => void }) {
  const { t, snapshot } = useApp();
  const titleId = useId();
  const of = useStable({ of: 'settings', ...draft.next } as const);
  // Before the first plan, nothing is written, and the accounts may not be connected.
  if (!snapshot.firstStepsDone || draft.changed.length === 0) return null;
  return (
    <section class="settings-section stack" id={REVIEW_ID} tabIndex={-1} aria-labelledby={titleId}>
      <h2 id={titleId}>{t('settings.draft-review')}</h2>
      <div class="panel settings-panel stack">
        <p class="quiet-text">{t(draft.wrong.length > 0 ? 'settings.draft-review-wrong' : 'settings.draft-review-text')}</p>
        {draft.wrong.length === 0 && <PlanPreview of={of} onReport={onReport} />}
      </div>
    </section>
  );
}

export function DraftBar({ draft, report }: { readonly draft: SettingsDraft; readonly report: PreviewReport | null }) {
  const { t, snapshot, announce, confirm } = useApp();
  const save = useCall('settings.save');
  const reasonId = useId();
  const { wrong, changed } = draft;
  const [firstWrong] = wrong;
  const isFirstDay = !snapshot.firstStepsDone;
  const wanted = useStable({ of: 'settings', ...draft.next } as const);
  // A preview of another draft does not count.
  const current = report !== null && JSON.stringify(report.of) === JSON.stringify(wanted) ? report : null;
  const isWorking = !isFirstDay && (current === null || current.status === 'working');
  const reason = (): string => {
    if (wrong.length > 0) return t('settings.draft-wrong', { count: wrong.length });
    if (isFirstDay) return '';
    if (isWorking || current === null) return t('settings.draft-working');
    return current.summary === null ? t('settings.draft-unseen') : summaryText(t, current.summary);
  };
  const close = (text: string): void => {
    draft.clear();
    announce(text);
    focusAfterDraw(sectionElementId('times'));
  };
  const onSave = async (): Promise<void> => {
    const isWanted =
      isFirstDay ||
      (current?.summary ?? null) !== null ||
      (await confirm({
        title: t('settings.draft-unseen-title'),
        texts: [t('settings.draft-unseen-text')],
        confirm: t('settings.draft-save'),
      }));
    if (!isWanted || !(await save.done(draft.change))) return;
    close(t(isFirstDay ? 'settings.draft-saved-first' : 'settings.draft-saved'));
  };
  if (changed.length === 0) return null;
  return (
    <section class="save-bar" aria-label={t('settings.draft-bar')}>
      <Failure title={t('settings.draft-not-saved')} error={save.error} text={t('settings.not-saved-text')} />
      <div class="row">
        <div class="grow">
          <p class="strong">{t('settings.draft', { count: changed.length })}</p>
          <p class={wrong.length > 0 ? 'field-error' : 'quiet-text'} id={reasonId} role="status">
            {reason()}
          </p>
        </div>
        {firstWrong !== undefined && (
          <Button kind="quiet" onClick={() => document.getElementById(draftFieldId(firstWrong))?.focus()}>
            {t('settings.draft-fix')}
          </Button>
        )}
        {firstWrong === undefined && !isFirstDay && (
          <Button kind="quiet" onClick={() => document.getElementById(REVIEW_ID)?.focus()}>
            {t('settings.draft-show')}
          </Button>
        )}
        <Button isDisabled={save.isBusy} onClick={() => close(t('settings.draft-discarded'))}>
          {t('settings.draft-discard')}
        </Button>
        <Button
          kind="primary"
          isBusy={save.isBusy}
          isDisabled={wrong.length > 0 || isWorking}
          describedBy={reasonId}
          onClick={() => void onSave()}
        >
          {t('settings.draft-save')}
        </Button>
      </div>
    </section>
  );
}
