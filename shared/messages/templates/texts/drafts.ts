/** The built-in texts that are used once the user has looked at them. */
import type { LanguageTexts } from './language-texts.ts';

const es: LanguageTexts = {
  door: 'Puerta',
  templates: {
    code: `Hola, {guest}:

Este es el código de la puerta:

{doors}

Válido desde el {from} hasta el {until}.

{unit}
{address}

¡Feliz estancia!
{host}`,
    correction: `Hola, {guest}:

{change}

Esto es lo que vale ahora:

{doors}

Válido desde el {from} hasta el {until}.

Este mensaje sustituye al anterior.
{host}`,
  },
  changes: {
    pin: 'El código de la puerta ha cambiado.',
    doors: 'Han cambiado las puertas que abre el código.',
    shorter: 'El código funciona menos tiempo del que indicamos antes.',
    longer: 'El código funciona más tiempo del que indicamos antes.',
    times: 'Ha cambiado el horario en que funciona el código.',
  },
};

const it: LanguageTexts = {
  door: 'Porta',
  templates: {
    code: `Buongiorno {guest},

ecco il codice della porta:

{doors}

Valido da {from} a {until}.

{unit}
{address}

Buon soggiorno!
{host}`,
    correction: `Buongiorno {guest},

{change}

Ecco che cosa vale adesso:

{doors}

Valido da {from} a {until}.

Questo messaggio sostituisce il precedente.
{host}`,
  },
  changes: {
    pin: 'Il codice della porta è cambiato.',
    doors: 'Sono cambiate le porte che il codice apre.',
    shorter: 'Il codice vale per meno tempo di quanto indicato prima.',
    longer: 'Il codice vale per più tempo di quanto indicato prima.',
    times: 'Sono cambiati gli orari in cui il codice vale.',
  },
};

const nl: LanguageTexts = {
  door: 'Deur',
  templates: {
    code: `Hallo {guest},

Hier is uw deurcode:

{doors}

Geldig van {from} tot {until}.

{unit}
{address}

Een prettig verblijf!
{host}`,
    correction: `Hallo {guest},

{change}

Dit geldt nu:

{doors}

Geldig van {from} tot {until}.

Dit bericht vervangt het vorige.
{host}`,
  },
  changes: {
    pin: 'Uw deurcode is gewijzigd.',
    doors: 'De deuren die u met uw code opent, zijn gewijzigd.',
    shorter: 'Uw code werkt korter dan we eerder schreven.',
    longer: 'Uw code werkt langer dan we eerder schreven.',
    times: 'De tijden waarop uw code werkt, zijn gewijzigd.',
  },
};

const pt: LanguageTexts = {
  door: 'Porta',
  templates: {
    code: `Olá {guest},

Aqui está o código da porta:

{doors}

Válido de {from} até {until}.

{unit}
{address}

Boa estadia!
{host}`,
    correction: `Olá {guest},

{change}

Isto é o que vale agora:

{doors}

Válido de {from} até {until}.

Esta mensagem substitui a anterior.
{host}`,
  },
  changes: {
    pin: 'O código da porta mudou.',
    doors: 'Mudaram as portas que o código abre.',
    shorter: 'O código funciona durante menos tempo do que o indicado antes.',
    longer: 'O código funciona durante mais tempo do que o indicado antes.',
    times: 'Mudou o horário em que o código funciona.',
  },
};

const cs: LanguageTexts = {
  door: 'Dveře',
  templates: {
    code: `Dobrý den, {guest},

zde je kód ke dveřím:

{doors}

Platí od: {from}
Platí do: {until}

{unit}
{address}

Přejeme příjemný pobyt!
{host}`,
    correction: `Dobrý den, {guest},

{change}

Nyní platí:

{doors}

Platí od: {from}
Platí do: {until}

Tato zpráva nahrazuje předchozí.
{host}`,
  },
  changes: {
    pin: 'Kód ke dveřím se změnil.',
    doors: 'Změnily se dveře, které kód otevírá.',
    shorter: 'Kód platí kratší dobu, než jsme uvedli dříve.',
    longer: 'Kód platí delší dobu, než jsme uvedli dříve.',
    times: 'Změnila se doba, kdy kód platí.',
  },
};

const uk: LanguageTexts = {
  door: 'Двері',
  templates: {
    code: `Вітаємо, {guest}!

Ось код для дверей:

{doors}

Діє з: {from}
Діє до: {until}

{unit}
{address}

Приємного перебування!
{host}`,
    correction: `Вітаємо, {guest}!

{change}

Тепер діє таке:

{doors}

Діє з: {from}
Діє до: {until}

Це повідомлення замінює попереднє.
{host}`,
  },
  changes: {
    pin: 'Код для дверей змінився.',
    doors: 'Змінилися двері, які відчиняє код.',
    shorter: 'Код діє менше часу, ніж ми повідомляли раніше.',
    longer: 'Код діє довше, ніж ми повідомляли раніше.',
    times: 'Змінився час, коли діє код.',
  },
};

export const DRAFTS = { es, it, nl, pt, cs, uk };
