# Soirées d'entrevues simulées : prévues, annoncées, rejointes, déplacées, annulées.

flow-nights = une soirée d'entrevues simulées
command-night = Des soirées où un groupe pratique ensemble, à trois
command-night-list = Les soirées prévues
command-night-plan = Prévoir une soirée (hôtes), par exemple : demain 19 h soins infirmiers
command-night-move = Changer l'heure d'une soirée (hôtes)
command-night-cancel = Annuler une soirée (hôtes)
command-night-join = Prendre une place à une soirée
command-night-leave = Laisser votre place à une soirée
command-option-night = Quelle soirée, par son numéro
command-option-night-when = Quand, par exemple : jeudi 19 h
night-when-minutes = Chaque conversation durera { $minutes } minutes. Quand la soirée commence-t-elle? Par exemple : jeudi 19 h.
command-option-night-topic = Ce que vous pratiquez ce soir-là, en quelques mots
command-option-night-minutes = La durée d'une conversation
command-option-night-rounds = Le nombre de tours; sans réponse, tout le monde pose ses questions une fois
command-option-night-people = Combien de personnes peuvent participer
command-option-night-language = La langue de l'annonce
command-option-night-as = Dire que vous voulez bien répondre aux questions
night-as-guest = Je veux bien répondre aux questions
whose-clocks = { " " }(heure { $zone })

invited-discord = Merci de m'accueillir dans { $name }. Ce que je dis à une personne, elle seule le voit; ce que les gens s'écrivent dans les salons, je ne le lis pas. Pour faire connaissance, écrivez `commencer`.
    Pour pratiquer ensemble, prévoyez une soirée d'entrevues simulées : écrivez `soirée prévoir` dans le salon où elle sera annoncée et tenue. Les personnes qui peuvent gérer le serveur sont des hôtes et peuvent le faire; il faut que je puisse voir ce salon et y écrire.
invited-matrix = Merci de m'accueillir dans { $name }. Ce que je dis à une personne arrive dans une discussion privée comme celle-ci; dans le salon, je ne réponds qu'aux commandes et à mon nom. Pour faire connaissance, écrivez `commencer` ici.
    Pour pratiquer ensemble, prévoyez une soirée d'entrevues simulées : écrivez `soirée prévoir` dans le salon où elle sera annoncée et tenue. Les personnes qui y ont le niveau 50 ou plus sont des hôtes et peuvent le faire.
night-where = Une soirée se prévoit dans un salon ou sur un serveur. Écrivez cela là-bas, où les gens le verront.
night-hosts = Seuls les hôtes peuvent le faire. `soirée liste` montre les soirées ouvertes à tout le monde.
host-asked-long-ago = Cela fait un moment, et je ne peux pas voir d'ici si vous y êtes encore hôte. Retapez la commande dans le salon ou le serveur même.
night-none = Aucune soirée n'est prévue ici.
night-gone = Cette soirée est passée, ou elle a été annulée. `soirée liste` montre les prochaines.
night-reminder-not-in = Vous n'êtes plus sur la liste de cette soirée, alors je ne vous la rappelle pas. `soirée liste` montre les prochaines.
night-not-in = Vous n'étiez pas sur la liste de cette soirée : il n'y a rien à annuler. `soirée liste` montre les prochaines.
night-full = { $most } soirées sont prévues ici, et je n'en garde pas plus. `soirée annuler` fait de la place.
night-which = Quelle soirée?
night-any-topic = sujet libre
choice-night = { $day }, { $clock }, { $topic }

