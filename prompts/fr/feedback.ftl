# Après un tour d'une soirée : retours pour qui posait les questions, ses propres notes, un signalement aux hôtes.

command-night-feedback = Retours sur un tour : pour qui posait les questions, ou vos propres notes
command-night-report = Dire aux hôtes d'une soirée, et à eux seuls, ce qui s'est passé
command-option-night-round = Quel tour
command-option-night-report = Ce qui s'est passé, avec vos mots
flow-feedback = des retours sur un tour
flow-report = un signalement aux hôtes

feedback-none = Vous n'avez été dans aucun groupe ces deux dernières semaines, alors il n'y a rien à revoir pour l'instant. `soirée liste` montre les soirées à venir.
feedback-not-there = Vous n'étiez pas dans un groupe pendant tout le tour { $round }, alors il n'y a rien à revoir là. Pour le dernier tour que vous avez terminé : `soirée retours`.
feedback-nobody = La personne qui posait les questions au tour { $round } a dû partir avant la fin, alors il n'y a personne à qui faire un retour. Merci d'avoir continué jusqu'au bout.
feedback-given = Vous avez déjà envoyé vos retours sur le tour { $round } à { $asker }. Merci.
feedback-not-yet = Le tour { $round } est encore en cours. Quand son temps sera écoulé, appuyez sur « Retours sur ce tour » dans votre fil, ou tapez `soirée retours`.
feedback-gone = Il n'y a plus rien ici. `soirée retours` montre ce qu'il y a.
feedback-nothing = Alors il n'y a rien à transmettre. Merci d'avoir écouté.
feedback-stop = Rien n'a été envoyé. `soirée retours` recommence.
feedback-long = Cela fait { $length } caractères, et il y a de la place pour { $most }. Pourriez-vous le dire en moins de mots?

feedback-begin = Vos retours sur le tour { $round }, pour { $asker } et personne d'autre. Dites ce que vous avez vu et entendu; « Je ne sais pas » est aussi une bonne réponse.
feedback-ask-opening = { $at } sur { $of }. La personne a-t-elle dit dès le début qui elle est et pourquoi elle voulait cette conversation?
feedback-ask-open = { $at } sur { $of }. Ses questions étaient-elles ouvertes, pour recevoir plus qu'un oui ou un non?
feedback-ask-example = { $at } sur { $of }. Quand une réponse restait vague, a-t-elle demandé un exemple?
feedback-ask-subjects = { $at } sur { $of }. A-t-elle laissé de côté l'âge, la famille, le lieu où l'on habite et le salaire?
feedback-ask-time = { $at } sur { $of }. A-t-elle tenu le temps convenu, et l'a-t-elle dit quand il s'achevait?
feedback-ask-closing = { $at } sur { $of }. À la fin, a-t-elle dit merci, et demandé à qui d'autre parler?
feedback-ask-job = { $at } sur { $of }. A-t-elle demandé des renseignements, et non un emploi?
feedback-ask-upfront = { $at } sur { $of }. Si elle espère travailler là, l'a-t-elle dit ouvertement, dès le début?
choice-feedback-worked = Oui, c'était réussi
choice-feedback-next = À essayer la prochaine fois
choice-feedback-unseen = Je ne sais pas
feedback-words = Et avec vos mots? Une ou deux phrases qui aideraient { $asker } : ce que vous avez vu, et l'effet que cela a eu. C'est à { $asker } de choisir de les lire ou non.
form-feedback-words = Avec vos mots
choice-feedback-no-words = Non, c'est tout
feedback-ready = Voici ce qui irait à { $asker } :
feedback-ready-words = Et ceci, si { $asker } veut le lire :
feedback-most = (Je transmets les { $most } premières choses à essayer : davantage d'un coup, c'est difficile à retenir.)
choice-feedback-send = Envoyer
choice-feedback-again = Recommencer
choice-feedback-drop = Ne rien envoyer
feedback-sent = C'est envoyé à { $asker }, et à personne d'autre. Merci de votre écoute attentive.

