# L'entrevue simulée : la personne pose les questions, le robot joue la professionnelle ou le professionnel.

flow-mock = une entrevue simulée
somebody-says = { $who } : { $text }

mock-guest = { $step } sur { $steps }. À qui aimeriez-vous parler? Je joue cette personne; c'est vous qui posez les questions.
mock-no-such-guest = Je ne connais personne du nom de « { $guest } ».
choice-guest = { $name }, { $title }
mock-about = { $about }
mock-minutes = { $step } sur { $steps }. Combien de minutes avez-vous demandées à { $name }? Quinze, c'est l'usage.
choice-minutes = { $value } minutes
mock-agree = { $step } sur { $steps }. De quoi avez-vous convenu de parler avec { $name }?
choice-agree-all = Du métier et des façons d'y entrer
choice-agree-work = Du travail lui-même, au quotidien
choice-agree-way-in = Des façons d'y entrer
choice-agree-market = Du marché de l'emploi
mock-goals = { $step } sur { $steps }. Qu'aimeriez-vous savoir à la fin de cette conversation? Trois choses au plus, une par ligne ou séparées par des virgules. Par exemple : comment y entrer, les horaires, qui embauche.
choice-no-goals = Commencer tout de suite
mock-goals-no-words = Je ne trouve pas de mots là-dedans. Écrivez une chose que vous aimeriez savoir, ou choisissez « Commencer tout de suite ».

mock-minutes-no-number = Combien de minutes avez-vous demandées? Un nombre de 10 à 30, par exemple 15.
mock-goals-avoid = La paie et la vie privée restent hors de cette conversation : les échelles publiées disent ce que les gens gagnent. Écrivez plutôt ce que vous aimeriez savoir du travail, ou choisissez « Commencer tout de suite ».
mock-goals-first = Cela, c'est pour la conversation elle-même. D'abord : qu'aimeriez-vous savoir à la fin? Ou choisissez « Commencer tout de suite ».

mock-begin = Vous rencontrez { $name }, { $title }. Vous avez demandé { $minutes } minutes{ $area ->
        [work] , pour entendre parler du travail lui-même
        [way-in] , pour savoir comment on y entre
        [market] , pour parler du marché de l'emploi
       *[all] {""}
    }. C'est vous qui menez : saluez, dites qui vous êtes, posez votre première question. Tapez `arrêter` quand cela vous suffit; le bilan vient quand même.
mock-begin-simulated = (Le temps passe avec ce que vous dites tous les deux. Vous pouvez réfléchir aussi longtemps que vous voulez.)
mock-begin-real = (Le temps est réel : la montre tourne dès maintenant.)

mock-call = Vous appelez { $name }, { $title }, pour demander un rendez-vous. Dites qui vous êtes, pourquoi vous appelez et combien de temps cela prendrait. On décroche.
mock-call-now = (Cela arrive. Vous avez { $minutes } minutes, et on vous écoute : posez votre première question.)

