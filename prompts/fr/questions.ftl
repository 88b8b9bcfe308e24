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
