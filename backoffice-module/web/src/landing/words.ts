import { frenchTexts, type Language } from "@visavis/visitor-widget/design";

const english = {
  title: "Visavis: see the visitor’s screen, with the visitor’s consent",
  lead: "Visavis adds screen sharing to the live chat a company already has: the agent asks, the visitor says yes, chooses what to show, and stops at any time. Nothing to install on either side; the picture normally goes straight from one browser to the other.",
  running: "This is a complete demonstration installation.",
  start: "Where to click",
  visitor: "The visitor",
  visitorText: "Browse the shop, open the chat in the corner and say something.",
  visitorLink: "Open the shop Maison Lumen",
  agent: "The agent",
  agentText: "See who is on the site, answer, and ask to see the visitor’s screen.",
  agentLink: "Open the backoffice",
  agentWho: "Sign in as camille or noor, password demo.",
  admin: "The account admin",
  adminText:
    "See whether the account may share screens, and ask for it. Atelier Brume may not yet.",
  adminLink: "Open the settings",
  adminWho: "alix for Maison Lumen, dominique for Atelier Brume, password demo.",
  operator: "The operator",
  operatorText: "Grant and revoke screen sharing, account by account.",
  operatorLink: "Open the operator’s page",
  operatorWho: "operator, password demo.",
  other: "Open the other shop, Atelier Brume",
  tips: "Good to know",
  tipList: [
    "Open the shop in another window, or better in another browser, so that you can be visitor and agent side by side.",
    "To share a screen the visitor needs a computer: phones cannot. The agent may use any recent browser.",
    "The shop’s page “Flash sale” never stands still: share it to see that the picture is live.",
    "When a share has run, its reason for ending and its length stand in the visitor’s record, under History.",
  ],
  demoTitle: "For demonstration only",
  demoText:
    "The shops, the chat, the backoffice, their people and their passwords only show how a host uses Visavis, and use nothing but its public interface. Visavis itself is the script tag, the sharing window, the panel, the two administration pages and the service behind them.",
};

const french: typeof english = {
  title: "Visavis : voir l’écran du visiteur, avec son accord",
  lead: "Visavis ajoute le partage d’écran au chat que l’entreprise a déjà : l’agent demande, le visiteur dit oui, choisit ce qu’il montre et arrête quand il veut. Rien à installer, ni d’un côté ni de l’autre ; l’image va d’ordinaire tout droit d’un navigateur à l’autre.",
  running: "Ceci est une installation de démonstration complète.",
  start: "Où cliquer",
  visitor: "Le visiteur",
  visitorText: "Parcourez la boutique, ouvrez la discussion dans le coin et dites quelque chose.",
  visitorLink: "Ouvrir la boutique Maison Lumen",
  agent: "L’agent",
  agentText: "Voyez qui est sur le site, répondez, et demandez à voir l’écran du visiteur.",
  agentLink: "Ouvrir le backoffice",
  agentWho: "Connectez-vous en tant que camille ou noor, mot de passe demo.",
  admin: "L’administrateur du compte",
  adminText:
    "Voyez si le compte peut partager des écrans, et demandez-le. Atelier Brume ne le peut pas encore.",
  adminLink: "Ouvrir les réglages",
  adminWho: "alix pour Maison Lumen, dominique pour Atelier Brume, mot de passe demo.",
  operator: "L’opérateur",
  operatorText: "Accordez et retirez le partage d’écran, compte par compte.",
  operatorLink: "Ouvrir la page de l’opérateur",
  operatorWho: "operator, mot de passe demo.",
  other: "Ouvrir l’autre boutique, Atelier Brume",
  tips: "Bon à savoir",
  tipList: [
    "Ouvrez la boutique dans une autre fenêtre, ou mieux dans un autre navigateur, pour être visiteur et agent côte à côte.",
    "Pour partager un écran, le visiteur a besoin d’un ordinateur : les téléphones ne le permettent pas. L’agent peut utiliser tout navigateur récent.",
    "La page « Vente flash » de la boutique ne s’arrête jamais : partagez-la pour voir que l’image est en direct.",
    "Après un partage, la raison de sa fin et sa durée se trouvent dans la fiche du visiteur, sous Historique.",
  ],
  demoTitle: "Seulement pour la démonstration",
  demoText:
    "Les boutiques, la discussion, le backoffice, leurs personnes et leurs mots de passe montrent seulement comment un hôte utilise Visavis, et n’emploient que son interface publique. Visavis, c’est la balise script, la fenêtre de partage, le panneau, les deux pages d’administration et le service derrière elles.",
};

/** Everything the landing page says. */
export type Words = typeof english;

/** The words in a language. */
export function words(language: Language): Words {
  if (language === "en") return english;
  return { ...frenchTexts(french), tipList: Object.values(frenchTexts(french.tipList)) };
}
