# Le soir même : accueil, groupes, tours, signaux, fiches, retours.

command-night-start = Commencer une soirée : l'accueil s'ouvre (hôtes)
command-night-next = Passer à la suite avant l'heure : tour, retours, tour suivant (hôtes)
command-night-extend = Donner plus de temps à ce qui est en cours (hôtes)
command-night-end = Terminer la soirée en cours (hôtes)
command-night-remove = Retirer quelqu'un de la soirée en cours (hôtes)
command-night-here = Dire que vous êtes là, à l'accueil et avant chaque tour
command-night-card = Votre fiche pour ce tour, rien que pour vous
command-night-avoid = Une personne avec qui vous préférez ne pas être en groupe; je n'en dis rien
command-option-night-more = Combien de minutes de plus
command-option-night-who = Qui
command-option-night-avoid = Avec qui vous préférez ne pas être en groupe

night-begun = L'accueil est ouvert dans { $place }, pour cinq minutes; `soirée suivant` l'écourte. Ensuite je surveille le temps, même si vous devez partir. Pour donner plus de temps : `soirée prolonger`. Pour tout arrêter : `soirée terminer`.
choice-night-start = La commencer maintenant
night-start-sure = Cette soirée est prévue pour le { $day }, { $clock }{ $zone } ({ $topic }), dans { $place }. Faut-il la commencer maintenant quand même?
night-who-of = Plusieurs personnes portent ce nom, comme « { $one } » et « { $other } ». Écrivez le nom complet de celle dont vous parlez.
night-begun-already = Une soirée est déjà en cours, dans { $place }. `soirée suivant` passe à la suite avant l'heure, `soirée terminer` y met fin.
night-none-runs = Aucune soirée n'est en cours ici. `soirée liste` montre celles qui sont prévues.
night-several-run = Plusieurs soirées sont en cours. Tapez ceci dans le salon de celle dont vous parlez.
night-next-too-few = Il y a moins de deux personnes, alors aucun tour ne peut commencer. L'accueil reste ouvert; `soirée terminer` met fin à la soirée.
night-next-done = C'est fait : on passe à la suite.
night-extended = { $minutes ->
        [one] Une minute de plus
       *[other] { $minutes } minutes de plus
    }, jusqu'à { $clock }{ $zone }.
night-end-sure = { $count } personnes sont en plein tour { $round }, qui dure jusqu'à { $clock }{ $zone }. Terminer la soirée maintenant, pour tout le monde? `soirée suivant` ne termine que le tour.
choice-night-end = Terminer la soirée
choice-night-goes-on = La laisser continuer
night-end-done = La soirée est terminée. Merci de l'avoir animée.
night-remove-whom = Qui? Par exemple : `soirée retirer @ben`. Je retire cette personne de la soirée tout de suite, et je ne le dis qu'à elle.
night-remove-nobody = Je ne vois pas « { $who } » à cette soirée. Écrivez le nom comme dans son compte, par exemple : `soirée retirer @ben`.
night-removed = { $name } ne participe plus à cette soirée et ne peut pas y revenir. Je le lui ai dit; les autres voient seulement que { $name } a dû partir.
night-told-removed = Un hôte a mis fin à votre participation à la soirée d'entrevues simulées dans { $place } ({ $topic }). Si vous pensez que c'est une erreur, écrivez à un hôte là-bas.
night-opened-itself = Personne n'avait commencé la soirée dans { $place } ({ $topic }), alors j'ai ouvert l'accueil moi-même. Je surveille le temps; là-bas, `soirée terminer` y met fin.
night-room-gone = L'endroit où se tenait la soirée d'entrevues simulées ({ $topic }) n'existe plus, alors elle ne peut pas continuer. J'en suis désolé. Pour continuer à pratiquer : `entrevue questionner`.

