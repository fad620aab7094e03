/** Words near a number, in the guests' languages: what it is the number of. They only ever excuse a number, and none is needed to find a PIN. */

/** A word that begins like one of these. */
function words(stems: string): RegExp {
  return new RegExp(String.raw`(?<!\p{L})(?:${stems.trim().replaceAll(/\s+/g, '|').replaceAll('_', '[ -]?')})`, 'giu');
}

/** Of a door: the number is its code. */
export const DOOR = words(`door entry entrance access keypad digicode porte entrée accès clavier serrure portail tür haustür wohnungstür
  eingang zugang tastenfeld schloss drzwi wejści dostęp klawiatur zamk zamek puerta portal acceso entrada teclado cerradura porta portone
  ingresso accesso tastierin serratura deur toegang toetsen slot(?!\\p{L}) acesso fechadura dveř vstup přístup klávesnic zámk zámek двер вхід
  доступ клавіатур зам[ок]к?`);

/** Of a code, whatever for. */
export const CODE = words(`code pin(?!\\p{L}) kod kód код пін código codice türcode pin-?code`);

/** Of something that is no door: all numbers of its sentence. */
export const ELSEWHERE = words(`wi_?fi wlan internet router ssid netzwerk network réseau_wi sieć netwerk síť мереж інтернет
  (?:the|a|our|room|in|im|den|der|au|le|du)_safe safe_(?:code|pin|box) tresor coffre sejf caja_fuerte cassaforte kluis cofre trezor сейф
  lock_?box key_?box key_?safe schlüsselbox schlüsselkasten schlüsselsafe boîte_(?:à|a)_cl skrytk skrzynk caja_de_(?:las_)?llaves
  cassetta sleutelkast caixa_de_chaves schránk скринь
  post_?code postal postleitzahl plz(?!\\p{L}) kod_pocztow zip(?!\\p{L}) c\\.a\\.p psč індекс
  promo discount coupon voucher gutschein rabat réduction remise zniżk descuento cupón sconto korting desconto slev знижк
  netflix tv(?!\\p{L}) télé fernseh iban siret vat(?!\\p{L}) ust tax_(?:id|number) invoice rechnung faktur facture factura fattura licen[sc]e
  registrierung registration_n`);

/** Passwords and keys: something else's, unless the sentence is about a door or a code. */
export const PASSWORD = words(`passwor kennwort mot_de_passe hasł contraseñ clave(?!\\p{L}) wachtwoord senha palavra_passe hesl парол key
  schlüssel clé klucz chiave sleutel chave klíč ключ`);

/** A booking's own number or PIN. */
export const BOOKING = words(`booking reservation réservation buchung reservierung rezerwacj reserva prenotazion reserver boeking rezervac
  бронюванн confirmation bestätigung`);
export const NUMBER_OF = words(`pin(?!\\p{L}) num numéro nummer numer número numero čísl номер no(?!\\p{L}) nr(?!\\p{L}) n° id(?!\\p{L})
  ref confirmation`);

const NAMED = `apartment appartement apartament apartamento appartamento apt app flat room unit suite studio floor level building block parking space
  spot bus tram line train flight metro platform exit highway route page locker
  wohnung whg zimmer haus hausnummer stock etage stellplatz parkplatz linie zug flug gleis ausfahrt straßenbahn straße strasse str
  chambre étage bâtiment bât place ligne vol sortie tramway
  mieszkanie mieszkania lokal pokój piętro budynek klatka autobus linia linię pociąg lot peron ulica ul
  piso habitación planta autobús línea tren vuelo calle interno int camera piano scala linea treno volo binario via
  kamer verdieping lijn trein vlucht bushalte quarto andar linha comboio voo autocarro
  byt bytu pokoj patro linka vlak let tramvaj квартира квартири кв кімната поверх автобус маршрут поїзд рейс будинок вулиця
  since seit depuis od desde dal sinds від з w anno year jahr année rok roku año ano jaar року
  tel telefon telefoon telefono teléfono téléphone telephone phone mobile handy call whatsapp hotline тел
  ref reference order id customer dossier kundennummer wohnungsnummer zimmernummer buchungsnummer rechnungsnummer hausnr`;
const LINKS = `(?:number|numéro|nummer|numer|número|numero|číslo|номер|no|nr|num|n|of|is|est|ist|jest|es|è|é|je|d'appartement|mieszkania|mieszkanie|del_piso|bytu|квартири)`;
/** Directly before a number: only this number is that of a flat, a bus, a year or a booking. A colon counts after "number" alone. */
export const NAMED_BEFORE = new RegExp(
  String.raw`(?<!\p{L})(?:${NAMED.trim().replaceAll(/\s+/g, '|')})(?:[.]?[ ]|[.]|°|#|[ ]?№)[ ]?(?:(?:${LINKS.replaceAll('_', ' ')})[.°]?[ ]?:?[ ]?){0,2}[#№]?[ ]?$|\p{L}[°º][ ]?$`,
  'iu',
);

/** A number called one, of what its clause says. */
export const NUMBER_BEFORE = new RegExp(
  String.raw`(?<!\p{L})(?:\p{L}*nummer|number|numéro|numer|número|numero|číslo|номер|ref|reference|tel|tél|phone|telephone|telefon|telefono|teléfono|telefone|téléphone|телефон|id)[.]?(?:[ ][\p{L}']+){0,3}[ ]?:?[ ]?$`,
  'iu',
);

/** What may be a year comes after one of these. */
export const YEAR_BEFORE =
  /(?<!\p{L})(?:from|of|in|around|circa|ca|von|aus|um|im|de|du|en|vers|uit|rond|z|w|del|di|nel|dal|em|do|v|od|у|в|з|since|seit|depuis|desde|sinds|anno|year|jahr|rok|roku)[.]?[ ]$/iu;

/** A year is a code only where it is called one. */
export const CALLED_A_CODE = new RegExp(
  String.raw`(?<!\p{L})(?:code|pin|kod|kód|код|пін|código|codice|\p{L}*code)(?:[ ]?[:=][ ]?|[ ](?:is|ist|est|jest|es|è|é|je|lautet|are|to)[ ](?:le[ ]|el[ ])?|[ ])["'„«*]?$`,
  'iu',
);
