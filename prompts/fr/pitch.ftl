# La présentation éclair : un essai, des conseils, un autre essai.

flow-pitch = votre présentation éclair

pitch-ask =
    Écrivez votre présentation comme vous la diriez à la personne que vous aimeriez rencontrer. Vous avez { $target } secondes, soit { $budget } mots au plus.
    Dites qui vous êtes, ce que vous faites ou apportez, ce que vous voulez apprendre, pourquoi cette personne, et finissez par une petite demande, comme 15 minutes.
pitch-ask-target = Pour avoir plus ou moins de temps, choisissez-le ici; sinon, écrivez tout simplement.
pitch-ask-again = Essai { $number }. Même personne, mêmes { $target } secondes. Changez une ou deux choses, pas tout.
choice-seconds = { $value } secondes
pitch-target-changed = Va pour { $target } secondes : { $budget } mots au plus. Écrivez quand vous voulez.
pitch-no-words = Je n'y trouve aucun mot. Écrivez une ou deux phrases, comme vous les diriez.
pitch-too-little = C'est très court. Dites-moi qui vous êtes et ce que vous aimeriez apprendre, en une phrase ou deux.
pitch-other-script = Pour l'instant, je ne lis que les présentations en français ou en anglais. Écrivez celle-ci dans l'une des deux langues; elle n'a pas à être parfaite.

pitch-length-typed = Essai { $number } : { $words ->
        [one] { $words } mot
       *[other] { $words } mots
    }, soit de { $from } à { $to } secondes à voix haute. { $length ->
        [short] C'est court pour { $target } secondes : il reste de la place.
        [long] L'objectif est de { $target } secondes, ou { $budget } mots.
       *[fits] Cela tient dans vos { $target } secondes.
    }
pitch-typed-note = (Je compte les mots. Un texte tapé ne me montre pas votre débit.)
pitch-length-spoken = Essai { $number } : { $seconds } secondes. { $length ->
        [short] C'est court pour { $target } secondes : il reste de la place.
        [long] L'objectif est de { $target } secondes.
       *[fits] Cela tient dans vos { $target } secondes.
    }
pitch-voice-note = J'entends la durée, pas les mots. Si vous tapez la même présentation, je pourrai les regarder aussi.
pitch-compared-words = La dernière fois, il y en avait { $before }.
pitch-compared-seconds = La dernière fois, c'était { $before } secondes.
pitch-compared-parts = Nouveau cette fois-ci : { $parts }.

part-who = qui vous êtes
part-bring = ce que vous apportez
part-learn = ce que vous voulez apprendre
part-why-you = pourquoi cette personne
part-ask = la petite demande

pitch-worked = Ce qui fonctionne :
worked-who = « { $quote } » : on sait qui parle.
worked-bring = « { $quote } » : on voit ce que vous apportez.
worked-learn = « { $quote } » : on comprend ce que vous voulez apprendre.
worked-why-you = « { $quote } » : on voit pourquoi vous avez choisi cette personne.
worked-ask = « { $quote } » : c'est une demande à laquelle il est facile de répondre.
worked-begun = Vous avez commencé : « { $quote } ». Il y a maintenant de quoi bâtir.

pitch-sharpen = { $count ->
        [one] Une chose à préciser :
       *[other] { $count } choses à préciser :
    }
pitch-nothing-to-sharpen = Cette fois, je n'ai rien à ajouter. Dites-la quelques fois à voix haute, jusqu'à ce qu'elle vous ressemble.

