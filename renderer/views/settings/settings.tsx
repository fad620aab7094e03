/** Placeholder of this commit only. */
import { useApp } from '../../lib/app.tsx';
import { View } from '../../ui/view.tsx';
import type { CloudName } from '../../../shared/errors.ts';

export function Settings(_props: { readonly cloud: CloudName | null }) {
  const { t } = useApp();
  return <View title={t('shell.settings')}>{null}</View>;
}
