/** Why a cloud or the keychain cannot be used, in Polish. */
import type { failures as english } from '../en/main-failures.ts';
import type { Translated } from '../message.ts';

export const failures: Translated<typeof english> = {
  'failure.credentials-missing': 'Nie zapisano danych logowania do {cloud}. Kody pozostają bez zmian, dopóki nie połączysz konta.',
  'failure.credentials-rejected':
    '{cloud} nie przyjmuje danych logowania. Kody pozostają bez zmian, a nowe rezerwacje ich nie dostaną, dopóki nie poprawisz danych.',
  'failure.forbidden':
    '{cloud} odmówiło dostępu: to konto nie może tego widzieć ani zmieniać, albo połączenie jest po drodze blokowane. Kody pozostają bez zmian; sprawdź konto.',
  'failure.not-found': '{cloud} nie zna tego, o co zapytano. Kody pozostają bez zmian; sprawdź przypisanie.',
  'failure.refused':
    '{cloud} odrzuciło żądanie. Kody pozostają bez zmian; spróbuj ponownie, a jeśli to się powtarza, zajrzyj do dziennika.',
  'failure.unreachable': 'Nie można połączyć się z {cloud}. Kody pozostają bez zmian; następny przebieg spróbuje ponownie.',
  'failure.timeout': '{cloud} nie odpowiedziało na czas. Kody pozostają bez zmian; następny przebieg spróbuje ponownie.',
  'failure.rate-limited': '{cloud} poprosiło o przerwę. Kody pozostają bez zmian; następny przebieg spróbuje ponownie.',
  'failure.server-error': 'W {cloud} wystąpiła awaria. Kody pozostają bez zmian; następny przebieg spróbuje ponownie.',
  'failure.bad-response': '{cloud} przysłało niezrozumiałą odpowiedź. Kody pozostają bez zmian; następny przebieg spróbuje ponownie.',
  'failure.clock-skew':
    'Zegar tego komputera zbyt mocno różni się od zegara {cloud}. Ustaw go poprawnie; do tego czasu nowe rezerwacje nie dostaną kodu.',
  'failure.aborted': 'Przebieg przerwano, zanim {cloud} odpowiedziało. Kody pozostają bez zmian; następny przebieg będzie kontynuować.',

  'keychain-missing.linux':
    'Brak pęku kluczy: zainstaluj libsecret (Debian: libsecret-1-0) oraz gnome-keyring lub KWallet i zaloguj się do pulpitu. Na komputerze bez pęku kluczy podaj dane logowania przez środowisko (LATCHKEY_…).',
  'keychain-missing.mac':
    'Nie można użyć pęku kluczy macOS: zainstaluj Latchkey ponownie i uruchom go jako zalogowany użytkownik. Na komputerze bez pęku kluczy podaj dane logowania przez środowisko (LATCHKEY_…).',
  'keychain-missing.windows':
    'Nie można użyć Menedżera poświadczeń Windows: zainstaluj Latchkey ponownie i sprawdź, czy działa jego usługa. Na komputerze bez niego podaj dane logowania przez środowisko (LATCHKEY_…).',
  'keychain-locked.linux':
    'Pęk kluczy jest zablokowany albo zgubił wpis: zaloguj się do pulpitu i odblokuj pęk kluczy logowania; jeśli nic nie pomaga, zapisz dane logowania ponownie.',
  'keychain-locked.mac':
    'Pęk kluczy jest zablokowany albo zgubił wpis: odblokuj go w programie Dostęp do pęku kluczy i zezwól Latchkey na dostęp; jeśli nic nie pomaga, zapisz dane logowania ponownie.',
  'keychain-locked.windows':
    'Menedżer poświadczeń nie odpowiedział albo zgubił wpis: zaloguj się do Windows; jeśli nic nie pomaga, zapisz dane logowania ponownie.',
  'keychain-failed.linux':
    'Pęk kluczy odmówił: otwórz program pęku kluczy swojego pulpitu, sprawdź, czy działa, i spróbuj ponownie; jeśli nic nie pomaga, zapisz dane logowania ponownie.',
  'keychain-failed.mac':
    'Pęk kluczy odmówił: otwórz Dostęp do pęku kluczy, sprawdź, czy pęk logowania działa, i spróbuj ponownie; jeśli nic nie pomaga, zapisz dane logowania ponownie.',
  'keychain-failed.windows':
    'Menedżer poświadczeń odmówił: otwórz go w panelu sterowania, sprawdź, czy działa, i spróbuj ponownie; jeśli nic nie pomaga, zapisz dane logowania ponownie.',
};
