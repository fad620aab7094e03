/** Prints today's sheet or the emergency sheet, or saves it as a PDF. The sheet is in the page only while it is printed. */
import { render } from 'preact';
import type { ComponentChild } from 'preact';
import { useState } from 'preact/hooks';
import { AppContext, useApp } from '../../lib/app.ts';
import { useCall } from '../../lib/use-call.ts';
import { Button } from '../../ui/button.tsx';
import { CheckField, SelectField } from '../../ui/field.tsx';
import { Segmented } from '../../ui/segmented.tsx';
import { Failure } from '../../ui/states.tsx';
import { useModal } from '../../ui/use-modal.ts';
import { EmergencySheet } from './emergency-sheet.tsx';
import { TodaySheet } from './today-sheet.tsx';

type Kind = 'today' | 'emergency';
const ALL_UNITS = '';
const TITLE_ID = 'print-title';

export function PrintDialog({ onClose }: { readonly onClose: () => void }) {
  const app = useApp();
  const { t, snapshot, announce } = app;
  const [kind, setKind] = useState<Kind>('today');
  const [unit, setUnit] = useState(ALL_UNITS);
  const [withPins, setWithPins] = useState(false);
  const [isBusy, setBusy] = useState(false);
  const emergency = useCall('sheet.emergency');
  const people = useCall('people.list');
  const save = useCall('sheet.save-pdf');
  const dialog = useModal();

  /** null: it could not be read. */
  const sheet = async (): Promise<ComponentChild> => {
    if (kind === 'today') return <TodaySheet people={(await people.run(null))?.people ?? null} />;
    const unitId = snapshot.names.units.find((one) => String(one.unitId) === unit)?.unitId ?? null;
    const read = await emergency.run({ unitId, withPins });
    return read === null ? null : <EmergencySheet sheet={read} />;
  };
  const print = async (): Promise<void> => {
    setBusy(true);
    const made = await sheet();
    if (made !== null) {
      await withSheet(<AppContext.Provider value={app}>{made}</AppContext.Provider>, () => window.print());
      onClose();
    }
    setBusy(false);
  };
  const savePdf = async (): Promise<void> => {
    setBusy(true);
    const made = await sheet();
    const saved =
      made === null
        ? null
        : await withSheet(<AppContext.Provider value={app}>{made}</AppContext.Provider>, () => save.run({ sheet: kind }));
    setBusy(false);
    if (saved?.savedAs === undefined || saved.savedAs === null) return;
    onClose();
    announce(t('print.saved', { file: saved.savedAs }));
  };
  return (
    <dialog
      ref={dialog}
      aria-labelledby={TITLE_ID}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
    >
      <h2 id={TITLE_ID}>{t('print.title')}</h2>
      <Segmented
        label={t('print.title')}
        value={kind}
        choices={[
          { value: 'today', label: t('print.today') },
          { value: 'emergency', label: t('print.emergency') },
        ]}
        onChange={setKind}
      />
      <p class="quiet-text">{t(`print.${kind}-text`)}</p>
      {kind === 'emergency' && (
        <>
          <SelectField
            label={t('print.unit')}
            value={unit}
            choices={[
              { value: ALL_UNITS, label: t('print.all-units') },
              ...snapshot.names.units.map(({ unitId, name }) => ({ value: String(unitId), label: name })),
            ]}
            onChange={setUnit}
          />
          <CheckField label={t('print.with-pins')} hint={t('print.with-pins-hint')} isOn={withPins} onChange={setWithPins} />
        </>
      )}
      <Failure title={t('print.failed')} error={emergency.error ?? save.error} />
      <div class="row end">
        <Button onClick={onClose}>{t('common.cancel')}</Button>
        <Button icon="download" isBusy={isBusy} onClick={() => void savePdf()}>
          {t('print.save')}
        </Button>
        <Button kind="primary" isBusy={isBusy} onClick={() => void print()}>
          {t('print.print')}
        </Button>
      </div>
    </dialog>
  );
}

/** The sheet is in the page, beside the window's own, for as long as `work` takes; its digits leave with it. */
async function withSheet<T>(sheet: ComponentChild, work: () => T): Promise<Awaited<T>> {
  const paper = document.createElement('div');
  paper.className = 'sheet';
  document.body.append(paper);
  try {
    render(sheet, paper);
    return await work();
  } finally {
    render(null, paper);
    paper.remove();
  }
}
