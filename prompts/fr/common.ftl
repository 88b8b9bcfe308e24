# Ce qui se dit dans toutes les conversations.

list-joined = { $head } et { $last }

greeting =
    Bonjour, je suis Rapport. J'aide les gens à se préparer à des entrevues d'information : de courtes conversations avec une personne qui fait le travail qui vous intéresse. Vous posez des questions sur son travail, et elle vous répond.
    Personne d'autre ne lit ce que vous m'écrivez ici, et il n'y a pas de mauvaise réponse.
greeting-again = Bonjour, et bon retour. `présentation pratiquer` sert à travailler votre présentation éclair, `entrevue questionner` à poser vos questions à quelqu'un dont je joue le rôle, et `aide` montre tout.
not-understood = Je n'ai pas compris. Tapez `présentation pratiquer` pour travailler votre présentation éclair, `commencer` pour me parler un peu de vous, ou `aide` pour tout voir.
empty-message = Votre message était vide. Écrivez quelques mots, ou tapez `aide`.
too-long-message = Ce message compte { $length } caractères, et j'en lis jusqu'à { $most }. Envoyez-en un plus court; rien de ce qui précède n'est perdu.
no-files-here = Je ne peux pas lire de fichier ici. Écrivez votre texte, ou envoyez un message vocal.
no-voice-here = Un message vocal ne me sert que pour pratiquer à voix haute. Ici, écrivez votre réponse.
voice-when-practising = Un message vocal est utile quand vous pratiquez votre présentation. Tapez `présentation pratiquer` pour commencer.
no-files-yet = Un fichier ne me sert que si je l'ai demandé : pour apporter une liste de gens, tapez `contact importer`. Tapez `aide` pour voir ce que nous pouvons faire.

stopped = C'est arrêté. Ce que vous avez écrit est gardé, et vous pourrez recommencer quand vous voudrez.
nothing-running = Rien n'est en cours ici. Tapez `aide` pour voir ce que nous pouvons faire.
nothing-to-resume = Il n'y a rien à reprendre ici. Tapez `aide` pour voir ce que nous pouvons faire.
nothing-to-go-back = C'est la première étape, il n'y a rien avant. Tapez `arrêter` pour sortir.
cannot-skip = Cette étape ne peut pas être passée. Tapez `arrêter` pour sortir; ce que vous avez écrit est gardé.
unchanged = Rien n'a changé.
here-we-were = Voici où nous en étions.
one-step-back = Une étape en arrière.
choose-one = Choisissez une de ces réponses, par son numéro ou par ses mots.
no-such-choice = Il n'y a pas de choix { $typed } ici. Voici les choix :
old-choice = Ce bouton date d'un moment déjà passé, je n'ai donc rien changé. Tapez `reprendre` pour voir où nous en sommes.

switch-question = Vous avez déjà quelque chose en cours : { $flow }. Est-ce que je le mets de côté? Vous pourrez y revenir avec `reprendre`.
choice-switch-park = Mettre de côté
choice-switch-stay = Rester ici
silence-question = Hier, nous nous sommes arrêtés en chemin : { $flow }. Voulez-vous continuer? Sinon, ce n'est pas grave; tout reste ici pendant deux semaines.
choice-silence-go-on = Continuer
choice-silence-close = Fermer

distress = Ce que vous écrivez a l'air bien lourd, et vous n'avez pas à le porter sans aide. Je ne suis qu'un programme : parlez à quelqu'un dès maintenant, appelez { $line }.
distress-kept = Ce que nous faisions est gardé. Tapez `reprendre` quand vous voudrez y revenir.
emergency-number = votre numéro d'urgence local

trouble-gone = Je voulais publier quelque chose pour vous dans { $place }, mais cet endroit n'existe plus. Demandez-le-moi de nouveau dans un autre.
trouble-see = Je voulais publier quelque chose pour vous dans { $place }, mais je ne vois pas ce salon. La personne qui y gère les salons peut m'y laisser entrer : la permission s'appelle « Voir le salon ». Je continue d'essayer.
trouble-write = Je voulais publier quelque chose pour vous dans { $place }, mais je ne peux pas y écrire. La personne qui y gère les salons peut l'autoriser : la permission s'appelle « Envoyer des messages ». Je continue d'essayer.
trouble-write-in-threads = Je voulais publier quelque chose pour vous dans { $place }, mais je ne peux pas y écrire dans les fils. La personne qui y gère les salons peut l'autoriser : la permission s'appelle « Envoyer des messages dans les fils ». Je continue d'essayer.
trouble-open-threads = Je n'ai pas pu ouvrir de fils dans { $place }, alors les groupes de la soirée se parlent dans le salon même. La personne qui y gère les salons peut changer cela pour la prochaine fois : la permission s'appelle « Créer des fils publics ».
answer-withdrawn = Vous avez retiré votre réponse, et je l'ai oubliée. Voici de nouveau la question.
answer-withdrawn-kept = Vous avez retiré ce message. Ce que j'en avais mis dans vos listes y reste jusqu'à ce que vous l'enleviez. Voici de nouveau la question.
answered-directly = Je vous ai répondu dans notre discussion privée.
unreadable = Je ne peux pas lire votre dernier message : il est chiffré, et votre application ne m'en a pas donné la clé. Envoyez-le une seconde fois. Si cela ne change rien, fermez l'application et rouvrez-la, ou commencez une nouvelle discussion privée avec moi. Certaines applications ont un réglage qui n'envoie les clés qu'aux appareils vérifiés; pour moi, il doit être désactivé.
trouble-write-matrix = Je voulais écrire quelque chose pour vous dans { $place }, mais je n'en ai pas le droit. La personne qui gère ce salon peut l'autoriser en me donnant un niveau de pouvoir plus élevé. Je continue d'essayer.
noted = C'est noté.
answer-button = Répondre
form-answer = Votre réponse
old-form = Ce formulaire appartient à un moment passé : je n'ai rien changé. Voici ce que vous aviez écrit; tapez `reprendre` pour voir où nous en sommes.
rest-of-form = Je n'ai pas encore utilisé ces réponses. Les voici, pour que rien ne se perde :
direct-refused-discord = J'ai voulu vous l'envoyer en message privé, mais vos réglages ne laissent pas passer mes messages. Pour les autoriser : dans un serveur que nous partageons, touchez le nom du serveur, puis Paramètres de confidentialité, et activez les messages privés. Ou écrivez-moi une fois en privé.
direct-refused = J'ai voulu vous l'envoyer en message privé, mais je n'ai pas pu vous y joindre. Écrivez-moi une fois en privé, et cela fonctionnera de nouveau.

