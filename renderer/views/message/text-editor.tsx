/** One text for guests in the editor: with what is wrong in it, and what up to three guests would get, while it is being written. */
import { useEffect, useRef, useState } from 'preact/hooks';
import type { BookingId, UnitId } from '../../../shared/domain/ids.ts';
import type { CallOutput } from '../../../shared/ipc/contract.ts';
import { PLACEHOLDERS } from '../../../shared/messages/templates/placeholders.ts';
import { useApp } from '../../lib/app.ts';
import { usePanelGuard } from '../../lib/leave-guard.ts';
import { guestName, unitName } from '../../lib/names.ts';
import { useCall, useLoad } from '../../lib/use-call.ts';
import { Button } from '../../ui/button.tsx';
import { Field, SelectField } from '../../ui/field.tsx';
import { IconText } from '../../ui/icon.tsx';
import { SidePanel } from '../../ui/side-panel.tsx';
import { Failure } from '../../ui/states.tsx';
import type { ShownText, TextKey } from './texts.ts';

/** After the last key. */
const CHECKED_AFTER_MS = 300;
const MAX_LENGTH = 10_000;

export interface TextEditorProps {
  readonly texts: readonly ShownText[];
  readonly textKey: TextKey;
  /** After the texts were changed. */
  readonly onChange: () => void;
  readonly onOpen: (key: TextKey) => void;
  readonly onBack: () => void;
}
export function TextEditor({ texts, textKey, onChange, onOpen, onBack }: TextEditorProps) {
  const { t, announce, confirm, snapshot } = useApp();
  const { name, language } = textKey;
  const own = texts.find((text) => isOf(text, textKey));
  const general = texts.find((text) => isOf(text, { ...textKey, unitId: null }));
  const before = (own ?? general)?.text ?? '';
  const [text, setText] = useState(before);
  const area = useRef<HTMLTextAreaElement>(null);
  const checked = useLater(text);
  const preview = useLoad('templates.preview', { ...textKey, text: checked });
  const save = useCall('templates.save');
  const reset = useCall('templates.reset');
  const approve = useCall('settings.save');
  const found = preview.state.kind === 'loaded' ? preview.state.value : null;
  const isOwn = own !== undefined && !own.builtIn;
  const isDraft = (own ?? general)?.draft === true;
  const title = t('texts.text-title', { name: t(`texts.${name}`), language: t(`texts.language-${language}`) });

  const question = { title: t('texts.discard-title'), confirm: t('texts.discard') };
  usePanelGuard(text === before ? null : question);
  /** A text that was not saved is not lost without a question. */
  const leave = async (go: () => void): Promise<void> => {
    const isMeant = text === before || (await confirm(question));
    if (isMeant) go();
  };
  const insert = (placeholder: string): void => {
    const { current } = area;
    if (current === null) return;
    current.setRangeText(`{${placeholder}}`, current.selectionStart, current.selectionEnd, 'end');
    setText(current.value);
    current.focus();
  };
  const saveIt = async (): Promise<void> => {
    const answer = await save.run({ ...textKey, text });
    if (answer?.isSaved !== true) return;
    announce(t('texts.saved'));
    onChange();
  };
  const resetIt = async (): Promise<void> => {
    const isMeant = await confirm({
      title: t('texts.reset-title'),
      texts: [t('texts.reset-text')],
      confirm: t('texts.reset'),
      kind: 'danger',
    });
    if (!isMeant || (await reset.run(textKey)) === null) return;
    announce(t('texts.was-reset'));
    onChange();
    onBack();
  };
  const approveIt = async (): Promise<void> => {
    const { approvedDrafts } = snapshot.settings.messages;
    if (!(await approve.done({ messages: { approvedDrafts: [...approvedDrafts, language] } }))) return;
    announce(t('texts.approved', { language: t(`texts.language-${language}`) }));
    onChange();
  };
  return (
    <SidePanel title={title} lead={t(isOwn ? 'texts.lead-own' : isDraft ? 'texts.lead-draft' : 'texts.lead-built-in')}>
      <div>
        <Button kind="quiet" icon="left" onClick={() => void leave(onBack)}>
          {t('texts.back')}
        </Button>
      </div>
      <UnitChoice textKey={textKey} onOpen={(key) => void leave(() => onOpen(key))} />
      <Field
        label={t('texts.text')}
        control={(wiring) => (
          <textarea
            {...wiring}
            ref={area}
            class="text-area"
            rows={9}
            lang={language}
            maxLength={MAX_LENGTH}
            aria-invalid={found !== null && found.errors.length > 0 ? 'true' : undefined}
            value={text}
            onInput={(event) => setText(event.currentTarget.value)}
          />
        )}
      />
      <div class="row" role="group" aria-label={t('texts.insert')}>
        {PLACEHOLDERS.filter((placeholder) => placeholder !== 'change' || name === 'correction').map((placeholder) => (
          <Button key={placeholder} name={t('texts.insert-name', { placeholder: `{${placeholder}}` })} onClick={() => insert(placeholder)}>
            <span class="raw">{`{${placeholder}}`}</span>
          </Button>
        ))}
      </div>
      <Findings found={found} />
      <Failure title={t('texts.not-saved')} error={save.error ?? reset.error ?? approve.error} />
      <div class="row">
        <Button
          kind="primary"
          isBusy={save.isBusy}
          isDisabled={text === before || (found !== null && found.errors.length > 0)}
          onClick={() => void saveIt()}
        >
          {t('common.save')}
        </Button>
        {isOwn && (
          <Button isBusy={reset.isBusy} onClick={() => void resetIt()}>
            {t('texts.reset')}
          </Button>
        )}
        {isDraft && (
          <Button isBusy={approve.isBusy} isDisabled={found === null || found.errors.length > 0} onClick={() => void approveIt()}>
            {t('texts.approve')}
          </Button>
        )}
      </div>
      <Previews previews={found?.previews ?? []} textKey={textKey} text={text} />
      <Failure title={t('texts.no-preview')} error={preview.state.kind === 'error' ? preview.state.error : null} onRetry={preview.reload} />
    </SidePanel>
  );
}

