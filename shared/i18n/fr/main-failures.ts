/** Why a cloud or the keychain cannot be used, in French. */
import type { failures as english } from '../en/main-failures.ts';
import type { Translated } from '../message.ts';

export const failures: Translated<typeof english> = {
  'failure.credentials-missing':
    'Aucun identifiant n’est enregistré pour {cloud}. Les codes restent tels quels tant que vous ne l’avez pas connecté.',
  'failure.credentials-rejected':
    '{cloud} n’accepte pas les identifiants. Les codes restent tels quels et les nouvelles réservations n’en ont pas tant que vous ne les avez pas corrigés.',
  'failure.forbidden':
    '{cloud} a refusé l’accès : ce compte n’a pas le droit de voir ou de modifier cela, ou la connexion est bloquée en chemin. Les codes restent tels quels ; vérifiez le compte.',
  'failure.not-found': '{cloud} ne connaît pas ce qui lui a été demandé. Les codes restent tels quels ; vérifiez la correspondance.',
  'failure.refused': '{cloud} a refusé la demande. Les codes restent tels quels ; réessayez, et consultez le journal si cela persiste.',
  'failure.unreachable': '{cloud} est injoignable. Les codes restent tels quels ; le prochain passage réessaie.',
  'failure.timeout': '{cloud} n’a pas répondu à temps. Les codes restent tels quels ; le prochain passage réessaie.',
  'failure.rate-limited': '{cloud} a demandé une pause. Les codes restent tels quels ; le prochain passage réessaie.',
  'failure.server-error': '{cloud} a rencontré une erreur interne. Les codes restent tels quels ; le prochain passage réessaie.',
  'failure.bad-response': '{cloud} a envoyé une réponse incompréhensible. Les codes restent tels quels ; le prochain passage réessaie.',
  'failure.clock-skew':
    'L’horloge de cet ordinateur s’écarte trop de celle de {cloud}. Mettez-la à l’heure ; d’ici là, les nouvelles réservations n’ont pas de code.',
  'failure.aborted':
    'Le passage a été interrompu avant la réponse de {cloud}. Les codes restent tels quels ; le prochain passage continue.',

  'keychain-missing.linux':
    'Il n’y a pas de trousseau : installez libsecret (Debian : libsecret-1-0) et gnome-keyring ou KWallet, puis ouvrez une session sur le bureau. Sur une machine qui n’en a pas, fournissez les identifiants par l’environnement (LATCHKEY_…).',
  'keychain-missing.mac':
    'Le trousseau de macOS n’a pas pu être utilisé : réinstallez Latchkey et lancez-le avec l’utilisateur qui a ouvert la session. Sur une machine sans trousseau, fournissez les identifiants par l’environnement (LATCHKEY_…).',
  'keychain-missing.windows':
    'Le Gestionnaire d’identification de Windows n’a pas pu être utilisé : réinstallez Latchkey et vérifiez que son service fonctionne. Sur une machine qui n’en a pas, fournissez les identifiants par l’environnement (LATCHKEY_…).',
  'keychain-locked.linux':
    'Le trousseau est verrouillé, ou il a perdu l’entrée : ouvrez une session sur le bureau et déverrouillez le trousseau de session ; si rien n’y fait, enregistrez à nouveau les identifiants.',
  'keychain-locked.mac':
    'Le trousseau est verrouillé, ou il a perdu l’entrée : déverrouillez-le dans Trousseaux d’accès et autorisez Latchkey ; si rien n’y fait, enregistrez à nouveau les identifiants.',
  'keychain-locked.windows':
    'Le Gestionnaire d’identification n’a pas répondu, ou il a perdu l’entrée : ouvrez une session Windows ; si rien n’y fait, enregistrez à nouveau les identifiants.',
  'keychain-failed.linux':
    'Le trousseau a refusé : ouvrez le gestionnaire de trousseaux de votre bureau, vérifiez qu’il fonctionne et réessayez ; si rien n’y fait, enregistrez à nouveau les identifiants.',
  'keychain-failed.mac':
    'Le trousseau a refusé : ouvrez Trousseaux d’accès, vérifiez que le trousseau de session fonctionne et réessayez ; si rien n’y fait, enregistrez à nouveau les identifiants.',
  'keychain-failed.windows':
    'Le Gestionnaire d’identification a refusé : ouvrez-le dans le panneau de configuration, vérifiez qu’il fonctionne et réessayez ; si rien n’y fait, enregistrez à nouveau les identifiants.',
};
