/** What the user can do with a code without a stay: keep it, remove it, or make it a person's. */
import { useState } from 'preact/hooks';
import type { OperationReport } from '../../../shared/domain/run.ts';
import type { CallOutput } from '../../../shared/ipc/contract.ts';
import { useApp } from '../../lib/app.ts';
import { useActs } from '../../lib/use-act.ts';
import { Button } from '../../ui/button.tsx';
import { TextField } from '../../ui/field.tsx';
import { Failure } from '../../ui/states.tsx';
import { HeldRemovals } from '../today/held-removals.tsx';

export type ShownCode = NonNullable<CallOutput<'door.view'>['codes']>[number];

export interface CodeActsProps {
  readonly code: ShownCode;
  /** Its removal needs the user's approval. */
  readonly hold: OperationReport | null;
  readonly name: string;
  readonly door: string;
  readonly onChanged: (() => void) | undefined;
}

export function CodeActs(props: CodeActsProps) {
  const { owner } = props.code;
  if (props.hold !== null) return <HeldRemovals holds={[props.hold]} title={props.name} />;
  // The code of a guest or person goes with the stay or the person.
  return owner === 'guest' || owner === 'person' ? null : <OwnActs {...props} />;
}

function OwnActs({ code, name, door, onChanged }: CodeActsProps) {
  const { bridge, t, closePanel } = useApp();
  const acts = useActs(onChanged);
  const [person, setPerson] = useState<string | null>(null);
  const { lockId, codeId, owner } = code;
  const finish = (run: unknown): void => {
    if (run !== null) closePanel();
  };
  const remove = async (): Promise<void> => {
    const ask = {
      title: t('code.remove-title', { name, door }),
      confirm: t('code.remove'),
      cancel: t('code.keep'),
      kind: 'danger',
    } as const;
    finish(
      await acts.act({
        ask,
        done: t('code.removed', { name }),
        send: (confirmed) => bridge.call('door.remove', { lockId, codeId, confirmed: [...confirmed] }),
      }),
    );
  };
  const link = async (personName: string): Promise<void> => {
    finish(
      await acts.act({
        ask: { title: t('code.link-title', { name: personName }), confirm: t('code.link-confirm') },
        done: t('code.linked', { name: personName }),
        send: (confirmed) => bridge.call('people.link', { lockId, codeId, name: personName, confirmed: [...confirmed], dryRun: false }),
      }),
    );
  };
  return (
    <div class="panel-part stack">
      {owner === 'by-hand' && person !== null ? (
        <form
          class="stack"
          onSubmit={(event) => {
            event.preventDefault();
            if (!acts.isBusy && person.trim() !== '') void link(person.trim());
          }}
        >
          <TextField label={t('code.person-name')} hint={t('code.link-hint')} value={person} onInput={setPerson} maxLength={50} />
          <div class="row">
            <Button kind="primary" type="submit" isBusy={acts.isBusy} isDisabled={person.trim() === ''}>
              {t('code.link-confirm')}
            </Button>
            <Button kind="quiet" onClick={() => setPerson(null)}>
              {t('common.cancel')}
            </Button>
          </div>
        </form>
      ) : (
        <div class="row">
          {/* An outdated code goes with a later sync in any case: keeping it would be a promise that is not kept. */}
          {owner !== 'outdated' && <Button onClick={closePanel}>{t('code.keep')}</Button>}
          <Button kind="danger" icon="trash" isBusy={acts.isBusy} onClick={() => void remove()}>
            {t('code.remove-ask')}
          </Button>
          {owner === 'by-hand' && (
            <Button icon="link" onClick={() => setPerson(code.name.trim().slice(0, 50))}>
              {t('code.link')}
            </Button>
          )}
        </div>
      )}
      <Failure title={t('code.act-failed')} error={acts.error} />
    </div>
  );
}
