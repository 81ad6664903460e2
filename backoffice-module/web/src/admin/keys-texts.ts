import type { Catalogue } from "../shared/language.ts";

const french = {
  "keys.intro":
    "Votre serveur signe avec une de ces clés les jetons qui disent quel agent utilise le partage d’écran.",
  "keys.new": "Nouvelle clé",
  "keys.error": "Les clés n’ont pas pu être chargées.",
  "keys.retry": "Réessayer",
  "keys.empty": "Aucune clé pour l’instant. Créez-en une pour que votre serveur puisse signer.",
  "keys.kid": "Clé",
  "keys.created": "Créée",
  "keys.created.by": "par {by}",
  "keys.used": "Dernier usage",
  "keys.state": "État",
  "keys.actions": "Actions",
  "keys.never": "Jamais",
  "keys.unknown": "—",
  "keys.kind.secret": "secret partagé",
  "keys.kind.public-key": "clé publique",
  "keys.state.active": "Active",
  "keys.state.ending": "Prend fin le {date}",
  "keys.state.revoked": "Révoquée le {date}",
  "keys.roll": "Remplacer",
  "keys.roll.for": "Remplacer la clé {kid}",
  "keys.revoke": "Révoquer",
  "keys.revoke.for": "Révoquer la clé {kid}",
  "keys.revoked.list": "Clés révoquées ({count})",
  "keys.revoked.done": "La clé {kid} est révoquée, ou le sera à l’heure choisie.",

  "new.title": "Nouvelle clé",
  "new.kind": "Comment votre serveur signe-t-il ?",
  "new.kind.secret":
    "Avec un secret partagé (HS256). Nous le créons et le montrons une seule fois.",
  "new.kind.public":
    "Avec sa propre clé privée (RS256, ES256 ou EdDSA). Vous enregistrez ici la clé publique.",
  "new.publicKey": "Clé publique",
  "new.publicKey.hint": "Un bloc PEM « BEGIN PUBLIC KEY » ou un JWK. Jamais la clé privée.",
  "new.kid": "Identifiant (kid)",
  "new.kid.hint": "Facultatif : lettres, chiffres, point, tiret et souligné.",
  "new.send": "Créer la clé",
  cancel: "Annuler",

  "roll.text":
    "Une nouvelle clé est créée. L’ancienne reste valable le temps que vous choisissez, celui que votre serveur en change : personne n’est interrompu. Sans ce délai, les connexions ouvertes avec elle et leurs partages s’arrêtent en quelques secondes.",
  "roll.overlap": "L’ancienne clé reste valable",
  "roll.PT0S": "pas du tout (clé divulguée)",
  "roll.PT1H": "une heure",
  "roll.P1D": "un jour",
  "roll.P7D": "sept jours",
  "roll.send": "Remplacer",

  "revoke.text":
    "Plus aucun jeton signé avec cette clé ne sera accepté. Les connexions ouvertes avec elle et leurs partages s’arrêtent en quelques secondes.",
  "revoke.last":
    "C’est la seule clé enregistrée encore valable : sans autre clé, plus aucun agent ne pourra utiliser le partage d’écran, et cette page ne s’ouvrira plus.",
  "revoke.when": "Quand",
  "revoke.now": "Immédiatement",
  "revoke.hour": "Dans une heure",
  "revoke.day": "Dans un jour",
  "revoke.send": "Révoquer",

  "shown.title": "Votre nouvelle clé",
  "shown.once":
    "Copiez le secret maintenant et gardez-le sur votre serveur : il ne sera plus jamais affiché.",
  "shown.kid": "Identifiant (kid)",
  "shown.secret": "Secret",
  "shown.secret.hint": "À utiliser tel quel : sa valeur est ce texte, sans décodage.",
  "shown.public": "La clé publique est enregistrée ({algorithm}).",
  "shown.replaced": "L’ancienne clé {kid} prend fin le {date}.",
  "shown.copy": "Copier",
  "shown.copied": "Copié",
  "shown.done": "C’est noté",

  "set.title": "Clés publiées par votre serveur (JWKS)",
  "set.text":
    "Si votre serveur publie ses clés publiques à une adresse, indiquez-la : elles sont relues toutes les dix minutes.",
  "set.url": "Adresse",
  "set.url.hint": "https://… Laissez vide pour ne plus l’utiliser.",
  "set.test": "Tester",
  "set.save": "Enregistrer",
  "set.saved": "Enregistré.",
  "set.fetched": "Dernière lecture : {date}",
  "set.found": "Clés trouvées :",
  "set.none": "Cette adresse ne publie aucune clé utilisable.",
  "set.unusable": "non utilisable",
  "set.nameless": "sans identifiant",
  "set.problem.address": "Cette adresse n’est pas autorisée.",
  "set.problem.unreachable": "Votre serveur n’a pas répondu, ou pas à temps.",
  "set.problem.status": "Votre serveur a répondu par une erreur ou une redirection.",
  "set.problem.size": "La réponse est trop grande.",
  "set.problem.content": "La réponse n’est pas un ensemble de clés (JWKS).",
  "set.problem.busy": "Trop de lectures en même temps. Réessayez dans une minute.",

  "try.title": "Essayer un jeton",
  "try.text":
    "Collez un jeton fabriqué par votre serveur pour savoir s’il est accepté, et sinon pourquoi. Il n’est ni gardé ni journalisé.",
  "try.token": "Jeton",
  "try.send": "Essayer",
  "try.accepted": "Ce jeton est accepté.",
  "try.refused": "Ce jeton est refusé.",
  "try.said": "Ce que dit le jeton",

  "trouble.private":
    "Ceci est une clé privée ou secrète. Elle ne doit jamais quitter votre serveur ; nous ne l’avons pas envoyée.",
  "trouble.kid": "Cet identifiant n’est pas possible, ou votre compte l’a déjà utilisé.",
  "trouble.publicKey":
    "Cette clé n’est pas acceptée : il faut une clé publique RSA d’au moins 2048 bits, P-256 ou Ed25519, en PEM ou JWK.",
  "trouble.url": "Cette adresse n’est pas acceptée : il faut une adresse https publique.",
  "trouble.limit": "Trop de clés sont actives. Révoquez-en une d’abord.",
  "trouble.tries": "Trop d’essais. Patientez une minute.",
  "trouble.unreachable": "Le service ne répond pas. Réessayez.",
  "trouble.other": "Cela n’a pas fonctionné. Réessayez.",

  "fault.too-long": "Il dépasse 8192 caractères.",
  "fault.malformed":
    "Ce n’est pas un jeton JWT signé : trois parties en base64url séparées par des points.",
  "fault.header":
    "Son en-tête demande une lecture spéciale (crit, zip, b64), qui n’est pas permise.",
  "fault.type": "L’en-tête typ doit être « visavis-agent+jwt ».",
  "fault.kid-missing": "L’en-tête n’a pas de kid utilisable.",
  "fault.kid-unknown":
    "Votre compte n’a pas de clé avec ce kid, ni enregistrée ni publiée par votre serveur.",
  "fault.key-revoked": "La clé est révoquée.",
  "fault.key-unreadable": "Le secret de cette clé n’est plus lisible. Remplacez la clé.",
  "fault.algorithm": "L’algorithme (alg) n’est pas celui pour lequel la clé est enregistrée.",
  "fault.signature":
    "La signature ne correspond pas : autre secret ou autre clé, ou jeton modifié après signature.",
  "fault.secret-decoded":
    "Le bon secret, mais décodé du base64 avant de signer. Utilisez le texte tel quel.",
  "fault.secret-encoded":
    "Le bon secret, mais encodé en base64 avant de signer. Utilisez le texte tel quel.",
  "fault.issuer": "L’émetteur (iss) n’est pas la clé de site de ce compte.",
  "fault.audience": "Le destinataire (aud) doit être « visavis ».",
  "fault.subject": "Le sujet (sub) manque ou dépasse 128 caractères.",
  "fault.claim-missing": "iat, exp ou jti manque.",
  "fault.expired": "Il a expiré.",
  "fault.not-yet":
    "Il n’est pas encore valable : vérifiez l’horloge, et que iat et nbf sont en secondes, pas en millisecondes.",
  "fault.life": "Il dure trop longtemps : exp au plus 15 minutes après iat, et en secondes.",
  "fault.name": "Le nom (name) manque ou dépasse 200 caractères.",
  "fault.role": "Le rôle (role) doit être « agent » ou « admin ».",
  "fault.visitor": "Le visiteur (visitor) doit être un texte.",
  "fault.account": "Le compte manque.",
};

