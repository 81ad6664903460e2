/** The panel's words in French; plain spaces, `frenchSpaces` makes them right. */
export const french = {
  "page.title": "Partage d’écran",

  "loading.title": "Connexion au service de partage…",
  "unreachable.title": "Le service de partage ne répond pas",
  "unreachable.text":
    "Le panneau réessaie tout seul et reprendra dès que le service répondra. Le reste de votre outil continue de fonctionner.",
  "misconfigured.title": "Il manque une information à ce panneau",
  "misconfigured.text":
    "L’adresse du panneau doit indiquer la clé du site (pk_…) et le visiteur, par un identifiant de 8 à 128 lettres, chiffres ou . _ : -. Si cela persiste, prévenez la personne qui a installé le partage d’écran.",
  "other-site.title": "Ce panneau est celui d’un autre compte",
  "other-site.text":
    "L’adresse du panneau et l’autorisation transmise par votre outil ne désignent pas le même compte. Prévenez la personne qui a installé le partage d’écran : la clé du site dans l’adresse et l’émetteur du jeton doivent être les mêmes.",
  "token-missing.title": "En attente de l’autorisation de votre outil",
  "token-missing.text":
    "Votre outil n’a pas transmis l’autorisation de l’agent. Réessayez, ou rouvrez cette page depuis votre outil.",
  "token-refused.title": "Autorisation refusée",
  "token-refused.text":
    "L’autorisation transmise par votre outil n’est pas valable pour ce visiteur, ou a expiré. Réessayez, ou reconnectez-vous à votre outil ; si cela persiste, prévenez la personne qui administre votre compte.",
  "taken-over.title": "Ce panneau a été ouvert ailleurs",
  "taken-over.text": "Une autre fenêtre a pris le relais. Vous pouvez revenir ici.",

  "not-eligible.title": "Le partage d’écran n’est pas disponible pour votre compte",
  "not-eligible.unknown": "Le compte {account} n’a pas accès au partage d’écran pour le moment.",
  "not-eligible.never-granted": "Le compte {account} n’a pas encore accès au partage d’écran.",
  "not-eligible.revoked": "L’accès du compte {account} au partage d’écran a été retiré.",
  "not-eligible.past-end-date":
    "L’accès du compte {account} au partage d’écran a pris fin le {date}.",
  "not-eligible.past-end-date-unknown":
    "L’accès du compte {account} au partage d’écran est arrivé à son terme.",
  "not-eligible.how-agent":
    "Pour l’obtenir, adressez-vous à la personne qui administre votre compte : elle peut en faire la demande dans les réglages du partage d’écran.",
  "not-eligible.how-admin":
    "Vous administrez ce compte : vous pouvez demander l’accès dès maintenant. L’opérateur du service vous répondra.",
  "not-eligible.requested":
    "L’accès a été demandé le {date}. Ce panneau s’ouvrira de lui-même dès qu’il sera accordé.",

  "visitor-offline.title": "Le visiteur n’est pas sur le site",
  "visitor-offline.text":
    "Vous pourrez lui envoyer une demande dès son retour. Vous pouvez aussi créer un lien de partage, à lui envoyer par e-mail, SMS ou messagerie.",
  "visitor-unsupported.title": "Le navigateur du visiteur ne sait pas partager d’écran",
  "visitor-unsupported.text":
    "C’est le cas des téléphones, des tablettes et des navigateurs anciens. Proposez au visiteur de revenir depuis un ordinateur, avec une version récente de Chrome, Edge, Firefox ou Safari.",
  "idle.title": "Voir l’écran du visiteur",
  "idle.text":
    "Votre demande s’affiche sur sa page. Le visiteur choisit ce qu’il montre et peut arrêter à tout moment.",

  "may-not-request.title": "Les demandes de partage ne vous sont pas ouvertes",
  "may-not-request.text":
    "Le compte {account} réserve l’envoi des demandes à certains agents. Pour en faire partie, adressez-vous à la personne qui administre votre compte : c’est elle qui en tient la liste, dans les règles de partage.",

  "role.admin":
    "Votre rôle permet de voir l’état du partage. Envoyer une demande ou arrêter un partage revient aux agents.",

  "help.title": "Le visiteur demande de l’aide",
  "help.now": "Sa demande vient d’arriver.",
  "help.since": "Sa demande date de {minutes} min.",

  "requested.title": "Demande envoyée",
  "requested.text": "En attente de la réponse du visiteur.",
  "requested.link.title": "Le lien est prêt",
  "requested.link":
    "Envoyez ce lien au visiteur par le canal de votre choix : chat, e-mail ou SMS. Il s’ouvre sur un ordinateur et ne sert qu’une fois. La demande attend la réponse, même si vous quittez cette page.",
  "requested.countdown": "Sans réponse, la demande expire dans",
  "requested.offline":
    "Le visiteur vient de quitter le site. La demande l’attend jusqu’à son expiration.",

  "link.label": "Lien de partage",
  "link.until": "Valable jusqu’à {time}, une seule fois.",
  "link.copy": "Copier le lien",
  "link.copied": "Lien copié.",
  "link.not-copied":
    "La copie n’a pas été possible : le lien est sélectionné, copiez-le au clavier.",
  "link.instead": "Envoyer plutôt un lien",

  "accepted.title": "Le visiteur a accepté",
  "accepted.ready":
    "Activez la connexion : l’image apparaîtra dès que le visiteur aura choisi ce qu’il montre.",
  "accepted.waiting-you":
    "Le visiteur a choisi ce qu’il montre. Activez la connexion pour voir l’image.",
  "accepted.waiting-visitor": "Connexion activée. Il ne manque plus que le choix du visiteur.",
  "accepted.countdown.not-started": "Sans partage du visiteur, la demande prend fin dans",
  "accepted.countdown.not-activated": "Sans activation de votre part, le partage prend fin dans",

  "step.accepted": "Le visiteur a dit oui",
  "step.window": "Sa fenêtre de partage est ouverte",
  "step.window.waiting": "Sa fenêtre de partage s’ouvre…",
  "step.window.blocked": "Sa fenêtre de partage est bloquée",
  "step.capture": "Le visiteur partage {surface}",
  "step.capture.waiting": "Le visiteur choisit ce qu’il montre",
  "step.capture.picker": "Le visiteur choisit dans la liste de son navigateur…",
  "step.activate": "Vous avez activé la connexion",
  "step.activate.waiting": "À vous : activez la connexion",
  "step.state.done": "fait",
  "step.state.current": "en cours",
  "step.state.problem": "à résoudre",
  "step.state.todo": "à venir",

  "surface.monitor": "un écran entier",
  "surface.window": "une fenêtre",
  "surface.browser": "un onglet",
  "surface.unknown": "son écran",

  "notice.popup-blocked":
    "Le navigateur du visiteur a bloqué la fenêtre de partage. Un bouton lui est proposé pour l’ouvrir ; invitez-le à cliquer dessus.",
  "notice.picker-cancelled":
    "Le visiteur a refermé la liste de choix sans rien partager. Il peut recommencer avec « Partager mon écran ».",
  "notice.permission-denied":
    "Le système du visiteur interdit la capture d’écran. Il doit l’autoriser pour son navigateur (sur Mac : Réglages Système › Confidentialité et sécurité › Enregistrement de l’écran), puis réessayer.",
  "notice.capture-failed":
    "La capture n’a pas démarré chez le visiteur. Il peut réessayer, ou choisir autre chose à montrer.",
  "notice.surface-refused":
    "Le visiteur a choisi autre chose qu’{allowed}. Votre compte ne l’accepte pas : cette image n’est pas transmise. Invitez-le à choisir {allowed}.",
  "notice.surface-unknown":
    "Votre compte n’accepte qu’{allowed}, et le navigateur du visiteur ne permet pas de le vérifier : rien n’est transmis. Invitez-le à revenir avec Chrome ou Edge sur un ordinateur, ou envoyez-lui un lien de partage à ouvrir avec l’un d’eux.",
  "notice.no-route":
    "Aucun chemin direct n’a été trouvé entre vos deux réseaux. Un pare-feu ou un VPN en est souvent la cause ; un autre réseau peut suffire.",
  "notice.no-route.relay":
    "L’image n’arrive pas. Votre compte ne la laisse passer que par un relais, et aucun relais n’a pu être joint des deux côtés : c’est la cause la plus probable. Prévenez la personne qui administre votre compte ; un autre réseau peut suffire.",
  "notice.no-relay.visitor":
    "L’image n’arrive pas : le relais dont elle a besoin ne répond pas au réseau du visiteur. Invitez-le à essayer sans VPN, ou depuis un autre réseau.",
  "notice.no-relay.agent":
    "L’image n’arrive pas : le relais dont elle a besoin ne répond pas à votre réseau. Essayez sans VPN, ou depuis un autre réseau.",
  "notice.no-relay.both":
    "L’image n’arrive pas : le relais dont elle a besoin ne répond ni au visiteur ni à vous ; il est sans doute arrêté. Prévenez la personne qui administre votre compte.",
  "notice.no-relay.refused":
    "L’image n’arrive pas : le relais dont elle a besoin refuse la connexion. Prévenez la personne qui administre votre compte : c’est une affaire de réglages.",
  "notice.no-relay.missing":
    "L’image n’arrive pas : votre compte ne la laisse passer que par un relais, et le service n’en a plus. Prévenez la personne qui administre votre compte.",

  "allowed.any": "un onglet, une fenêtre ou un écran",
  "allowed.window": "un onglet ou une fenêtre",
  "allowed.tab": "un onglet",

  "live.title": "Vous voyez l’écran du visiteur",
  "live.title.connecting": "Connexion avec le visiteur",
  "live.elapsed": "Durée du partage",
  "live.connecting": "L’image arrive…",
  "live.connecting.text": "La connexion s’établit entre les deux navigateurs.",
  "live.connecting.slow":
    "C’est plus long que d’habitude. Un réseau filtré, d’un côté ou de l’autre, peut en être la cause.",
  "live.countdown.no-media": "Sans image, le partage prend fin dans",
  "live.broken": "L’image est interrompue",
  "live.broken.text": "La connexion entre les deux navigateurs est rétablie automatiquement.",
  "paused.title": "Le visiteur a mis le partage en pause",
  "paused.text": "L’image revient dès qu’il le reprend. Rien n’est transmis pendant la pause.",
  "visitor-reconnecting.title": "La connexion du visiteur est coupée",
  "visitor-reconnecting.text": "Si elle revient à temps, le partage reprend tout seul.",
  "visitor-reconnecting.countdown": "Sans retour, le partage prend fin dans",
  "link-lost.title": "Connexion au service interrompue",
  "link-lost.text":
    "Le panneau se reconnecte. L’image continue tant que la liaison directe avec le visiteur tient.",

  "busy-self.title": "Ce partage est ouvert dans une autre de vos fenêtres",
  "busy-self.text":
    "Continuez dans cette fenêtre-là. Si vous ne la retrouvez plus, arrêtez le partage ici, puis envoyez une nouvelle demande.",
  "busy-other.title": "{agent} est déjà avec ce visiteur",
  "busy-other.requested":
    "{agent} lui a envoyé une demande de partage. Vous pourrez envoyer la vôtre quand celle-ci sera terminée.",
  "busy-other.sharing":
    "{agent} voit l’écran de ce visiteur. Vous pourrez envoyer une demande quand ce partage sera terminé.",

  "ended.title": "Partage terminé",
  "ended.title.request": "Demande terminée",
  "ended.duration": "Durée : {duration}",
  "ended.visitor-stopped": "Le visiteur a arrêté le partage.",
  "ended.agent-stopped": "Vous avez arrêté le partage.",
  "ended.early.visitor-stopped": "Le visiteur a annulé. Rien n’a été montré.",
  "ended.early.agent-stopped": "Vous avez annulé la demande. Rien n’a été montré.",
  "ended.early.capture-ended":
    "La capture s’est arrêtée chez le visiteur avant que rien ne soit montré.",
  "ended.capture-ended":
    "Le visiteur a arrêté le partage depuis son navigateur, ou fermé l’onglet ou la fenêtre qu’il montrait.",
  "ended.popup-closed": "Le visiteur a fermé ou rechargé sa fenêtre de partage.",
  "ended.agent-left": "Vous avez quitté la page du partage d’écran.",
  "ended.visitor-lost": "La connexion du visiteur a été perdue et n’est pas revenue à temps.",
  "ended.agent-lost": "Votre connexion a été perdue et n’est pas revenue à temps.",
  "ended.agent-lost.key-revoked":
    "La clé qui répondait de vous a été révoquée ; le partage a été arrêté aussitôt.",
  "ended.expired": "Le visiteur n’a pas répondu à temps.",
  "ended.declined": "Le visiteur a répondu non.",
  "ended.declined.browser-unsupported":
    "Le navigateur du visiteur ne sait pas partager d’écran. Proposez-lui de revenir depuis un ordinateur, avec un navigateur récent.",
  "ended.not-started": "Le visiteur avait dit oui, mais n’a pas commencé à partager à temps.",
  "ended.not-activated": "La connexion n’a pas été activée à temps de votre côté.",
  "ended.eligibility-revoked": "L’accès de votre compte au partage d’écran a été retiré.",
  "ended.no-media":
    "L’image n’est pas arrivée. Un pare-feu ou un VPN empêche sans doute la liaison entre les deux navigateurs ; essayez depuis un autre réseau.",
  "ended.no-media.relay":
    "L’image n’est pas arrivée. Votre compte ne la laisse passer que par un relais, et aucun n’a sans doute pu être joint ; prévenez la personne qui administre votre compte, ou essayez depuis un autre réseau.",
  "ended.no-media.no-relay":
    "L’image n’est pas arrivée : le relais dont elle a besoin n’a pas été joint. Prévenez la personne qui administre votre compte, ou essayez depuis un autre réseau.",
  "ended.no-media.other":
    "L’image n’est pas arrivée à temps. Vérifiez avec le visiteur que ce qu’il montre est bien affiché, puis réessayez.",
  "ended.withdrawn": "Vous avez retiré la demande.",

  "action.request": "Envoyer une demande de partage",
  "action.request-link": "Créer un lien de partage",
  "action.request-again": "Nouvelle demande",
  "action.withdraw": "Retirer la demande",
  "action.activate": "Activer la connexion",
  "action.stop": "Arrêter le partage",
  "action.cancel": "Annuler la demande",
  "action.retry": "Réessayer",
  "action.take-back": "Continuer ici",
  "action.ask-access": "Demander l’accès",

  "reminder.accepted": "Le visiteur a moins de {seconds} secondes pour commencer le partage.",
  "reminder.activate": "Il vous reste moins de {seconds} secondes pour activer la connexion.",
  "reminder.requested": "La demande expire dans moins de {seconds} secondes.",

  "failure.request-open": "Une demande est déjà en cours pour ce visiteur.",
  "failure.visitor-busy": "Ce visiteur partage déjà son écran.",
  "failure.not-found": "Ce visiteur n’est plus joignable, ou la demande n’existe plus.",
  "failure.not-permitted":
    "Votre compte réserve les demandes de partage à certains agents. Adressez-vous à la personne qui l’administre.",
  "failure.state": "La situation vient de changer ; le panneau montre l’état actuel.",
  "failure.forbidden": "Votre autorisation ne permet pas cette action.",
  "failure.account-limit":
    "Votre entreprise a atteint sa limite de partages d’écran pour le moment. Réessayez un peu plus tard.",
  "failure.limit": "Trop d’actions en peu de temps. Patientez un instant, puis réessayez.",
  "failure.no-answer": "Le service n’a pas répondu. Vérifiez votre connexion, puis réessayez.",
  "failure.other": "Cela n’a pas fonctionné. Réessayez ; si cela persiste, prévenez votre support.",

  "quality.label": "Image",
  "quality.sharp": "Nette (texte)",
  "quality.smooth": "Fluide (mouvement)",
  "quality.low-data": "Économe en données",

  "view.video": "Écran partagé par le visiteur",
  "view.fit": "Ajuster",
  "view.actual": "Taille réelle",
  "view.fullscreen": "Plein écran",
  "view.fullscreen.leave": "Quitter le plein écran",
  "view.fullscreen.unavailable":
    "La page qui contient ce panneau n’autorise pas le plein écran. Ouvrez le panneau dans sa propre fenêtre, ou demandez à la personne qui a installé le partage d’écran de l’autoriser.",
  "view.size": "Taille de l’image",

  "connection.label": "Connexion",
  "connection.unknown": "Mesure en cours…",
  "connection.details": "Détails de la connexion",
  "connection.resolution": "Image reçue",
  "connection.fps": "Images par seconde",
  "connection.bitrate": "Débit",
  "connection.rtt": "Aller-retour",
  "connection.loss": "Perte de paquets",
  "connection.route": "Trajet",
  "connection.route.direct": "direct",
  "connection.route.relay": "par un relais",
  "connection.still": "Peu d’images : ce que montre le visiteur ne bouge pas.",

  "call.accepted": "Le visiteur a accepté le partage",
  "call.help": "Le visiteur demande de l’aide",
  "call.deadline": "Un partage va se fermer sans réponse",
  "call.declined": "Le visiteur a refusé le partage",
  "call.ended": "Le partage est terminé",
  "call.closed": "La demande de partage est close",
};
