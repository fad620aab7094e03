/** What a sync would change, shown before it does. */
import type { preview as english } from '../en/preview.ts';
import type { Translated } from '../message.ts';

export const preview: Translated<typeof english> = {
  'preview.reading': 'Trwa odczyt obu kont…',
  'preview.working': 'Trwa obliczanie…',
  'preview.failed': 'Nie udało się ustalić, co by się zmieniło',
  'preview.failed-text': 'Nic nie zostało zapisane, a kody w zamkach są takie jak przedtem. Sprawdź połączenie i spróbuj ponownie.',
  'preview.read-at': 'Zaktualizowano: {time}',
  'preview.again': 'Odśwież',
  'preview.list': 'Co by się zmieniło',
  'preview.nothing': 'Nic by się nie zmieniło',
  'preview.nothing-text': {
    one: '{count} kod zostaje dokładnie taki, jaki jest; żaden nie przybywa ani nie znika.',
    few: 'Wszystkie {count} kody zostają dokładnie takie, jakie są; żaden nie przybywa ani nie znika.',
    many: 'Wszystkie kody ({count}) zostają dokładnie takie, jakie są; żaden nie przybywa ani nie znika.',
    other: 'Wszystkie kody ({count}) zostają dokładnie takie, jakie są; żaden nie przybywa ani nie znika.',
  },
  'preview.nothing-none': 'Na tych drzwiach nie ma żadnego kodu i żadna rezerwacja jeszcze go nie wymaga.',
  'preview.summary': '{changes}; {rest}.',
  'preview.sum-nothing': 'Żaden kod by się nie zmienił.',
  'preview.sum-created': { one: '{count} nowy kod', few: '{count} nowe kody', many: '{count} nowych kodów', other: '{count} nowego kodu' },
  'preview.sum-moved': {
    one: '{count} przeniesiony do innych drzwi',
    few: '{count} przeniesione do innych drzwi',
    many: '{count} przeniesionych do innych drzwi',
    other: '{count} przeniesionego do innych drzwi',
  },
  'preview.sum-changed': {
    one: '{count} istniejący kod zmieniony',
    few: '{count} istniejące kody zmienione',
    many: '{count} istniejących kodów zmienionych',
    other: '{count} istniejącego kodu zmienionego',
  },
  'preview.sum-adopted': {
    one: '{count} istniejący kod przypisany',
    few: '{count} istniejące kody przypisane',
    many: '{count} istniejących kodów przypisanych',
    other: '{count} istniejącego kodu przypisanego',
  },
  'preview.sum-removed': {
    one: '{count} kod usunięty',
    few: '{count} kody usunięte',
    many: '{count} kodów usuniętych',
    other: '{count} kodu usuniętego',
  },
  'preview.sum-waiting': {
    one: '{count} wymaga Twojej zgody',
    few: '{count} wymagają Twojej zgody',
    many: '{count} wymaga Twojej zgody',
    other: '{count} wymaga Twojej zgody',
  },
  'preview.sum-unchanged': {
    one: '{count} zostaje bez zmian',
    few: '{count} zostają bez zmian',
    many: '{count} zostaje bez zmian',
    other: '{count} zostaje bez zmian',
  },
  'preview.group-removed': 'Usuwane z zamków',
  'preview.group-waiting': 'Usuwane dopiero po Twojej zgodzie',
  'preview.group-problems': 'Poza planem',
  'preview.group-no-unit': 'Osoby i inne kody',
  'preview.group-count': '({count})',
  'preview.held': 'Wymaga Twojej zgody',
  'preview.from': 'z',
  'preview.to': 'na',
  'preview.booking-unknown': 'Rezerwacja {id}',
};