sharpen-job-ask = { $letter }. « { $quote } » : c'est demander un emploi, et la personne peut croire que la conversation n'était qu'un prétexte. Demandez plutôt ce qu'elle sait : « Je ne cherche pas un emploi auprès de vous. J'aimerais savoir ce qui préparerait quelqu'un comme moi à ce travail. » (Source : { source-s4 }.)
sharpen-too-long = { $letter }. Il y a { $over } mots de trop. Une présentation courte laisse à l'autre le temps de répondre. Vous pourriez laisser de côté « { $quote } » et le raconter si on vous le demande. (Source : { source-s4 }.)
sharpen-too-long-bare = { $letter }. Il y a { $over } mots de trop. Une présentation courte laisse à l'autre le temps de répondre. Relisez « { $quote } » et ne gardez que ce que cette personne a besoin de savoir. (Source : { source-s4 }.)
sharpen-missing-who = { $letter }. Avant « { $quote } », dites qui vous êtes : on écoute mieux une personne que l'on peut situer. Par exemple : « Je m'appelle Ana et j'ai enseigné la chimie à Lima. » (Source : { source-s4 }.)
sharpen-missing-bring = { $letter }. Après « { $quote } », ajoutez une chose que vous avez faite ou que vous savez faire : la personne aura de quoi rebondir. Par exemple : « J'ai tenu l'accueil d'une clinique très occupée. » (Source : { source-s2 }.)
sharpen-missing-learn = { $letter }. Après « { $quote } », dites ce que vous voulez apprendre : on saura comment vous aider. Par exemple : « J'aimerais comprendre comment on décroche un premier contrat. » (Source : { source-s0 }.)
sharpen-missing-why-you = { $letter }. Après « { $quote } », dites pourquoi vous vous adressez à cette personne : elle verra que vous l'avez choisie. Par exemple : « Vous avez changé de domaine, vous aussi, et j'aimerais savoir comment. » (Source : { source-s0 }.)
sharpen-missing-ask = { $letter }. Après « { $quote } », finissez par une petite demande à laquelle il est facile de répondre. Par exemple : « Pourrions-nous nous parler 15 minutes la semaine prochaine? » (Source : { source-s3 }.)
sharpen-apology = { $letter }. « { $quote } » : vous n'avez pas à vous excuser, la plupart des gens aiment parler de leur travail. Dites plutôt ce que vous avez : « Je débute et j'apprends vite. » (Source : { source-s4 }.)
sharpen-long-sentence = { $letter }. « { $quote } » : c'est beaucoup pour un seul souffle. Faites une pause au milieu : « { $instead } » (Source : { source-s3 }, qui conseille de parler lentement et clairement.)
sharpen-long-sentence-bare = { $letter }. « { $quote } » : c'est beaucoup pour un seul souffle. Faites-en deux phrases, une idée dans chacune, par exemple : « J'ai enseigné six ans. Je veux maintenant travailler en santé. » (Source : { source-s3 }, qui conseille de parler lentement et clairement.)
sharpen-acronym = { $letter }. Tout le monde ne connaît pas « { $quote } ». La première fois, dites-le en toutes lettres, par exemple « { $instead } ». (Source : { source-s3 }, qui conseille d'être clair.)
sharpen-acronym-bare = { $letter }. Tout le monde ne connaît pas « { $quote } ». La première fois, dites ce que cela veut dire, comme dans « diplôme d'études professionnelles (DEP) ». (Source : { source-s3 }, qui conseille d'être clair.)
sharpen-filler = { $letter }. « { $quote } » affaiblit ce que vous dites. C'est plus fort sans : « { $instead } » (Source : { source-s3 }, qui conseille d'aller droit au but.)
sharpen-filler-bare = { $letter }. « { $quote } » affaiblit ce que vous dites. Laissez-le tomber et dites la chose même, comme « Je gérais l'inventaire ». (Source : { source-s3 }, qui conseille d'aller droit au but.)

pitch-next = { $variant ->
        [0] Et maintenant?
        [1] Que voulez-vous faire?
       *[other] On continue comment?
    }
choice-again = Essayer encore
choice-keep = Garder cette version
choice-aloud = La dire à voix haute
choice-source-a = Qui le dit? (A)
choice-source-b = Qui le dit? (B)
choice-source-c = Qui le dit? (C)
pitch-choose = Pour changer la présentation, choisissez « Essayer encore » ou écrivez-en simplement une nouvelle.

pitch-join = Est-ce la suite de la même présentation?
pitch-join-first = D'abord ceci; ensuite, renvoyez votre message vocal.
choice-join-add = L'ajouter
choice-join-new = C'est un nouvel essai
choice-join-leave = Ne pas en tenir compte

pitch-aloud = Respirez, souriez, et dites votre présentation à voix haute, lentement et clairement. Le temps court maintenant; je vous dirai quand les { $target } secondes seront passées.
choice-aloud-done = J'ai fini
pitch-aloud-time = Les { $target } secondes sont passées. Finissez votre phrase sans vous presser, puis choisissez « J'ai fini ».
pitch-aloud-took = Cela a pris { $seconds } secondes. { $length ->
        [short] Il vous reste du temps : ralentissez un peu, ou ajoutez une phrase.
        [long] C'est plus que { $target } secondes. Retirez une chose plutôt que de parler plus vite.
       *[fits] Cela tient dans { $target } secondes.
    }
pitch-aloud-lost = Il s'est passé un bon moment, j'ai donc arrêté le chronomètre.
pitch-aloud-slip = Ce n'était qu'un instant, je ne l'ai donc pas compté.