mock-signal-thirds = ⏳ { $used } minutes sur { $minutes } sont passées.
mock-signal-short = ⏳ Il reste à peu près trois minutes. Le bon moment pour votre dernière question, et pour demander à qui d'autre parler.
mock-signal-over = ⌛ Le temps est écoulé. Vous pourriez dire : « Le temps convenu est écoulé, je ne veux pas abuser. »
mock-waits = ({ $name } attend la suite.)
mock-your-turn = (À vous : posez la prochaine question.)
mock-hint = (Si les mots vous manquent, vous pourriez demander : « { $question } »)
mock-repeated = (Vous l'avez dit { $count } fois. Vous pourriez demander autre chose : « { $question } »)
mock-other-language = { $language ->
        [fr] Nous parlions français, et ceci est en anglais.
       *[en] Nous parlions anglais, et ceci est en français.
    } Dans quelle langue voulez-vous continuer?
mock-foreign = Cette conversation peut se faire en français ou en anglais. Laquelle préférez-vous?
mock-language-chosen = ({ $language ->
        [fr] Nous continuons en français.
       *[en] Nous continuons en anglais.
    } À vous.)
mock-is-a-part = ({ $name } est un rôle que je joue; moi, je suis Rapport, un programme. `arrêter` met fin à la conversation.)
mock-one-language = Cette personne ne parle qu'une langue. Continuez comme vous avez commencé.
mock-no-voice = Je ne peux pas encore écouter une question. Écrivez-la, s'il vous plaît.
mock-guest-gone = La personne à qui vous parliez n'est plus là : les fiches de ce robot ont été changées. Tapez `entrevue questionner` pour parler à quelqu'un d'autre.
choice-topic = { $topic }

choice-drill-now = Vous appelez pour un rendez-vous, et la personne a le temps
choice-timing-simulated = Le temps passe avec ce qui se dit
choice-timing-real = La montre tourne

mock-no-interview = Il n'y a pas encore de conversation dont faire le bilan. Tapez `entrevue questionner` pour en commencer une.
mock-report = Votre conversation avec { $name } : { $exchanges ->
        [one] un échange
       *[other] { $exchanges } échanges
    }, { $used ->
        [one] une minute
       *[other] { $used } minutes
    } sur { $minutes }.
mock-report-again = `entrevue bilan` le montre de nouveau, avec les sources.
choice-mock-transcript = La conversation dans un fichier
mock-transcript = Voici la conversation, telle qu'elle a été dite.
mock-transcript-head = Une conversation d'entraînement avec { $name }, { $title }. { $day }.
mock-transcript-you = Vous : { $said }
mock-next = Et maintenant?
choice-mock-again = Une autre conversation

mock-worked = Ce qui a bien marché :
mock-worked-followed-up-vague = « { $quote } » : la réponse d'avant restait vague, et vous avez demandé du concret. C'est là que les gens commencent à se souvenir.
mock-worked-followed-up = « { $quote } » : demander un exemple, c'est recevoir l'histoire derrière la réponse.
mock-worked-open = « { $quote } » est une question ouverte : elle laisse place à une histoire.
mock-worked-not-tempted = On vous a parlé d'un poste, et vous avez continué avec « { $quote } ». On retiendra que vous veniez pour apprendre.
mock-worked-introduced = « { $quote } » : c'est court, et l'on sait qui pose les questions.
mock-worked-noted-time = « { $quote } » : vous surveilliez l'heure, on n'a pas eu à le faire pour vous.
mock-worked-asked-for-notes = « { $quote } » : une phrase, et personne ne se demande ce que vous écrivez.
mock-worked-offered-help = « { $quote } » : c'était un échange, et pas seulement un service.
mock-worked-began = « { $quote } » a ouvert la conversation avec gentillesse.

mock-nothing-to-sharpen = Je n'ai rien à vous faire retravailler cette fois. Essayez avec quelqu'un qui parle autrement.
mock-sharpen = { $count ->
        [one] Une chose à retravailler :
       *[other] { $count } choses à retravailler :
    }
mock-sharpen-job-ask = { $letter }. « { $quote } » demande un emploi. La personne a accepté de parler de ce qu'elle sait, et pourrait se sentir trompée. Essayez : « { $instead } » (Source : { source-s4 }.)
mock-sharpen-tempted = { $letter }. « { $quote } » : on vous avait parlé d'un poste, il est naturel d'y penser. Dans cette conversation, la question met la personne dans l'embarras. Demandez ce qu'elle recherche, et postulez ensuite par la voie habituelle : « { $instead } » (Source : { source-s4 }.)
mock-sharpen-age = { $letter }. « { $quote } » : l'âge de quelqu'un ne regarde que lui, et au travail la question met sur ses gardes. Essayez : « { $instead } » (Source : { source-s0 }.)
mock-sharpen-family = { $letter }. « { $quote } » : la famille et le couple restent hors de cette conversation. Si c'est l'équilibre avec la vie qui vous intéresse, demandez-le : « { $instead } » (Source : { source-s0 }.)
mock-sharpen-address = { $letter }. « { $quote } » : l'endroit où quelqu'un habite est privé. Essayez : « { $instead } » (Source : { source-s0 }.)
mock-sharpen-personal = { $letter }. « { $quote } » est une affaire privée; restez-en au travail. Essayez : « { $instead } » (Source : { source-s0 }.)
mock-sharpen-pay = { $letter }. « { $quote } » : ce que quelqu'un gagne est un sujet fermé à bien des endroits. Les échelles publiées vous donnent l'ordre de grandeur. Essayez : « { $instead } » (Source : { source-s0 }.)
mock-sharpen-insult = { $letter }. « { $quote } » : après cela, personne n'a envie de continuer. Si une réponse vous agace, laissez passer un moment, puis demandez : « { $instead } » (Source : { source-s3 }.)
mock-sharpen-off-topic = { $letter }. « { $quote } » n'a rien à voir avec ce que vous veniez chercher, et le temps est court. Essayez : « { $instead } » (Source : { source-s0 }.)
mock-sharpen-not-agreed = { $letter }. « { $quote } » sort de ce qui était convenu. Demandez d'abord : « Est-ce que je peux aussi vous parler d'autre chose? » (Source : { source-s0 }.)
mock-sharpen-leading = { $letter }. « { $quote } » contient déjà la réponse, et vous n'entendez que votre propre avis. Essayez : « { $instead } » (Source : { source-s4 }.)
mock-sharpen-double = { $letter }. « { $quote } » pose deux questions, et l'une des deux se perd. Posez la première, attendez, puis posez la seconde. (Source : { source-s4 }.)
mock-sharpen-searchable = { $letter }. « { $quote } » : une recherche vous le dit d'avance, et laisse le temps pour ce que cette personne est seule à savoir. Essayez : « { $instead } » (Source : { source-s3 }.)
mock-sharpen-closed = { $letter }. « { $quote } » se répond en un mot ou deux, et les questions d'avant aussi. Essayez : « { $instead } » (Source : { source-s4 }.)
mock-sharpen-too-long = { $letter }. « { $quote } » : c'était trop long pour être suivi. Dites d'abord la question, puis une phrase sur ce qui vous y amène. (Source : { source-s3 }.)
mock-sharpen-overrun = { $letter }. À « { $quote } », le temps était passé et personne ne l'avait dit. Dites-le vous-même : « Le temps convenu est écoulé, je ne veux pas abuser. » Ensuite, c'est à l'autre de décider. (Source : { source-s4 }.)
mock-sharpen-vague = { $letter }. Après « { $quote } », la réponse est restée vague. Demandez : « Pourriez-vous me donner un exemple? » (Source : { source-s4 }.)
mock-sharpen-long-introduction = { $letter }. « { $quote } » : votre présentation a pris plus d'une demi-minute. Deux ou trois phrases suffisent, et `présentation pratiquer` vous aide à les trouver. (Source : { source-s4 }.)
mock-sharpen-no-thanks = { $letter }. La dernière chose qu'on a entendue, c'est « { $quote } ». Finissez par un merci, et nommez une chose qui vous a aidé. (Source : { source-s3 }.)
mock-sharpen-no-referral = { $letter }. Vous avez fini par « { $quote } » sans demander un autre nom. « À ma place, à qui d'autre parleriez-vous? » amène la prochaine conversation. (Source : { source-s4 }.)
mock-sharpen-no-touch = { $letter }. Après « { $quote } », demandez si vous pouvez revenir avec une question. La plupart des gens disent oui. (Source : { source-s0 }.)
mock-sharpen-goal = { $letter }. Vous vouliez en savoir plus sur « { $quote } », et vous ne l'avez pas demandé. Commencez par ce qui compte le plus : le temps est toujours plus court qu'on ne croit. (Source : { source-s4 }.)

mock-fact-open = Questions sur le travail : { $open } sur { $all } { $open ->
        [one] était ouverte
       *[other] étaient ouvertes
    }.
mock-fact-goal-covered = ✓ Votre but « { $goal } » a été abordé.
mock-fact-goal-open = ○ Votre but « { $goal } » n'a pas été abordé.
mock-fact-goal-unclear = Votre but « { $goal } » : vous savez mieux que moi si vous en avez entendu assez.
mock-fact-topics = Sujets abordés : { $topics }.
mock-fact-call = Au téléphone : { $who ->
        [yes] ✓
       *[no] ○
    } qui vous êtes, { $why ->
        [yes] ✓
       *[no] ○
    } pourquoi vous appelez, { $long ->
        [yes] ✓
       *[no] ○
    } combien de temps cela prend.
mock-fact-closing = Pour finir, { $count } sur 5 : { $made }.
mock-fact-closing-missing = Encore à essayer : { $missing }.
closing-thanks = un merci
closing-referral = un autre nom
closing-use-name = la permission de donner son nom
closing-keep-in-touch = l'accord pour revenir avec une question
closing-contact-details = une adresse pour un mot de remerciement
