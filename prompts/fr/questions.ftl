# La banque de questions, et les questions des gens.

flow-questions = les questions
questions-which = Sur quoi aimeriez-vous poser des questions? Choisissez un sujet, ou écrivez-le dans vos mots. Quand une question vous plaît, mettez-la sur votre liste; un plan de rencontre pourra s'en servir.
questions-no-topic = Je n'y trouve pas de sujet. Choisissez-en un, ou écrivez ce que vous aimeriez savoir, par exemple : « les horaires ».
questions-shelf-own = Votre liste
questions-shelf-closing = Les demandes de la fin
questions-shelf-community = De cette communauté
choice-shelf = { $name }
questions-page = { $name } : { $from } à { $to } sur { $count }.
questions-entry =
    { $letter }. « { $question } »
    { $reveals }{ $candid ->
        [yes] {" "}(Franche : elle a sa place ici, rarement en entrevue d'emploi.)
       *[no] {""}
    }{ $suits ->
        [none] {""}
       *[other] {" "}(Surtout pour { $suits }.)
    }
    Si la réponse reste vague : « { $follow_up } » (Source : { $sources }.)
questions-entry-own = { $letter }. « { $question } »
questions-entry-community = { $letter }. « { $question } » (De cette communauté.)
choice-question-add = Mettre { $letter } sur ma liste
choice-question-remove = Enlever { $letter }
choice-questions-more = D'autres
choice-questions-topics = Un autre sujet
questions-added = C'est sur votre liste, qui compte maintenant { $count ->
        [one] { $count } question
       *[other] { $count } questions
    }.
questions-already = Celle-là est déjà sur votre liste.
questions-full = Votre liste contient { $most } questions, et elle est pleine. Enlevez-en d'abord : `questions parcourir ma liste`.
questions-none-left = Il ne reste rien ici.
questions-community-none = Aucune question d'une communauté ne s'affiche ici : on les voit là où elle se parle, quand quelqu'un qui l'anime en a ajouté. Choisissez plutôt un sujet.
questions-own-none = Votre liste est vide. Choisissez un sujet, et mettez-y ce que vous aimeriez demander.

questions-check = Qu'aimeriez-vous demander? Écrivez la question comme vous la diriez.
form-question = La question
questions-no-words = Je n'y trouve pas de mots. Écrivez une question, par exemple : « Comment êtes-vous arrivé à ce métier? »
questions-other-script = Je peux relire des questions en français et en anglais. Écrivez-la dans l'une de ces langues.
questions-check-long = C'est un long texte pour une question. Écrivez-en une à la fois, en { $most } caractères au plus.
questions-checked-open = « { $quote } » est une question ouverte : elle laisse de la place à un récit.
questions-checked-closed = « { $quote } » est claire, et facile à comprendre.
questions-checked-about = Je la prends comme une question sur ce sujet : { $topic }.
questions-checked-fine = Je n'ai rien à améliorer. Posez-la telle quelle.
questions-sharpen = { $count ->
        [one] Une chose à améliorer :
       *[other] { $count } choses à améliorer :
    }
questions-no-question = Je n'y reconnais pas de question. Écrivez-la comme vous la poseriez, par exemple : « Comment en êtes-vous venu à ce travail? »
question-sharpen-closed-how = { $letter }. On peut répondre à « { $quote } » par oui, par non ou par un seul fait, et la conversation s'arrête là. Commencez par comment, qu'est-ce que ou pourquoi. (Source : { source-s4 }.)
question-sharpen-closed = { $letter }. On peut répondre à « { $quote } » par oui, par non ou par un seul fait, et la conversation s'arrête là. Essayez : « { $instead } » (Source : { source-s4 }.)
question-sharpen-double = { $letter }. « { $quote } » est une deuxième question, et l'une des deux se perd. Essayez d'abord : « { $instead } » (Source : { source-s4 }.)
questions-checked-next = Et maintenant?
choice-question-keep = La mettre sur ma liste
choice-question-another = En vérifier une autre

