/** The custom placeholders of the Smoobu demo cloud, and the templates of the host that show them. */
import type { DemoApartment, DemoBooking, DemoPlaceholder, PlaceholderInput } from '../seed.ts';
import type { SmoobuSwitches } from './switches.ts';

const FIRST_PLACEHOLDER_ID = 4_001;
const OF_BOOKING = 1;
const OF_UNIT = 2;

export type PlaceholderStore = ReturnType<typeof createPlaceholderStore>;

export function createPlaceholderStore(seeded: readonly PlaceholderInput[], switches: () => SmoobuSwitches) {
  const kept = new Map<number, DemoPlaceholder>();
  let nextId = FIRST_PLACEHOLDER_ID;
  const add = (input: PlaceholderInput): DemoPlaceholder => {
    const placeholder: DemoPlaceholder = { translations: {}, ...input, id: nextId };
    nextId += 1;
    kept.set(placeholder.id, placeholder);
    return placeholder;
  };
  for (const input of seeded) add(input);

  const valueOf = (key: string, booking: DemoBooking): string | null => {
    const ofBooking = { type: OF_BOOKING, foreignId: booking.id };
    const ofUnit = { type: OF_UNIT, foreignId: booking.apartmentId };
    const [first, second] = switches().winningPlaceholder === 'booking' ? [ofBooking, ofUnit] : [ofUnit, ofBooking];
    const all = [...kept.values()].filter((placeholder) => placeholder.key === key);
    const find = (owner: { readonly type: number; readonly foreignId: number | null }): DemoPlaceholder | undefined =>
      all.find(({ type, foreignId }) => type === owner.type && foreignId === owner.foreignId);
    const found = find(first) ?? find(second);
    return found === undefined ? null : (found.translations[booking.language.toLowerCase()] ?? found.defaultValue);
  };

  return {
    placeholders: (): readonly DemoPlaceholder[] => [...kept.values()],
    /** Past the API, as by another program or by hand. */
    addPlaceholder: add,
    changePlaceholder: (id: number, changes: Partial<Omit<DemoPlaceholder, 'id'>>): boolean => {
      const before = kept.get(id);
      if (before !== undefined) kept.set(id, { ...before, ...changes });
      return before !== undefined;
    },
    removePlaceholder: (id: number): boolean => kept.delete(id),
    /** A template of the host as a guest would get it at this moment. */
    render: (template: string, booking: DemoBooking, apartment: DemoApartment | null): string => {
      const builtIn = new Map([
        ['firstGuestName', booking.guestName.split(' ')[0] ?? ''],
        ['apartment', apartment?.name ?? ''],
      ]);
      return template.replaceAll(/\[([a-zA-Z][\w-]*)\]/g, (word: string, key: string) => {
        const value = builtIn.get(key) ?? valueOf(key, booking);
        return value ?? (switches().unsetPlaceholder === 'blank' ? '' : word);
      });
    },
  };
}
