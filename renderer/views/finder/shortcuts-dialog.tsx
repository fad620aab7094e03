/** The list of keyboard shortcuts. */
import { useApp } from '../../lib/app.ts';
import { Button } from '../../ui/button.tsx';
import { useModal } from '../../ui/use-modal.ts';
import { ShortcutKeys } from '../../ui/shortcut-keys.tsx';
import { SHORTCUTS } from '../../lib/shortcuts.ts';

export function ShortcutsDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useApp();
  const dialog = useModal();
  return (
    <dialog
      ref={dialog}
      aria-labelledby="shortcuts-title"
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
    >
      <h2 id="shortcuts-title">{t('finder.shortcuts')}</h2>
      <dl class="shortcuts">
        {SHORTCUTS.map((shortcut) => (
          <div key={shortcut} class="row between">
            <dt>{t(`shortcut.${shortcut}`)}</dt>
            <dd>
              <ShortcutKeys shortcut={shortcut} />
            </dd>
          </div>
        ))}
      </dl>
      <div class="row end">
        <Button kind="primary" onClick={onClose}>
          {t('common.close')}
        </Button>
      </div>
    </dialog>
  );
}
