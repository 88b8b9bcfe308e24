# Messages aux gens à qui on aimerait parler, et à ceux à qui on a parlé.

flow-outreach = vos messages
command-outreach = Vos messages : demander, relancer, remercier; j'aide pour les mots, vous envoyez
command-outreach-draft = Composer un message avec vos propres mots
command-outreach-check = Ce qui marche dans un message à vous, et quoi améliorer
command-outreach-list = Vos messages, et ce qu'ils ont donné
command-outreach-sent = Vous avez envoyé un message : il compte, et je vous rappelle de relancer une fois
command-option-kind = À quoi sert le message
command-option-text = Le message, avec « Objet : … » sur la première ligne s'il en a un
command-option-draft = Quel message, par son numéro
outreach-kind = Qu'aimeriez-vous écrire?
outreach-kind-email = une demande par courriel
outreach-kind-linkedin = une demande sur LinkedIn
outreach-kind-phone = quoi dire au téléphone
outreach-kind-pre-warm = un mot pour préparer le terrain
outreach-kind-may-i-name = la permission de citer un nom
outreach-kind-follow-up = une relance
outreach-kind-thank-you = un remerciement
outreach-kind-loop-back = raconter à quelqu'un ce que ça a donné
outreach-kind-keep-in-touch = garder le contact
outreach-whom = Pour qui est-ce? Choisissez, ou écrivez un nom. `passer` si vous ne savez pas encore.
outreach-about-whom = Au sujet de qui? Choisissez la personne dont on vous a donné le nom.
outreach-whom-unknown = Je n'ai trouvé personne dans votre liste pour « { $typed } ». Ajoutez d'abord cette personne : `contact ajouter`.
outreach-whom-several = { $count } personnes de votre liste correspondent. Écrivez un peu plus du nom.
outreach-no-referrer = Je ne sais pas encore qui vous a fait connaître { $name }.
outreach-no-referrer-new = Choisissez dans votre liste une personne dont on vous a donné le nom. `contact relier` note qui vous l'a donné.
outreach-ask-who = { $step } sur { $steps }. Qui êtes-vous, en une phrase? Par exemple : « Je suis infirmière, j'arrive du Ghana et je vis à Toronto depuis peu. »
outreach-ask-purpose = { $step } sur { $steps }. Quelle est la raison de votre demande, en une phrase? Par exemple : « J'aimerais comprendre comment fonctionne un service d'hôpital ici. »
outreach-ask-learn = { $step } sur { $steps }. Qu'aimeriez-vous apprendre? Jusqu'à trois choses, avec des virgules ou une par ligne : « comment on y entre, ce que sont les nuits ».
outreach-ask-found = { $step } sur { $steps }. Comment avez-vous trouvé { $name ->
        [0] cette personne
       *[other] { $name }
    }? Par exemple : « Nous nous sommes parlé au salon de l'emploi en mars. »
outreach-ask-minutes = { $step } sur { $steps }. Combien de minutes allez-vous demander? À 15, il est facile de dire oui.
outreach-ask-times = { $step } sur { $steps }. Quand cela vous irait-il, et où? Par exemple : « mardi ou jeudi après 15 h, par téléphone ou à votre travail ».
outreach-ask-signature = { $step } sur { $steps }. Comment signez-vous? Votre nom et votre courriel suffisent; un téléphone ou une adresse seulement si vous voulez.
outreach-ask-learned = { $step } sur { $steps }. Nommez une chose que vous avez apprise dans cette conversation.
outreach-ask-next = { $step } sur { $steps }. Qu'allez-vous en faire? Ou `passer`.
outreach-ask-did = { $step } sur { $steps }. Quel conseil avez-vous suivi, et qu'est-ce que cela a donné? Ou `passer`.
outreach-ask-met = { $step } sur { $steps }. Avez-vous rencontré quelqu'un grâce à cette personne? Écrivez le nom, ou `passer`.
outreach-ask-news = { $step } sur { $steps }. Quoi de neuf de votre côté, ou qu'est-ce qui pourrait être utile à cette personne?
outreach-known = J'ai ceci : « { $known } »
choice-outreach-keep = Le garder
outreach-minutes = Choisissez 10, 15, 20 ou 30 minutes.
outreach-no-words = Je n'y trouve pas de mots. Écrivez-le en quelques mots.
outreach-answer-long = C'est long pour cet endroit. Dites-le en une ou deux phrases.
form-outreach-who = Qui vous êtes, en une phrase
form-outreach-purpose = Pourquoi vous écrivez, en une phrase
form-outreach-learn = Jusqu'à trois choses à apprendre
form-outreach-found = Comment vous avez trouvé cette personne
form-outreach-minutes = Minutes
form-outreach-times = Quand, et où
form-outreach-signature = Comment vous signez
form-outreach-learned = Une chose que vous avez apprise
form-outreach-next = Ce que vous allez en faire
form-outreach-did = Le conseil que vous avez suivi
form-outreach-met = Qui cette personne vous a fait rencontrer
form-outreach-news = Ce qu'il y a de nouveau
form-outreach-text = Votre texte