night-zone-guess = Une question d'abord, pour que tout le monde voie la bonne heure : votre fuseau horaire est-il { $zone }?
night-zone = Une question d'abord, pour que tout le monde voie la bonne heure : quelle grande ville est dans votre fuseau horaire? Par exemple : Toronto, ou Casablanca.
night-when = Quand la soirée commence-t-elle? Vous pouvez ajouter ce que vous pratiquez, par exemple : jeudi 19 h, premières questions.
night-no-time = Je n'ai pas compris l'heure dans « { $typed } ». Par exemple : demain 19 h, ou le 3 décembre 19 h 30. Pour laisser cela : `arrêter`.
night-one-at-a-time = Je prévois une soirée à la fois. Quand est la première? Par exemple : jeudi 19 h.
night-too-far = C'est dans plus d'un an. Choisissez un jour plus proche, comme jeudi 19 h.
night-over-by-now = Cette heure est passée pendant que nous parlions. Quand la soirée commence-t-elle? Par exemple : demain 19 h.
night-hour = { $day } : à quelle heure? Par exemple : 19 h.
night-ready = Voici ce que j'annoncerais dans { $place } :
night-ready-most = Il y a { $most } places; les personnes suivantes vont sur une liste d'attente.
night-ready-language = L'annonce sera dans cette langue : { $language }. Votre sujet reste comme vous l'avez écrit.
choice-night-post = L'annoncer
choice-night-when = Une autre heure
choice-night-topic = Un sujet
choice-night-more = Autre chose
night-more = Que voulez-vous changer?
choice-night-minutes = La durée d'un tour
choice-night-rounds = Le nombre de tours
choice-night-most = Le nombre de places
choice-night-meets = L'endroit où on se parle
choice-night-language = La langue
choice-night-more-done = C'est tout
night-topic = Sur quoi portera la pratique? Quelques mots, comme : premières questions, ou soins infirmiers. Pour laisser le sujet libre : `passer`.
night-minutes = Combien de minutes dure une conversation? Deux minutes de commentaires suivent chacune.
choice-night-minutes-value = { $value } minutes
night-rounds = Combien de tours? Après chacun, les rôles changent.
choice-night-rounds-value = { $value ->
        [one] { $value } tour
       *[other] { $value } tours
    }
choice-night-rounds-all = Autant qu'il en faut : tout le monde pose ses questions une fois
night-most = Combien de personnes peuvent participer, au plus?
choice-night-most-value = { $value } personnes
night-language = Dans quelle langue faut-il l'annoncer?
night-meets = Une fois les groupes de trois formés, où se parle-t-on?
choice-night-threads = Par écrit, dans des fils
choice-night-voice = Dans des salons vocaux
choice-night-link = Dans des appels, par un lien
night-voice = Dans quels salons vocaux? Leurs noms suffisent, comme : Pratique 1 à Pratique 5. Je n'y entre pas et je n'écoute pas.
night-link = Collez le lien des appels. Il commence par https:// et tout le monde ici le verra.
night-link-wrong = Ce n'est pas un lien que je peux montrer. Il commence par https:// et n'a pas d'espaces.
night-number = Choisissez un nombre entier de { $least } à { $most }.
night-posted = L'annonce est dans { $place }. Si les plans changent : `soirée déplacer`, ou `soirée annuler`. Je préviens toutes les personnes inscrites.
night-plan-stop = Rien n'a été annoncé.
form-night-when = Quand, et ce que vous pratiquez
form-night-hour = À quelle heure?
form-night-topic = Ce que vous pratiquez
form-night-meets = L'endroit où on se parle
form-night-work = Votre travail

night-card = Soirée d'entrevues simulées : { $day }, { $clock }{ $zone }
night-card-topic = Sujet : { $topic }
night-card-how = À trois : une personne pose les questions, une autre y répond, la troisième observe. Chaque conversation dure { $minutes } minutes; puis les rôles changent, jusqu'à ce que tout le monde ait posé ses questions. En tout, environ { $total } minutes.
night-card-rounds = À trois : une personne pose les questions, une autre y répond, la troisième observe. { $rounds ->
        [one] { $rounds } tour
       *[other] { $rounds } tours
    } de { $minutes } minutes; après chacun, les rôles changent. En tout, environ { $total } minutes.
