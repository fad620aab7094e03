/** What is wrong with a text for guests, and what a channel may reject in it, in Polish. */
import type { templates as english } from '../en/main-templates.ts';
import type { Translated } from '../message.ts';

export const templates: Translated<typeof english> = {
  'template.error.empty': 'Tekst jest pusty.',
  'template.error.too-long': 'Tekst ma ponad 2000 znaków.',
  'template.error.unknown-placeholder': 'Nie ma symbolu {found}.',
  'template.error.unknown-placeholder-meant': 'Nie ma symbolu {found}. Czy chodziło o {meant}?',
  'template.error.brace': 'Nawias {found} nie ma pary.',
  'template.error.no-digits': 'Tekst nie podaje kodu: brakuje {pin} albo {doors}.',
  'template.error.no-change': 'Korekta mówi, co się zmieniło: brakuje {change}.',
  'template.error.different-digits': 'Drzwi lokalu {unit} wymagają różnych cyfr: zamiast {pin} wpisz {doors}.',
  'template.warning.different-digits':
    'Drzwi lokalu {unit} wymagają różnych cyfr, więc jego goście nie mogą dostać tego tekstu: zamiast {pin} wpisz {doors}.',
  'template.warning.digits-beside': '{pin} zawiera już prefiks. Goście wpisaliby też te cyfry: {found}',
  'template.warning.link': 'Kanały rezerwacji mogą wstrzymać wiadomość z linkiem lub adresem: {found}',
  'template.warning.capitals': 'Kanały rezerwacji mogą odrzucić wiadomość ze słowami pisanymi wielkimi literami: {found}',
  'template.warning.digits-in-parentheses': 'Niektóre kanały rezerwacji usuwają liczby w nawiasach: {found}',
  'template.warning.service': 'Kanały rezerwacji mogą odrzucić wiadomość, która wymienia inny serwis: {found}',
  'template.warning.html': 'Tekst jest wysyłany bez zmian. Goście mogą zobaczyć znaczniki: {found}',
  'template.warning.long': 'Tekst ma ponad 1000 znaków. Goście mogą nie doczytać go do końca.',
  'template.refused.too-many': 'Nie ma miejsca na kolejne własne teksty. Przywróć lub skróć niektóre.',
};
