/** The panel of what one guest is told: its state, the text with dots for the digits, and what the user can do about it. */
import type { BookingId } from '../../../shared/domain/ids.ts';
import type { Telling } from '../../../shared/domain/told.ts';
import { useApp } from '../../lib/app.ts';
import { guestName } from '../../lib/names.ts';
import { useActs } from '../../lib/use-act.ts';
import { useCall, useLoad } from '../../lib/use-call.ts';
import { Button } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import { PANEL_TITLE_ID, SidePanel } from '../../ui/side-panel.tsx';
import { Failure, Loading } from '../../ui/states.tsx';
import { AnswerButtons } from '../today/answer-buttons.tsx';
import { lookOf, thenOf, whatText, whenText } from '../messages/telling-text.ts';
import type { TellingLine } from '../messages/tellings.ts';

interface MessagePanelProps {
  readonly bookingId: BookingId;
  readonly way: Telling['way'];
}
export function MessagePanel({ bookingId, way }: MessagePanelProps) {
  const { snapshot, t } = useApp();
  const telling = snapshot.tellings.find((one) => one.bookingId === bookingId && one.way === way);
  const stay = snapshot.stays.find((one) => one.stay.booking.id === bookingId)?.stay;
  if (telling === undefined || stay === undefined) {
    return (
      <SidePanel title={t('message.title')}>
        <p>{t('message.gone')}</p>
      </SidePanel>
    );
  }
  return <Message line={{ key: '', telling, stay }} />;
}

function Message({ line }: { readonly line: TellingLine }) {
  const app = useApp();
  const { t, snapshot, formats, openPanel } = app;
  const { telling, stay } = line;
  const { bookingId, way } = telling;
  const guest = guestName(t, stay.booking.guestName);
  const { tone, icon } = lookOf(telling);
  const then = thenOf(telling);
  return (
    <SidePanel title={guest} lead={t('message.lead', { unit: stay.unitName, day: formats.day(stay.booking.arrival) })}>
      <div class={`panel-verdict tone-${tone}`}>
        <Icon name={icon} />
        <div>
          <p class="strong">{whatText(app, line)}</p>
          {then !== null && <p>{t(`message.then-${then}`)}</p>}
        </div>
      </div>
      <dl class="facts">
        <dt>{t('messages.when')}</dt>
        <dd>{whenText(app, telling)}</dd>
        <dt>{t('message.way')}</dt>
        <dd>{t(`messages.way-${way}`)}</dd>
        {telling.language !== undefined && (
          <>
            <dt>{t('message.language')}</dt>
            <dd>{t(`texts.language-${telling.language}`)}</dd>
          </>
        )}
      </dl>
      <Asked bookingId={bookingId} />
      {way === 'message' ? (
        <ByMessage telling={telling} guest={guest} />
      ) : (
        <>
          <p>{t('message.by-template', { key: snapshot.settings.messages.placeholder.key })}</p>
          <Actions telling={telling} guest={guest} hasText />
        </>
      )}
      <div class="panel-part">
        <Button kind="quiet" icon="right" onClick={() => openPanel({ kind: 'stay', bookingId })}>
          {t('message.open-stay')}
        </Button>
      </div>
    </SidePanel>
  );
}

/** Questions about what this guest is told. */
const TELLING_KINDS: ReadonlySet<string> = new Set(['told-unclear', 'told-partly', 'told-by-hand', 'told-wrong-pin']);
const QUESTION_ID = 'message-question';
/** What has to be answered before this guest is told more. */
function Asked({ bookingId }: { readonly bookingId: BookingId }) {
  const { snapshot } = useApp();
  const item = snapshot.attention.find((one) => one.bookingId === bookingId && one.question !== null && TELLING_KINDS.has(one.kind));
  const question = item?.question ?? null;
  if (question === null) return null;
  return (
    <div class="panel-part stack">
      <p id={QUESTION_ID}>{item?.message}</p>
      <AnswerButtons question={question} describedBy={QUESTION_ID} focusId={PANEL_TITLE_ID} />
    </div>
  );
}

