/** Connecting the accounts. */
import type { accounts as english } from '../en/accounts.ts';
import type { Translated } from '../message.ts';

export const accounts: Translated<typeof english> = {
  'accounts.none': 'Non connecté',
  'accounts.untried': 'Connecté, pas vérifié depuis le démarrage de Latchkey',
  'accounts.works': 'Connecté, vérifié : {time}',
  'accounts.works-given': 'Connecté (par la configuration), vérifié : {time}',
  'accounts.fails': 'Non connecté, vérifié : {time}',
  'accounts.user': 'Se connecte en tant que {user}.',
  'accounts.form-name': 'Identifiants de {cloud}',
  'accounts.smoobu-where':
    'Dans Smoobu, ouvrez Advanced › API Keys (Avancé › Clés API) et choisissez Create New. Le secret n’est affiché qu’une fois : copiez-le aussitôt.',
  'accounts.smoobu-open': 'Ouvrir Smoobu',
  'accounts.the-keys-where': 'Le numéro de téléphone et le mot de passe avec lesquels vous vous connectez à The Keys.',
  'accounts.demo-smoobu': 'Dans cette démo, la clé est {key} et le secret est {secret}.',
  'accounts.demo-the-keys': 'Dans cette démo, le numéro de téléphone est {phone} et le mot de passe est {password}.',
  'accounts.write-only': 'Ce qui est enregistré n’est jamais affiché ici ; on peut seulement le remplacer.',
  'accounts.api-key': 'Clé API',
  'accounts.api-secret': 'Secret API',
  'accounts.phone': 'Numéro de téléphone',
  'accounts.phone-forms': 'Sous toute forme courante, par exemple 06 39 98 00 12 ou +44 7700 900123.',
  'accounts.phone-used': 'Latchkey se connecte en tant que {phone}.',
  'accounts.phone-unclear':
    'Le pays n’est pas encore clair. Commencez par + et l’indicatif du pays, par exemple +44 ; un numéro de dix chiffres commençant par 0 est pris pour un numéro français.',
  'accounts.password': 'Mot de passe',
  'accounts.needed': 'Champ obligatoire',
  'accounts.save': 'Enregistrer et tester',
  'accounts.replace': 'Modifier les identifiants',
  'accounts.test': 'Tester à nouveau',
  'accounts.test-name': 'Tester à nouveau : {cloud}',
  'accounts.remove': 'Supprimer',
  'accounts.remove-name': 'Supprimer les identifiants de {cloud}',
  'accounts.said-works': '{cloud} est connecté.',
  'accounts.said-fails': '{cloud} ne fonctionne pas encore.',
  'accounts.said-removed': 'Les identifiants de {cloud} sont supprimés.',
  'accounts.looking': 'Lecture du contenu du compte',
  'accounts.found': 'Trouvé : {what}',
  'accounts.found-units': { one: '{count} logement', many: '{count} logements', other: '{count} logements' },
  'accounts.found-locks': { one: '{count} serrure', many: '{count} serrures', other: '{count} serrures' },
  'accounts.found-keypads': { one: '{count} clavier', many: '{count} claviers', other: '{count} claviers' },
  'accounts.no-keypads':
    'Sans clavier, aucun voyageur ne peut taper de code. Associez vos claviers dans l’application The Keys, puis testez à nouveau.',
  'accounts.no-units': 'Sans logement, il n’y a pas de réservation à suivre. Ajoutez-en un dans Smoobu, puis testez à nouveau.',
  'accounts.look-failed': 'La connexion fonctionne, mais le contenu du compte n’a pas pu être lu',
  'accounts.look-failed-text': 'Rien n’a été modifié, et les codes des portes continuent de fonctionner. Réessayez dans une minute.',
  'accounts.remove-title': 'Supprimer les identifiants de {cloud} ?',
  'accounts.remove-text':
    'Tant que {cloud} n’est pas reconnecté, les codes ne sont plus tenus à jour : les nouveaux voyageurs n’en reçoivent pas, et les séjours modifiés ou annulés ne sont pas suivis.',
  'accounts.remove-stays': 'Les codes présents sur les serrures y restent et fonctionnent jusqu’à la fin de leur séjour.',
  'accounts.guests':
    'Les codes présents sur les portes continuent de fonctionner. Les réservations nouvelles ou modifiées ne recevront le leur qu’une fois la connexion rétablie.',
  'accounts.failed-missing': 'Rien n’est enregistré pour {cloud}',
  'accounts.next-missing': 'Saisissez les identifiants ci-dessous.',
  'accounts.failed-rejected': '{cloud} n’accepte pas ces identifiants',
  'accounts.next-rejected-smoobu':
    'Saisissez à nouveau la clé et le secret. Si le secret est perdu, créez une nouvelle clé dans Smoobu sous Advanced › API Keys.',
  'accounts.next-rejected-the-keys':
    'Saisissez à nouveau le numéro de téléphone et le mot de passe. Essayez-les dans l’application The Keys, où vous pouvez aussi choisir un nouveau mot de passe.',
  'accounts.failed-forbidden': '{cloud} ne laisse pas ce compte voir ce dont Latchkey a besoin',
  'accounts.next-forbidden': 'Utilisez le compte du propriétaire, ou demandez-lui davantage de droits. Puis testez à nouveau.',
  'accounts.failed-unreachable': '{cloud} est injoignable d’ici',
  'accounts.next-unreachable': 'Vérifiez la connexion de cet ordinateur à Internet, puis testez à nouveau.',
  'accounts.failed-slow': '{cloud} n’a pas répondu à temps',
  'accounts.next-slow': 'Cela passe généralement tout seul. Testez à nouveau dans quelques minutes.',
  'accounts.failed-limited': '{cloud} a été interrogé trop souvent et demande une pause',
  'accounts.next-limited':
    'Attendez quelques minutes, puis testez à nouveau. Si cela revient, laissez Latchkey synchroniser moins souvent.',
  'accounts.failed-broken': '{cloud} n’a pas donné de réponse utilisable',
  'accounts.next-broken':
    'Le problème vient probablement de leur côté. Testez à nouveau dans quelques minutes ; si cela dure, regardez le journal.',
  'accounts.failed-clock': 'L’horloge de cet ordinateur n’est pas à l’heure, {cloud} refuse donc ses demandes',
  'accounts.next-clock': 'Laissez le système régler la date et l’heure automatiquement, puis testez à nouveau.',
  'accounts.failed-stopped': 'Le test de {cloud} a été interrompu',
  'accounts.next-stopped': 'Testez à nouveau.',
  'accounts.failed-keychain-missing': 'Cet ordinateur n’a pas de trousseau que Latchkey puisse utiliser',
  'accounts.next-keychain-missing':
    'Latchkey ne garde les identifiants que là. Sous Linux, installez libsecret et GNOME Keyring ou KWallet ; ailleurs, réinstallez Latchkey. Ouvrez une session de bureau et enregistrez encore une fois.',
  'accounts.failed-keychain-locked': 'Le trousseau de cet ordinateur est verrouillé, ou il a perdu l’entrée',
  'accounts.next-keychain-locked':
    'Déverrouillez-le dans le gestionnaire de trousseau de votre système et autorisez Latchkey. Si cela n’aide pas, saisissez à nouveau les identifiants.',
  'accounts.failed-keychain-failed': 'Le trousseau de cet ordinateur a refusé',
  'accounts.next-keychain-failed': 'Ouvrez le gestionnaire de trousseau de votre système, vérifiez qu’il fonctionne, et réessayez.',
  'accounts.save-failed': 'Les identifiants de {cloud} n’ont pas été enregistrés',
  'accounts.test-failed': '{cloud} n’a pas pu être testé',
  'accounts.remove-failed': 'Les identifiants de {cloud} n’ont pas été supprimés',
  'accounts.call-failed-text': 'Ce qui était enregistré est inchangé, et les codes des portes continuent de fonctionner. Réessayez.',
};