pitch-kept = C'est gardé. Voici votre présentation pour l'instant :
pitch-kept-voice = C'est gardé : { $seconds } secondes à voix haute. Écrivez-en aussi les mots, pour la retrouver.
pitch-kept-next = Dites-la une fois à quelqu'un qui vous connaît bien. Quand vous voudrez la changer, tapez `présentation pratiquer`.

pitch-come-back = Une présentation reste fraîche quand on la redit de temps en temps. Est-ce que je reviens demain, dans trois jours et dans une semaine?
choice-come-back-yes = Oui, revenez
choice-come-back-no = Non merci
pitch-come-back-set = C'est entendu : { $first }, { $second } et { $third }. Pour arrêter : `rappel arrêter`.
pitch-come-back-set-about = C'est entendu, à peu près à cette heure-ci : demain, dans trois jours et dans une semaine. Pour arrêter : `rappel arrêter`.
pitch-come-back-not = Comme vous voulez. Votre présentation est gardée.

flow-pitch-build = la construction de votre présentation éclair
flow-pitch-history = vos présentations éclair
pitch-build-begin = Nous construisons votre présentation à partir de cinq courtes réponses. Quelques mots suffisent, et vous pouvez en passer une avec `passer`.
pitch-build-step = { $number } sur 5.
pitch-build-who = Qui êtes-vous? Par exemple : Ana, infirmière, de Lima.
pitch-build-bring = Que faites-vous, ou qu'apportez-vous? Par exemple : dix ans aux urgences.
pitch-build-learn = Qu'aimeriez-vous apprendre? Par exemple : comment on obtient son permis ici.
pitch-build-why-you = Pourquoi cette personne, ou ce domaine? Par exemple : vous avez aussi étudié à l'étranger.
form-pitch-who = Qui vous êtes
form-pitch-bring = Ce que vous faites ou apportez
form-pitch-learn = Ce que vous aimeriez apprendre
form-pitch-why-you = Pourquoi cette personne, ou ce domaine
form-pitch-ask = La petite chose que vous demandez
pitch-build-ask = Quelle petite chose demandez-vous? Par exemple : 15 minutes au téléphone la semaine prochaine.
pitch-build-too-long = Cela fait { $length } caractères; il y a de la place pour { $most }. Dites-le en une phrase : on vous demandera le reste.
pitch-build-nothing = Vous avez tout passé, et ce n'est pas grave. Tapez `présentation construire` quand vous voudrez.
pitch-build-stopped = C'est arrêté. Voici ce que vous aviez, pour recommencer plus tard :
pitch-build-done = Voici votre présentation, avec vos mots, en trois versions.
pitch-cut-person = En personne, environ { $from } à { $to } secondes :
pitch-cut-phone = Au téléphone, environ { $from } à { $to } secondes :
pitch-cut-message = En message, { $length } caractères sur { $most } :
pitch-cut-message-short = En message, { $length } caractères sur { $most }, sans { $parts } :
pitch-cut-long = C'est plus de { $target } secondes, et une présentation courte laisse à l'autre le temps de répondre. Vous pouvez garder une partie pour la suite. (Source : { source-s4 }.)
pitch-cut-over = C'est { $over } caractères de trop pour un message. Choisissez « Changer une partie » et dites une chose en moins de mots.
pitch-build-missing = Vous avez passé ceci : { $parts }. Cela peut rester ainsi, ou s'ajouter avec « Changer une partie ».
choice-build-keep = Garder les trois
choice-build-change = Changer une partie
pitch-build-choose = Choisissez « Garder les trois » quand cela vous convient, ou « Changer une partie ».
pitch-build-which = Quelle partie?
choice-build-part = { $part }
pitch-build-before = Jusqu'ici, vous avez :
choice-build-leave-out = La laisser de côté
pitch-build-kept = Les trois sont gardées; `présentation historique` les montre. Maintenant, dites-la à voix haute avec `présentation pratiquer`.

pitch-history-none = Vous n'avez pas encore essayé de présentation. Tapez `présentation construire` pour en construire une, ou `présentation pratiquer` pour en essayer une.
pitch-history-kept = Ce que vous avez gardé, le plus récent d'abord :
pitch-history-version = { $day } :
pitch-history-person = { $day }, en personne :
pitch-history-phone = { $day }, au téléphone :
pitch-history-message = { $day }, en message :
pitch-history-voice = { $day }, à voix haute : { $seconds } secondes.
pitch-history-lengths = La durée de vos essais, en secondes. La ligne au-dessus est votre cible, de { $from } à { $to } secondes.
plot-seconds = { $to } s
plot-seconds-about = { $from } à { $to } s
plot-kept = gardée

command-pitch-build = Construire votre présentation, partie par partie
command-pitch-history = Ce que vous avez gardé, et la durée de chaque essai
