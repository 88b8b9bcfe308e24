# Rappels : des messages qui viennent parce que leur moment est venu.

flow-nudges = vos rappels
nudge-kind-pitch = dire votre présentation à voix haute

nudge-ask-what = Que dois-je vous rappeler? Quelques mots suffisent, comme « écrire à Ana ».
nudge-ask-when = Quand? Par exemple : demain 15 h, dans 2 semaines, tous les lundis à 9 h, ou 2026-12-01 09:30.
nudge-zone-guess = Une question d'abord, pour que le rappel vienne à la bonne heure : votre fuseau horaire est-il { $zone }?
nudge-zone-ask = Une question d'abord, pour que le rappel vienne à la bonne heure : quelle grande ville est dans votre fuseau horaire? Par exemple : Montréal ou Casablanca.
nudge-too-long = Cela fait { $length } caractères, et j'en garde jusqu'à { $most }. Que dois-je vous rappeler, en moins de mots?
nudge-too-many = Vous avez { $most } rappels prévus, et je ne peux pas en garder plus. `rappel liste` les montre; `rappel annuler` fait de la place.

nudge-no-time = Je ne peux pas lire « { $typed } » comme un moment. Par exemple : demain 15 h, dans 2 semaines, ou 2026-12-01 09:30. Pour laisser tomber : `arrêter`.
nudge-no-such-day = « { $typed } » : ce jour ou cette heure n'existe pas. Quand le voulez-vous? Par exemple : 28 février 15 h.
nudge-past = « { $typed } » est déjà passé. Donnez un moment à venir, comme demain 15 h.
nudge-too-far = « { $typed } », c'est dans plus de cinq ans, et je ne peux pas promettre d'être là. Donnez un moment plus proche, comme dans 6 mois.
nudge-two-days = « { $typed } » peut désigner deux jours différents. Écrivez le mois en lettres, comme 3 avril.

nudge-planned = Le { $day } à { $clock }, je vous rappellerai : « { $what } » (rappel { $number })
nudge-again = Il revient { $unit ->
        [day] { $count ->
            [one] tous les jours
           *[other] tous les { $count } jours
        }
        [week] { $count ->
            [one] toutes les semaines
           *[other] toutes les { $count } semaines
        }
        [month] { $count ->
            [one] tous les mois
           *[other] tous les { $count } mois
        }
       *[year] { $count ->
            [one] tous les ans
           *[other] tous les { $count } ans
        }
    }.
nudge-odd-skipped = Cette nuit-là, on avance l'heure : { $asked } n'existe pas, j'ai pris { $taken }.
nudge-odd-twice = Cette nuit-là, on recule l'heure : { $taken } vient deux fois, j'ai pris la première.
nudge-after-pause = Vos rappels sont en pause; il viendra donc le { $day } à { $clock }.
nudge-in-digest = Il viendra dans le résumé de ce jour-là.

