/** Acts on a door in Polish: questions and refusals. */
import type { doors as english } from '../en/main-doors.ts';
import type { Translated } from '../message.ts';

export const doors: Translated<typeof english> = {
  'door.ask.replace':
    'Drzwi „{door}” zostaną zastąpione drzwiami „{by}” w tych lokalach: {units}. Nowa klawiatura musi już być na drzwiach.',
  'door.ask.replace-people': 'Nowe drzwi dostaną też te osoby: {people}.',
  'door.ask.replace-codes': {
    one: 'Powstanie tam jeden kod; stary zostanie usunięty, gdy nowy zostanie odczytany.',
    few: 'Powstaną tam {count} kody; każdy stary zostanie usunięty, gdy nowy zostanie odczytany.',
    many: 'Powstanie tam {count} kodów; każdy stary zostanie usunięty, gdy nowy zostanie odczytany.',
    other: 'Powstanie tam {count} kodu; każdy stary zostanie usunięty, gdy nowy zostanie odczytany.',
  },
  'door.ask.replace-waits': {
    one: 'Ktoś może być w środku z jednym ze starych kodów: czeka on na Twoją zgodę.',
    few: 'Ktoś może być w środku z {count} starymi kodami: czekają one na Twoją zgodę.',
    many: 'Ktoś może być w środku z {count} starymi kodami: czekają one na Twoją zgodę.',
    other: 'Ktoś może być w środku z {count} starymi kodami: czekają one na Twoją zgodę.',
  },
  'door.ask.others-stay': {
    one: 'Jeden kod na starej klawiaturze nie pochodzi od Latchkey: zostanie tam i nie zostanie przeniesiony.',
    few: '{count} kody na starej klawiaturze nie pochodzą od Latchkey: zostaną tam i nie zostaną przeniesione.',
    many: '{count} kodów na starej klawiaturze nie pochodzi od Latchkey: zostaną tam i nie zostaną przeniesione.',
    other: '{count} kodu na starej klawiaturze nie pochodzi od Latchkey: zostaną tam i nie zostaną przeniesione.',
  },
  'door.ask.old-unread': 'Starego zamka nie da się odczytać, więc jego kody zostaną, dopóki nie będzie to możliwe.',
  'door.ask.prefix-kept':
    'Goście nadal wpisują {prefix} przed PIN-em. Jeśli nowa klawiatura wymaga innego prefiksu albo żadnego, zmień to w „Lokale i drzwi”, zanim komukolwiek przekażesz kod.',
  'door.ask.digits-kept':
    'Nowa klawiatura jest traktowana tak, jakby miała tylko cyfry {digits}, jak stara. Jeśli ma inne, zmień to w „Lokale i drzwi”.',
  'door.refused.mapping-unconfirmed': 'Lokale i drzwi pochodzą z kopii. Najpierw je sprawdź i potwierdź.',
  'door.refused.not-mapped': 'Ten zamek nie jest drzwiami żadnego lokalu.',
  'door.refused.several-doors': 'Ten zamek ma kilkoro drzwi z własną klawiaturą. Zmień je w „Lokale i drzwi”.',
  'door.refused.lock-unknown': 'Konto w The Keys nie ma nowego zamka.',
  'door.refused.no-keypad': 'Nowy zamek nie ma klawiatury.',
  'door.refused.several-keypads': 'Nowy zamek ma kilka klawiatur. Podaj jedną z nich: {keypads}.',
  'door.refused.keypad-unknown': 'Nowy zamek nie ma takiej klawiatury. Ma: {keypads}.',
  'door.refused.same-door': 'To są drzwi, które już tam są.',
  'door.refused.already-mapped': '{unit} ma już nowe drzwi. Usuń jedne z nich w „Lokale i drzwi”.',
  'door.ask.remove': 'Kod „{code}” zostanie usunięty z drzwi „{door}”.',
  'door.ask.remove-not-ours': 'Nie pochodzi od Latchkey.',
  'door.ask.remove-opens-now': 'Otwiera teraz te drzwi: ktoś może go używać.',
  'door.ask.remove-for-good': 'Tego nie można cofnąć.',
  'door.refused.no-such-code': 'Tego kodu nie ma już na tej klawiaturze.',
  'door.refused.guest-code':
    'To kod pobytu gościa. Aby nie wpuszczać gościa, zablokuj pobyt; jeśli lokal otwiera się inaczej, wybierz „Bez kodu”: latchkey stay {booking} --block albo --no-code.',
  'door.refused.person-code': 'Ten kod należy do osoby. Usuń osobę: latchkey people remove {person}.',
  'door.ask.restore': 'Kod „{code}” powstanie ponownie przy drzwiach „{door}”, do {until}, z PIN-em, który miał.',
  'door.ask.unlink':
    'Kod osoby {person} przy drzwiach „{door}” znów jest kodem utworzonym ręcznie: nazywa się „{code}”, zachowuje PIN i żadna synchronizacja już go nie zmienia.',
  'door.ask.restore-limited': 'Nie miał końca: teraz go dostanie.',
  'door.ask.restore-no-note': 'Notatka, którą miał, nie została zachowana.',
  'door.refused.busy': 'Trwa synchronizacja, więc niczego nie zmieniono. Spróbuj ponownie za minutę.',
  'door.refused.changed': 'Kod został w międzyczasie zmieniony, więc niczego nie usunięto. Sprawdź drzwi ponownie.',
  'door.refused.unverified': 'Nie ma pewności, że kod zniknął: może nadal otwierać drzwi. Sprawdź drzwi ponownie.',
  'door.refused.not-restored': 'Klawiatura nie przyjmuje już tego kodu, więc nie powstał ponownie.',
  'door.refused.restore-unverified': 'Nie ma pewności, że kod powstał ponownie. Sprawdź drzwi ponownie.',
  'door.refused.code-over': 'Ten kod i tak już by nie działał, więc nie powstanie ponownie.',
  'reveal.title': 'Pokazać kolejne PIN-y?',
  'reveal.body':
    'W ciągu minuty pokazano lub skopiowano dziesięć PIN-ów. Jeśli to nie Ty, wybierz „Nie pokazuj”, zakończ Latchkey i zmień PIN-y.',
  'reveal.yes': 'Pokaż PIN-y',
  'reveal.no': 'Nie pokazuj',
  'sheet.title': 'Drukować PIN-y?',
  'sheet.body': 'Kto znajdzie tę kartę, może otworzyć te drzwi. Trzymaj ją tam, gdzie goście jej nie zobaczą, a starą zniszcz.',
  'sheet.yes': 'Drukuj z PIN-ami',
  'sheet.no': 'Bez PIN-ów',
};
