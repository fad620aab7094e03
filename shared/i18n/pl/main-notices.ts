/** Notifications, and the sentences of what needs the host, in Polish. */
import type { notices as english } from '../en/main-notices.ts';
import type { Translated } from '../message.ts';

export const notices: Translated<typeof english> = {
  'notice.rejected-title': '{cloud} nie przyjmuje danych logowania',
  'notice.rejected-body': 'Kody pozostają bez zmian, a nowe rezerwacje ich nie dostaną, dopóki nie poprawisz danych.',
  'notice.keychain-title': 'Nie można użyć pęku kluczy',
  'notice.unreachable-title': 'Brak połączenia z {cloud}',
  'notice.unreachable-body': 'Od {time}. Kody pozostają bez zmian; Latchkey próbuje dalej.',
  'notice.run-held-title': 'Przebieg czeka na decyzję',
  'notice.held-title': {
    one: '{count} usunięcie czeka na decyzję',
    few: '{count} usunięcia czekają na decyzję',
    many: '{count} usunięć czeka na decyzję',
    other: '{count} usunięcia czeka na decyzję',
  },
  'notice.held-body': 'Nic nie zostanie usunięte, dopóki nie zdecydujesz w Latchkey.',
  'notice.arrival-title': 'Przyjazd {time}: kod niepotwierdzony',
  'notice.arrival-now-title': 'Gość może już przyjechać: kod niepotwierdzony',
  'notice.arrival-body': '{unit}: nie udało się potwierdzić kodu na zamku. Jeszcze na nim nie polegaj.',
  'notice.arrivals-title': {
    one: '{count} przyjazd: kod niepotwierdzony',
    few: '{count} przyjazdy: kody niepotwierdzone',
    many: '{count} przyjazdów: kody niepotwierdzone',
    other: '{count} przyjazdu: kody niepotwierdzone',
  },
  'notice.arrivals-body': '{units}: nie udało się potwierdzić kodów na zamkach. Jeszcze na nich nie polegaj.',
  'notice.arrivals-body-more': '{units} i jeszcze {more}: nie udało się potwierdzić kodów na zamkach. Jeszcze na nich nie polegaj.',
  'notice.recovered-title': 'Znów w porządku',
  'notice.recovered-cloud': '{cloud} znów odpowiada.',
  'notice.recovered-credentials': '{cloud} znów przyjmuje dane logowania.',
  'notice.recovered-keychain': 'Pęk kluczy znów działa.',
  'notice.recovered-arrival': '{unit}: kod jest potwierdzony na zamku.',
  'notice.recovered-more': 'I jeszcze {more}.',

  'attention.arrival':
    '{unit}: przyjazd jest bliski lub trwa, a jego kod nie jest potwierdzony na zamku. Jeszcze na nim nie polegaj; sprawdź pobyt.',
  'attention.rejected': '{cloud} nie przyjmuje zapisanych danych logowania. Kody nie są utrzymywane, dopóki ich nie poprawisz.',
  'attention.not-connected': 'Konto {cloud} nie jest połączone. Do tego czasu kody nie są utrzymywane.',
  'attention.first-steps': 'Połącz Smoobu i The Keys, aby zacząć.',
  'attention.first-steps-map': 'Przypisz lokale do drzwi, aby przejść dalej. Na zamkach nic jeszcze nie zapisano.',
  'attention.first-steps-apply':
    'Wszystko gotowe. Na zamkach nic nie zostanie zapisane, dopóki w pierwszych krokach nie wybierzesz „Zastosuj”.',
  'attention.held': {
    one: '{count} usunięcie czeka na decyzję. Do tego czasu kod nadal otwiera swoje drzwi.',
    few: '{count} usunięcia czekają na decyzję. Do tego czasu kody nadal otwierają swoje drzwi.',
    many: '{count} usunięć czeka na decyzję. Do tego czasu kody nadal otwierają swoje drzwi.',
    other: '{count} usunięcia czeka na decyzję. Do tego czasu kody nadal otwierają swoje drzwi.',
  },
  'attention.unreachable': {
    one: 'Podczas ostatniego przebiegu nie można było połączyć się z {cloud}. Kody pozostają bez zmian; nowe rezerwacje ich nie dostaną, dopóki połączenie nie wróci.',
    few: 'Podczas {count} ostatnich przebiegów nie można było połączyć się z {cloud}. Kody pozostają bez zmian; nowe rezerwacje ich nie dostaną, dopóki połączenie nie wróci.',
    many: 'Podczas {count} ostatnich przebiegów nie można było połączyć się z {cloud}. Kody pozostają bez zmian; nowe rezerwacje ich nie dostaną, dopóki połączenie nie wróci.',
    other:
      'Podczas {count} ostatnich przebiegów nie można było połączyć się z {cloud}. Kody pozostają bez zmian; nowe rezerwacje ich nie dostaną, dopóki połączenie nie wróci.',
  },
  'attention.clock-skew': 'Zegar tego komputera wskazuje zły czas. Ustaw go poprawnie: do tego czasu nowe rezerwacje nie dostaną kodu.',
  'attention.clock-stepped': 'Zegar tego komputera przeskoczył. Żaden kod nie zostanie usunięty, dopóki tego nie sprawdzisz.',
  'attention.settings-recovered':
    'Nie udało się odczytać ustawień i odłożono je na bok. Sprawdź przypisanie: bez niego nie powstanie żaden kod.',
  'attention.history-recovered': 'Nie udało się odczytać historii i odłożono ją na bok. Zaczęto nową; kodów na zamkach to nie dotyczy.',
};