outreach-head = Message { $number }, { $kind }, à { $name } :
outreach-head-nobody = Message { $number }, { $kind } :
outreach-subject = Objet : { $subject }
outreach-when-now = Si on vous dit que c'est un bon moment :
outreach-when-busy = Si la personne est occupée :
outreach-when-voicemail = Si personne ne répond :
outreach-when-thanks = À la fin :
outreach-name-not-asked = Je n'ai pas nommé { $by } : vous n'avez pas encore demandé si vous le pouvez. Un nom connu dès la première ligne ouvre souvent une porte.
outreach-name-refused = Je n'ai pas nommé { $by }, comme cette personne le préfère.
outreach-fine = Je n'ai rien à améliorer. Lisez-le une fois à voix haute, et vous pouvez l'envoyer.
outreach-sharpen = { $count ->
        [one] Une chose à améliorer :
       *[other] { $count } choses à améliorer :
    }
outreach-sharpen-job-ask = { $letter }. « { $quote } » : c'est demander un emploi, et une personne qui vous parlerait volontiers peut reculer. Essayez : « { $instead } » (Source : { source-s4 }.)
outreach-sharpen-upfront = { $letter }. « { $quote } » dit que vous aimeriez travailler là. Dans cette communauté, c'est permis (source : { source-s1 }); d'autres avertissent que la personne peut se sentir trompée (source : { source-s4 }).
outreach-sharpen-name = { $letter }. Vous citez « { $quote } », et je n'ai pas noté son accord. Demandez-le d'abord, ou laissez le nom de côté. (Source : { source-s2 }.)
outreach-sharpen-placeholder = { $letter }. « { $quote } » ressemble à un trou dans un modèle. Mettez-y les vrais mots, par exemple : « { $instead } » (Source : { source-s0 }.)
outreach-sharpen-no-identity = { $letter }. Après « { $quote } », on ne sait pas encore qui vous êtes. Une phrase suffit, par exemple : « { $instead } » (Source : { source-s4 }.)
outreach-sharpen-no-reason = { $letter }. Après « { $quote } », on ne sait pas encore pourquoi vous écrivez. Essayez : « { $instead } » (Source : { source-s4 }.)
outreach-sharpen-no-learned-thing = { $letter }. « { $quote } » remercie, et pourrait nommer une chose apprise : cela montre que vous avez écouté. Par exemple : « { $instead } » (Source : { source-s2 }.)
outreach-sharpen-no-minutes = { $letter }. « { $quote } » ne dit pas combien de temps cela prendrait. Un petit nombre facilite le oui : « { $instead } » (Source : { source-s4 }.)
outreach-sharpen-hard-to-answer = { $letter }. Après « { $quote } », on ne voit pas à quoi dire oui ou non. Finissez par une question : « { $instead } » (Source : { source-s4 }.)
outreach-sharpen-not-personal = { $letter }. « { $quote } » pourrait s'adresser à n'importe qui. Dites en quelques mots pourquoi cette personne : « { $instead } » (Source : { source-s0 }.)
outreach-sharpen-too-long = { $letter }. C'est long, et on répond plus souvent aux messages courts. Peut-on enlever « { $quote } »? (Source : { source-s2 }.)
outreach-sharpen-junk-subject = { $letter }. L'objet « { $quote } » pourrait passer pour un pourriel. Dites de quoi il s'agit : « { $instead } » (Source : { source-s3 }.)
outreach-sharpen-phone-or-address = { $letter }. « { $quote } » dit comment vous joindre chez vous. Dans un premier message, ce n'est pas nécessaire, sauf si vous y tenez. (Source : { source-s0 }, qui le mettrait dans un remerciement.)
outreach-sharpen-cliche = { $letter }. « { $quote } » : bien des messages commencent ainsi. Commencez par ce qui vous relie : « { $instead } » (Source : { source-s2 }.)
outreach-sharpen-grammar = { $letter }. « { $quote } » : { $instead ->
        [none] regardez encore une fois l'orthographe ici.
       *[other] peut-être « { $instead } »?
    } (Source : { source-s0 }.)