night-card-begun = La soirée d'entrevues simulées du { $day }, { $clock }{ $zone } ({ $topic }) est en cours. Pour y participer, cherchez plus bas le dernier message avec « Je suis là ».
night-card-over = La soirée d'entrevues simulées du { $day }, { $clock }{ $zone } ({ $topic }) est terminée.
night-check-in = La soirée d'entrevues simulées commence ({ $topic }). Appuyez sur « Je suis là » si vous voulez participer, même sans inscription. Le premier tour commence à { $clock }{ $zone }, ou avant, si l'hôte le décide.
night-check-in-nobody = Personne n'a encore appuyé.
night-check-in-people = Déjà là : { $names }{ $more ->
        [0] { "" }
       *[other] { " " }et { $more } de plus
    }. Cela fait { $count }.
choice-night-here = Je suis là
choice-night-go = Je dois partir
choice-night-role = Ma fiche
night-standing-talk = Le tour { $round } sur { $rounds } est en cours, jusqu'à { $clock }{ $zone }. Si vous arrivez maintenant, le suivant est pour vous : appuyez sur « Je suis là ».
night-standing-last = Le dernier tour ({ $round } sur { $rounds }) est en cours.
night-standing-done = Le dernier tour ({ $round } sur { $rounds }) est terminé. Les groupes se font leurs retours.
night-standing-feedback = Le tour { $round } sur { $rounds } est terminé. Le suivant commence à { $clock }{ $zone }; pour y participer, appuyez sur « Je suis là ».

night-here-first = C'est un plaisir de vous avoir ici. Le premier tour commence à { $clock }{ $zone }; vous recevrez alors une fiche qui dit quoi faire.
night-here-next = C'est noté, vous participez au prochain tour. Ce qui est en cours dure jusqu'à { $clock }{ $zone }.
night-here-seated = Vous êtes déjà dans le groupe { $number }. Pour votre fiche : `soirée carte`.
night-here-too-late = C'est le dernier tour, et il n'y en a pas d'autre après. Pour pratiquer maintenant avec moi : `entrevue questionner`.
night-here-removed = Un hôte a mis fin à votre participation à cette soirée. Si vous pensez que c'est une erreur, écrivez à un hôte.
night-go-noted = Merci de l'avoir dit; votre groupe continue. Si vous pouvez revenir plus tard, appuyez sur « Je suis là ».
night-go-early = Merci de l'avoir dit. Si vous pouvez venir quand même, appuyez sur « Je suis là ».
night-go-over = Merci de l'avoir dit. À une prochaine fois.
night-no-card = Vous n'avez pas de fiche en ce moment : on en reçoit une dans un groupe. Pour participer au prochain tour, appuyez sur « Je suis là ».
night-alone = Cette fois, je n'ai pas trouvé de groupe pour vous. J'en suis désolé. En attendant, vous pouvez pratiquer avec moi : `entrevue questionner`. S'il y a un autre tour, vous y avez votre place.
night-alone-over = Cette fois, je n'ai pas pu former de groupe, alors il n'y a pas de tour. J'en suis désolé. Si vous voulez, vous pouvez pratiquer avec moi : `entrevue questionner`.
night-alone-after = Je n'ai pas pu former d'autre groupe, alors il n'y a pas d'autre tour cette fois. J'en suis désolé. Si vous voulez, vous pouvez pratiquer avec moi : `entrevue questionner`.
night-missed = Je n'ai pas vu de « Je suis là » de votre part, alors ce tour commence sans vous. S'il y en a un autre, vous pouvez encore y participer : appuyez sur « Je suis là ».
night-no-room = Je suis désolé, toutes les places de ce tour sont prises. S'il y a un autre tour et qu'une place se libère, elle est pour vous. En attendant, vous pouvez pratiquer avec moi : `entrevue questionner`.

night-cell = Groupe { $number } : { $names }. Tout le reste est dans ce fil.
night-cell-title = Groupe { $number }
night-round = Groupe { $number }, tour { $round } sur { $rounds } : { $minutes } minutes, jusqu'à { $clock }{ $zone }.
night-roles = { $asker } pose les questions. { $guest } répond.{ $count ->
        [0] { "" }
        [one] { " " }{ $observers } observe.
       *[other] { " " }{ $observers } observent.
    }
night-write-here = C'est ici que vous vous écrivez; je ne lis pas vos messages.
night-card-comes = Chaque personne reçoit une fiche, pour elle seule. Si la vôtre n'est pas arrivée, appuyez sur « Ma fiche ».
night-signal-thirds = ⏳ { $called } : les deux tiers du temps sont passés, il reste { $left ->
        [one] une minute
       *[other] { $left } minutes
    }.
