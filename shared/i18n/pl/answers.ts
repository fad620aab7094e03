/** The answers to what is asked in the arrivals view. */
import type { answers as english } from '../en/answers.ts';
import type { Translated } from '../message.ts';

export const answers: Translated<typeof english> = {
  'arrivals.answer-approve': 'Teraz jest moje',
  'arrivals.answer-keep': 'Nie jest moje',
  'arrivals.answer-confirm': 'Wszystko się zgadza',
  'arrivals.answer-let-in': 'Wpuść ponownie',
  'arrivals.answer-keep-blocked': 'Zostaw zablokowane',
  'arrivals.answer-use-booking': 'Użyj godzin rezerwacji',
  'arrivals.answer-keep-change': 'Zachowaj zmianę',
  'arrivals.answer-block': 'Zablokuj',
  'arrivals.answer-make-again': 'Utwórz ponownie',
  'arrivals.answer-new-pin': 'Nowy PIN',
  'arrivals.answer-leave': 'Zostaw',
  'arrivals.answer-send-right-one': 'Wyślij właściwy PIN',
  'arrivals.answer-ignore': 'Ignoruj',
  'arrivals.answer-usual': 'Zwykła godzina',
  'arrivals.answer-morning-of-departure': 'Noc przed wyjazdem',
  'arrivals.answer-night-after': 'Noc po wyjeździe',
  'arrivals.answer-between-guests': 'Między gośćmi',
  'arrivals.answer-whole-day': 'Cały dzień',
  'arrivals.answer-arrived': 'Dotarła',
  'arrivals.answer-send-again': 'Wyślij ponownie',
  'arrivals.answer-send-verified': 'Wyślij dla potwierdzonych drzwi',
  'arrivals.answer-wait': 'Poczekaj',
  'arrivals.answer-send-change': 'Wyślij nowy PIN',
  'arrivals.answered-confirm': 'Latchkey korzysta z nich dalej.',
  'arrivals.answered-approve': 'Latchkey używa odtąd tego konta.',
  'arrivals.answered-keep': 'Dla tego konta nic nie zostanie zmienione. Wprowadź dane logowania poprzedniego.',
  'arrivals.answered-next-sync': 'Następna synchronizacja to uwzględni.',
  'arrivals.answered-before': 'Odpowiedź już została udzielona.',
};
