/** What a list or view shows instead of its content: nothing yet, loading, or a failure with what it means and what to do. */
import type { ComponentChildren } from 'preact';
import type { IpcError } from '../../shared/ipc/result.ts';
import { useApp } from '../lib/app.ts';
import { Button } from './button.tsx';
import { Icon, IconText } from './icon.tsx';
import type { IconName } from './icon.tsx';

export interface EmptyProps {
  readonly icon: IconName;
  readonly title: string;
  readonly text?: string;
  readonly actions?: ComponentChildren;
}
export function Empty({ icon, title, text, actions }: EmptyProps) {
  return (
    <div class="empty stack">
      <Icon name={icon} />
      <p class="empty-title">{title}</p>
      {text !== undefined && <p>{text}</p>}
      {actions !== undefined && <div class="row">{actions}</div>}
    </div>
  );
}

/** `label`: what is loading, for screen readers. */
export function Loading({ label, rows = 4 }: { readonly label: string; readonly rows?: number }) {
  return (
    <div class="loading stack" role="status" aria-label={label}>
      {Array.from({ length: rows }, (_, index) => (
        <div key={index} class="skeleton" aria-hidden="true" />
      ))}
    </div>
  );
}

export interface FailureProps {
  /** null: nothing failed, and nothing is shown. */
  readonly error: Pick<IpcError, 'kind' | 'detail' | 'message'> | null;
  /** What did not work, in a few words: "The history could not be read". */
  readonly title: string;
  /** What it means for guests, and what to do next. */
  readonly text?: string;
  readonly onRetry?: () => void;
  readonly isBusy?: boolean;
  readonly actions?: ComponentChildren;
}
/** A message that main wrote for the user comes first; everything else about the error is under "Details". */
export function Failure({ error, title, text, onRetry, isBusy = false, actions }: FailureProps) {
  const { t } = useApp();
  if (error === null) return null;
  const isForUser = error.kind === 'refused';
  return (
    <div class="failure stack" role="alert">
      <IconText class="failure-title" icon="alert" text={title} />
      {isForUser && error.message !== '' && <p>{error.message}</p>}
      {text !== undefined && <p>{text}</p>}
      {(onRetry !== undefined || actions !== undefined) && (
        <div class="row">
          {onRetry !== undefined && (
            <Button icon="sync" isBusy={isBusy} onClick={onRetry}>
              {t('common.try-again')}
            </Button>
          )}
          {actions}
        </div>
      )}
      <details>
        <summary>{t('common.details')}</summary>
        <p class="raw">{[error.kind, error.detail ?? '', isForUser ? '' : error.message].filter((part) => part !== '').join(' · ')}</p>
      </details>
    </div>
  );
}
