/** What an import would take over, and what is wrong with a file that cannot be. */
import { useRef, useState } from 'preact/hooks';
import type { IpcError } from '../../../shared/ipc/result.ts';
import type { WallTime } from '../../../shared/time.ts';
import { useApp } from '../../lib/app.ts';
import { Button } from '../../ui/button.tsx';
import { CheckField, Field } from '../../ui/field.tsx';
import { Icon } from '../../ui/icon.tsx';
import { Failure } from '../../ui/states.tsx';
import { ConnectionTrouble } from '../accounts/connection-trouble.tsx';
import { isConnected, keychainKind } from '../accounts/connection-words.ts';
import { PlanPreview } from '../preview/plan-preview.tsx';
import type { ImportMistakeList, ImportRead } from './import-reading.ts';
import { ImportUnits } from './import-units.tsx';

export function ImportMistakes({ mistakes }: { readonly mistakes: ImportMistakeList }) {
  const { t } = useApp();
  return (
    <div class="failure" role="alert">
      <p class="failure-title">
        <Icon name="alert" /> {t('import.mistakes')}
      </p>
      <p>{t('import.mistakes-text')}</p>
      <ul class="mistakes">
        {mistakes.map(({ line, message }, index) => (
          <li key={index}>{line === null ? message : t('import.mistake-line', { line: String(line), message })}</li>
        ))}
      </ul>
    </div>
  );
}

export interface ImportPreviewProps {
  readonly reading: ImportRead;
  readonly isBusy: boolean;
  readonly error: IpcError | null;
  readonly onApply: (choice: { readonly withCredentials: boolean; readonly apiSecret: string | null }) => void;
  readonly onCancel: () => void;
}
export function ImportPreview({ reading, isBusy, error, onApply, onCancel }: ImportPreviewProps) {
  const { t, formats, snapshot } = useApp();
  const { smoobu, theKeys, retired, checkIn, checkOut, pinLength } = reading;
  const hasCredentials = smoobu !== 'none' || theKeys;
  const [withCredentials, setWithCredentials] = useState(hasCredentials);
  const secret = useRef<HTMLInputElement>(null);
  const says = [
    ...(checkIn === null ? [] : [t('import.check-in', { time: formats.time(checkIn as WallTime) })]),
    ...(checkOut === null ? [] : [t('import.check-out', { time: formats.time(checkOut as WallTime) })]),
    ...(pinLength === null ? [] : [t('import.pin-length', { count: pinLength })]),
  ];
  const isAtWork = snapshot.firstStepsDone && Object.values(snapshot.connections).every(isConnected);
  const apply = (): void => {
    const apiSecret = secret.current?.value.trim() ?? '';
    if (secret.current !== null) secret.current.value = '';
    onApply({ withCredentials, apiSecret: apiSecret === '' || !withCredentials ? null : apiSecret });
  };
  return (
    <form
      class="import-preview"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (!isBusy) apply();
      }}
    >
      <ImportUnits units={reading.units} />
      {retired.length > 0 && <p>{t('import.retired', { count: retired.length })}</p>}
      {says.length > 0 && (
        <>
          <h3>{t('import.times')}</h3>
          <ul class="plain-list">
            {says.map((text) => (
              <li key={text}>{text}</li>
            ))}
          </ul>
        </>
      )}
      <p class="hint">{t('import.says-no-more')}</p>
      <h3>{t('import.credentials')}</h3>
      <p>{t(SMOOBU_WORDS[smoobu])}</p>
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
      <p>{t(isAtWork ? 'import.means-now' : 'import.means-later')}</p>
      {isAtWork && <PlanPreview of={{ of: 'candidate' }} />}
      {error !== null && <ApplyFailure error={error} />}
      <div class="row">
        <Button kind="primary" type="submit" isBusy={isBusy}>
          {t('settings.apply')}
        </Button>
        <Button isDisabled={isBusy} onClick={onCancel}>
          {t('common.cancel')}
        </Button>
      </div>
    </form>
  );
}
const SMOOBU_WORDS = { complete: 'import.has-smoobu', 'key-only': 'import.has-key-only', none: 'import.no-smoobu' } as const;

function ApplyFailure({ error }: { readonly error: IpcError }) {
  const { t } = useApp();
  const keychain = keychainKind(error.detail);
  return (
    <>
      {keychain !== null && <ConnectionTrouble cloud="smoobu" failure={keychain} raw={error.message} />}
      <Failure title={t('import.failed')} error={error} text={t('import.failed-text')} />
    </>
  );
}
