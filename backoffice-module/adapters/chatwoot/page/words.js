// What the tab says, in the browser's language.
const english = {
  title: "Screen sharing",
  looking: "Looking the conversation up…",
  outside: "This page belongs into a tab of Chatwoot: Settings, Integrations, Dashboard apps.",
  noContext:
    "Chatwoot did not say which conversation is open. Choose another conversation and come back.",
  signInWhy: "Sign in once with your Chatwoot access token, so that visitors read your true name.",
  accessToken: "Access token",
  accessTokenHelp:
    "You find it in Chatwoot under Profile settings, at the bottom. It is checked with Chatwoot and forgotten after 12 hours or when you sign out; it is never written down.",
  signIn: "Sign in",
  signOut: "Sign out",
  link: "Send a link into the conversation",
  window: "In a window of its own",
  show: "Show the window",
  back: "Back into this tab",
  sent: "The link is in the conversation.",
  leaving: "Leaving this tab ends a running share. A window of its own lets you write meanwhile.",
  leavingNow: "Leaving this tab ends the share.",
  leavingAsked:
    "The request waits while you read the messages; opening another conversation takes it back.",
  moved:
    "The panel is in a window of its own, whatever you open here. Closing that window ends a running share.",
  again: "Try again",
  elsewhere: "The window belongs to another tab of Chatwoot. Look for it among your windows.",
  blocked: "The browser did not open the window. Allow pop-ups for this page and try again.",
  "token-refused":
    "Chatwoot does not know this token, or its owner does not belong to the account.",
  "sign-in": "Your sign-in has ended. Please sign in again.",
  "sign-in-beside":
    "Your sign-in has ended. The share goes on for some minutes; sign in again for it to last.",
  "unknown-conversation": "This conversation is not known to Chatwoot, or not yours to see.",
  "too-many": "Too many tries. Wait a minute and try again.",
  "not-eligible": "Screen sharing is not available for your account.",
  "not-permitted-by-policy": "Your account does not let you ask for a screen share.",
  "request-open": "A request to this visitor is open already.",
  "visitor-busy": "This visitor is sharing with somebody already.",
  "not-written": "Chatwoot did not take the message. The request was taken back.",
  "chatwoot-away": "Chatwoot cannot be reached. Try again in a moment.",
  "visavis-away": "Visavis cannot be reached. Try again in a moment.",
  refused: "Visavis refused. The adapter’s log says why.",
  fault: "Something went wrong in the adapter. Its log says what.",
  away: "The adapter cannot be reached. Try again in a moment.",
};

const french = {
  title: "Partage d’écran",
  looking: "Recherche de la conversation…",
  outside:
    "Cette page a sa place dans un onglet de Chatwoot : Paramètres, Intégrations, Applications du tableau de bord.",
  noContext:
    "Chatwoot n’a pas dit quelle conversation est ouverte. Choisissez une autre conversation, puis revenez.",
  signInWhy:
    "Connectez-vous une fois avec votre jeton d’accès Chatwoot, pour que les visiteurs lisent votre vrai nom.",
  accessToken: "Jeton d’accès",
  accessTokenHelp:
    "Il se trouve dans Chatwoot, tout en bas des paramètres de votre profil. Il est vérifié auprès de Chatwoot, puis oublié au bout de 12 heures ou à la déconnexion ; il n’est jamais écrit nulle part.",
  signIn: "Se connecter",
  signOut: "Se déconnecter",
  link: "Envoyer un lien dans la conversation",
  window: "Dans une fenêtre à part",
  show: "Afficher la fenêtre",
  back: "Revenir dans cet onglet",
  sent: "Le lien est dans la conversation.",
  leaving:
    "Quitter cet onglet met fin au partage en cours. Une fenêtre à part permet d’écrire pendant ce temps.",
  leavingNow: "Quitter cet onglet met fin au partage.",
  leavingAsked:
    "La demande attend pendant que vous lisez les messages ; ouvrir une autre conversation la retire.",
  moved:
    "Le panneau est dans une fenêtre à part, quoi que vous ouvriez ici. Fermer cette fenêtre met fin à un partage en cours.",
  again: "Réessayer",
  elsewhere: "La fenêtre appartient à un autre onglet de Chatwoot. Cherchez-la parmi vos fenêtres.",
  blocked:
    "Le navigateur n’a pas ouvert la fenêtre. Autorisez les fenêtres surgissantes pour cette page, puis réessayez.",
  "token-refused":
    "Chatwoot ne connaît pas ce jeton, ou son propriétaire n’appartient pas au compte.",
  "sign-in": "Votre connexion a pris fin. Connectez-vous à nouveau.",
  "sign-in-beside":
    "Votre connexion a pris fin. Le partage continue quelques minutes ; connectez-vous à nouveau pour qu’il dure.",
  "unknown-conversation":
    "Chatwoot ne connaît pas cette conversation, ou vous n’avez pas le droit de la voir.",
  "too-many": "Trop d’essais. Attendez une minute, puis réessayez.",
  "not-eligible": "Le partage d’écran n’est pas disponible pour votre compte.",
  "not-permitted-by-policy": "Votre compte ne vous permet pas de demander un partage d’écran.",
  "request-open": "Une demande à ce visiteur est déjà ouverte.",
  "visitor-busy": "Ce visiteur partage déjà avec quelqu’un.",
  "not-written": "Chatwoot n’a pas pris le message. La demande a été retirée.",
  "chatwoot-away": "Chatwoot est injoignable. Réessayez dans un instant.",
  "visavis-away": "Visavis est injoignable. Réessayez dans un instant.",
  refused: "Visavis a refusé. Le journal de l’adaptateur dit pourquoi.",
  fault: "Une erreur s’est produite dans l’adaptateur. Son journal dit laquelle.",
  away: "L’adaptateur est injoignable. Réessayez dans un instant.",
};

export const language = /^fr\b/i.test(navigator.language) ? "fr" : "en";

/** The words for a code; the code itself where there are none. No-break spaces as French wants them. */
export function word(code) {
  const text = (language === "fr" ? french : english)[code] ?? code;
  return language === "fr"
    ? text.replace(/ ([:])/g, "\u00a0$1").replace(/ ([;!?])/g, "\u202f$1")
    : text;
}
