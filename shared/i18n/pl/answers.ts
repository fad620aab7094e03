/** The answers to what is asked on the page Today. */
import type { answers as english } from '../en/answers.ts';
import type { Translated } from '../message.ts';

export const answers: Translated<typeof english> = {
  'answer.approve': 'Teraz jest moje',
  'answer.keep': 'Nie jest moje',
  'answer.confirm': 'Wszystko się zgadza',
  'answer.let-in': 'Wpuść ponownie',
  'answer.keep-blocked': 'Nie wpuszczaj',
  'answer.use-booking': 'Użyj godzin rezerwacji',
  'answer.keep-change': 'Zachowaj zmianę',
  'answer.block': 'Zablokuj',
  'answer.make-again': 'Utwórz ponownie',
  'answer.new-pin': 'Nowy PIN',
  'answer.leave': 'Zostaw',
  'answer.send-right-one': 'Wyślij właściwy PIN',
  'answer.ignore': 'Ignoruj',
  'answer.usual': 'Zwykła godzina',
  'answer.morning-of-departure': 'Noc przed wyjazdem',
  'answer.night-after': 'Noc po wyjeździe',
  'answer.between-guests': 'Między gośćmi',
  'answer.whole-day': 'Cały dzień',
  'answer.arrived': 'Dotarła',
  'answer.send-again': 'Wyślij ponownie',
  'answer.send-verified': 'Wyślij dla potwierdzonych drzwi',
  'answer.wait': 'Poczekaj',
  'answer.send-change': 'Wyślij nowy PIN',
  'answered.confirm': 'Latchkey korzysta z nich dalej.',
  'answered.approve': 'Latchkey używa odtąd tego konta.',
  'answered.keep': 'Dla tego konta nic nie zostanie zmienione. Wprowadź dane logowania poprzedniego.',
  'answered.next-sync': 'Następna synchronizacja to uwzględni.',
  'answered.before': 'Odpowiedź już została udzielona.',
};