questions-add-where = Les questions s'ajoutent là où votre communauté se parle : tapez `questions ajouter` dans un de ses salons.
questions-add-hosts = Seules les personnes qui animent la communauté peuvent lui ajouter des questions. Sur votre propre liste, vous mettez ce que vous voulez : `questions parcourir`.
questions-add = Quelle question les gens de cette communauté devraient-ils trouver? Écrivez-la comme on la poserait.
questions-add-full = Cette communauté a déjà { $most } questions à elle, et je n'en garde pas plus. Enlevez-en d'abord : `questions parcourir communauté`.
questions-add-known = Cette communauté a déjà cette question.
questions-add-doubt = Je préfère vous consulter avant d'ajouter celle-ci :
questions-add-doubt-next = Est-ce que je l'ajoute quand même?
choice-question-change = La récrire
choice-question-confirm = L'ajouter quand même
choice-question-leave = Laisser tomber
questions-add-left = Rien n'a été ajouté.
questions-add-done = Ajoutée pour cette communauté : « { $quote } » Personne d'autre ne la voit. Pour l'enlever : `questions parcourir communauté`.
questions-add-hint = Elle pourrait être encore meilleure :

command-questions = De bonnes questions à poser, et les vôtres
command-questions-browse = Des questions par sujet, avec ce que chacune révèle; mettez-les sur votre liste
command-questions-check = Est-ce une bonne question? Que peut-on améliorer?
command-questions-add = Pour qui anime : ajouter une question pour cette communauté
command-option-topic = Ce sur quoi vous aimeriez poser des questions, par exemple : les horaires
command-option-question = La question, comme vous la diriez

# Un plan pour une vraie rencontre.

flow-plan = un plan de questions
plan-before = En montrer un, ou en faire un nouveau?
choice-plan-show = { $all ->
        [one] Le montrer
       *[other] Montrer le plan { $number }
    }
plan-numbered = Plan { $number } :
choice-plan-new = En faire un nouveau
plan-minutes = { $step } sur { $steps }. De combien de minutes avez-vous convenu? Si rien n'est convenu, demandez-en quinze.
plan-minutes-no-number = Combien de minutes? Un nombre de 10 à 30, par exemple 15.
plan-whom = { $step } sur { $steps }. { $known ->
        [yes] Quand rencontrez-vous { $whom }? Par exemple : jeudi 14h.
       *[no] Qui rencontrez-vous, et quand? Par exemple : Ana Silva, jeudi 14h.
    } Un nom ou un jour suffit.
plan-whom-again = Écrivez-le autrement, ou le nom seulement.
choice-plan-unknown = Je ne sais pas encore
plan-goals = { $step } sur { $steps }. Qu'aimeriez-vous savoir à la fin? Trois choses au plus, une par ligne ou séparées par des virgules. Par exemple : comment y entrer, ce qui est difficile, qui embauche.
plan-goals-no-words = Écrivez une chose que vous aimeriez savoir, par exemple « comment y entrer », ou passez cette étape.
plan-goals-avoid = La paie et la vie privée se cherchent ailleurs : des tableaux publiés disent ce que les gens gagnent. Écrivez plutôt ce que vous aimeriez savoir du travail, ou passez cette étape.
choice-plan-same = Comme la dernière fois
choice-plan-no-goals = Passer cette étape
plan-needs = { $step } sur { $steps }. Y a-t-il quelque chose que vous devez savoir des conditions de travail, pour votre santé, votre famille ou votre foi? Rester debout, les nuits, le bruit, les pauses? J'en fais une question neutre, que n'importe qui pourrait poser. Personne d'autre ne voit ceci.
plan-needs-before = La dernière fois, c'était : { $needs }.
plan-needs-taken = Je m'en informe avec une question neutre : { $needs }.{ $others ->
        [none] {""}
       *[other] {" "}Il pouvait aussi s'agir de ceci : { $others }. Tapez `retour` pour l'écrire autrement.
    }
plan-needs-unknown = Je n'ai pas encore de question neutre pour cela. Dites-le autrement, par exemple rester debout, les soirées, le bruit, les pauses, le travail en solitaire, ou choisissez « Rien ».
choice-plan-no-needs = Rien
plan-own = { $step } sur { $steps }. Avez-vous des questions à vous? Écrivez-les, une par ligne. Je les relis et je leur trouve une place.
plan-own-list = De votre liste, j'ai déjà { $count ->
        [one] { $count } question
       *[other] { $count } questions
    }.
