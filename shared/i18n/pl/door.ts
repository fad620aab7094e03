/** The panel of a door: who can open it, its codes, its spare code, its health, and replacing it. */
import type { door as english } from '../en/door.ts';
import type { Translated } from '../message.ts';

export const door: Translated<typeof english> = {
  'door.loading': 'Odczyt drzwi',
  'door.failed': 'Nie udało się odczytać drzwi',
  'door.failed-text': 'Kody przy drzwiach działają dalej. To, co widać poniżej, może być starsze.',
  'door.refresh': 'Odśwież',
  'door.not-read': 'Jeszcze nieodczytane',
  'door.unread': {
    one: '{count} kodu nie udało się odczytać; może otwierać drzwi.',
    few: '{count} kodów nie udało się odczytać; mogą otwierać drzwi.',
    many: '{count} kodów nie udało się odczytać; mogą otwierać drzwi.',
    other: '{count} kodów nie udało się odczytać; mogą otwierać drzwi.',
  },
  'door.room': '{used} z {count}',
  'door.updated': 'Aktualizacja',
  'door.codes': 'Kody',

  'door.battery': 'Bateria',
  'door.battery-unknown': 'Nieznana',
  'door.battery-good': 'Dobra ({volts} V)',
  'door.battery-volts': '{volts} V',
  'door.battery-low': 'Słaba: wymień wkrótce ({volts} V)',
  'door.battery-critical': 'Prawie pusta: wymień teraz ({volts} V)',
  'door.gateway': 'Bramka',
  'door.gateway-none': 'Brak: zmiana dotrze do tych drzwi dopiero, gdy zsynchronizuje je telefon',
  'door.gateway-unknown': 'Nieznana',
  'door.gateway-connected': 'Połączona',
  'door.gateway-silent': 'Milczy od {time}: zmiany mogą nie docierać do tych drzwi',

  'door.now': 'Mogą otworzyć teraz',
  'door.now-nobody': 'W tej chwili nikt nie może otworzyć kodem.',
  'door.next': 'Następnie',
  'door.later': 'Później',
  'door.ended': 'Już nie otwierają',
  'door.guest': 'Gość',
  'door.person': 'Osoba',
  'door.by-hand': 'Utworzony ręcznie',
  'door.outdated': 'Nieaktualny kod',
  'door.unknown-person': 'Utworzony przez Latchkey na innym komputerze',
  'door.maybe': 'może otwierać',
  'door.off': 'wyłączony',
  'door.nobodys': 'Nieprzypisany do nikogo',
  'door.always': 'zawsze',
  'door.from': 'od {start}',
  'door.until': 'do {end}',
  'door.from-until': '{start} – {end}',
  'door.has-schedule': 'tylko w niektóre dni',
  'door.no-name': 'Kod bez nazwy',
  'door.remove-name': 'Usuń kod: {name}',

  'door.spare': 'Kod zapasowy',
  'door.spare-text':
    'Zawsze otwiera te drzwi. Powstaje zawczasu, na wypadek gdy kod gościa nie działa, a internet lub bramka zawodzi. Jeśli został pokazany dla gościa, dostanie nowy PIN po zakończeniu jego pobytu.',
  'door.spare-off-title': 'Usunąć kod zapasowy: {door}?',
  'door.spare-made': 'Utworzono kod zapasowy: {door}.',
  'door.spare-removed': 'Usunięto kod zapasowy: {door}.',
  'door.spare-failed': 'Kod zapasowy nie został zmieniony',

  'door.history': 'Historia tych drzwi',

  'door.replace': 'Zastąp te drzwi wszędzie',
  'door.replace-text': {
    one: 'Nowy zamek zastąpi te drzwi w {count} lokalu i u wszystkich osób. Kody powstaną w nowym zamku z tymi samymi PIN-ami, zanim znikną stare.',
    few: 'Nowy zamek zastąpi te drzwi w {count} lokalach i u wszystkich osób. Kody powstaną w nowym zamku z tymi samymi PIN-ami, zanim znikną stare.',
    many: 'Nowy zamek zastąpi te drzwi w {count} lokalach i u wszystkich osób. Kody powstaną w nowym zamku z tymi samymi PIN-ami, zanim znikną stare.',
    other:
      'Nowy zamek zastąpi te drzwi w {count} lokalu i u wszystkich osób. Kody powstaną w nowym zamku z tymi samymi PIN-ami, zanim znikną stare.',
  },
  'door.replace-none': 'Na koncie nie ma innego wolnego zamka. Najpierw dodaj nowy zamek w aplikacji The Keys.',
  'door.replace-check': 'Sprawdź, czy są nowe zamki',
  'door.replace-by': 'Zastąp: {door}',
  'door.replace-title': 'Zastąpić drzwi {door} drzwiami {by}?',
  'door.replace-confirm': 'Zastąp drzwi',
  'door.replaced': 'Drzwi {door} zastąpiono drzwiami {by}.',
};