function isOf(text: ShownText, { name, language, unitId }: TextKey): boolean {
  return text.name === name && text.language === language && text.unitId === unitId;
}

/** The text as it was when the user last paused. */
function useLater(text: string): string {
  const [later, setLater] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setLater(text), CHECKED_AFTER_MS);
    return () => clearTimeout(timer);
  }, [text]);
  return later;
}

function UnitChoice({ textKey, onOpen }: { readonly textKey: TextKey; readonly onOpen: (key: TextKey) => void }) {
  const { t, snapshot, formats } = useApp();
  const units = snapshot.names.units
    .map(({ unitId }) => ({ value: String(unitId), label: unitName(snapshot, t, unitId) }))
    .toSorted((one, other) => formats.compare(one.label, other.label));
  const unitOf = (value: string): UnitId | null => snapshot.names.units.find(({ unitId }) => String(unitId) === value)?.unitId ?? null;
  return (
    <SelectField
      label={t('texts.for')}
      value={String(textKey.unitId ?? '')}
      choices={[{ value: '', label: t('texts.all-units') }, ...units]}
      onChange={(value) => onOpen({ ...textKey, unitId: unitOf(value) })}
    />
  );
}

type Finding = CallOutput<'templates.preview'>['errors' | 'warnings'][number];

function Findings({ found }: { readonly found: Pick<CallOutput<'templates.preview'>, 'errors' | 'warnings'> | null }) {
  const { t } = useApp();
  if (found === null) return null;
  const words = ({ line, message }: Pick<Finding, 'line' | 'message'>): string =>
    line === null ? message : t('texts.line', { line: String(line), message });
  return (
    <div class="stack" role="status">
      {found.errors.map((one) => (
        <IconText key={words(one)} class="field-error" icon="alert" text={words(one)} />
      ))}
      {found.warnings.map((one) => (
        <IconText key={words(one)} class="small tone-warning" icon="info" text={words(one)} />
      ))}
    </div>
  );
}

interface PreviewsProps {
  readonly previews: readonly { readonly bookingId: BookingId; readonly text: string }[];
  readonly textKey: TextKey;
  readonly text: string;
}
/** For real stays, with dots in place of digits; the first of them can be sent to the user as a test. */
function Previews({ previews, textKey, text }: PreviewsProps) {
  const { t, snapshot, announce } = useApp();
  const test = useCall('templates.test');
  const [first] = previews;
  if (first === undefined) return null;
  const nameOf = (bookingId: BookingId): string =>
    guestName(t, snapshot.stays.find(({ stay }) => stay.booking.id === bookingId)?.stay.booking.guestName ?? '');
  const sendTest = async (): Promise<void> => {
    const answer = await test.run({ ...textKey, text, bookingId: first.bookingId });
    if (answer !== null) announce(t(`texts.test-${answer.result}`));
  };
  return (
    <section class="stack" aria-label={t('texts.previews')}>
      <h3>{t('texts.previews')}</h3>
      {previews.map(({ bookingId, text: shown }) => (
        <div key={bookingId}>
          <p class="quiet-text tiny">{nameOf(bookingId)}</p>
          <p class="message-text" lang={textKey.language}>
            {shown}
          </p>
        </div>
      ))}
      <div class="row">
        <Button icon="send" isBusy={test.isBusy} onClick={() => void sendTest()}>
          {t('texts.test')}
        </Button>
      </div>
      <Failure title={t('texts.test-failed')} error={test.error} />
    </section>
  );
}