/** Keys of the texts about keys. */
export type KeysText = keyof typeof french;

/** The words of the section of keys. */
export const keysTexts: Catalogue<KeysText> = {
  fr: french,
  en: {
    "keys.intro":
      "With one of these keys your server signs the tokens that say which agent uses screen sharing.",
    "keys.new": "New key",
    "keys.error": "The keys could not be loaded.",
    "keys.retry": "Try again",
    "keys.empty": "No keys yet. Create one so that your server can sign.",
    "keys.kid": "Key",
    "keys.created": "Created",
    "keys.created.by": "by {by}",
    "keys.used": "Last used",
    "keys.state": "State",
    "keys.actions": "Actions",
    "keys.never": "Never",
    "keys.unknown": "—",
    "keys.kind.secret": "shared secret",
    "keys.kind.public-key": "public key",
    "keys.state.active": "Active",
    "keys.state.ending": "Ends on {date}",
    "keys.state.revoked": "Revoked on {date}",
    "keys.roll": "Replace",
    "keys.roll.for": "Replace key {kid}",
    "keys.revoke": "Revoke",
    "keys.revoke.for": "Revoke key {kid}",
    "keys.revoked.list": "Revoked keys ({count})",
    "keys.revoked.done": "Key {kid} is revoked, or will be at the time chosen.",

    "new.title": "New key",
    "new.kind": "How does your server sign?",
    "new.kind.secret": "With a shared secret (HS256). We make it and show it once.",
    "new.kind.public":
      "With a private key of its own (RS256, ES256 or EdDSA). You register the public key here.",
    "new.publicKey": "Public key",
    "new.publicKey.hint": "A PEM block “BEGIN PUBLIC KEY” or a JWK. Never the private key.",
    "new.kid": "Id (kid)",
    "new.kid.hint": "Optional: letters, digits, dot, hyphen and underscore.",
    "new.send": "Create the key",
    cancel: "Cancel",

    "roll.text":
      "A new key is created. The old one stays valid for as long as you choose, while your server changes over: nobody is interrupted. If it does not stay valid at all, connections that it opened, and their shares, end within seconds.",
    "roll.overlap": "The old key stays valid",
    "roll.PT0S": "not at all (it leaked)",
    "roll.PT1H": "for an hour",
    "roll.P1D": "for a day",
    "roll.P7D": "for seven days",
    "roll.send": "Replace",

    "revoke.text":
      "No token signed with this key will be accepted any more. Connections that it opened, and their shares, end within seconds.",
    "revoke.last":
      "This is the only registered key that is still valid: without another one no agent can use screen sharing, and this page will not open again.",
    "revoke.when": "When",
    "revoke.now": "At once",
    "revoke.hour": "In an hour",
    "revoke.day": "In a day",
    "revoke.send": "Revoke",

    "shown.title": "Your new key",
    "shown.once": "Copy the secret now and keep it on your server: it will never be shown again.",
    "shown.kid": "Id (kid)",
    "shown.secret": "Secret",
    "shown.secret.hint": "Use it as it stands: its value is this text, with no decoding.",
    "shown.public": "The public key is registered ({algorithm}).",
    "shown.replaced": "The old key {kid} ends on {date}.",
    "shown.copy": "Copy",
    "shown.copied": "Copied",
    "shown.done": "I have it",

    "set.title": "Keys published by your server (JWKS)",
    "set.text":
      "If your server publishes its public keys at an address, give it here: they are read again every ten minutes.",
    "set.url": "Address",
    "set.url.hint": "https://… Leave it empty to stop using it.",
    "set.test": "Test",
    "set.save": "Save",
    "set.saved": "Saved.",
    "set.fetched": "Last read: {date}",
    "set.found": "Keys found:",
    "set.none": "This address publishes no usable key.",
    "set.unusable": "not usable",
    "set.nameless": "without an id",
    "set.problem.address": "This address is not allowed.",
    "set.problem.unreachable": "Your server did not answer, or not in time.",
    "set.problem.status": "Your server answered with an error or a redirection.",
    "set.problem.size": "The answer is too large.",
    "set.problem.content": "The answer is not a key set (JWKS).",
    "set.problem.busy": "Too many reads at once. Try again in a minute.",

    "try.title": "Try a token",
    "try.text":
      "Paste a token made by your server to learn whether it is accepted, and if not, why. It is neither kept nor logged.",
    "try.token": "Token",
    "try.send": "Try",
    "try.accepted": "This token is accepted.",
    "try.refused": "This token is refused.",
    "try.said": "What the token says",

    "trouble.private":
      "This is a private or secret key. It must never leave your server; we have not sent it.",
    "trouble.kid": "This id is not possible, or your account has used it before.",
    "trouble.publicKey":
      "This key is not accepted: it takes a public key, RSA of at least 2048 bits, P-256 or Ed25519, as PEM or JWK.",
    "trouble.url": "This address is not accepted: it takes a public https address.",
    "trouble.limit": "Too many keys are active. Revoke one first.",
    "trouble.tries": "Too many tries. Wait a minute.",
    "trouble.unreachable": "The service does not answer. Try again.",
    "trouble.other": "That did not work. Try again.",

    "fault.too-long": "It is longer than 8192 characters.",
    "fault.malformed":
      "It is no signed JWT: three parts of base64url, separated by dots, are expected.",
    "fault.header":
      "Its header asks to be read in a special way (crit, zip, b64), which is not allowed.",
    "fault.type": "The header typ must be “visavis-agent+jwt”.",
    "fault.kid-missing": "The header has no usable kid.",
    "fault.kid-unknown":
      "Your account has no key of this kid, neither registered nor published by your server.",
    "fault.key-revoked": "The key is revoked.",
    "fault.key-unreadable": "This key’s secret can no longer be read. Replace the key.",
    "fault.algorithm": "The algorithm (alg) is not the one the key is registered for.",
    "fault.signature":
      "The signature does not fit: another secret or key, or the token was changed after signing.",
    "fault.secret-decoded":
      "The right secret, but decoded from base64 before signing. Use the text as it stands.",
    "fault.secret-encoded":
      "The right secret, but encoded in base64 before signing. Use the text as it stands.",
    "fault.issuer": "The issuer (iss) is not this account’s site key.",
    "fault.audience": "The audience (aud) must be “visavis”.",
    "fault.subject": "The subject (sub) is missing or longer than 128 characters.",
    "fault.claim-missing": "iat, exp or jti is missing.",
    "fault.expired": "It has expired.",
    "fault.not-yet":
      "It is not valid yet: check the clock, and that iat and nbf are seconds, not milliseconds.",
    "fault.life": "It lives too long: exp at most 15 minutes after iat, and in seconds.",
    "fault.name": "The name is missing or longer than 200 characters.",
    "fault.role": "The role must be “agent” or “admin”.",
    "fault.visitor": "The visitor must be a text.",
    "fault.account": "The account is missing.",
  },
};