night-signal-short = ⏳ { $called } : il reste à peu près trois minutes. { $asker }, c'est le bon moment pour la dernière question, et pour demander à qui d'autre parler.
night-more-time = ⏳ { $called } : vous avez { $minutes ->
        [one] une minute
       *[other] { $minutes } minutes
    } de plus, jusqu'à { $clock }{ $zone }.
night-time-up = ⌛ { $called } : le temps est écoulé. C'est le moment de vous dire merci.
night-feedback = Deux minutes de retours pour la personne qui posait les questions : { $count ->
        [0] celle qui répondait dit une chose qui a bien marché, et une à essayer la prochaine fois.
        [one] d'abord celle qui observait, puis celle qui répondait, chacune avec une chose qui a bien marché et une à essayer la prochaine fois.
       *[other] d'abord celles qui observaient, puis celle qui répondait, chacune avec une chose qui a bien marché et une à essayer la prochaine fois.
    }
choice-night-feedback = Retours sur ce tour
night-feedback-card = Appuyez sur « Retours sur ce tour ». Si vous posiez les questions, vous pouvez y noter trois courtes lignes, rien que pour vous. Si vous répondiez ou observiez, ce que vous notez va à la personne qui posait les questions, et à personne d'autre.
night-feedback-next = Ensuite les rôles changent. Pour participer au prochain tour, appuyez sur « Je suis là ».
night-feedback-last = C'était le dernier tour.
night-call = { $called } : voulez-vous participer au prochain tour? Si oui, appuyez sur « Je suis là »; sinon, il commence sans vous.
night-call-again = { $called } : trop peu de personnes ont appuyé sur « Je suis là », et sans vous la soirée s'arrêterait. Prenez votre temps : j'attends jusqu'à { $clock }{ $zone }.
night-turned = { $gone } a dû partir. { $asker } pose les questions, { $guest } répond{ $count ->
        [0] { "" }
        [one] , { $observers } observe
       *[other] , { $observers } observent
    }.
night-merged = { $called } se joint à vous et observe.
night-told-merged = Votre groupe est devenu trop petit. Jusqu'à la fin de ce tour, vous observez dans le groupe { $number }.
night-ended-cell = Un hôte a mis fin à la soirée. Prenez un instant pour vous dire merci entre vous.

night-back = Je me suis absenté un instant.
night-back-check-in = Je me suis absenté un instant. Le premier tour commence à { $clock }{ $zone }; si vous n'avez pas appuyé sur « Je suis là », il est encore temps.
night-back-talk = Je me suis absenté un instant. Le tour { $round } sur { $rounds } continue jusqu'à { $clock }{ $zone }.
night-back-feedback = Je me suis absenté un instant. Le prochain tour commence à { $clock }{ $zone }; si vous n'avez pas appuyé sur « Je suis là », il est encore temps.
night-back-last = Je me suis absenté un instant. C'était le dernier tour; finissez à votre rythme.

night-recap-done = La soirée d'entrevues simulées est terminée. Merci à tout le monde.
night-recap-ended = La soirée d'entrevues simulées s'arrête ici. Merci à tout le monde.
night-recap-nobody = Il y a trop peu de monde pour un tour, alors il n'y a pas de soirée aujourd'hui. Merci aux personnes qui sont venues.
night-recap-too-few = Il reste trop peu de monde pour un autre tour, alors la soirée s'arrête ici. Merci à tout le monde.
night-recap-away = Je me suis absenté trop longtemps, et la soirée n'a pas pu continuer. J'en suis désolé. Merci à tout le monde.
night-recap = { $count } personnes ont participé, en { $rounds ->
        [one] un tour
       *[other] { $rounds } tours
    } ({ $topic }) : { $names }.
night-recap-guests = Un merci tout particulier aux personnes qui ont répondu aux questions : { $names }.
night-recap-all-guests = Tout le monde a répondu aux questions au moins une fois. Merci de vos réponses.
night-recap-next = La prochaine soirée : { $day }, { $clock }{ $zone }.
night-recap-no-next = `soirée liste` montre quand a lieu la prochaine.