night-card-threads = On s'écrit, chaque groupe dans un fil.
night-card-voice = On se parle dans { $where }.
night-card-link = On se parle ici : { $where }
night-card-nobody = Il n'y a encore personne sur la liste. Soyez la première personne : les autres suivront.
night-card-people = { $count } sur { $most } : { $names }{ $more ->
        [0] { "" }
       *[other] { " " }et { $more } de plus
    }
night-card-guest = { $name } veut bien répondre aux questions : « { $work } »
night-card-guests = { $told ->
        [0] { $count ->
            [one] Une personne veut bien répondre aux questions.
           *[other] { $count } personnes veulent bien répondre aux questions.
        }
       *[other] { $count ->
            [one] Une autre personne le veut bien aussi.
           *[other] { $count } autres personnes le veulent bien aussi.
        }
    }
night-card-waiting = Sur la liste d'attente : { $names }{ $more ->
        [0] { "" }
       *[other] { " " }et { $more } de plus
    }
night-card-cancelled = La soirée d'entrevues simulées prévue { $day }, { $clock }{ $zone } est annulée.
choice-night-join = Je participe
choice-night-guest = Je veux bien répondre aux questions
choice-night-leave = Je ne peux pas venir

night-joined = Vous avez une place : { $day }, { $clock }{ $zone }, dans { $place } ({ $topic }).
night-joined-already = Vous avez déjà une place : { $day }, { $clock }{ $zone }, dans { $place } ({ $topic }).
night-waits = { $place ->
        [one] Toutes les places sont prises. Vous êtes la première personne sur la liste d'attente; je vous écris dès qu'une place se libère.
       *[other] Toutes les places sont prises. Vous êtes au rang { $place } de la liste d'attente; je vous écris dès qu'une place se libère.
    }
night-work = Vous n'avez rien à préparer : parlez simplement de vous. De quel travail pouvez-vous parler aux autres? Quelques mots suffisent, comme : infirmière dans un petit hôpital. Ils seront dans l'annonce.
night-work-few = Pour l'annonce, il faut quelques mots, { $most } caractères au plus, comme : infirmière dans un petit hôpital. De quel travail pouvez-vous parler? On vous posera des questions là-dessus ce soir-là.
night-work-noted = Merci. C'est dans l'annonce : « { $work } »
choice-night-any-work = Je préfère ne pas le dire
night-reminder-day = Je vous enverrai un rappel la veille.
night-reminder-hour = Je vous enverrai un rappel une heure avant.
night-reminder-quarter = Je vous enverrai un rappel un quart d'heure avant.
night-reminder-other = Préférez-vous le recevoir à un autre moment?
night-reminder-none = Pas de rappel, c'est noté. Pour changer cela : `soirée participer`.
night-reminder-too-soon = Le moment de votre rappel est déjà passé. Vous pouvez en choisir un autre.
night-reminder-over = Ce moment est déjà passé : aucun rappel ne viendra avant la soirée.
night-reminder-stopped = Vous avez arrêté ces rappels. Choisissez-en un, et ils reviendront.
choice-night-day = La veille
choice-night-hour = Une heure avant
choice-night-quarter = 15 minutes avant
choice-night-never = Pas de rappel
night-joined-stop = Vous gardez votre place. `soirée quitter` la libère.
night-left = Vous ne participez plus à la soirée du { $day }, { $clock }{ $zone }, dans { $place } ({ $topic }). Vous avez bien fait de prévenir. À une prochaine fois.
night-seat-free = Une place s'est libérée, elle est à vous : { $day }, { $clock }{ $zone }, dans { $place } ({ $topic }). Si vous ne pouvez pas venir : `soirée quitter`.

night-list = Ces soirées sont prévues :
night-list-line = { $number }. { $day }, { $clock }{ $zone } : { $topic }. { $count ->
        [0] Aucune place prise sur { $most }.
        [one] 1 place prise sur { $most }.
       *[other] { $count } places prises sur { $most }.
    }
night-list-line-in = { $number }. { $day }, { $clock }{ $zone } : { $topic }. { $count ->
        [one] 1 place prise sur { $most }, la vôtre.
       *[other] { $count } places prises sur { $most }, dont la vôtre.
    }
