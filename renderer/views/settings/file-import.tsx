/** Reads a file, shows what it would change, and applies or drops it: the older tool's configuration, or a backup. */
import type { ComponentChildren, ComponentType } from 'preact';
import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import type { CallInput } from '../../../shared/ipc/contract.ts';
import type { IpcEnvelope, IpcError } from '../../../shared/ipc/result.ts';
import { useApp } from '../../lib/app.ts';
import type { Bridge } from '../../lib/bridge.ts';
import type { FileText } from '../../lib/read-file.ts';
import { useCall } from '../../lib/use-call.ts';
import { FileDrop } from '../../ui/file-drop.tsx';
import { Failure, Loading } from '../../ui/states.tsx';

type State<R> =
  | { readonly kind: 'none' }
  | { readonly kind: 'reading' }
  | { readonly kind: 'unusable'; readonly because: Exclude<FileText['kind'], 'text'> }
  | { readonly kind: 'error'; readonly error: IpcError }
  /** `turn` differs for each file. */
  | { readonly kind: 'read'; readonly reading: R; readonly turn: number };

/** What is shown of a file that was read. */
export interface ReadFileProps<R> {
  readonly reading: R;
  readonly isBusy: boolean;
  /** Why it could not be applied. */
  readonly error: IpcError | null;
  readonly onApply: (choice: CallInput<'candidate.apply'>) => void;
  readonly onCancel: () => void;
}
export interface FileImportProps<R> {
  readonly label: string;
  readonly resultLabel: string;
  readonly dropLabel: string;
  /** Extensions offered, for instance ".json". */
  readonly accept: string;
  readonly readFailed: string;
  /** Says that nothing has changed. */
  readonly untouched: string;
  /** Announced. */
  readonly applied: string;
  readonly read: (bridge: Bridge, text: string) => Promise<IpcEnvelope<R>>;
  readonly result: ComponentType<ReadFileProps<R>>;
  readonly onApplied?: (() => void) | undefined;
  readonly children: ComponentChildren;
}
export function FileImport<R>({ result: Result, ...props }: FileImportProps<R>) {
  const { t, announce, bridge } = useApp();
  const [state, setState] = useState<State<R>>({ kind: 'none' });
  const apply = useCall('candidate.apply');
  const turn = useRef(0);
  const isHeldByMain = useRef(false);
  const group = useRef<HTMLDivElement>(null);
  const result = useRef<HTMLDivElement>(null);

  const forget = useCallback(() => {
    turn.current += 1;
    if (isHeldByMain.current) void bridge.call('candidate.drop', null);
    isHeldByMain.current = false;
  }, [bridge]);
  useEffect(() => forget, [forget]);
  useEffect(() => {
    if (state.kind === 'read') result.current?.focus();
  }, [state]);

  const read = async (file: FileText): Promise<void> => {
    forget();
    const mine = turn.current;
    apply.clear();
    if (file.kind !== 'text') {
      setState({ kind: 'unusable', because: file.kind });
      return;
    }
    setState({ kind: 'reading' });
    isHeldByMain.current = true;
    const answer = await props.read(bridge, file.text);
    if (turn.current !== mine) return;
    setState(answer.ok ? { kind: 'read', reading: answer.value, turn: mine } : { kind: 'error', error: answer.error });
  };
  const close = (): void => {
    setState({ kind: 'none' });
    group.current?.focus();
  };
  const onApply = async (choice: CallInput<'candidate.apply'>): Promise<void> => {
    if (!(await apply.done(choice))) return;
    isHeldByMain.current = false;
    announce(props.applied);
    close();
    props.onApplied?.();
  };
  const onCancel = (): void => {
    forget();
    apply.clear();
    close();
  };
  return (
    <div class="stack medium" ref={group} tabIndex={-1} role="group" aria-label={props.label}>
      {props.children}
      <FileDrop
        label={props.dropLabel}
        choose={t('import.choose')}
        accept={props.accept}
        isBusy={state.kind === 'reading'}
        onFile={(file) => void read(file)}
      />
      {state.kind === 'reading' && <Loading label={t('import.reading')} rows={2} />}
      {state.kind === 'unusable' && (
        <Failure
          title={t(state.because === 'too-large' ? 'settings.file-too-large' : 'settings.file-failed')}
          text={t('import.untouched')}
          error={{ kind: 'bad-request', detail: state.because, message: '' }}
        />
      )}
      {state.kind === 'error' && <Failure title={props.readFailed} text={props.untouched} error={state.error} />}
      {state.kind === 'read' && (
        <div
          key={state.turn}
          ref={result}
          tabIndex={-1}
          class="file-import-result stack medium"
          role="group"
          aria-label={props.resultLabel}
        >
          <Result
            reading={state.reading}
            isBusy={apply.isBusy}
            error={apply.error}
            onApply={(choice) => void onApply(choice)}
            onCancel={onCancel}
          />
        </div>
      )}
    </div>
  );
}
