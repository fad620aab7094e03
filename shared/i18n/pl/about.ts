/** In Polish. */
import type { about as english } from '../en/about.ts';
import type { Translated } from '../message.ts';

export const about: Translated<typeof english> = {
  'about.update-ready': 'Wersja {version} jest gotowa do instalacji',
  'about.update-ready-text': 'Zainstaluje się po zamknięciu Latchkey. Ustawienia, historia i kody pozostają bez zmian.',
  'about.update-put-off': 'Wersja {version} jest odłożona',
  'about.update-put-off-text': 'Wybrano „Później”. Latchkey zapyta ponownie za tydzień.',
  'about.update-after-run': 'Wersja {version} zostanie zainstalowana po bieżącej synchronizacji',
  'about.update-install': 'Zainstaluj i uruchom ponownie',
  'about.update-later': 'Później',
  'about.update-failed': 'Nie zainstalowano nowej wersji',
  'about.update-failed-text': 'Latchkey działa dalej jak dotąd. Spróbuj ponownie.',
  'about.update-starting': 'Wersja {version} zostanie zainstalowana.',
  'about.update-is-later': 'Wersja {version} jest odłożona o tydzień.',
  'about.no-sandbox': 'Okno działa bez piaskownicy',
  'about.no-sandbox-text':
    'Nie dotyczy to kodów ani gości, ale błąd w oknie mógłby wyrządzić więcej szkody, niż powinien. W systemie Linux użyj pakietu deb lub rpm zamiast AppImage; podręcznik podaje, co jeszcze może pomóc.',
  'about.no-notifications': 'Ostatnie powiadomienie nie zostało wyświetlone',
  'about.no-notifications-text':
    'O gościu bez działającego kodu informują tylko ikona w zasobniku i to okno. Zezwól na powiadomienia Latchkey w ustawieniach systemu. macOS może nie pokazywać powiadomień programu bez podpisu dewelopera.',
  'about.diagnostics': 'Diagnostyka',
  'about.diagnostics-text':
    'Dla osoby, która pomaga: wersja, system, ustawienia i ostatnie synchronizacje. Bez PIN-ów, danych logowania, nazwisk gości i nazw lokali.',
  'about.diagnostics-show': 'Pokaż diagnostykę',
  'about.diagnostics-hide': 'Ukryj diagnostykę',
  'about.diagnostics-copy': 'Skopiuj diagnostykę',
  'about.diagnostics-copied': 'Skopiowano diagnostykę.',
  'about.diagnostics-failed': 'Nie udało się odczytać diagnostyki',
  'about.diagnostics-failed-text': 'Kodów i gości to nie dotyczy. Spróbuj ponownie albo wyślij dziennik.',
  'about.licences': 'Licencje',
  'about.licences-text': 'Latchkey zawiera oprogramowanie innych autorów. Teksty licencji są w pliku THIRD_PARTY_NOTICES obok programu.',
  'about.licences-failed': 'Nie udało się pokazać listy. Jest w pliku THIRD_PARTY_NOTICES obok programu.',
  'about.licence-name': 'Nazwa',
  'about.licence-version': 'Wersja',
  'about.licence': 'Licencja',
};
