/** The frame around the views: the rail on the left, the view that is open, and the side panel beside it. */
import { useEffect, useState } from 'preact/hooks';
import { useApp } from '../../lib/app.ts';
import { useCall } from '../../lib/use-call.ts';
import { Button } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import { Rail } from './rail.tsx';
import type { OpenPanel } from './use-panel.ts';
import type * as FinderLayersModule from '../finder/layers.ts';
import { useShortcuts } from './use-shortcuts.ts';
import type { Layer } from './use-shortcuts.ts';
import { SyncContext, useWindowSync } from './use-sync.ts';
import type { ViewComponent } from './view-loader.tsx';

export interface ShellProps {
  readonly view: ViewComponent;
  readonly panel: OpenPanel | null;
  readonly layer: Layer | null;
  readonly onLayer: (layer: Layer | null) => void;
  readonly whenAllWords: () => Promise<void>;
}
export function Shell({ view: CurrentView, panel, layer, onLayer, whenAllWords }: ShellProps) {
  const { route, snapshot, go } = useApp();
  const sync = useWindowSync();
  useShortcuts({ go, sync: sync.start, open: onLayer });
  return (
    <SyncContext.Provider value={sync}>
      <div class={panel === null ? 'shell' : 'shell with-panel'}>
        <Rail />
        <main>
          {snapshot.isDemo && <DemoBanner />}
          <CurrentView target={route} />
        </main>
        {panel !== null && <panel.Content target={panel.target} />}
      </div>
      {layer !== null && <Layers layer={layer} onLayer={onLayer} whenAllWords={whenAllWords} />}
    </SyncContext.Provider>
  );
}

type FinderLayers = typeof FinderLayersModule;

/** Loaded when it is first opened. */
function Layers({ layer, onLayer, whenAllWords }: Omit<ShellProps, 'view' | 'panel' | 'layer'> & { readonly layer: Layer }) {
  const [layers, setLayers] = useState<FinderLayers | null>(null);
  useEffect(() => {
    void Promise.all([import('../finder/layers.ts'), whenAllWords()]).then(([loaded]) => setLayers(loaded));
  }, [whenAllWords]);
  if (layers === null) return null;
  const close = (): void => onLayer(null);
  if (layer === 'finder') return <layers.Finder onClose={close} onLayer={onLayer} />;
  return layer === 'print' ? <layers.PrintDialog onClose={close} /> : <layers.ShortcutsDialog onClose={close} />;
}

function DemoBanner() {
  const { t } = useApp();
  const leave = useCall('demo.leave');
  return (
    <aside class="demo-banner row" aria-label={t('shell.demo')}>
      <Icon name="info" />
      <p>{t('shell.demo-text')}</p>
      <Button kind="quiet" isBusy={leave.isBusy} onClick={() => void leave.run(null)}>
        {t('shell.demo-leave')}
      </Button>
    </aside>
  );
}