set-aside = J'ai été mis à jour depuis notre dernier échange et je ne peux plus continuer ceci : { $flow }. Je m'en excuse. Voici ce que vous aviez écrit; vous pouvez recommencer en vous en servant.
set-aside-empty = J'ai été mis à jour depuis notre dernier échange et je ne peux plus continuer ceci : { $flow }. Je m'en excuse. Vous n'aviez encore rien écrit, donc rien n'est perdu.
flow-unknown = une conversation précédente
late-delivery = Je n'avais pas pu vous remettre ceci plus tôt.
went-wrong = Un problème est survenu de mon côté et je n'ai pas pu utiliser votre dernier message. Ce que vous aviez écrit avant est à l'abri. Réessayez une fois; si cela se reproduit, donnez la référence { $reference } à la personne qui s'occupe de ce robot.

error-unknown-command = Je ne connais pas cette commande. Tapez `aide` pour les voir toutes.
error-did-you-mean = Je ne connais pas cette commande. Vouliez-vous dire `{ $command }`?
error-unknown-word = « { $word } » ne va pas à cet endroit. Par exemple : `{ $example }`.
error-too-much = Je n'attendais pas « { $word } » à cet endroit. La commande s'écrit ainsi : `{ $example }`.
error-number = « { $word } » ne va pas ici. Choisissez un nombre entier de { $least } à { $most }. Par exemple : `{ $example }`.

help-title = Voici ce que nous pouvons faire ensemble :
help-line = `{ $usage }` : { $description }
help-group = `{ $group }` : { $description } ({ $words })
help-more = Pour voir comment on s'en sert : `aide questions`, par exemple.
help-controls = À toute étape, vous pouvez taper `arrêter`, `retour`, `passer`, `aide` ou `reprendre`.
help-in-flow = En ce moment : { $flow }. Tapez `retour` pour l'étape d'avant, `passer` pour laisser une question de côté, `arrêter` pour finir. Rien de ce que vous avez écrit n'est perdu.

command-start = Me parler un peu de vous : langue, fuseau horaire, domaine, but
command-pitch-practise = Essayer votre présentation éclair et recevoir des conseils
command-pitch = Votre présentation éclair : qui vous êtes et ce que vous aimeriez apprendre
command-mock = Une entrevue simulée : vous posez les questions, je joue la personne
command-mock-ask = Parler à une personne que je joue, et recevoir un bilan
command-mock-report = Ce qui a marché dans votre dernière entrevue simulée, et quoi retravailler
command-option-guest = À qui vous aimeriez parler, par son nom ou son domaine
command-option-minutes = Combien de minutes vous avez demandées : de 10 à 30
command-option-drill = maintenant : vous appelez pour un rendez-vous, et la personne a le temps
command-option-timing = réel : la montre tourne; simulé : le temps passe avec ce qui se dit
command-settings = Langue, fuseau horaire, heures de silence, résumé du jour
command-nudge = Ce que je vous rappelle, et quand
command-option-seconds = De combien de secondes vous disposez : de 10 à 120
command-option-what = Ce que je dois vous rappeler, et quand, par exemple : écrire à Ana dans 2 semaines
command-option-nudge = Quel rappel, par son numéro
command-option-when = Quand, par exemple : demain 15 h
command-option-until = Jusqu'à quand, par exemple : lundi prochain
command-option-language = La langue que nous parlons
command-option-timezone = Une grande ville de votre fuseau horaire, comme Montréal
command-option-quiet = De quelle heure à quelle heure je n'envoie rien, comme 22:00-07:00; ou aucun
command-option-digest = À quelle heure les rappels du jour arrivent ensemble, comme 8 h; ou aucun
command-option-command = La commande sur laquelle vous voulez en savoir plus
command-resume = Reprendre où vous en étiez
command-back = Revenir une étape en arrière
command-skip = Laisser cette question de côté
command-stop = Finir ce que nous faisons
command-help = Ce que je sais faire

source-s0 = NIC Online (Achēv)
source-s1 = un site canadien sur le CV et la carrière
source-s2 = un centre de carrière universitaire
source-s3 = le service d'orientation de l'Alberta
source-s4 = Cancer et travail
advice-with-sources = { $advice } (Source : { $sources }.)
advice-disagreement = Les avis diffèrent. { $positions }

day = { $weekday ->
        [1] lundi
        [2] mardi
        [3] mercredi
        [4] jeudi
        [5] vendredi
        [6] samedi
       *[7] dimanche
    } { $day ->
        [1] 1er
       *[other] { $day }
    } { $month ->
        [1] janvier
        [2] février
        [3] mars
        [4] avril
        [5] mai
        [6] juin
        [7] juillet
        [8] août
        [9] septembre
        [10] octobre
        [11] novembre
       *[12] décembre
    }
day-and-year = { $day } { $year }
stopped-here = D'accord, on s'arrête ici. Ce qui était noté reste.