choice-plan-no-own = Pas d'autres
plan-own-more = { $count ->
        [0] Écrivez-en une autre, ou passons à la suite.
        [one] { $count } question est notée. Une autre?
       *[other] { $count } questions sont notées. Une autre?
    }
choice-plan-no-more = C'est tout
plan-goal-unplaced = Je n'ai pas su dire de quoi parle « { $goal } ». Faites-en une question à vous, avec « Ajouter une question ».
plan-left-out = « { $quote } » n'y est pas : { $why ->
        [job] elle demande un emploi, et la personne a accepté de partager ce qu'elle sait
        [pay] la paie est un sujet fermé pour beaucoup de gens; des tableaux publiés vous le diront
        [private] c'est une affaire privée
       *[other] elle est trop longue à dire d'un souffle
    }.
plan-did-not-fit = { $count ->
        [one] Une de vos questions n'entre pas dans le temps prévu. Elle reste sur votre liste, si elle y est :
       *[other] { $count } de vos questions n'entrent pas dans le temps prévu. Elles restent sur votre liste, si elles y sont :
    }
plan-head = { $known ->
        [yes] Votre plan pour { $whom }
       *[no] Votre plan
    }{ $dated ->
        [yes] , { $day }
       *[no] {""}
    }{ $timed ->
        [yes] , { $clock }
       *[no] {""}
    } : { $minutes } minutes, { $count ->
        [one] { $count } question
       *[other] { $count } questions
    }.
plan-line = { $number }. « { $question } »{ $drop ->
        [yes] {" "}(Si le temps manque, laissez tomber celle-ci d'abord.)
       *[no] {""}
    }
plan-line-sharper = (Elle laisse plus de place ainsi : « { $question } »)
plan-line-taken-back = (Votre communauté a retiré cette question. À vous de la garder ou non.)
plan-closing = Dans les deux dernières minutes : « À qui parleriez-vous, à ma place? » « Est-ce que je peux dire que vous m'envoyez? » « Est-ce que je peux revenir vers vous avec une question? » « Où puis-je vous envoyer un mot de remerciement? » Et remerciez, en nommant une chose qui vous a été utile.
plan-find-out = À trouver avant, une recherche suffit :
plan-next = Et maintenant?
choice-plan-keep = Garder ce plan
choice-plan-change = Changer une ligne
choice-plan-add = Ajouter une question
choice-plan-file = L'avoir en fichier
choice-plan-source = Qui dit ça?
plan-file = Voici votre plan. Gardez-le sous les yeux pendant la rencontre; personne ne s'attend à ce que vous le sachiez par cœur.
plan-full = { $count } questions, c'est ce que { $minutes } minutes contiennent. Enlevez-en d'abord une, sous « Changer une ligne ».
plan-which = Quelle ligne?
choice-plan-line = { $question }
plan-line-what = « { $question } » : qu'est-ce qu'on en fait?
choice-plan-another = Une autre question
choice-plan-words = Dans mes mots
choice-plan-sharper = Prendre la formulation plus ouverte
choice-plan-earlier = Plus tôt
choice-plan-later = Plus tard
choice-plan-remove = L'enlever
choice-plan-leave = La laisser telle quelle
plan-no-other = Je n'ai pas d'autre question sur ce sujet. Écrivez-en une dans vos mots, ou laissez-la.
plan-words = Comment la poseriez-vous?
plan-words-again = Écrivez-la autrement, ou tapez `passer` pour laisser la ligne comme elle était.
plan-kept = C'est gardé. `questions plan` le montre de nouveau.
plan-kept-soon = C'est gardé. La rencontre est proche : ayez le plan sous la main. `questions plan` le montre de nouveau.
plan-kept-no-zone = C'est gardé. `questions plan` le montre de nouveau. Quand je connaîtrai votre fuseau horaire, je pourrai vous le montrer le jour venu : `paramètres fuseau`.
plan-kept-until = C'est gardé. Je vous le montre { $day } à { $clock }, et `questions plan` le montre en tout temps.
command-questions-plan = Une liste de questions pour une vraie rencontre, selon les minutes
command-option-meeting-minutes = La durée de la rencontre, en minutes
command-option-contact = Qui vous rencontrez, et quand, par exemple : Ana Silva, jeudi 14h