/** The text as it would be sent now, read from both clouds. Before the code is checked on every door there is none. */
function ByMessage({ telling, guest }: { readonly telling: Telling; readonly guest: string }) {
  const { t } = useApp();
  const { bookingId, state: told, atMs } = telling;
  const { state, isBusy, reload } = useLoad('messages.preview', { bookingId }, `${told} ${String(atMs)}`);
  if (state.kind === 'error' && state.error.detail === 'not-verified' && thenOf(telling) === 'verified')
    return <Actions telling={telling} guest={guest} hasText={false} />;
  return (
    <>
      <section class="stack" aria-label={t('message.text')}>
        <h3>{t('message.text')}</h3>
        {state.kind === 'loading' && <Loading label={t('common.loading')} rows={1} />}
        {state.kind === 'error' && <Failure title={t('message.no-text')} error={state.error} onRetry={reload} isBusy={isBusy} />}
        {state.kind === 'loaded' && (
          <>
            <p class="message-text" lang={state.value.language}>
              {state.value.text}
            </p>
            <p class="quiet-text tiny">{t('message.dots')}</p>
          </>
        )}
      </section>
      <Actions telling={telling} guest={guest} hasText />
    </>
  );
}

interface ActionsProps {
  readonly telling: Telling;
  readonly guest: string;
  /** Without one nothing can be sent or copied, and the guest cannot have been told it. */
  readonly hasText: boolean;
}
function Actions({ telling, guest, hasText }: ActionsProps) {
  const { t, announce } = useApp();
  const send = useCall('messages.send');
  const copy = useCall('messages.copy');
  const mark = useCall('messages.mark-told');
  const mute = useActs();
  const { bookingId, way, state, reason } = telling;
  const isOpen = state === 'due' || state === 'scheduled' || state === 'waiting';
  const isMuted = reason === 'not-for-stay';
  const error = send.error ?? copy.error ?? mark.error ?? mute.error;

  const sendNow = async (): Promise<void> => {
    const answer = await send.run({ bookingId });
    if (answer !== null) announce(t(answer.isSent ? 'message.sent' : 'message.not-sent-yet', { guest }));
  };
  const copyIt = async (): Promise<void> => {
    if ((await copy.run({ bookingId })) !== null) announce(t('message.copied'));
  };
  const markTold = async (): Promise<void> => {
    if (await mark.done({ bookingId })) announce(t('message.marked', { guest }));
  };
  const setMuted = async (isQuiet: boolean): Promise<void> => {
    const button = t(isQuiet ? 'stay.no-messages' : 'stay.with-messages');
    await mute.actOnStay(
      { bookingId, action: { kind: isQuiet ? 'no-messages' : 'with-messages' } },
      {
        ask: { title: t('message.mute-title', { guest }), confirm: button },
        done: t(isQuiet ? 'message.muted' : 'message.unmuted', { guest }),
      },
    );
  };
  return (
    <div class="panel-part stack">
      <div class="row">
        {way === 'message' && isOpen && hasText && (
          <Button kind="primary" icon="send" isBusy={send.isBusy} onClick={() => void sendNow()}>
            {t('message.send')}
          </Button>
        )}
        {hasText && (
          <Button icon="copy" isBusy={copy.isBusy} onClick={() => void copyIt()}>
            {t('message.copy')}
          </Button>
        )}
        {isOpen && hasText && (
          <Button isBusy={mark.isBusy} onClick={() => void markTold()}>
            {t('message.mark')}
          </Button>
        )}
        {(isOpen || isMuted) && (
          <Button isBusy={mute.isBusy} onClick={() => void setMuted(!isMuted)}>
            {t(isMuted ? 'stay.with-messages' : 'stay.no-messages')}
          </Button>
        )}
      </div>
      <Failure title={t('message.not-done')} error={error} />
    </div>
  );
}
