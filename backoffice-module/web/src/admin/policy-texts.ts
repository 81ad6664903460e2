import type { Catalogue } from "../shared/language.ts";

const french = {
  loading: "Chargement…",
  failed: "Les règles de partage n’ont pas pu être chargées.",
  retry: "Réessayer",
  "read-only":
    "Vous voyez ces réglages en lecture seule : seule la personne qui administre le compte peut les modifier.",

  "who.title": "Qui peut demander un partage",
  "who.about":
    "Un agent envoie la demande ; le visiteur reste libre de dire non et d’arrêter à tout moment.",
  "who.every": "Tous les agents",
  "who.every.about":
    "Toute personne que votre outil présente comme agent peut demander un partage.",
  "who.listed": "Seulement certains agents",
  "who.listed.about":
    "Les autres voient la fiche du visiteur, mais pas de bouton : le volet leur dit à qui s’adresser.",
  "agents.label": "Agents autorisés",
  "agents.hint":
    "L’identifiant de l’agent dans votre outil : celui que porte son jeton (champ « sub »), par exemple « noor ». Plusieurs à la fois : séparez-les par des virgules.",
  "agents.add": "Ajouter",
  "agents.remove": "Retirer {agent}",
  "agents.none": "Personne pour l’instant.",
  "agents.count.one": "1 agent",
  "agents.count.many": "{count} agents",

  "surface.title": "Ce qui peut être montré",
  "surface.about":
    "Le navigateur laisse le visiteur choisir. Ce qui n’est pas permis est refusé ; un changement pendant le partage est coupé en une seconde environ.",
  "surface.any": "Un onglet, une fenêtre ou tout l’écran",
  "surface.any.about":
    "Le plus simple pour aider sur plusieurs logiciels. Vos agents peuvent apercevoir des messages ou des fichiers sans rapport.",
  "surface.window": "Un onglet ou une fenêtre",
  "surface.window.about":
    "Jamais tout l’écran : les notifications et les autres logiciels restent hors de vue, sauf une seconde environ quand le visiteur change de source.",
  "surface.tab": "Un onglet du navigateur seulement",
  "surface.tab.about":
    "Le plus protecteur : vos agents ne voient qu’un onglet ; tout le reste est refusé. Ne convient pas pour aider sur un logiciel installé.",
  "surface.browsers":
    "Firefox ne dit pas ce qui a été choisi : avec une limite, ses utilisateurs ne peuvent pas partager et sont invités à prendre Chrome ou Edge.",

  "relay.title": "Chemin des images",
  "relay.about":
    "Les images vont de navigateur à navigateur, chiffrées ; elles ne passent pas par le serveur de Visavis.",
  "relay.only": "Passer uniquement par un relais",
  "relay.only.about":
    "L’agent et le visiteur ne voient pas l’adresse réseau l’un de l’autre. Le relais transporte des images chiffrées qu’il ne peut pas lire. Compter un léger retard en plus.",
  "relay.none":
    "Indisponible : l’opérateur du service n’a installé aucun relais. Demandez-lui s’il peut le faire.",

  "retention.title": "Durée de conservation",
  "retention.about":
    "Aucune image n’est jamais enregistrée. Visavis garde qui a demandé, qui a accepté, quand et comment chaque partage a pris fin.",
  "retention.default": "La durée du service",
  "retention.default.about":
    "{days} jours : la durée que l’opérateur du service a choisie pour tous les comptes.",
  "retention.own": "Une durée propre au compte",
  "retention.own.about":
    "Passé ce délai, le partage, son consentement et ses traces sont effacés définitivement.",
  "retention.days": "Nombre de jours",
  "retention.days.hint":
    "De 1 à 3 650. 90 jours suffisent d’ordinaire pour traiter une réclamation.",

  "fault.agents.none": "Ajoutez au moins un agent, ou choisissez « Tous les agents ».",
  "fault.agents.many": "500 agents au plus.",
  "fault.agents.long": "Un identifiant est trop long : 128 caractères au plus.",
  "fault.agents.refused": "Le service n’accepte pas l’identifiant « {agent} ».",
  "fault.message.refused":
    "Le service n’accepte pas ce texte : retirez les caractères invisibles ou de commande.",
  "fault.message.long": "Trop long : 280 caractères au plus.",
  "fault.message.lines": "Un seul paragraphe : retirez les retours à la ligne.",
  "fault.url.kind": "Il faut une adresse complète qui commence par https://.",
  "fault.days.range": "Indiquez un nombre entier de 1 à 3 650.",
  "fault.relay.none": "Le service n’a pas de relais : cette règle empêcherait tout partage.",
  "fault.refused": "Le service n’accepte pas cette valeur.",

  "save.send": "Enregistrer",
  "save.discard": "Annuler les modifications",
  "save.clean": "Tout est enregistré.",
  "save.dirty": "Modifications non enregistrées",
  "save.done":
    "Enregistré, et valable dès maintenant ; les partages en cours se poursuivent. Une durée de conservation plus courte efface sans attendre.",
  "save.last": "Dernière décision : {by}, le {date}.",
  "save.never": "Réglages d’origine : personne n’a encore rien changé.",
  "trouble.fields": "Rien n’a été enregistré : corrigez ce qui est signalé.",
  "trouble.unreachable":
    "Rien n’a été enregistré : le service ne répond pas. Vos modifications restent ici ; réessayez.",
  "trouble.often":
    "Rien n’a été enregistré : ces réglages ont été modifiés trop souvent depuis une heure. Vos modifications restent ici ; réessayez plus tard.",
  "trouble.other": "Rien n’a été enregistré. Vos modifications restent ici ; réessayez.",

  "conflict.title": "{by} a modifié ces réglages pendant que vous y travailliez",
  "conflict.text":
    "C’était le {date}. Rien de ce que vous avez saisi n’est perdu, et rien n’est encore enregistré.",
  "conflict.there": "Modifié par {by} : {fields}.",
  "conflict.both":
    "Modifié des deux côtés : {fields}. Si vous continuez, c’est votre valeur qui restera.",
  "conflict.take": "Reprendre ses choix et garder mes modifications",
  "conflict.give-up": "Abandonner mes modifications",
  "conflict.somebody": "Quelqu’un",

  "shorter.title": "Effacer plus tôt ce qui est gardé ?",
  "shorter.text.one":
    "Les partages terminés et les appels à l’aide de plus d’un jour seront effacés, avec leurs traces, dans les minutes qui suivent et ne reviendront pas.",
  "shorter.text.many":
    "Les partages terminés et les appels à l’aide de plus de {days} jours seront effacés, avec leurs traces, dans les minutes qui suivent et ne reviendront pas.",
  "shorter.save": "Enregistrer et effacer",
  "shorter.back": "Ne pas enregistrer",

  "leave.title": "Vos modifications ne sont pas enregistrées",
  "leave.text": "Que faut-il en faire avant de changer de page ?",
  "leave.save": "Enregistrer et continuer",
  "leave.go": "Continuer sans enregistrer",
  "leave.stay": "Rester ici",

  "field.requestsFrom": "qui peut demander",
  "field.agents": "agents autorisés",
  "field.signedVisitorsOnly": "visiteurs signés",
  "field.visitorsMayAsk": "appel à l’aide",
  "field.surface": "ce qui peut être montré",
  "field.relayOnly": "relais",
  "field.messageFr": "message en français",
  "field.messageEn": "message en anglais",
  "field.logo": "logo",
  "field.languages": "langues",
  "field.privacyUrlFr": "lien de confidentialité en français",
  "field.privacyUrlEn": "lien de confidentialité en anglais",
  "field.retention": "durée de conservation",
  "field.typedAgents": "agent en cours de saisie",
};

