/** Shown when main does not answer at all. */
import type { WindowTranslate } from '../../lib/texts.ts';

export function NoAnswer({ t }: { readonly t: WindowTranslate }) {
  return (
    <main class="no-answer">
      <div role="alert">
        <h1>{t('shell.no-answer')}</h1>
        <p>{t('shell.no-answer-text')}</p>
      </div>
    </main>
  );
}
