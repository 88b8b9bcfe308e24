# Le tableau : les membres qui proposent de répondre aux questions lors des soirées de leur communauté.

command-guest = Les membres qui proposent de répondre aux questions lors des soirées
command-guest-signup = Proposer de répondre à des questions sur votre travail
command-guest-pause = Faire une pause
command-guest-resume = Reprendre après une pause
command-guest-list = Qui propose de répondre aux questions ici
command-option-guest-work = De quel travail vous pouvez parler
command-option-guest-field = Un domaine, ou un mot comme « étranger »
flow-guests = votre offre de répondre aux questions

guest-where = Le tableau est celui d'un salon ou d'un serveur. Tapez ceci là-bas; la réponse ne s'affichera que pour vous.
guest-not-on-board = Votre offre n'est pas encore au tableau. Pour vous proposer : `invité offrir`, dans le salon ou le serveur où les soirées ont lieu.
guest-signup = Lors d'une soirée d'entrevues simulées, vous répondez pendant un quart d'heure à des questions sur votre propre travail. Il n'y a rien à préparer, et aucun parcours n'est trop court.
guest-work = 1 sur 3. De quel travail pouvez-vous parler? Quelques mots suffisent, par exemple : soins infirmiers dans un petit hôpital.
guest-work-few = Quelques mots sur le travail, s'il vous plaît : { $most } caractères au plus. Par exemple : soins infirmiers dans un petit hôpital.
guest-tags = 2 sur 3. « { $work } ». Y a-t-il autre chose dont vous pourriez parler? Choisissez ce qui convient.
guest-tags-so-far = 2 sur 3. Jusqu'ici : { $tags }. Autre chose?
guest-tag-abroad = formation à l'étranger
guest-tag-changed = changement de métier
guest-tag-returned = retour au travail après une pause
choice-guest-abroad = J'ai étudié ou appris mon métier à l'étranger
choice-guest-changed = J'ai changé de métier
choice-guest-returned = J'ai repris le travail après une pause
choice-guest-no-tags = Rien de cela
choice-guest-tags-done = C'est tout
guest-often = 3 sur 3. À combien de soirées par mois, au plus, puis-je vous inviter? S'il n'y a pas de limite : `passer`.
guest-often-number = Choisissez une réponse, ou tapez un nombre de 1 à { $most }.
choice-guest-once = 1 soirée par mois
choice-guest-twice = 2 soirées par mois
choice-guest-weekly = 4 soirées par mois
guest-signed-up = Votre offre est au tableau. Merci. Les membres d'ici la voient avec votre nom, dans `invité liste` :
guest-offer = « { $work } »{ $count ->
        [0] { "" }
       *[other] { " " }({ $tags })
    }
guest-monthly = { $most ->
        [one] Je vous invite à une soirée par mois au plus.
       *[other] Je vous invite à { $most } soirées par mois au plus.
    }
guest-any-number = Je peux vous inviter à toutes les soirées.
guest-is-paused = Vous faites une pause : personne ne voit votre offre, et je ne vous demande rien. `invité reprendre` met fin à la pause.
guest-after = Je vous écris quand une soirée est annoncée, et vous répondez oui ou non. Pour une pause : `invité pause`. Pour changer quelque chose, ou quitter le tableau : `invité offrir`.
guest-known = Votre offre au tableau d'ici :
choice-guest-change = Changer quelque chose
choice-guest-off = Retirer mon offre du tableau
choice-guest-keep = Laisser comme c'est
guest-off = Votre offre n'est plus au tableau. Merci de l'avoir faite.
guest-stop = Rien n'a changé au tableau.
guest-paused = Bonne pause. Personne ne voit plus votre offre, et je ne vous demande rien. `invité reprendre` quand vous voudrez continuer.
guest-paused-already = Vous faites déjà une pause. `invité reprendre` y met fin.
guest-resumed = Heureux de vous revoir. Votre offre est de nouveau au tableau.
guest-resumed-already = Votre offre est au tableau; il n'y a pas de pause à terminer.
guest-list = { $count ->
        [one] Une personne propose de répondre aux questions :
       *[other] { $count } personnes proposent de répondre aux questions :
    }
guest-listed = • { $name } : « { $work } »{ $count ->
        [0] { "" }
       *[other] { " " }({ $tags })
    }
guest-listed-full = • { $name } : « { $work } »{ $count ->
        [0] { "" }
       *[other] { " " }({ $tags })
    }; de nouveau libre le mois prochain
guest-list-more = … et { $more } de plus. Un mot précise la recherche, par exemple : `invité liste hôpital`.
guest-list-none = Il n'y a encore aucune offre au tableau.
guest-list-none-for = Personne au tableau ne parle de « { $field } ». `invité liste` montre tout le monde.
guest-list-how = Ces personnes viennent répondre aux questions lors des soirées; je les place d'abord avec les gens que leur travail intéresse.
guest-list-offer = Vous pouvez vous proposer : `invité offrir`. Ce que vous faites intéressera quelqu'un.
guest-invited = Une soirée d'entrevues simulées est annoncée : { $day }, { $clock }{ $zone } ({ $topic }), dans { $place }. Vous avez proposé de parler de votre travail, « { $work } ». Viendriez-vous y répondre aux questions?
choice-guest-come = Oui, je viens
choice-guest-not-now = Pas cette fois
guest-invited-how = Si oui, appuyez sur « Je veux bien répondre aux questions » sous l'annonce, là-bas.
guest-invited-no = C'est très bien. Si vous trouvez le temps malgré tout, il y a un bouton sous l'annonce.
night-posted-asked = { $count ->
        [one] Je demande à une personne du tableau de venir répondre aux questions.
       *[other] Je demande à { $count } personnes du tableau de venir répondre aux questions.
    }