choice-outreach-sent = Je l'ai envoyé
choice-outreach-part = Changer une partie
choice-outreach-whole = Coller mon propre texte
choice-outreach-earlier = La version d'avant
choice-outreach-drill = M'exercer : on me dit oui tout de suite
choice-outreach-may-i-name = Demander si je peux citer le nom
choice-outreach-pre-warm = Faire d'abord préparer le terrain
choice-outreach-in-french = Le mettre en français
choice-outreach-in-english = Le mettre en anglais
choice-outreach-file = Dans un fichier
outreach-file = Le voici dans un fichier.
outreach-other-language = Le voici en anglais. Vos propres phrases restent comme vous les avez écrites : relisez-les.
outreach-other-language-french = Le voici en français. Vos propres phrases restent comme vous les avez écrites : relisez-les.
outreach-earlier = La version d'avant est revenue. Encore une fois, et l'autre revient. Elle commence ainsi : « { $words } »
outreach-which-part = Quelle partie faut-il changer?
outreach-part-subject = L'objet
outreach-part-greeting = La salutation
outreach-part-who = Qui vous êtes
outreach-part-found = Comment vous avez trouvé cette personne
outreach-part-purpose = Pourquoi vous écrivez
outreach-part-learn = Ce que vous aimeriez apprendre
outreach-part-purpose-kind = Que vous ne demandez pas d'emploi
outreach-part-ask = Ce que vous demandez
outreach-part-times = Quand et où
outreach-part-way-out = Qu'on peut vous dire non
outreach-part-signature = La signature
outreach-part-now = Si c'est un bon moment
outreach-part-busy = Si la personne est occupée
outreach-part-voicemail = Si personne ne répond
outreach-part-thanks = Les remerciements
outreach-part-learned = Ce que vous avez appris
choice-outreach-words = { $words }
outreach-write-part = Voici ce qu'on y lit : « { $words } » Que mettre à la place?
outreach-write-whole = Collez votre texte en entier. S'il a un objet, mettez « Objet : … » sur la première ligne.
choice-outreach-leave-out = Enlever cette partie
outreach-text-long = Cela fait { $length } caractères, et il y a place ici pour { $most }. Raccourcissez-le; le message est resté tel quel.
outreach-gone = Ce message n'est plus là : il a été effacé avec la personne qu'il concernait.
outreach-text-gone = Son texte a été effacé avec la personne qu'il concernait. Votre demande, elle, compte toujours.

outreach-sent-request = { $count ->
        [one] C'est noté. C'est votre première demande : la plus difficile est faite.
       *[other] C'est noté. C'est votre demande numéro { $count }. Chacune compte, quelle que soit la réponse.
    }
outreach-sent-noted = C'est noté.
outreach-sent-already = Vous l'aviez déjà noté.
outreach-sent-on = Envoyé le { $day }
outreach-follow-up = Si vous n'avez pas de réponse, je vous rappellerai le { $day } de relancer cette personne, une seule fois.
outreach-follow-up-no-zone = Sans nouvelles après cinq jours ouvrables, relancez une fois. Je peux vous le rappeler quand je connaîtrai votre fuseau horaire : `paramètres fuseau`.
outreach-follow-up-stopped = Sans nouvelles après cinq jours ouvrables, relancez une fois. (Vous avez arrêté ces rappels; pour les retrouver : `rappel arrêter`.)
outreach-answered-yes = La réponse est oui.
outreach-answered-no = La réponse est non.
choice-outreach-yes = On m'a dit oui
choice-outreach-no = On m'a dit non
choice-outreach-follow-up = Écrire la relance
choice-outreach-thank-you = Écrire le remerciement
choice-outreach-list = Mes messages
outreach-yes = Très bien. Répondez dans la journée, et respectez la durée demandée. On prépare vos questions?
choice-outreach-plan = Préparer mes questions
outreach-no-first = Un non compte aussi : vous avez demandé, et la prochaine fois sera plus facile. Il dit peut-être quelque chose de la semaine de cette personne, et rien de vous. Vous a-t-on donné un autre nom?
outreach-no = C'est noté. Plus on demande, plus souvent on reçoit un oui. Vous a-t-on donné un autre nom?
choice-outreach-named = Oui, on m'a donné un nom
choice-outreach-next = À qui demander ensuite
outreach-named = Qui est-ce? Un nom suffit, ou une ligne : « Ben Okafor, électricien chez Hydro ».
outreach-write-to = On écrit tout de suite à { $name }?
choice-outreach-write = Oui, tout de suite
choice-outreach-later = Plus tard
outreach-write-later = Quand vous voudrez : `démarche rédiger`.
outreach-no-such-draft = Vous n'avez pas de message numéro { $number }. Pour les voir tous : `démarche liste`.
outreach-which-sent = Lequel avez-vous envoyé?
outreach-list-none = Vous n'avez pas encore de messages. On écrit le premier?
outreach-list = { $asks ->
        [0] Vos messages :
        [one] Vos messages. Vous avez fait une demande jusqu'ici.
       *[other] Vos messages. Vous avez fait { $asks } demandes jusqu'ici.
    }{ $refused ->
        [0] {""}
        [one] {" "}La réponse a été non une fois; cela arrive quand on demande.
       *[other] {" "}La réponse a été non { $refused } fois; cela arrive quand on demande.
    }
