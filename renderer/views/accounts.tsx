/** Credentials of both clouds. They go in and never come out: what is shown is whether they are there, and whether they work. */
import { useState } from 'preact/hooks';
import type { AppSnapshot, Connection } from '../../shared/domain/app-state.ts';
import type { CloudName } from '../../shared/errors.ts';
import { CLOUD_TITLES } from '../../shared/errors.ts';
import type { CredentialEntry } from '../../shared/ipc/contract.ts';
import type { Bridge } from '../lib/bridge.ts';
import { useCall } from '../lib/use-call.ts';
import { testWords } from '../lib/words.ts';
import { Section, Trouble } from '../ui/section.tsx';

interface Field {
  readonly name: string;
  readonly label: string;
  readonly isSecret: boolean;
}
const FIELDS: Readonly<Record<CloudName, readonly [Field, Field]>> = {
  smoobu: [
    { name: 'apiKey', label: 'API key', isSecret: true },
    { name: 'apiSecret', label: 'API secret', isSecret: true },
  ],
  'the-keys': [
    { name: 'phone', label: 'Phone number', isSecret: false },
    { name: 'password', label: 'Password', isSecret: true },
  ],
};

function entryOf(cloud: CloudName, form: FormData): CredentialEntry {
  const text = (name: string): string => {
    const value = form.get(name);
    return typeof value === 'string' ? value : '';
  };
  return cloud === 'smoobu'
    ? { cloud, apiKey: text('apiKey'), apiSecret: text('apiSecret') }
    : { cloud, phone: text('phone'), password: text('password') };
}

function Account({ cloud, connection, bridge }: { cloud: CloudName; connection: Connection; bridge: Bridge }) {
  const save = useCall(bridge, 'credentials.save');
  const test = useCall(bridge, 'credentials.test');
  const remove = useCall(bridge, 'credentials.remove');
  const [done, setDone] = useState('');
  const isBusy = save.isBusy || test.isBusy || remove.isBusy;
  const { stored, userName, lastTest } = connection;
  const title = CLOUD_TITLES[cloud];

  const submit = async (form: HTMLFormElement): Promise<void> => {
    setDone('');
    const answer = await save.run(entryOf(cloud, new FormData(form)));
    if (answer === null) return;
    form.reset();
    setDone('Saved.');
  };
  return (
    <fieldset id={`account-${cloud}`} tabIndex={-1}>
      <legend>{title}</legend>
      <p role="status" aria-label={`${title} connection`}>
        {done} {stored ? `Stored${userName === null ? '' : ` for ${userName}`}. ${testWords(lastTest)}` : 'No credentials are stored.'}
      </p>
      <form
        aria-label={`${title} credentials`}
        autocomplete="off"
        onSubmit={(event) => {
          event.preventDefault();
          void submit(event.currentTarget);
        }}
      >
        {FIELDS[cloud].map(({ name, label, isSecret }) => (
          <label key={name}>
            {label}
            {isSecret ? (
              <input name={name} type="password" required maxLength={500} autocomplete="off" />
            ) : (
              <input name={name} type="tel" required maxLength={40} autocomplete="off" />
            )}
          </label>
        ))}
        <div class="row">
          <button type="submit" disabled={isBusy}>
            Save and test
          </button>
          <button type="button" disabled={!stored || isBusy} onClick={() => void test.run({ cloud })}>
            Test
          </button>
          <button type="button" disabled={!stored || isBusy} onClick={() => void remove.run({ cloud }).then(() => setDone(''))}>
            Remove
          </button>
        </div>
      </form>
      <Trouble message={save.error ?? test.error ?? remove.error} />
    </fieldset>
  );
}

export function Accounts({ snapshot, bridge }: { snapshot: AppSnapshot; bridge: Bridge }) {
  return (
    <Section id="accounts" title="Accounts">
      <Account cloud="smoobu" connection={snapshot.connections.smoobu} bridge={bridge} />
      <Account cloud="the-keys" connection={snapshot.connections['the-keys']} bridge={bridge} />
    </Section>
  );
}