/** Keys of the policy's texts. */
export type PolicyText = keyof typeof french;

/** The words of the sharing policy. */
export const policyTexts: Catalogue<PolicyText> = {
  fr: french,
  en: {
    loading: "Loading…",
    failed: "The sharing policy could not be loaded.",
    retry: "Try again",
    "read-only":
      "You can read these settings only: changing them is for the person who administers the account.",

    "who.title": "Who may request a share",
    "who.about":
      "An agent sends the request; the visitor is free to say no and to stop at any time.",
    "who.every": "Every agent",
    "who.every.about": "Whoever your tool presents as an agent may request a share.",
    "who.listed": "Certain agents only",
    "who.listed.about":
      "The others see the visitor’s record but no button: the panel tells them whom to turn to.",
    "agents.label": "Agents who may",
    "agents.hint":
      "The agent’s id in your tool, as it stands in their token (field “sub”), such as “noor”. Several at once: part them by commas.",
    "agents.add": "Add",
    "agents.remove": "Remove {agent}",
    "agents.none": "Nobody so far.",
    "agents.count.one": "1 agent",
    "agents.count.many": "{count} agents",

    "surface.title": "What may be shown",
    "surface.about":
      "The browser lets the visitor pick. What is not allowed is refused; a change during the share is cut within about a second.",
    "surface.any": "A tab, a window or the whole screen",
    "surface.any.about":
      "The easiest way to help with several programs. Your agents may catch sight of unrelated messages or files.",
    "surface.window": "A tab or a window",
    "surface.window.about":
      "Never the whole screen: notifications and other programs stay out of sight, but for about a second when the visitor switches.",
    "surface.tab": "A browser tab only",
    "surface.tab.about":
      "The most protective: your agents see one tab; everything else is refused. Not suited to helping with an installed program.",
    "surface.browsers":
      "Firefox does not tell what was picked: with a limit, people who use it cannot share and are asked to take Chrome or Edge.",

    "relay.title": "How pictures travel",
    "relay.about":
      "Pictures go from browser to browser, encrypted; they do not pass through the server of Visavis.",
    "relay.only": "By a relay only",
    "relay.only.about":
      "Agent and visitor do not see each other’s network address. The relay carries encrypted pictures that it cannot read. Expect a slight additional delay.",
    "relay.none":
      "Not available: the operator of the service has set up no relay. Ask them whether they can.",

    "retention.title": "How long it is kept",
    "retention.about":
      "No picture is ever recorded. Visavis keeps who asked, who accepted, when and how each share ended.",
    "retention.default": "As long as the service does",
    "retention.default.about":
      "{days} days: what the operator of the service chose for all accounts.",
    "retention.own": "As long as the account says",
    "retention.own.about":
      "After that time the share, its consent and its traces are deleted for good.",
    "retention.days": "Number of days",
    "retention.days.hint": "From 1 to 3,650. 90 days are usually enough to deal with a complaint.",

    "fault.agents.none": "Add at least one agent, or choose “Every agent”.",
    "fault.agents.many": "500 agents at most.",
    "fault.agents.long": "An id is too long: 128 characters at most.",
    "fault.agents.refused": "The service does not take the id “{agent}”.",
    "fault.message.refused":
      "The service does not take this text: take out invisible and control characters.",
    "fault.message.long": "Too long: 280 characters at most.",
    "fault.message.lines": "One paragraph only: take the line breaks out.",
    "fault.url.kind": "It takes a whole address that begins with https://.",
    "fault.days.range": "Give a whole number from 1 to 3,650.",
    "fault.relay.none": "The service has no relay: this rule would prevent every share.",
    "fault.refused": "The service does not take this value.",

    "save.send": "Save",
    "save.discard": "Discard the changes",
    "save.clean": "Everything is saved.",
    "save.dirty": "Changes not saved",
    "save.done":
      "Saved, and it holds from now on; shares under way go on. A shorter time of keeping deletes at once.",
    "save.last": "Last decision: {by}, {date}.",
    "save.never": "Original settings: nobody has changed anything yet.",
    "trouble.fields": "Nothing was saved: correct what is marked.",
    "trouble.unreachable":
      "Nothing was saved: the service does not answer. Your changes stay here; try again.",
    "trouble.often":
      "Nothing was saved: these settings were changed too often within the last hour. Your changes stay here; try again later.",
    "trouble.other": "Nothing was saved. Your changes stay here; try again.",

    "conflict.title": "{by} changed these settings while you were working on them",
    "conflict.text":
      "That was on {date}. Nothing that you entered is lost, and nothing is saved yet.",
    "conflict.there": "Changed by {by}: {fields}.",
    "conflict.both": "Changed on both sides: {fields}. If you go on, your value will stand.",
    "conflict.take": "Take over their choices and keep my changes",
    "conflict.give-up": "Give up my changes",
    "conflict.somebody": "Somebody",

    "shorter.title": "Delete earlier what is kept?",
    "shorter.text.one":
      "Shares that ended and calls for help more than a day old are erased within minutes, with their traces, and do not come back.",
    "shorter.text.many":
      "Shares that ended and calls for help more than {days} days old are erased within minutes, with their traces, and do not come back.",
    "shorter.save": "Save and delete",
    "shorter.back": "Do not save",

    "leave.title": "Your changes are not saved",
    "leave.text": "What should become of them before you go to another page?",
    "leave.save": "Save and go on",
    "leave.go": "Go on without saving",
    "leave.stay": "Stay here",

    "field.requestsFrom": "who may request",
    "field.agents": "agents who may",
    "field.signedVisitorsOnly": "signed visitors",
    "field.visitorsMayAsk": "calling for help",
    "field.surface": "what may be shown",
    "field.relayOnly": "relay",
    "field.messageFr": "message in French",
    "field.messageEn": "message in English",
    "field.logo": "logo",
    "field.languages": "languages",
    "field.privacyUrlFr": "privacy link in French",
    "field.privacyUrlEn": "privacy link in English",
    "field.retention": "how long it is kept",
    "field.typedAgents": "agent being typed",
  },
};
