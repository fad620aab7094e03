/** The version, an update when there is one, diagnostics for support, and the licences of the libraries. */
import { useId, useState } from 'preact/hooks';
import type { ShippedLicence } from '../../../shared/licences.ts';
import { useApp } from '../../lib/app.ts';
import { useCall } from '../../lib/use-call.ts';
import { Button } from '../../ui/button.tsx';
import { IconText } from '../../ui/icon.tsx';
import { Failure } from '../../ui/states.tsx';
import { Section } from './section.tsx';

export function AboutSection() {
  const { t, snapshot } = useApp();
  return (
    <Section id="about">
      <div class="setting">
        <p class="strong">{t('settings.about-version', { version: snapshot.version })}</p>
        <p class="quiet-text">{t('settings.about-text')}</p>
      </div>
      {snapshot.limits.map((limit) => (
        <div key={limit} class="setting">
          <IconText class="strong tone-warning" icon="alert" text={t(`about.${limit}`)} />
          <p class="quiet-text">{t(`about.${limit}-text`)}</p>
        </div>
      ))}
      <Update />
      <Diagnostics />
      <Licences />
    </Section>
  );
}

function Update() {
  const { t, snapshot, announce } = useApp();
  const install = useCall('update.install');
  const later = useCall('update.later');
  const { update } = snapshot;
  const error = install.error ?? later.error;
  if (update === null) return null;
  const { version, state } = update;
  const isWaiting = state === 'after-run';
  const title = {
    ready: t('about.update-ready', { version }),
    'put-off': t('about.update-put-off', { version }),
    'after-run': t('about.update-after-run', { version }),
  }[state];
  return (
    <div class="setting stack">
      <h3>{title}</h3>
      {!isWaiting && <p class="quiet-text">{t(state === 'ready' ? 'about.update-ready-text' : 'about.update-put-off-text')}</p>}
      {/* Both buttons stay after a choice, because one of them has the focus. */}
      <div class="row">
        <Button
          kind="primary"
          isBusy={install.isBusy}
          isDisabled={isWaiting}
          onClick={() => void install.done(null).then((isDone) => isDone && announce(t('about.update-starting', { version })))}
        >
          {t('about.update-install')}
        </Button>
        <Button
          isBusy={later.isBusy}
          isDisabled={state === 'put-off'}
          onClick={() => void later.done(null).then((isDone) => isDone && announce(t('about.update-is-later', { version })))}
        >
          {t('about.update-later')}
        </Button>
      </div>
      <Failure title={t('about.update-failed')} error={error} text={t('about.update-failed-text')} />
    </div>
  );
}

function Diagnostics() {
  const { t, announce } = useApp();
  const read = useCall('diagnostics.read');
  const copy = useCall('diagnostics.copy');
  const logs = useCall('logs.open');
  const [text, setText] = useState<string | null>(null);
  const previewId = useId();
  const headingId = useId();
  const error = read.error ?? copy.error;
  const show = async (): Promise<void> => {
    const answer = await read.run(null);
    if (answer !== null) setText(answer.text);
  };
  return (
    <div class="setting stack">
      <h3 id={headingId}>{t('about.diagnostics')}</h3>
      <p class="quiet-text">{t('about.diagnostics-text')}</p>
      <div class="row">
        <Button
          isBusy={read.isBusy}
          isExpanded={text !== null}
          controls={previewId}
          onClick={() => (text === null ? void show() : setText(null))}
        >
          {t(text === null ? 'about.diagnostics-show' : 'about.diagnostics-hide')}
        </Button>
        {/* Only what is shown can be copied. */}
        {text !== null && (
          <Button
            isBusy={copy.isBusy}
            onClick={() =>
              void copy.run(null).then((answer) => {
                if (answer === null) return;
                setText(answer.text);
                announce(t('about.diagnostics-copied'));
              })
            }
          >
            {t('about.diagnostics-copy')}
          </Button>
        )}
        <Button isBusy={logs.isBusy} onClick={() => void logs.run(null)}>
          {t('settings.logs')}
        </Button>
      </div>
      <div id={previewId}>
        {text !== null && (
          <pre class="raw report" role="region" tabIndex={0} aria-labelledby={headingId}>
            {text}
          </pre>
        )}
      </div>
      <Failure title={t('about.diagnostics-failed')} error={error} text={t('about.diagnostics-failed-text')} />
      <Failure title={t('settings.logs-failed')} error={logs.error} text={t('settings.logs-failed-text')} />
    </div>
  );
}

/** A long list that few people read: loaded when it is opened. */
function Licences() {
  const { t } = useApp();
  const [licences, setLicences] = useState<readonly ShippedLicence[] | 'failed' | null>(null);
  const load = async (): Promise<void> => {
    try {
      setLicences((await import('../../../shared/licences.ts')).SHIPPED_LICENCES);
    } catch {
      setLicences('failed');
    }
  };
  return (
    <details
      class="setting licences"
      onToggle={(event) => {
        if (event.currentTarget.open && !Array.isArray(licences)) void load();
      }}
    >
      <summary>{t('about.licences')}</summary>
      <p class="quiet-text">{t('about.licences-text')}</p>
      {licences === 'failed' && <p role="alert">{t('about.licences-failed')}</p>}
      {licences !== null && licences !== 'failed' && (
        <table>
          <thead>
            <tr>
              <th scope="col">{t('about.licence-name')}</th>
              <th scope="col">{t('about.licence-version')}</th>
              <th scope="col">{t('about.licence')}</th>
            </tr>
          </thead>
          <tbody>
            {licences.map(({ name, version, licence }) => (
              <tr key={`${name} ${version ?? ''}`}>
                <th scope="row">{name}</th>
                <td>{version ?? '–'}</td>
                <td>{licence}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </details>
  );
}
