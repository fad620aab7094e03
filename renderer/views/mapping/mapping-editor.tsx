/** Which unit opens with which doors: looked at, edited, and saved once it is clear what that would change. */
import type { UnitId } from '../../../shared/domain/ids.ts';
import { useApp } from '../../lib/app.ts';
import { View } from '../../ui/view.tsx';
import { MappingEditorCore } from './mapping-core.tsx';

export function MappingEditor({ unitId }: { readonly unitId: UnitId | null }) {
  const { t } = useApp();
  return (
    <View title={t('mapping.title')} lead={t('mapping.lead')}>
      <MappingEditorCore unitId={unitId} />
    </View>
  );
}
