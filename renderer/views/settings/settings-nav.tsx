/** The navigation beside the settings: a link to each part, with the part that is read marked. */
import { useEffect, useRef, useState } from 'preact/hooks';
import { SETTINGS_SECTIONS } from '../../../shared/settings-sections.ts';
import type { SettingsSection } from '../../../shared/settings-sections.ts';
import { useApp } from '../../lib/app.ts';
import { currentSection } from './current-section.ts';
import { sectionElementId } from './section.tsx';

const SCROLLER = 'main';

/** Scrolls to a section and focuses it. */
function showSection(id: SettingsSection): void {
  const section = document.getElementById(sectionElementId(id));
  section?.scrollIntoView({ block: 'start' });
  section?.focus({ preventScroll: true });
}

export function SettingsNav({ wanted }: { readonly wanted: SettingsSection | null }) {
  const { t, route } = useApp();
  const [current, setCurrent] = useState<SettingsSection>('accounts');
  /** Where the page was scrolled for a section that cannot come to the top: it stays marked until the page is scrolled on. */
  const shownAtPx = useRef<number | null>(null);

  const show = (id: SettingsSection): void => {
    showSection(id);
    shownAtPx.current = document.querySelector(SCROLLER)?.scrollTop ?? null;
    setCurrent(id);
  };
  useEffect(() => {
    if (wanted !== null) show(wanted);
  }, [route, wanted]);
  useEffect(() => {
    const scroller = document.querySelector(SCROLLER);
    if (scroller === null) return;
    const follow = (): void => {
      const { scrollTop, scrollHeight, clientHeight } = scroller;
      if (shownAtPx.current !== null && Math.abs(scrollTop - shownAtPx.current) < 2) return;
      shownAtPx.current = null;
      const topPx = scroller.getBoundingClientRect().top;
      const places = SETTINGS_SECTIONS.map((id) => ({
        id,
        topPx: (document.getElementById(sectionElementId(id))?.getBoundingClientRect().top ?? 0) - topPx,
      }));
      const next = currentSection(places, scrollTop > 0 && scrollTop + clientHeight >= scrollHeight - 2);
      if (next !== null) setCurrent(next);
    };
    scroller.addEventListener('scroll', follow, { passive: true });
    return () => scroller.removeEventListener('scroll', follow);
  }, []);

  return (
    <nav class="settings-nav" aria-label={t('settings.sections')}>
      <ul>
        {SETTINGS_SECTIONS.map((id) => (
          <li key={id}>
            <a
              class="nav-item"
              href={`#${sectionElementId(id)}`}
              aria-current={id === current ? 'location' : undefined}
              onClick={(event) => {
                event.preventDefault();
                show(id);
              }}
            >
              {t(`settings.${id}`)}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
