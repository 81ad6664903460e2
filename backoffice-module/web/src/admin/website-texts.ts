import type { Catalogue } from "../shared/language.ts";

const french = {
  "help.title": "Appel à l’aide",
  "help.about": "D’ordinaire c’est l’agent qui propose un partage.",
  "help.ask": "Les visiteurs peuvent demander de l’aide d’eux-mêmes",
  "help.ask.about":
    "Votre site peut leur montrer un bouton « Demander de l’aide ». Vos agents voient l’appel et envoient, ou non, une demande de partage.",

  "signed.title": "Identité des visiteurs",
  "signed.about":
    "Votre site dit à Visavis de quel visiteur il s’agit. Une signature prouve que c’est bien votre serveur qui le dit.",
  "signed.only": "N’accepter que les visiteurs signés par notre serveur",
  "signed.only.about":
    "Personne ne peut se faire passer pour un autre visiteur. Les pages sans signature perdent aussitôt le partage d’écran : installez d’abord la signature partout.",

  "words.title": "Vos mots",
  "words.about":
    "Un message de votre entreprise, montré comme une citation dans la fenêtre de partage et sur la page d’acceptation. Il s’ajoute à ce que dit Visavis et ne le remplace pas.",
  "words.fr": "Message en français",
  "words.en": "Message en anglais",
  "words.hint": "Facultatif, un seul paragraphe, sans mise en forme.",
  "words.left": "encore {count}",
  "words.over": "{count} de trop",

  "logo.title": "Votre logo",
  "logo.about":
    "Montré dans une petite zone, en clair comme en sombre : préférez un fond transparent. PNG, JPEG ou WebP, 64 Kio et 1 024 × 1 024 pixels au plus.",
  "logo.choose": "Choisir une image",
  "logo.change": "Changer d’image",
  "logo.remove": "Retirer le logo",
  "logo.alt": "Logo choisi",
  "logo.none": "Aucun logo : le nom du compte est montré seul.",
  "logo.busy": "Envoi de l’image…",
  "logo.set": "Image reçue. Elle sera utilisée une fois les modifications enregistrées.",
  "logo.fault.type": "Ce fichier n’est pas une image PNG, JPEG ou WebP.",
  "logo.fault.size": "Image trop lourde : 64 Kio au plus. Réduisez-la ou enregistrez-la en WebP.",
  "logo.fault.pixels": "Image trop grande : 1 024 pixels de côté au plus.",
  "logo.fault.broken": "Cette image n’a pas pu être lue. Le fichier est peut-être abîmé.",
  "logo.fault.many": "Trop d’images envoyées récemment. Enregistrez d’abord, ou réessayez demain.",
  "logo.fault.unreachable": "Le service ne répond pas. L’ancien logo reste en place ; réessayez.",
  "logo.fault.refused": "Le service n’accepte pas cette image. Essayez-en une autre.",

  "languages.title": "Langues de vos visiteurs",
  "languages.about":
    "Le navigateur du visiteur choisit parmi elles. La première est pour ceux dont le navigateur n’en parle aucune.",
  "languages.fr": "Français seulement",
  "languages.en": "Anglais seulement",
  "languages.fr-en.about": "Les visiteurs d’une autre langue lisent le français.",
  "languages.en-fr.about": "Les visiteurs d’une autre langue lisent l’anglais.",
  "languages.fr.about": "Tous les visiteurs lisent le français.",
  "languages.en.about": "Tous les visiteurs lisent l’anglais.",
  "languages.fr-en": "Français, puis anglais",
  "languages.en-fr": "Anglais, puis français",

  "privacy.title": "Texte sur la vie privée",
  "privacy.about":
    "Un lien vers votre propre texte, montré là où le visiteur décide. Sans lien, rien n’est montré.",
  "privacy.fr": "Adresse en français",
  "privacy.en": "Adresse en anglais",
  "privacy.hint": "https://… S’il manque dans une langue, l’autre est proposée.",

  "preview.title": "Aperçu",
  "preview.about": "Ce que verrait un visiteur avec les choix de cette page, même non enregistrés.",
  "preview.frame": "Aperçu de ce que voit un visiteur",
  "preview.what": "Où",
  "preview.popup": "Fenêtre",
  "preview.card": "Carte",
  "preview.accept": "Lien",
  "preview.language": "Langue",
  "preview.theme": "Couleurs",
  "preview.light": "Clair",
  "preview.dark": "Sombre",
  "preview.inert": "Ceci est un aperçu : les boutons n’agissent pas.",
  "preview.unlisted": "Cette langue n’est pas proposée à vos visiteurs : ils voient l’autre.",
  "preview.agent": "Noor",
};