nudge-told = C'est le moment : « { $what } »
nudge-told-late = Je m'en excuse, celui-ci arrive en retard; il était pour le { $day } : « { $what } »
nudge-told-missed = J'ai manqué l'heure, le { $day } à { $clock }, et je m'en excuse. Vous vouliez entendre ceci : « { $what } »
nudge-told-held = Ceci attendait la fin de votre pause : « { $what } »
nudge-kind-plan = votre plan pour une rencontre
nudge-told-plan = Votre rencontre approche. Voici ce que vous voulez demander. Respirez, souriez, et gardez-le sous les yeux.
choice-nudge-stop-plan = Ne plus me montrer mes plans le jour venu
choice-nudge-plan-again = Me montrer de nouveau mes plans le jour venu
nudge-plan-stopped = C'est fait : je ne vous montre plus de plans le jour venu. `questions plan` les montre en tout temps.
nudge-plan-again = C'est fait : je vous montre de nouveau vos plans le jour venu.
nudge-told-pitch = C'est un bon moment pour dire votre présentation une fois à voix haute, sans la lire. Voici celle que vous avez gardée :
nudge-pile-now = C'est le moment pour ceci :
nudge-pile-late = Pendant un moment, je n'ai pas pu vous joindre, et je m'en excuse. Voici ce qui est venu entre-temps :
nudge-pile-held = Votre pause est finie. Voici ce qui vous attendait :
nudge-pile-line = { $number }. « { $what } »
nudge-pile-line-late = { $number }. « { $what } » (c'était pour le { $day }, { $clock })
nudge-pile-hint = Pour l'un d'eux, tapez son numéro : `rappel fait { $number }`, ou `rappel reporter { $number } demain`.
nudge-in-passing = Rien ne presse. Quand nous aurons fini ici : `rappel fait { $number }`, ou `rappel reporter { $number } demain`.
nudge-say = Dites-moi que c'est fait, ou quand revenir, comme « demain 15 h ».
nudge-waits = Il attend. `rappel liste` le montre.

choice-nudge = { $what }
choice-nudge-done = C'est fait
choice-nudge-hour = Dans une heure
choice-nudge-tonight = Ce soir
choice-nudge-tomorrow = Demain
choice-nudge-next-week = La semaine prochaine
choice-nudge-practise = Pratiquer maintenant
choice-nudge-stop-these = Ne plus recevoir ces rappels
choice-nudge-all-done = Tout est fait
choice-nudge-all-tomorrow = Tout demain

nudge-done = Bien. C'est fait : « { $what } »
nudge-done-next = Bien. « { $what } », c'est fait pour cette fois. Le prochain vient le { $day } à { $clock }.
nudge-not-yet = « { $what } » n'est pas encore venu; la prochaine fois est le { $day } à { $clock }. Pour y mettre fin : `rappel annuler { $number }`.
nudge-comes-anyway = Il revient de toute façon le { $day } à { $clock } : « { $what } »
nudge-all-done = Bien. { $count ->
        [one] C'est fait.
       *[other] Les { $count } sont faits.
    }
nudge-all-later = Les { $count } reviendront le { $day } à { $clock }.
nudge-until = « { $what } » : quand dois-je vous le rappeler de nouveau?
nudge-cancelled = Je ne vous rappellerai plus ceci : « { $what } »
nudge-gone = Vous n'avez pas de rappel { $number } encore ouvert. `rappel liste` montre ceux que vous avez.
nudge-gone-now = Celui-là est déjà fait ou annulé, je n'ai donc rien changé. `rappel liste` montre ceux que vous avez.
nudge-which = Lequel?

nudge-none = Vous n'avez pas de rappel. Pour en prévoir un, tapez par exemple : `rappel ajouter écrire à Ana dans 2 semaines`.
nudge-none-own = Vous n'avez prévu aucun rappel vous-même.
nudge-list-planned = Prévus :
nudge-list-told = Je vous les ai rappelés; ils sont encore ouverts :
nudge-list-line = { $number }. { $day }, { $clock } : « { $what } »
nudge-list-more = { $count ->
        [one] Un autre est plus loin.
       *[other] { $count } autres sont plus loin.
    }
nudge-list-hint = Pour l'un d'eux, tapez son numéro : `rappel fait { $number }`, `rappel reporter { $number } demain`, `rappel annuler { $number }`.

nudge-paused = Vos rappels sont en pause jusqu'au { $day } à { $clock }.
nudge-pause-ask = Jusqu'à quand dois-je rester en silence? Par exemple : vendredi, dans 10 jours, ou 1er avril.
nudge-pause-set = Profitez du calme. Vos rappels reviennent le { $day } à { $clock }; d'ici là, rien ne se perd.
nudge-pause-over = La pause est finie. Si quelque chose attendait, cela vient maintenant.
nudge-pause-none = Vos rappels ne sont pas en pause.
choice-nudge-pause-week = Une semaine
choice-nudge-pause-weeks = Deux semaines
choice-nudge-pause-month = Un mois
choice-nudge-pause-end = Finir la pause
choice-nudge-pause-keep = La garder

nudge-stop-ask = Que voulez-vous changer?
choice-nudge-stop-pitch = Arrêter ceux pour pratiquer ma présentation
choice-nudge-pitch-again = Reprendre ceux pour pratiquer ma présentation
choice-nudge-stop-own = Annuler ceux que j'ai prévus
nudge-pitch-stopped = Je ne vous rappellerai plus de pratiquer votre présentation. Pour les retrouver : `rappel arrêter`.
nudge-pitch-again = Volontiers. La prochaine fois que vous garderez une présentation, je vous proposerai de revenir.
nudge-cancel-own = { $count ->
        [one] Vous avez prévu un rappel. Je l'annule?
       *[other] Vous avez prévu { $count } rappels. Je les annule tous?
    }
choice-nudge-cancel-all = Oui, annuler
choice-nudge-keep-all = Non, garder
nudge-own-cancelled = { $count ->
        [one] Il est annulé.
       *[other] Les { $count } sont annulés.
    }

command-nudge-list = Voir vos rappels : quoi, et quand
command-nudge-add = Prévoir un rappel, par exemple : écrire à Ana dans 2 semaines
command-nudge-done = Me dire que c'est fait
command-nudge-snooze = Remettre un rappel à plus tard
command-nudge-cancel = Annuler un rappel
command-nudge-pause = Pas de rappels jusqu'au jour de votre choix
command-nudge-stop = Arrêter certains rappels

# What is suggested while a time is being typed: each is one that is understood.
suggest-hour = dans 1 heure
suggest-tonight = ce soir
suggest-tomorrow = demain 9 h
suggest-monday = lundi prochain
suggest-weeks = dans 2 semaines
nudge-kind-follow-up = une relance
nudge-told-follow-up = Il y a cinq jours ouvrables, vous avez écrit à { $name }. Sans réponse, une relance reste polie; ensuite, n'insistez pas.
nudge-told-follow-up-nobody = Il y a cinq jours ouvrables, vous avez envoyé une demande. Sans réponse, une relance reste polie; ensuite, n'insistez pas.
choice-nudge-follow-up = Écrire la relance
choice-nudge-answered = J'ai eu une réponse
choice-nudge-stop-follow-up = Les relances de vos demandes
choice-nudge-follow-up-again = De nouveau les relances de vos demandes
nudge-follow-up-stopped = Je ne vous rappellerai plus de relancer.
nudge-follow-up-again = Je vous rappellerai de nouveau de relancer.
nudge-kind-night = une soirée d'entrevues simulées
nudge-told-night = La soirée d'entrevues simulées dans { $place } ({ $topic }) commence le { $day } à { $clock }{ $zone }. Venez comme vous êtes.
nudge-told-night-begun = Je suis désolé, ce rappel arrive tard. La soirée d'entrevues simulées dans { $place } ({ $topic }) a commencé le { $day } à { $clock }{ $zone }. Vous pouvez encore y aller.
nudge-told-night-gone = Je voulais vous rappeler une soirée d'entrevues simulées, et elle est passée. Je suis désolé de ce retard.
choice-nudge-coming = Je viens
choice-nudge-not-coming = Je ne peux pas venir
choice-nudge-stop-night = Les soirées d'entrevues simulées
choice-nudge-night-again = De nouveau les soirées d'entrevues simulées
nudge-night-stopped = Je ne vous rappellerai plus les soirées d'entrevues simulées.
nudge-night-again = Je vous rappellerai de nouveau les soirées d'entrevues simulées, à partir de la prochaine.
nudge-night-coming = Très bien, à bientôt.
nudge-night-say = Venez-vous? Choisissez, ou dites « je viens » ou « je ne peux pas ».
nudge-night-in-passing = Si vous ne pouvez pas venir : `soirée quitter`.