night-role-asker = Tour { $round }, groupe { $number } : c'est vous qui posez les questions, et { $guest } vous répond pendant { $minutes } minutes. Vous menez : saluez, dites en deux phrases qui vous êtes et pourquoi vous vouliez cette conversation, puis posez vos questions.
night-your-plan = Vos questions, tirées de votre plan :
night-usual-plan = Des questions que vous pouvez prendre, ou remplacer par les vôtres :
night-question = { $at }. « { $question } »
night-role-guest = Tour { $round }, groupe { $number } : { $asker } pose les questions, et vous répondez. Répondez comme à une personne inconnue qui s'intéresse à votre travail : honnêtement, quelques phrases à la fois.
night-guest-self = Vous avez proposé de parler de votre travail : « { $work } ». Soyez vous-même; il n'y a rien à préparer.
night-guest-own = Vous avez proposé de répondre à des questions. Soyez vous-même, et parlez d'un travail que vous connaissez.
night-guest-played = Pour ce tour, vous jouez quelqu'un d'autre. { $about }
night-guest-says = Cette personne pourrait dire, par exemple :
night-guest-line = « { $words } »
night-guest-how = Dites-le avec vos mots, et inventez ce qui manque. Si une question n'a rien à voir avec le travail, vous pouvez dire que vous préférez ne pas répondre.
night-role-observer = Tour { $round }, groupe { $number } : vous observez. { $asker } pose les questions, { $guest } répond. Ne dites rien pendant leur conversation; notez ce que vous voyez :
night-look-opening = { $at }. La personne dit-elle dès le début qui elle est et pourquoi elle voulait cette conversation?
night-look-open = { $at }. Ses questions sont-elles ouvertes, pour recevoir plus qu'un oui ou un non?
night-look-example = { $at }. Quand une réponse reste vague, demande-t-elle un exemple?
night-look-subjects = { $at }. Laisse-t-elle de côté l'âge, la famille, le lieu où l'on habite et le salaire?
night-look-time = { $at }. Tient-elle le temps convenu, et le dit-elle quand il s'achève?
night-look-closing = { $at }. À la fin, dit-elle merci, et demande-t-elle à qui d'autre parler?
night-look-job = { $at }. Demande-t-elle des renseignements, et non un emploi?
night-look-upfront = { $at }. Si elle espère travailler là, le dit-elle ouvertement, dès le début?
night-look-sources = (D'après { $sources }.)
night-role-observer-after = Ensuite vous avez une minute : une chose qui a bien marché, et une à essayer la prochaine fois. Parlez de ce que vous avez vu, pas de la personne. « Retours sur ce tour », dans votre fil, reprend ces points avec vous.

night-avoid-whom = Avec qui préférez-vous ne pas être en groupe? Par exemple : `soirée éviter @ben`. Je vous sépare à chaque soirée, et je n'en dis rien à personne.
night-avoid-nobody = Je ne sais pas de qui vous parlez avec « { $who } ». Écrivez le nom comme dans son compte, par exemple : `soirée éviter @ben`.
night-avoid-self = C'est vous. Avec qui préférez-vous ne pas être en groupe? Par exemple : `soirée éviter @ben`.
night-avoid-noted = C'est noté : vous ne serez pas en groupe avec { $name }. Je n'en dis rien à personne, et { $name } ne l'apprendra pas par moi. Si vous êtes dans le même groupe en ce moment, vous pouvez appuyer sur « Je dois partir ».
night-avoid-unknown = Je ne connais encore personne de ce nom ici. S'il est mal écrit : `soirée éviter` avec le bon.
night-avoids-already = C'est déjà noté : je ne vous place pas en groupe avec { $name }. Est-ce que je continue?
choice-night-avoid-keep = Oui, continuez
choice-night-avoid-end = Non, plus maintenant
night-avoid-ended = À partir de maintenant, vous pouvez de nouveau être en groupe avec { $name }.
night-avoided = Je ne vous place pas en groupe avec { $names }. Pour changer cela pour une personne : `soirée éviter`, avec son nom.
