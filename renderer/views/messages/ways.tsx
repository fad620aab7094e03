/** The ways in which guests are told, each with its switch: on after the user has seen who would be told, off after a question. */
import { useId, useState } from 'preact/hooks';
import type { AppSnapshot } from '../../../shared/domain/app-state.ts';
import { useApp } from '../../lib/app.ts';
import type { TextContext } from '../../lib/text-context.ts';
import { useCall } from '../../lib/use-call.ts';
import { Failure } from '../../ui/states.tsx';
import { Switch } from '../../ui/switch.tsx';
import { StartDialog } from './start-dialog.tsx';
import { WAYS } from './start-plan.ts';
import type { Way } from './start-plan.ts';
import { countOf } from './tellings.ts';

export function Ways() {
  const { t } = useApp();
  const [starting, setStarting] = useState<Way | null>(null);
  return (
    <section class="stack" aria-label={t('messages.ways')}>
      <div class="ways">
        {WAYS.map((way) => (
          <WayCard key={way} way={way} onStart={() => setStarting(way)} />
        ))}
      </div>
      <WayCard way="host" onStart={() => setStarting('host')} />
      {starting !== null && <StartDialog way={starting} onClose={() => setStarting(null)} />}
    </section>
  );
}

function WayCard({ way, onStart }: { readonly way: Way; readonly onStart: () => void }) {
  const app = useApp();
  const { t, snapshot, confirm, announce } = app;
  const stop = useCall('messages.stop');
  const stateId = useId();
  const isOn = snapshot.sending[way];
  const label = t(`messages.way-${way}`);
  const switchOff = async (): Promise<void> => {
    const isMeant = await confirm({
      title: t(`messages.stop-${way}-title`),
      texts: [t(`messages.stop-${way}-text`)],
      confirm: t(`messages.stop-${way}`),
    });
    if (isMeant && (await stop.run({ way })) !== null) announce(t('messages.stopped', { way: label }));
  };
  return (
    <div class={way === 'host' ? 'way line-way' : 'way'}>
      <h2>{label}</h2>
      <Switch label={label} isOn={isOn} isBusy={stop.isBusy} describedBy={stateId} onClick={() => (isOn ? void switchOff() : onStart())} />
      <p id={stateId} class="quiet-text tiny">
        {isOn ? stateText(app, way) : t(`messages.off-${way}`)}
      </p>
      <Failure title={t('messages.not-stopped')} error={stop.error} />
    </div>
  );
}

function stateText({ t, snapshot, formats }: TextContext, way: Way): string {
  const { tellings, settings } = snapshot;
  if (way === 'threads' || way === 'host') return t(`messages.on-${way}`);
  const counts = { next: formats.number(countOf('next', tellings, way)), sent: formats.number(countOf('sent', tellings, way)) };
  if (way === 'placeholder') return t('messages.on-placeholder', { key: settings.messages.placeholder.key, ...counts });
  return t('messages.on-message', { when: whenSent(t, formats, settings.messages.message.when), ...counts });
}

function whenSent(
  t: TextContext['t'],
  formats: TextContext['formats'],
  when: AppSnapshot['settings']['messages']['message']['when'],
): string {
  switch (when.kind) {
    case 'verified':
      return t('messages.when-verified');
    case 'days':
      return t('messages.when-days', { count: when.days, time: formats.time(when.at) });
    case 'hours':
      return t('messages.when-hours', { count: when.hours });
  }
}
