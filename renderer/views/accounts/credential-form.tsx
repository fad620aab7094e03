/**
 * The form for the credentials of an account. They stay in the browser's own fields, never in the state of a component, and the fields are
 * emptied after saving: stored credentials are never shown again.
 */
import { useState } from 'preact/hooks';
import { DEMO_CREDENTIALS } from '../../../shared/domain/demo.ts';
import type { CloudName } from '../../../shared/errors.ts';
import { CLOUD_TITLES } from '../../../shared/errors.ts';
import type { CredentialEntry } from '../../../shared/ipc/contract.ts';
import { useApp } from '../../lib/app.ts';
import { Button } from '../../ui/button.tsx';
import { Field } from '../../ui/field.tsx';
import { Form } from '../../ui/form.tsx';
import { phoneHint } from './phone-hint.ts';
import type { PhoneHint } from './phone-hint.ts';

export interface CredentialFormProps {
  readonly cloud: CloudName;
  readonly isBusy: boolean;
  /** True when saved: the fields are emptied then. */
  readonly onSave: (entry: CredentialEntry) => Promise<boolean>;
}
type FieldName = 'apiKey' | 'apiSecret' | 'phone' | 'password';
const FIELDS: Readonly<Record<CloudName, readonly FieldName[]>> = { smoobu: ['apiKey', 'apiSecret'], 'the-keys': ['phone', 'password'] };
const LABELS = {
  apiKey: 'accounts.api-key',
  apiSecret: 'accounts.api-secret',
  phone: 'accounts.phone',
  password: 'accounts.password',
} as const;

export function CredentialForm({ cloud, isBusy, onSave }: CredentialFormProps) {
  const { t, snapshot } = useApp();
  const [missing, setMissing] = useState<readonly FieldName[]>([]);
  const [hint, setHint] = useState(() => phoneHint('', false));
  const submit = async (form: HTMLFormElement): Promise<void> => {
    const given = new FormData(form);
    const empty = FIELDS[cloud].filter((name) => isEmpty(name, textOf(given, name)));
    setMissing(empty);
    const [first] = empty;
    if (first !== undefined) {
      form.querySelector<HTMLInputElement>(`[name="${first}"]`)?.focus();
      return;
    }
    if (!(await onSave(entryOf(cloud, given)))) return;
    form.reset();
    setHint(phoneHint('', false));
  };
  return (
    <Form
      label={t('accounts.form-name', { cloud: CLOUD_TITLES[cloud] })}
      isBusy={isBusy}
      onSubmit={(form) => void submit(form)}
      onInput={() => setMissing([])}
    >
      {FIELDS[cloud].map((name) =>
        name === 'phone' ? (
          <PhoneField key={name} isMissing={missing.includes(name)} hint={hint} onHint={setHint} />
        ) : (
          <Field
            key={name}
            label={t(LABELS[name])}
            error={missing.includes(name) ? t('accounts.needed') : null}
            control={(wiring) => (
              <input {...wiring} name={name} type="password" maxLength={500} autocomplete="off" spellcheck={false} aria-required="true" />
            )}
          />
        ),
      )}
      {snapshot.isDemo && <DemoHint cloud={cloud} />}
      <div class="row">
        <Button kind="primary" type="submit" isBusy={isBusy}>
          {t('accounts.save')}
        </Button>
      </div>
    </Form>
  );
}

/** The demo's accounts are invented: the user can only know their credentials from here. */
function DemoHint({ cloud }: { readonly cloud: CloudName }) {
  const { t } = useApp();
  const { apiKey, apiSecret, phone, password } = DEMO_CREDENTIALS;
  return (
    <p class="hint">
      {cloud === 'smoobu'
        ? t('accounts.demo-smoobu', { key: apiKey, secret: apiSecret })
        : t('accounts.demo-the-keys', { phone, password })}
    </p>
  );
}

interface PhoneFieldProps {
  readonly isMissing: boolean;
  readonly hint: PhoneHint;
  readonly onHint: (hint: PhoneHint) => void;
}
/** Shows how the number will be read; only that text is kept in the state. */
function PhoneField({ isMissing, hint, onHint }: PhoneFieldProps) {
  const { t } = useApp();
  return (
    <Field
      label={t('accounts.phone')}
      hint={
        hint.kind === 'used'
          ? t('accounts.phone-used', { phone: hint.phone })
          : t(hint.kind === 'unclear' ? 'accounts.phone-unclear' : 'accounts.phone-forms')
      }
      error={isMissing ? t('accounts.needed') : null}
      control={(wiring) => (
        <input
          {...wiring}
          name="phone"
          type="tel"
          maxLength={40}
          autocomplete="off"
          aria-required="true"
          onInput={(event) => onHint(phoneHint(event.currentTarget.value, false))}
          onBlur={(event) => onHint(phoneHint(event.currentTarget.value, true))}
        />
      )}
    />
  );
}

function entryOf(cloud: CloudName, form: FormData): CredentialEntry {
  return cloud === 'smoobu'
    ? { cloud, apiKey: textOf(form, 'apiKey').trim(), apiSecret: textOf(form, 'apiSecret').trim() }
    : { cloud, phone: textOf(form, 'phone').trim(), password: textOf(form, 'password') };
}
function textOf(form: FormData, name: FieldName): string {
  const value = form.get(name);
  return typeof value === 'string' ? value : '';
}
/** A password may consist of spaces. */
function isEmpty(name: FieldName, text: string): boolean {
  return name === 'password' ? text === '' : text.trim() === '';
}