choice-draft = { $number }. { $kind }, { $name }{ $status ->
        [draft] {""}
        [sent] {" "}(envoyé)
        [yes] {" "}(oui)
       *[no] {" "}(non)
    }
choice-draft-nobody = { $number }. { $kind }{ $status ->
        [draft] {""}
       *[other] {" "}(envoyé)
    }
choice-outreach-new = Un nouveau
outreach-check = Collez votre message. S'il a un objet, mettez « Objet : … » sur la première ligne.
outreach-other-script = Je peux relire des messages en français et en anglais. Envoyez-le dans l'une de ces langues.
outreach-channel = Comment allez-vous l'envoyer?
choice-channel-email = Par courriel
choice-channel-linkedin = Sur LinkedIn
choice-channel-phone = Je le dirai au téléphone
choice-channel-thanks = C'est un remerciement
outreach-length-words = { $length } mots. Jusqu'à { $most }, c'est une bonne longueur.
outreach-length-characters = Il a { $length } caractères; une note en contient { $most }, ou 200 avec un compte gratuit.
choice-outreach-another = Un autre
choice-outreach-by-hand = Plutôt à la main
outreach-by-hand = Recopiez-le à la main sur une carte, sans votre courriel, et demandez l'adresse postale du lieu de travail de la personne. C'est plus long, mais une carte se garde. Un courriel dans la journée convient tout aussi bien.
choice-outreach-which-kind = Lequel convient?
choice-outreach-leave = Le laisser de côté
outreach-follow-up-answered = Vous avez eu une réponse : il n'y a rien à relancer.
outreach-follow-up-once = Vous avez déjà relancé une fois. Une relance est polie; une seconde insiste.
outreach-follow-up-none = Vous n'avez noté aucune demande envoyée à cette personne : il n'y a encore rien à relancer. `démarche envoyée` en note une.
outreach-more = { $count ->
        [one] Commencez par là; il reste une autre chose, moins pressée.
       *[other] Commencez par là; il reste { $count } autres choses, moins pressées.
    }
outreach-what-answer = Vous l'avez envoyé. Quelle a été la réponse?
choice-outreach-may-yes = Je peux citer le nom
choice-outreach-may-no = Mieux vaut pas
outreach-may-yes = Très bien : un nouveau message à { $name } dira qui vous a donné le nom. On l'écrit tout de suite?
outreach-may-no = C'est noté : rien de ce que vous écrirez à { $name } ne dira qui vous a donné le nom. On lui écrit tout de suite?
outreach-kept-on-stop = On s'arrête. Ce que vous m'avez dit jusqu'ici est gardé comme message { $number } : `démarche liste` le montre.
outreach-works-personal = « { $quote } » montre pourquoi vous avez choisi cette personne.
outreach-works-reason = « { $quote } » dit ce que vous voulez apprendre.
outreach-works-identity = « { $quote } » dit qui vous êtes.
outreach-works-minutes = « { $quote } » dit combien de temps cela prendra.
outreach-works-easy = « { $quote } » rend la réponse facile.
outreach-works-learned = « { $quote } » nomme ce que vous avez appris.
