# Langue, fuseau horaire, heures de silence, résumé.

flow-settings = vos paramètres
time-of-day = { $hour } h { $minute }
time-of-day-sharp = { $hour } h

settings-language-is = Je vous parle en { $language }.
settings-language-english = anglais
settings-language-french = français
settings-zone-is = Votre fuseau horaire est { $zone } : il y est { $time }.
settings-zone-nudges = Vos rappels gardent leurs heures : celui de 9 h vient maintenant à 9 h là-bas.
settings-zone-unknown = Je ne connais pas encore votre fuseau horaire.
settings-quiet-is = De { $from } à { $to }, je ne vous envoie rien, sauf un rappel dont vous avez choisi l'heure.
settings-quiet-none = Je peux vous écrire à toute heure.
settings-digest-is = Vous recevez les rappels de la journée en un seul message, à { $time }.
settings-digest-none = Vous recevez les rappels à leur heure.
settings-change = Voulez-vous changer quelque chose?
choice-settings-language = Langue
choice-settings-zone = Fuseau horaire
choice-settings-quiet = Heures de silence
choice-settings-digest = Résumé

settings-set = C'est fait.
settings-language-ask = Dans quelle langue voulez-vous parler? (Which language shall we speak?)
settings-language-set = À partir de maintenant, je vous parle en français.
settings-zone-ask = Quelle grande ville est dans votre fuseau horaire? Par exemple : Montréal ou Casablanca.
settings-zone-which = Voici où il est cette heure en ce moment; tous les endroits ne changent pas d'heure. Lequel est comme chez vous? Si aucun ne convient, nommez une ville.
choice-zone-name = { $zone }
settings-zone-wrong = Je n'ai pas trouvé « { $typed } ». Nommez une grande ville où il est la même heure que chez vous, comme Vancouver ou Paris.
settings-quiet-ask = De quelle heure à quelle heure ne dois-je rien vous envoyer? Par exemple : de 22 h à 7 h.
choice-settings-quiet-none = Pas d'heures de silence
settings-quiet-wrong = Je ne peux pas lire « { $typed } » comme des heures de silence. Donnez le début et la fin, en laissant au moins quatre heures pour écrire. Par exemple : de 22 h à 7 h.
settings-digest-ask = À quelle heure voulez-vous les rappels de la journée en un seul message? Par exemple : 8 h.
choice-settings-digest-none = Pas de résumé
settings-digest-wrong = Je ne peux pas lire « { $typed } » comme une heure. Par exemple : 8 h.

command-settings-show = Voir vos paramètres et les changer
command-settings-language = Français ou anglais
command-settings-timezone = Votre fuseau horaire, par une de ses villes
command-settings-quiet = Les heures où je ne vous envoie rien
command-settings-digest = Les rappels de la journée en un seul message
