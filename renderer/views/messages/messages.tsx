/** What guests are told: what goes next, what went, and what waits and why; with a switch for each way, and the texts. */
import { useMemo, useState } from 'preact/hooks';
import { useApp } from '../../lib/app.ts';
import { guestName } from '../../lib/names.ts';
import { Button } from '../../ui/button.tsx';
import { Cut } from '../../ui/cut.tsx';
import { Icon } from '../../ui/icon.tsx';
import { Segmented } from '../../ui/segmented.tsx';
import { Empty } from '../../ui/states.tsx';
import { View } from '../../ui/view.tsx';
import { VirtualList } from '../../ui/virtual-list.tsx';
import { lookOf, whatText, whenText } from './telling-text.ts';
import { countOf, isAnyOn, linesOf, messagesOn, sorted, TABS } from './tellings.ts';
import type { Tab, TellingLine } from './tellings.ts';
import { Ways } from './ways.tsx';

export function Messages() {
  const app = useApp();
  const { t, snapshot, formats, nowMs, openPanel } = app;
  const { tellings, stays, sending, pause } = snapshot;
  const [tab, setTab] = useState<Tab>('next');
  const lines = useMemo(() => linesOf(tellings, stays), [tellings, stays]);
  const shown = useMemo(() => sorted(lines, tab), [lines, tab]);
  const isOn = isAnyOn(sending);
  const today = messagesOn(formats.dateAt(nowMs), tellings, formats.dateAt);
  const waiting = countOf('waiting', tellings);
  const tabs = TABS.filter((one) => one !== 'not-told' || tab === one || countOf(one, tellings) > 0);

  const title = (): string => {
    if (!isOn) return t('messages.title-off');
    if (!sending.message) return t('messages.title-placeholder', { count: countOf('sent', tellings, 'placeholder') });
    return today === 0 ? t('messages.title-none') : t('messages.title', { count: today });
  };
  const lead = (): string => {
    if (!isOn) return t('messages.lead-off');
    return t(pause.kind === 'none' ? 'messages.lead' : 'messages.lead-paused');
  };
  return (
    <View
      title={title()}
      lead={lead()}
      actions={
        <>
          {isOn && (
            <Segmented
              label={t('messages.show')}
              value={tab}
              choices={tabs.map((one) => ({
                value: one,
                label: t(`messages.tab-${one}`),
                more: one === 'waiting' && waiting > 0 && <span class="segment-count">{formats.number(waiting)}</span>,
              }))}
              onChange={setTab}
            />
          )}
          <Button icon="edit" onClick={() => openPanel({ kind: 'texts' })}>
            {t('messages.texts')}
          </Button>
        </>
      }
    >
      <div class="messages stack wide">
        <Ways />
        {isOn && shown.length === 0 && <Empty icon="send" title={t(`messages.empty-${tab}`)} />}
        {shown.length > 0 && (
          <div class="framed-list">
            <div class="list-head telling-row" aria-hidden="true">
              <span />
              <span>{t('messages.when')}</span>
              <span>{t('messages.guest')}</span>
              <span>{t('messages.unit')}</span>
              <span>{t('messages.what')}</span>
            </div>
            <VirtualList
              key={tab}
              label={t(`messages.tab-${tab}`)}
              scrolling="page"
              items={shown}
              estimatedHeightPx={45}
              row={(line) => <TellingRow line={line} />}
            />
          </div>
        )}
      </div>
    </View>
  );
}

function TellingRow({ line }: { readonly line: TellingLine }) {
  const app = useApp();
  const { t, panel, openPanel } = app;
  const { telling, stay } = line;
  const { bookingId, way } = telling;
  const { tone, icon } = lookOf(telling);
  const isShown = panel?.kind === 'message' && panel.bookingId === bookingId && panel.way === way;
  return (
    <button
      type="button"
      id={`telling-${line.key}`}
      class="list-row telling-row item"
      aria-current={isShown ? 'true' : undefined}
      onClick={() => openPanel({ kind: 'message', bookingId, way })}
    >
      <span class={`verdict-icon tone-${tone}`}>
        <Icon name={icon} />
      </span>
      <Cut text={whenText(app, telling)} />
      <Cut class="strong" text={guestName(t, stay.booking.guestName)} />
      <Cut text={stay.unitName} />
      <span>{whatText(app, line)}</span>
      <Icon name="right" />
    </button>
  );
}