night-list-line-waiting = { $number }. { $day }, { $clock }{ $zone } : { $topic }. { $count } places prises sur { $most }; vous êtes sur la liste d'attente.
night-list-mine = Vos soirées :
night-list-mine-line = { $day }, { $clock }{ $zone }, dans { $place } : { $topic }.
night-list-mine-waiting = { $day }, { $clock }{ $zone }, dans { $place } : { $topic }. Vous êtes sur la liste d'attente.
night-list-mine-how = Pour laisser votre place : `soirée quitter`.
night-list-how = Pour participer : `soirée participer`. Pour laisser votre place : `soirée quitter`.
night-list-none = Aucune soirée n'est prévue ici. Vos hôtes peuvent en prévoir une.
night-list-none-host = Aucune soirée n'est prévue ici. Vous pouvez en prévoir une : `soirée prévoir jeudi 19 h`.
night-list-none-joined = Vous n'avez de place à aucune soirée. Elles s'annoncent dans les salons et sur les serveurs où je suis.

night-move-when = La soirée est prévue le { $day } à { $clock }{ $zone } ({ $topic }), dans { $place }. Quelle est la nouvelle heure?
night-moved = C'est changé : { $day }, { $clock }{ $zone }, dans { $place } ({ $topic }). J'ai corrigé l'annonce et prévenu toutes les personnes inscrites.
night-told-moved = La soirée d'entrevues simulées dans { $place } ({ $topic }) est déplacée. Elle était prévue le { $old_day } à { $old_clock }; elle aura lieu le { $day } à { $clock }{ $zone }. Vous gardez votre place. Si l'heure ne vous convient pas : `soirée quitter`.
night-cancel-sure = Annuler la soirée du { $day } à { $clock }{ $zone } : { $topic }? { $count ->
        [0] Personne n'est inscrit.
        [one] Une personne est inscrite, et je la préviendrai.
       *[other] { $count } personnes sont inscrites, et je les préviendrai.
    }
choice-night-cancel = L'annuler
choice-night-keep = La garder
night-cancelled = La soirée est annulée. { $count ->
        [0] Personne ne s'était inscrit.
       *[other] Toutes les personnes inscrites le savent.
    }
night-told-cancelled = La soirée d'entrevues simulées du { $day } à { $clock }{ $zone }, dans { $place } ({ $topic }), est annulée. Vous n'avez rien à faire. Pour pratiquer en attendant : `entrevue questionner`.
night-join-where = On s'inscrit là où la soirée est annoncée : écrivez cela là-bas, ou appuyez sur le bouton.
night-no-number = Il n'y a pas de soirée { $number } à venir ici. `soirée liste` montre les prochaines.
night-not-in-any = Vous n'avez de place à aucune soirée.
night-joined-guest = Vous avez une place, et vous voulez bien répondre aux questions : { $day }, { $clock }{ $zone }, dans { $place } ({ $topic }).
night-card-beginners = Aucune expérience n'est nécessaire.
night-move-sure = La déplacer au { $day }, { $clock }{ $zone } ({ $topic })? { $count ->
        [0] Personne n'est inscrit.
        [one] Une personne est inscrite, et je la préviendrai.
       *[other] { $count } personnes sont inscrites, et je les préviendrai.
    }
choice-night-move = La déplacer
night-move-same = Elle est déjà prévue à cette heure-là : { $day }, { $clock }{ $zone }, dans { $place } ({ $topic }). Je n'ai prévenu personne.
night-told-moved-waiting = La soirée d'entrevues simulées dans { $place } ({ $topic }) est déplacée. Elle était prévue le { $old_day } à { $old_clock }; elle aura lieu le { $day } à { $clock }{ $zone }. Vous restez sur la liste d'attente. Si l'heure ne vous convient pas : `soirée quitter`.
night-entry = Soirée d'entrevues simulées ({ $topic })
