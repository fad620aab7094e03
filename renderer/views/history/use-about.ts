/** Whom or what the user typed, as main finds it: guests, people, units and doors. */
import { useEffect, useState } from 'preact/hooks';
import type { About } from '../../../shared/domain/run.ts';
import { useApp } from '../../lib/app.ts';
import { toAbout } from './filters.ts';

/** null where nothing is typed. While main is asked, the answer to what was typed before stays. */
export function useAbout(text: string): About | null {
  const { bridge } = useApp();
  const [about, setAbout] = useState<About | null>(null);
  const typed = text.trim();
  useEffect(() => {
    if (typed === '') {
      setAbout(null);
      return;
    }
    let isCurrent = true;
    void bridge.call('door.find', { text: typed.slice(0, 100) }).then((answer) => {
      if (isCurrent) setAbout(toAbout(typed, answer.ok ? answer.value.matches : []));
    });
    return () => {
      isCurrent = false;
    };
  }, [bridge, typed]);
  return typed === '' ? null : about;
}
