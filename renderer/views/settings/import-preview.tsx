/** What an imported file contains and would change, and the choice to import its credentials. */
import { useRef, useState } from 'preact/hooks';
import type { CallOutput } from '../../../shared/ipc/contract.ts';
import type { IpcError } from '../../../shared/ipc/result.ts';
import type { WallTime } from '../../../shared/time.ts';
import { useApp } from '../../lib/app.ts';
import { lockName, unitName } from '../../lib/names.ts';
import type { Tone } from '../../lib/text-context.ts';
import { Badge } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import { CheckField, Field } from '../../ui/field.tsx';
import { Form } from '../../ui/form.tsx';
import { IconText } from '../../ui/icon.tsx';
import { Failure } from '../../ui/states.tsx';
import { ConnectionFailure } from '../accounts/connection-status.tsx';
import { isConnected, keychainKind } from '../accounts/connection.ts';
import { PlanPreview } from '../preview/plan-preview.tsx';
import type { ReadFileProps } from './file-import.tsx';

type ImportReading = Extract<CallOutput<'import.read'>, { kind: 'read' }>;

/** Shared with files of which nothing can be used. */
export function Mistakes({ mistakes }: { readonly mistakes: ImportReading['leftOut'] }) {
  const { t } = useApp();
  return (
    <ul class="bullets">
      {mistakes.map(({ line, message }, index) => (
        <li key={index}>{line === null ? message : t('import.mistake-line', { line: String(line), message })}</li>
      ))}
    </ul>
  );
}

export function ImportPreview({ reading, isBusy, error, onApply, onCancel }: ReadFileProps<ImportReading>) {
  const { t, formats, snapshot } = useApp();
  const { smoobu, theKeys, retired, checkIn, checkOut, pinLength, leftOut, notTakenOver } = reading;
  const hasCredentials = smoobu !== 'none' || theKeys;
  const [withCredentials, setWithCredentials] = useState(hasCredentials);
  const secret = useRef<HTMLInputElement>(null);
  const values = [
    ...(checkIn === null ? [] : [t('import.check-in', { time: formats.time(checkIn as WallTime) })]),
    ...(checkOut === null ? [] : [t('import.check-out', { time: formats.time(checkOut as WallTime) })]),
    ...(pinLength === null ? [] : [t('import.pin-length', { count: pinLength })]),
  ];
  const isActive = snapshot.firstStepsDone && Object.values(snapshot.connections).every(isConnected);
  const apply = (): void => {
    const apiSecret = secret.current?.value.trim() ?? '';
    if (secret.current !== null) secret.current.value = '';
    onApply({ withCredentials, apiSecret: apiSecret === '' || !withCredentials ? null : apiSecret });
  };
  return (
    <Form isBusy={isBusy} onSubmit={apply}>
      <Units units={reading.units} />
      {leftOut.length > 0 && (
        <div class="failure stack" role="alert">
          <IconText class="failure-title" icon="alert" text={t('import.left-out')} />
          <Mistakes mistakes={leftOut} />
        </div>
      )}
      {notTakenOver.length > 0 && <p class="hint">{t('import.not-taken-over', { names: notTakenOver.join(', ') })}</p>}
      {retired.length > 0 && <p>{t('import.retired', { count: retired.length })}</p>}
      {values.length > 0 && (
        <>
          <h3>{t('import.times')}</h3>
          <ul class="plain-list">
            {values.map((text) => (
              <li key={text}>{text}</li>
            ))}
          </ul>
        </>
      )}
      <p class="hint">{t('import.says-no-more')}</p>
      <h3>{t('import.credentials')}</h3>
      <p>{t(SMOOBU_KEYS[smoobu])}</p>
      <p>{t(theKeys ? 'import.has-the-keys' : 'import.no-the-keys')}</p>
      {hasCredentials && (
        <CheckField
          label={t('import.with-credentials')}
          hint={t('import.credentials-kept')}
          isOn={withCredentials}
          onChange={setWithCredentials}
        />
      )}
      {smoobu === 'key-only' && withCredentials && (
        <Field
          label={t('accounts.api-secret')}
          hint={t('accounts.smoobu-where')}
          control={(wiring) => <input {...wiring} ref={secret} type="password" maxLength={500} autocomplete="off" spellcheck={false} />}
        />
      )}
      <p>{t(isActive ? 'import.means-now' : 'import.means-later')}</p>
      {isActive && <PlanPreview of={{ of: 'candidate' }} />}
      {error !== null && <ApplyFailure error={error} />}
      <div class="row">
        <Button kind="primary" type="submit" isBusy={isBusy}>
          {t('import.apply')}
        </Button>
        <Button isDisabled={isBusy} onClick={onCancel}>
          {t('common.cancel')}
        </Button>
      </div>
    </Form>
  );
}
const SMOOBU_KEYS = { complete: 'import.has-smoobu', 'key-only': 'import.has-key-only', none: 'import.no-smoobu' } as const;

function ApplyFailure({ error }: { readonly error: IpcError }) {
  const { t } = useApp();
  const keychain = keychainKind(error.detail);
  return (
    <>
      {keychain !== null && <ConnectionFailure cloud="smoobu" failure={keychain} raw={error.message} />}
      <Failure title={t('import.failed')} error={error} text={t('import.failed-text')} />
    </>
  );
}

const CHANGE_TONES: Readonly<Record<ImportReading['units'][number]['change'], Tone>> = { new: 'good', changed: 'warning', same: 'neutral' };

function Units({ units }: Pick<ImportReading, 'units'>) {
  const { t, snapshot } = useApp();
  return (
    <>
      <h3>{t('import.units')}</h3>
      <ul class="plain-list stack">
        {units.map(({ unitId, name, doors, change }) => (
          <li key={unitId}>
            <span class="row">
              <strong>{name === '' ? unitName(snapshot, t, unitId) : name}</strong>
              <Badge tone={CHANGE_TONES[change]} text={t(`import.${change}`)} />
            </span>
            <ul class="plain-list">
              {doors.map(({ lockId, keypadId, prefix }) => (
                <li key={`${String(lockId)} ${keypadId}`}>
                  {t('import.door', { lock: lockName(snapshot, t, lockId), keypad: t('common.keypad-id', { id: keypadId }) })}
                  {prefix !== '' && <span class="quiet-text"> · {t('import.prefix', { prefix })}</span>}
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ul>
    </>
  );
}