feedback-from-guest = { $who }, qui répondait à vos questions au tour { $round }, a des retours pour vous.
feedback-from-observer = { $who }, qui observait au tour { $round }, a des retours pour vous.
feedback-from = { $who } vous a transmis ceci :
feedback-what-worked = Ce qui a bien marché :
feedback-worked-opening = • Vous avez dit dès le début qui vous êtes et pourquoi vous vouliez cette conversation.
feedback-worked-open = • Vos questions étaient ouvertes, et vous avez reçu plus qu'un oui ou un non.
feedback-worked-example = • Quand une réponse restait vague, vous avez demandé un exemple.
feedback-worked-subjects = • Vous avez parlé du travail, et laissé de côté ce qui est privé.
feedback-worked-time = • Vous avez tenu le temps convenu.
feedback-worked-closing = • À la fin, vous avez dit merci, et demandé à qui d'autre parler.
feedback-worked-job = • Vous avez demandé des renseignements, et non un emploi.
feedback-worked-upfront = • Vous avez dit ouvertement, dès le début, que vous espérez travailler là.
feedback-to-try = À essayer la prochaine fois :
feedback-next-opening = • Dites dès le début qui vous êtes et pourquoi vous posez ces questions; on sait alors comment vous aider. Par exemple : « Je suis ici depuis un an, et j'aimerais savoir comment on entre dans ce métier. »
feedback-next-open = • Posez des questions qui appellent plus qu'un oui ou un non; on en apprend davantage. « Comment avez-vous choisi ce métier? » plutôt que « Avez-vous étudié pour cela? »
feedback-next-example = • Quand une réponse reste vague, demandez un exemple; il montre à quoi ressemble vraiment le travail. « C'était quand, la dernière fois? »
feedback-next-subjects = • Laissez de côté l'âge, la famille, le lieu où l'on habite et le salaire; ces questions mettent mal à l'aise. « À quoi ressemble une semaine difficile? » vous en dira plus.
feedback-next-time = • Dites-le quand le temps s'achève; c'est une marque de respect. « Je vois que notre temps touche à sa fin. Puis-je poser une dernière question? »
feedback-next-closing = • À la fin, dites merci et demandez le nom d'une autre personne; une conversation mène à la suivante. « À qui d'autre pourrais-je parler? »
feedback-next-job = • Posez des questions sur le travail, sans demander un emploi; sinon, l'autre personne peut se sentir trompée. « Qu'est-ce qui a facilité votre entrée dans le métier? »
feedback-next-upfront = • Si vous espérez travailler là, dites-le dès le début; on sait alors pourquoi vous posez ces questions. « J'aimerais travailler ici un jour. Qu'est-ce que cela demande? »
feedback-sources = (D'après { $sources }.)
feedback-has-words-how = Vous avez aussi reçu quelques mots, écrits pour vous. `soirée retours` les montre quand vous voulez.
feedback-has-words = Vous avez aussi reçu quelques mots, écrits pour vous. Voulez-vous les lire?
choice-feedback-read = Les lire
choice-feedback-later = Pas maintenant
feedback-later = Je vous les garde : `soirée retours` les montre quand vous voulez, pendant deux semaines.
feedback-words-from = { $who } vous a écrit :
feedback-wrote = Avec ses mots :
feedback-read-after = Prenez ce qui vous aide, et laissez le reste. Si quelque chose vous y blesse ou n'y a pas sa place, vous pouvez le dire aux hôtes : `soirée signaler`.
feedback-unread = { $count ->
        [one] Une personne vous a écrit quelques mots. Voulez-vous les lire?
       *[other] { $count } personnes vous ont écrit quelques mots. Voulez-vous les lire?
    }

feedback-reflect-begin = C'est vous qui posiez les questions au tour { $round }. Trois courtes notes, rien que pour vous : elles aident à garder ce que vous avez appris. Vous pouvez en laisser de côté.
feedback-reflect-well = { $at } sur { $of }. Qu'est-ce qui a bien marché?
feedback-reflect-change = { $at } sur { $of }. Que feriez-vous autrement la prochaine fois?
feedback-reflect-learned = { $at } sur { $of }. Qu'avez-vous appris, sur ce travail ou sur vous-même?
form-reflect-well = Qu'est-ce qui a bien marché?
form-reflect-change = Que feriez-vous autrement?
form-reflect-learned = Qu'avez-vous appris?
choice-feedback-skip = Laisser de côté
choice-feedback-others = Ce que les autres ont remarqué
feedback-reflect-stop = Rien n'a été gardé. `soirée retours` recommence.
feedback-reflect-none = Rien n'a été gardé, et c'est très bien ainsi. `soirée retours` repose les questions quand vous voulez.
feedback-goes-on = Vous participez aussi au prochain tour. Si vous devez partir, appuyez sur « Je dois partir » dans votre fil.
feedback-reflect-kept = C'est gardé, rien que pour vous. `soirée retours { $round }` le montre à nouveau.
feedback-reflect-comes = Ce que les autres ont remarqué vous arrive directement.
feedback-yours = Tour { $round }, où vous posiez les questions. Vous avez noté :
feedback-nothing-yet = Les autres n'ont pas encore envoyé de retours sur ce tour.

report-none = Je ne vois, ces deux dernières semaines, aucune soirée dont il pourrait s'agir. Pour toute autre chose, écrivez à la personne qui s'occupe de votre communauté.
report-no-hosts = Je ne connais personne d'autre qui anime cette soirée. Écrivez à la personne qui s'occupe de votre communauté.
report-which = De quelle soirée s'agit-il?
report-ask = Que s'est-il passé à la soirée du { $day }, { $clock }{ $zone } ({ $topic }), dans { $place }? Quelques mots suffisent.
report-to = { $count ->
        [one] Cela va à { $hosts }, qui anime la soirée, et à personne d'autre. { $hosts } verra vos mots et votre nom.
       *[other] Cela va aux hôtes, { $hosts }, et à personne d'autre. Les hôtes verront vos mots et votre nom.
    } Si cela concerne un hôte, écrivez plutôt à la personne qui s'occupe de votre communauté.
form-report = Que s'est-il passé?
report-ready = Votre message au sujet de la soirée du { $day }, { $clock }{ $zone } ({ $topic }), dans { $place } :
choice-report-send = Envoyer
choice-report-change = L'écrire autrement
choice-report-drop = Ne rien envoyer
report-stop = Rien n'a été envoyé.
report-sent = { $count ->
        [one] C'est envoyé à { $hosts }, qui anime la soirée. Merci de l'avoir dit.
       *[other] C'est envoyé aux hôtes, { $hosts }. Merci de l'avoir dit.
    } Pour quitter votre groupe, appuyez sur « Je dois partir ». Pour ne plus être en groupe avec quelqu'un : `soirée éviter`.
report-told = { $who } vous envoie un signalement, comme à un hôte de la soirée du { $day }, { $clock }{ $zone } ({ $topic }), dans { $place } :
report-told-how = Pour retirer quelqu'un de la soirée tout de suite : `soirée retirer`, là-bas.
