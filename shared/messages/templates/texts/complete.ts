/** The built-in texts in the languages that are complete. */
import type { LanguageTexts } from './language-texts.ts';

const en: LanguageTexts = {
  door: 'Door',
  templates: {
    code: `Hello {guest},

Here is your door code:

{doors}

Valid from {from} until {until}.

{unit}
{address}

Have a pleasant stay!
{host}`,
    correction: `Hello {guest},

{change}

This is what applies now:

{doors}

Valid from {from} until {until}.

This message replaces the earlier one.
{host}`,
  },
  changes: {
    pin: 'Your door code has changed.',
    doors: 'The doors that your code opens have changed.',
    shorter: 'Your code works for a shorter time than we told you.',
    longer: 'Your code works for a longer time than we told you.',
    times: 'The times when your code works have changed.',
  },
};

const fr: LanguageTexts = {
  door: 'Porte',
  templates: {
    code: `Bonjour {guest},

Voici votre code pour la porte :

{doors}

Valable du {from} au {until}.

{unit}
{address}

Bon séjour !
{host}`,
    correction: `Bonjour {guest},

{change}

Voici ce qui est valable maintenant :

{doors}

Valable du {from} au {until}.

Ce message remplace le précédent.
{host}`,
  },
  changes: {
    pin: 'Votre code pour la porte a changé.',
    doors: 'Les portes que votre code ouvre ont changé.',
    shorter: 'Votre code est valable moins longtemps que nous vous l’avions indiqué.',
    longer: 'Votre code est valable plus longtemps que nous vous l’avions indiqué.',
    times: 'Les heures de validité de votre code ont changé.',
  },
};

const de: LanguageTexts = {
  door: 'Tür',
  templates: {
    code: `Guten Tag {guest},

hier ist Ihr Türcode:

{doors}

Gültig von {from} bis {until}.

{unit}
{address}

Wir wünschen Ihnen einen angenehmen Aufenthalt!
{host}`,
    correction: `Guten Tag {guest},

{change}

Das gilt jetzt:

{doors}

Gültig von {from} bis {until}.

Diese Nachricht ersetzt die vorherige.
{host}`,
  },
  changes: {
    pin: 'Ihr Türcode hat sich geändert.',
    doors: 'Ihr Code öffnet nicht mehr genau dieselben Türen.',
    shorter: 'Ihr Code gilt kürzer, als wir Ihnen mitgeteilt haben.',
    longer: 'Ihr Code gilt länger, als wir Ihnen mitgeteilt haben.',
    times: 'Ihr Code gilt jetzt zu anderen Zeiten.',
  },
};

const pl: LanguageTexts = {
  door: 'Drzwi',
  templates: {
    code: `Dzień dobry, {guest}!

Oto kod do drzwi:

{doors}

Ważny od: {from}
Ważny do: {until}

{unit}
{address}

Życzymy udanego pobytu!
{host}`,
    correction: `Dzień dobry, {guest}!

{change}

Teraz obowiązuje:

{doors}

Ważny od: {from}
Ważny do: {until}

Ta wiadomość zastępuje poprzednią.
{host}`,
  },
  changes: {
    pin: 'Kod do drzwi się zmienił.',
    doors: 'Zmieniły się drzwi, które otwiera kod.',
    shorter: 'Kod działa krócej, niż podaliśmy wcześniej.',
    longer: 'Kod działa dłużej, niż podaliśmy wcześniej.',
    times: 'Zmienił się czas, w którym działa kod.',
  },
};

export const COMPLETE = { en, fr, de, pl };