/** Keys of the texts. */
export type WebsiteText = keyof typeof french;

/** The words of the page on website and visitors, and of the preview. */
export const websiteTexts: Catalogue<WebsiteText> = {
  fr: french,
  en: {
    "help.title": "Calling for help",
    "help.about": "Usually it is the agent who proposes a share.",
    "help.ask": "Visitors may ask for help by themselves",
    "help.ask.about":
      "Your site may show them a button “Ask for help”. Your agents see the call and send a share request, or not.",

    "signed.title": "Who visitors are",
    "signed.about":
      "Your site tells Visavis which visitor it is. A signature proves that it is your server who says so.",
    "signed.only": "Take only visitors that our server has signed",
    "signed.only.about":
      "Nobody can pass for another visitor. Pages without a signature lose screen sharing at once: put the signature everywhere first.",

    "words.title": "Your words",
    "words.about":
      "A message from your company, shown as a quotation in the sharing window and on the accept page. It adds to what Visavis says and does not replace it.",
    "words.fr": "Message in French",
    "words.en": "Message in English",
    "words.hint": "Optional, one paragraph, no formatting.",
    "words.left": "{count} left",
    "words.over": "{count} too many",

    "logo.title": "Your logo",
    "logo.about":
      "Shown in a small box, in light as in dark: a transparent background is best. PNG, JPEG or WebP, 64 KiB and 1,024 × 1,024 pixels at most.",
    "logo.choose": "Choose a picture",
    "logo.change": "Change the picture",
    "logo.remove": "Remove the logo",
    "logo.alt": "Chosen logo",
    "logo.none": "No logo: the account’s name is shown alone.",
    "logo.busy": "Sending the picture…",
    "logo.set": "Picture received. It will be used once the changes are saved.",
    "logo.fault.type": "This file is not a PNG, JPEG or WebP picture.",
    "logo.fault.size": "The picture is too heavy: 64 KiB at most. Reduce it, or save it as WebP.",
    "logo.fault.pixels": "The picture is too large: 1,024 pixels a side at most.",
    "logo.fault.broken": "This picture could not be read. The file may be damaged.",
    "logo.fault.many": "Too many pictures sent lately. Save first, or try again tomorrow.",
    "logo.fault.unreachable": "The service does not answer. The former logo stays; try again.",
    "logo.fault.refused": "The service does not take this picture. Try another one.",

    "languages.title": "Your visitors’ languages",
    "languages.about":
      "The visitor’s browser chooses among them. The first is for those whose browser speaks none of them.",
    "languages.fr": "French only",
    "languages.en": "English only",
    "languages.fr-en.about": "Visitors of another language read French.",
    "languages.en-fr.about": "Visitors of another language read English.",
    "languages.fr.about": "Every visitor reads French.",
    "languages.en.about": "Every visitor reads English.",
    "languages.fr-en": "French, then English",
    "languages.en-fr": "English, then French",

    "privacy.title": "Privacy text",
    "privacy.about":
      "A link to your own text, shown where the visitor decides. Without a link nothing is shown.",
    "privacy.fr": "Address in French",
    "privacy.en": "Address in English",
    "privacy.hint": "https://… Where one language has none, the other is offered.",

    "preview.title": "Preview",
    "preview.about":
      "What a visitor would see with the choices of this page, also those not saved.",
    "preview.frame": "Preview of what a visitor sees",
    "preview.what": "Where",
    "preview.popup": "Window",
    "preview.card": "Card",
    "preview.accept": "Link",
    "preview.language": "Language",
    "preview.theme": "Colours",
    "preview.light": "Light",
    "preview.dark": "Dark",
    "preview.inert": "This is a preview: its buttons do nothing.",
    "preview.unlisted": "This language is not offered to your visitors: they see the other one.",
    "preview.agent": "Noor",
  },
};
