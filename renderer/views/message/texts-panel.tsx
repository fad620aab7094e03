/** The texts for guests: every language and unit, the user's own and the built-in ones; one of them opens in the editor. */
import { useState } from 'preact/hooks';
import { useApp } from '../../lib/app.ts';
import { focusAfterDraw } from '../../lib/focus.ts';
import { unitName } from '../../lib/names.ts';
import { useLoad } from '../../lib/use-call.ts';
import { Icon } from '../../ui/icon.tsx';
import { PANEL_TITLE_ID, SidePanel } from '../../ui/side-panel.tsx';
import { Failure, Loading } from '../../ui/states.tsx';
import { TextEditor } from './text-editor.tsx';
import { stateOf } from './texts.ts';
import type { ShownText, TextKey } from './texts.ts';

const NAMES = ['code', 'correction'] as const satisfies readonly ShownText['name'][];

export function TextsPanel() {
  const { t } = useApp();
  const { state, isBusy, reload } = useLoad('templates.list', null);
  const [open, setOpen] = useState<TextKey | null>(null);
  const texts = state.kind === 'loaded' ? state.value.templates : null;
  const show = (key: TextKey | null): void => {
    setOpen(key);
    focusAfterDraw(PANEL_TITLE_ID);
  };
  if (open !== null && texts !== null) {
    return <TextEditor key={JSON.stringify(open)} texts={texts} textKey={open} onChange={reload} onOpen={show} onBack={() => show(null)} />;
  }
  return (
    <SidePanel title={t('texts.title')} lead={t('texts.lead')}>
      {state.kind === 'loading' && <Loading label={t('common.loading')} />}
      {state.kind === 'error' && <Failure title={t('texts.failed')} error={state.error} onRetry={reload} isBusy={isBusy} />}
      {texts !== null &&
        NAMES.map((name) => <TextGroup key={name} name={name} texts={texts.filter((text) => text.name === name)} onOpen={show} />)}
    </SidePanel>
  );
}

interface TextGroupProps {
  readonly name: ShownText['name'];
  readonly texts: readonly ShownText[];
  readonly onOpen: (key: TextKey) => void;
}
function TextGroup({ name, texts, onOpen }: TextGroupProps) {
  const { t, snapshot } = useApp();
  return (
    <section>
      <h3 class="text-group">{t(`texts.${name}`)}</h3>
      <ul role="list" class="text-list">
        {texts.map((text) => {
          const { language, unitId } = text;
          const state = stateOf(text);
          return (
            <li key={`${language} ${String(unitId)}`}>
              <button type="button" class="list-row text-row item" onClick={() => onOpen({ name, language, unitId })}>
                <span>
                  {t(`texts.language-${language}`)}
                  {unitId !== null && <span class="quiet-text small"> {unitName(snapshot, t, unitId)}</span>}
                </span>
                <span class={state === 'draft' ? 'small tone-warning' : 'small quiet-text'}>{t(`texts.state-${state}`)}</span>
                <Icon name="right" />
              </button>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
