import type { Catalogue } from "../shared/language.ts";

const french = {
  "register.new": "Nouveau compte",
  "register.title": "Enregistrer un compte",
  "register.text":
    "Le compte n’a encore accès à rien : accordez-le ensuite. Sa première clé sera montrée une seule fois.",
  "register.name": "Nom de l’entreprise",
  "register.name.hint": "Tel que les visiteurs le liront.",
  "register.sites": "Origines de ses sites",
  "register.sites.hint": "Une par ligne, par exemple https://www.exemple.fr, sans chemin.",
  "register.backoffices": "Origines de son outil de support",
  "register.backoffices.hint":
    "Une par ligne. Sans aucune, le panneau ne s’ouvre que dans une fenêtre à part.",
  "register.send": "Enregistrer",
  "origins.action": "Origines",
  "origins.for": "Origines du compte {account}",
  "key.action": "Nouvelle clé",
  "key.for": "Nouvelle clé pour le compte {account}",
  "key.text":
    "Pour un compte dont personne n’a plus de clé valable. Les autres clés restent ; les administrateurs du compte les voient sur leur page.",
  "key.send": "Créer la clé",
  "shown.title": "Clé du compte {account}",
  "shown.text":
    "Transmettez ces trois valeurs à l’entreprise par un canal sûr. Le secret ne sera plus jamais affiché.",
  "shown.siteKey": "Clé de site",
  "shown.kid": "Identifiant de la clé (kid)",
  "shown.secret": "Secret",
  "shown.secret.hint": "À utiliser tel quel : sa valeur est ce texte, sans décodage.",
  "shown.copy": "Copier",
  "shown.copied": "Copié",
  "shown.done": "C’est noté",
  cancel: "Annuler",
  "trouble.name": "Indiquez un nom de 200 caractères au plus.",
  "trouble.siteOrigins":
    "Cette origine de site n’est pas possible : {origin}. Il faut https, un hôte en minuscules, ni chemin ni barre finale.",
  "trouble.backofficeOrigins":
    "Cette origine de l’outil n’est pas possible : {origin}. Il faut https, un hôte en minuscules, ni chemin ni barre finale.",
  "trouble.origins.many":
    "Cette liste est trop longue : 30 origines au plus. Retirez celles qui ne servent plus.",
  "trouble.limit": "Ce compte a trop de clés actives.",
  "trouble.unreachable": "Le service ne répond pas. Réessayez.",
  "trouble.other": "Cela n’a pas fonctionné. Réessayez.",
};

/** Keys of the texts about registering. */
export type RegisterText = keyof typeof french;

/** The words of registering accounts. */
export const registerTexts: Catalogue<RegisterText> = {
  fr: french,
  en: {
    "register.new": "New account",
    "register.title": "Register an account",
    "register.text":
      "The account has no access to anything yet: grant it afterwards. Its first key is shown once.",
    "register.name": "Name of the company",
    "register.name.hint": "As visitors will read it.",
    "register.sites": "Origins of its websites",
    "register.sites.hint": "One per line, such as https://www.example.com, without a path.",
    "register.backoffices": "Origins of its support tool",
    "register.backoffices.hint":
      "One per line. Without any, the panel opens in a window of its own only.",
    "register.send": "Register",
    "origins.action": "Origins",
    "origins.for": "Origins of {account}",
    "key.action": "New key",
    "key.for": "New key for {account}",
    "key.text":
      "For an account of which nobody has a valid key any more. Other keys stay; the account’s admins see them on their page.",
    "key.send": "Create the key",
    "shown.title": "Key of {account}",
    "shown.text":
      "Hand these three values to the company in a safe way. The secret will never be shown again.",
    "shown.siteKey": "Site key",
    "shown.kid": "Id of the key (kid)",
    "shown.secret": "Secret",
    "shown.secret.hint": "Use it as it stands: its value is this text, with no decoding.",
    "shown.copy": "Copy",
    "shown.copied": "Copied",
    "shown.done": "I have it",
    cancel: "Cancel",
    "trouble.name": "Give a name of at most 200 characters.",
    "trouble.siteOrigins":
      "This origin of a website is not possible: {origin}. It takes https, a host in lower case, no path and no slash at the end.",
    "trouble.backofficeOrigins":
      "This origin of the tool is not possible: {origin}. It takes https, a host in lower case, no path and no slash at the end.",
    "trouble.origins.many":
      "This list is too long: 30 origins at most. Take out those that are no longer used.",
    "trouble.limit": "This account has too many active keys.",
    "trouble.unreachable": "The service does not answer. Try again.",
    "trouble.other": "That did not work. Try again.",
  },
};
