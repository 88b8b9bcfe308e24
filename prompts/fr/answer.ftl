# L'autre chaise : ce que les gens aiment demander en retour. Et ce qui est allé moins bien, pour y revenir.

flow-answer = l'autre chaise
answer-intro = On change de chaise : je demande ce que les gens aiment vous demander en retour, et vous répondez comme vous le diriez. Vous écrivez, alors je n'entends ni la voix ni le débit; je me fie aux mots. Trois minutes, environ quatre cents mots, c'est le plus que quelqu'un écoute, et la plupart des réponses tiennent en moins d'une.
answer-ask = { $step } sur { $steps }. « { $question } »
choice-answer-hint = Pourquoi demande-t-on ça?
choice-answer-skip = Passer celle-ci
answer-hint = { $why } Environ { $seconds } secondes suffisent.
answer-hint-private = { $why } { $hint }
form-spoken-answer = Votre réponse, comme vous la diriez
answer-no-words = Je n'y trouve pas de mots. Écrivez ce que vous diriez; une phrase ou deux suffisent pour commencer.
answer-other-script = Je peux entendre des réponses en français et en anglais. Écrivez la vôtre dans l'une de ces langues.
answer-no-voice = Je ne peux pas encore écouter une réponse. Écrivez-la comme vous la diriez.
answer-none = Je n'ai pas encore de questions à poser dans votre langue.
answer-follow = « { $question } »
choice-answer-leave = En rester là
answer-join = C'est arrivé juste après. Est-ce que ça fait partie de votre réponse?
answer-length = { $words ->
        [one] { $words } mot
       *[other] { $words } mots
    } : de { $from } à { $to } secondes à voix haute, à peu près.{ $first ->
        [yes] {" "}(Un texte écrit ne montre pas le débit.)
       *[no] {""}
    }
answer-landed = Ce qui a porté :
answer-landed-example = « { $quote } », on le voit. C'est ce qu'on retient.
answer-landed-result = « { $quote } » dit ce que ça a donné.
answer-landed-link = « { $quote } » fait un pont vers la personne qui demande.
answer-landed-reason = « { $quote } » donne votre raison, dans vos mots.
answer-landed-next = « { $quote } » montre où vous allez.
answer-landed-length = La longueur est bonne : on peut vous répondre, et une conversation commence.
answer-landed-begun = « { $quote } », c'est un début, et c'est le vôtre.
answer-fine = Je n'ai rien à améliorer. Dites-la à voix haute une fois ou deux, jusqu'à ce qu'elle vous ressemble.
answer-sharpen = { $count ->
        [one] Une chose à améliorer :
       *[other] { $count } choses à améliorer :
    }
answer-sharpen-job-ask = { $letter }. « { $quote } » demande un emploi. La personne a accepté de partager ce qu'elle sait, et peut se sentir piégée. Essayez : « J'aimerais comprendre ce que ça demande. » (Source : { source-s4 }.)
answer-sharpen-private = { $letter }. « { $quote } » vous appartient. Personne n'a à le demander, et « j'ai dû m'arrêter un temps, et maintenant je suis là » suffit. (Source : { source-s0 }.)
answer-sharpen-short = { $letter }. « { $quote } » ne donne pas de prise. Deux phrases de plus : une sur ce que vous avez fait, une sur la raison. (Source : { source-s2 }.)
answer-sharpen-long = { $letter }. À partir de « { $quote } », ça prend bien plus que { $seconds } secondes. Gardez le moment qui en dit le plus, et arrêtez-vous là. (Source : { source-s4 }.)
answer-sharpen-too-long = { $letter }. À partir de « { $quote } », ça prend plus de { $most } minutes. Personne n'écoute si longtemps sans placer un mot : gardez le moment qui en dit le plus. (Source : { source-s4 }.)
answer-sharpen-example = { $letter }. Ça reste général. Ajoutez un moment qu'on peut voir : « Le printemps dernier, par exemple, j'ai... » (Source : { source-s4 }.)
answer-sharpen-result = { $letter }. Qu'est-ce que ça a donné? Une phrase : « Finalement, on a... », ou « Depuis, je... » (Source : { source-s2 }.)
answer-sharpen-link = { $letter }. Rien ne mène à la personne qui demande. Essayez : « C'est pour ça que je voulais parler à quelqu'un qui... » (Source : { source-s0 }.)
answer-sharpen-reason = { $letter }. On n'entend pas pourquoi. Essayez : « Ce qui m'attire là-dedans, c'est... » (Source : { source-s0 }.)
answer-sharpen-next = { $letter }. On n'entend pas ce que vous allez en faire. Essayez : « La prochaine étape, pour moi, c'est... » (Source : { source-s2 }.)
answer-sharpen-hint = { $letter }. Pour cette question-ci : { $hint } (Source : { source-s2 }.)
answer-next = Et maintenant?
choice-answer-next = Question suivante
choice-answer-again = Y répondre de nouveau
choice-answer-round = Encore un tour
answer-round-over = Le tour est fini. `entrevue répondre` en commence un autre, `entrevue questionner` change encore de chaise.
command-mock-answer = Répondre à ce que les gens demandent en retour, et voir ce qui a porté
command-option-count = Le nombre de questions

mock-weak = De vos exercices passés, à surveiller cette fois : { $points }.
weak-comes-back = { $once ->
        [yes] On revient à ce qui peut s'améliorer { $first }.
       *[no] On revient à ce qui peut s'améliorer { $first }, puis encore jusqu'au { $last }.
    } Ça s'arrête quand c'est bien allé deux fois; `rappel arrêter` y met fin tout de suite.
weak-now = Votre rencontre est si proche que le meilleur moment pour réessayer, c'est maintenant.
weak-over = Ce que vous vouliez améliorer est bien allé deux fois : je n'y reviens plus.
weak-job-ask = les demandes d'emploi
weak-tempted = le poste qu'on a mentionné
weak-private = la vie privée
weak-pay = la paie
weak-insult = le ton
weak-off-topic = rester dans le sujet
weak-not-agreed = ce dont vous aviez convenu de parler
weak-leading = les questions qui poussent la réponse
weak-double = deux questions en une
weak-searchable = les questions auxquelles une recherche répond
weak-closed = les questions auxquelles on répond par oui ou non
weak-too-long = les longues questions
weak-overrun = dire quand le temps est écoulé
weak-vague = demander un exemple
weak-long-introduction = une présentation courte
weak-no-thanks = remercier à la fin
weak-no-referral = demander un autre nom
weak-no-touch = demander si vous pouvez revenir
weak-goal = vos propres objectifs

nudge-kind-practice = un court exercice
nudge-told-practice = Un bon moment pour un court exercice. Vous vouliez améliorer ceci : { $points }. Dix minutes suffisent, et aujourd'hui vaut bien demain.
nudge-told-practice-any = Un bon moment pour un court exercice. Dix minutes suffisent.
choice-nudge-mock-ask = M'exercer à questionner
choice-nudge-mock-answer = M'exercer à répondre
choice-nudge-stop-practice = Ne plus me rappeler de m'exercer à la conversation
choice-nudge-practice-again = Me rappeler de nouveau de m'exercer à la conversation
nudge-practice-stopped = C'est fait : je ne vous rappelle plus de vous exercer à la conversation. `entrevue questionner` et `entrevue répondre` commencent toujours par ce que vous vouliez améliorer.
nudge-practice-again = C'est fait : après un exercice, je reviens sur ce qui peut s'améliorer.
