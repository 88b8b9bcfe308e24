# Les gens de sa propre liste.

flow-contacts = vos contacts
command-contact = Les gens de votre liste : qui ils sont, et de qui vous tenez leur nom
command-contact-add = Ajouter quelqu'un : nom, travail, comment vous l'avez trouvé
command-contact-find = Trouver quelqu'un par une partie du nom
command-contact-show = Tout ce que vous avez noté sur quelqu'un
command-contact-list = Tous les gens de votre liste
command-contact-note = Noter quelque chose sur quelqu'un
command-contact-refer = Qui vous a donné un nom, et si vous pouvez le dire
command-contact-tree = De qui vous tenez chaque nom
command-contact-remove = Enlever quelqu'un de votre liste
command-contact-export = Votre liste dans un fichier
command-option-contact-known = Quelqu'un de votre liste, par une partie du nom
command-option-who = En une ligne, par exemple : Ana Silva, infirmière au CHUM, rencontrée au salon
command-option-note = Quoi noter, par exemple : aime le thé, de retour de congé en mai
command-option-by = Qui vous a donné le nom
command-option-sheet = vcard, pour un carnet d'adresses, ou csv, pour un tableur
choice-sheet-vcard = vCard, pour un carnet d'adresses
choice-sheet-csv = CSV, pour un tableur

contact-none = Votre liste est vide. Ajoutez la première personne à qui vous pourriez demander : un nom suffit.
choice-contact-add = Ajouter quelqu'un
choice-contact-where = Où puis-je chercher?
contact-where = Où chercher des gens
contact-name = 1 sur 4. Qui est-ce? Un nom suffit, ou tout sur une ligne : « Ana Silva, infirmière-chef au CHUM, rencontrée au salon de l'emploi ».
contact-no-name = Il me faut d'abord un nom, par exemple : « Ana Silva, infirmière-chef au CHUM ».
contact-work = 2 sur 4. Que fait { $name }, et où? Par exemple : « infirmière-chef au CHUM ». Ou `passer`.
contact-met = 3 sur 4. Comment avez-vous trouvé { $name }? Par exemple : « au salon de l'emploi », « LinkedIn », « par Ben Okafor ». Ou `passer`.
contact-ease = 4 sur 4. Comment vous sentez-vous à l'idée d'écrire à { $name }? Je propose de commencer par la personne qui vous intimide le moins.
choice-ease-easy = Je suis à l'aise
choice-ease-middling = Cela m'intimide un peu
choice-ease-daunting = Cela m'intimide
contact-same = { $name } est déjà dans votre liste. Est-ce la même personne?
choice-contact-another = Quelqu'un d'autre
contact-added = { $name } est dans votre liste.
contact-added-to = J'ai ajouté cela à ce que vous aviez sur { $name }.
contact-kept-on-stop = On s'arrête. { $name } est dans votre liste, avec ce que vous m'avez dit jusqu'ici.
contact-full = Votre liste contient { $most } personnes, et elle est pleine. Enlevez-en d'abord : `contact supprimer`.
contact-gone = Cette personne n'est plus dans votre liste.
contact-not-found = Je n'ai trouvé personne pour « { $typed } ». Essayez une autre partie du nom, ou tapez `contact liste`.
contact-which = De qui s'agit-il? Écrivez une partie du nom, ou choisissez.
contact-which-of = J'ai trouvé { $count } personnes. De qui s'agit-il?
choice-contact = { $name }
contact-file-here = Je ne peux pas me servir d'un fichier ici. Pour apporter une liste, tapez `contact importer`.

contact-card = { $name }
contact-card-met = Votre lien : { $value }
contact-card-email = Courriel : { $value }
contact-card-phone = Téléphone : { $value }
contact-card-tags = Étiquettes : { $value }
contact-card-easy = Vous êtes à l'aise à l'idée de lui écrire
contact-card-middling = Lui écrire vous intimide un peu
contact-card-daunting = Lui écrire vous intimide
contact-card-english = Vous lui écrivez en anglais
contact-card-french = Vous lui écrivez en français
contact-card-may-name = { $by } vous a donné ce nom, et vous pouvez le dire
contact-card-may-not-name = { $by } vous a donné ce nom, et aime mieux que vous ne le disiez pas
contact-card-not-asked = { $by } vous a donné ce nom. Vous n'avez pas encore demandé si vous pouvez le dire
contact-card-led-to = Vous a donné : { $names }
contact-card-note = { $day } : { $note }
contact-card-notes-earlier = { $count ->
        [one] (Une note plus ancienne n'est pas affichée.)
       *[other] ({ $count } notes plus anciennes ne sont pas affichées.)
    }
tag-similar-path = parcours semblable
tag-trained-abroad = formation à l'étranger
tag-decision-maker = prend des décisions
tag-former-employee = y a déjà travaillé
choice-contact-note = Noter quelque chose
choice-contact-by = Qui m'a donné ce nom
choice-contact-may-name = Puis-je dire qui m'a donné ce nom?
choice-contact-change = Changer quelque chose
choice-contact-remove = Enlever

contact-note = Qu'aimeriez-vous noter sur { $name }? Un mot avec # devient une étiquette : #mentor.
contact-noted = C'est noté pour { $name }.
contact-note-empty = Je n'y trouve pas de mots. Écrivez ce dont vous aimeriez vous souvenir.
contact-note-long = Cette note a { $length } caractères, et une note peut en avoir { $most }. Raccourcissez-la, ou faites-en deux.
contact-notes-full = Il y a { $most } notes sur cette personne, et c'est tout ce que je garde.
contact-change = Que faut-il changer pour { $name }?
choice-contact-part-name = Le nom
choice-contact-part-work = Son travail, et où
choice-contact-part-met = Comment j'ai trouvé cette personne
choice-contact-part-reach = Courriel ou téléphone
choice-contact-part-tags = Les étiquettes
choice-contact-part-ease = Comment je me sens à l'idée d'écrire
choice-contact-part-language = La langue dans laquelle j'écris
choice-contact-leave = Ne rien changer
contact-part-ease = Comment vous sentez-vous à l'idée d'écrire à { $name }?
contact-part-name = Quel est le bon nom, au lieu de { $name }?
contact-part-work = Que fait { $name }, et où?
contact-part-met = Comment avez-vous trouvé { $name }?
contact-part-reach = Quelle adresse courriel ou quel numéro de téléphone pour { $name }?
contact-part-tags = Quelles étiquettes pour { $name }? Avec des virgules : parcours semblable, formation à l'étranger, prend des décisions, y a déjà travaillé, ou les vôtres.
contact-part-language = Dans quelle langue écrivez-vous à { $name }?
contact-no-reach = Je n'y trouve ni adresse courriel ni numéro de téléphone. Par exemple : « ana.silva@example.org ».
contact-changed = C'est changé.
contact-remove = Enlever de votre liste : { $name }? Je ne pourrai pas revenir en arrière.
contact-remove-notes = { $count ->
        [one] Une note sera effacée aussi.
       *[other] { $count } notes seront effacées aussi.
    }
contact-remove-led-to = { $count ->
        [one] La personne dont ce contact vous a donné le nom reste, mais votre liste ne dira plus de qui vous teniez ce nom.
       *[other] Les { $count } personnes dont ce contact vous a donné le nom restent, mais votre liste ne dira plus de qui vous teniez ces noms.
    }
choice-contact-really = Enlever
choice-contact-keep = Garder
contact-removed = { $name } n'est plus dans votre liste.

contact-by = Qui vous a fait connaître { $name }? Une personne nouvelle sera ajoutée à votre liste.
contact-by-ring = D'après vos notes, c'est { $name } qui vous a fait connaître { $by }, directement ou par d'autres : l'inverse n'est donc pas possible. Qui d'autre vous a donné le nom?
contact-by-self = { $by } ne peut pas vous avoir donné son propre nom. Qui d'autre vous a fait connaître { $name }?
contact-nothing-new = Il n'y a là rien de nouveau sur { $name }. Voici ce que vous avez.
contact-may-name = C'est { $by } qui vous a fait connaître { $name }. Pouvez-vous le dire en écrivant à { $name }?
choice-may-name-yes = Oui, j'ai demandé
choice-may-name-no = Non, mieux vaut pas
choice-may-name-not-asked = Je n'ai pas encore demandé

contacts-page = Votre liste : { $from } à { $to } sur { $count }. Les parcours semblables viennent d'abord. Choisissez quelqu'un, ou écrivez `contact trouver` et une partie du nom.
choice-contacts-more = D'autres
contact-tree-none = Dans votre liste, personne ne vous a encore donné le nom de quelqu'un d'autre. Quand cela arrive, dites-le-moi avec `contact relier`.
contact-tree = De qui vous tenez chaque nom.{ $steps ->
        [1] {""}
       *[other] {" "}Le plus long chemin a { $steps } étapes.
    }{ $alone ->
        [0] {""}
        [one] {" "}Une autre personne n'est encore reliée à personne.
       *[other] {" "}{ $alone } autres ne sont encore reliées à personne.
    }
contact-tree-line = { $arrows }{ $name }
contact-tree-line-yes = { $arrows }{ $name } (vous pouvez dire qui vous a donné le nom)
contact-tree-line-no = { $arrows }{ $name } (sans dire qui vous a donné le nom)
contact-tree-line-not-asked = { $arrows }{ $name } (pas encore demandé si vous pouvez dire qui vous a donné le nom)
contact-tree-more = … et { $count } de plus : prenez-le dans un fichier.
contact-tree-file = Voici l'arbre au complet.
choice-contact-tree-file = Dans un fichier
contact-sheet = Quelle sorte de fichier voulez-vous?
contact-exported = { $count ->
        [one] Voici votre liste : une personne.
       *[other] Voici votre liste : { $count } personnes.
    } Elle contient des notes privées, gardez-la pour vous.
form-contact = Le nom, ou une partie
form-contact-name = Nom
form-contact-work = Son travail, et où
form-contact-met = Comment vous avez trouvé cette personne
form-contact-note = Votre note
form-contact-by = Qui vous a donné le nom
form-contact-reach = Courriel ou téléphone
form-contact-tags = Étiquettes, avec des virgules

command-contact-import = Apporter une liste : vCard ou CSV
command-option-file = Une vCard (.vcf) ou un tableau (.csv)
contact-import = Envoyez-moi le fichier : vCard (.vcf), comme en font les carnets d'adresses et les téléphones, ou un tableau (.csv).
contact-import-discord = Dans un salon, je ne vois pas les fichiers : envoyez-le dans notre discussion privée, ou joignez-le à la commande `contact importer`, dans le champ « fichier ».
contact-import-console = Dans un terminal, tapez son chemin.
contact-import-no-file = J'attends un fichier. Envoyez-le ici, ou tapez `arrêter`.
contact-import-too-large = Ce fichier est trop gros : j'en lis jusqu'à { $most } Mo. Rien n'a été ajouté. Contient-il des images dont on peut se passer?
contact-import-too-many-columns = Ce tableau a { $columns } colonnes, et j'en lis jusqu'à { $most }. Rien n'a été ajouté.
contact-import-too-many-rows = Ce fichier compte plus de { $most } personnes ou lignes, et je n'en lis pas plus à la fois. Rien n'a été ajouté.
contact-import-unreadable = Je ne peux pas lire ce fichier. Envoyez une vCard (.vcf) ou un tableau enregistré en CSV (.csv). Rien n'a été ajouté.
contact-import-empty = Je n'ai trouvé personne dans ce fichier. Rien n'a été ajouté.
contact-import-gone = Je n'ai pas pu obtenir ce fichier. Envoyez-le encore une fois.
contact-import-full = Ce fichier a plus de gens que votre liste n'a de place : il en reste pour { $room }. Rien n'a été ajouté.
contact-imported = { $added ->
        [0] Personne de nouveau.
        [one] Une personne de plus dans votre liste.
       *[other] { $added } personnes de plus dans votre liste.
    }{ $completed ->
        [0] {""}
        [one] {" "}J'ai complété une fiche.
       *[other] {" "}J'ai complété { $completed } fiches.
    }{ $known ->
        [0] {""}
        [one] {" "}Une personne y était déjà.
       *[other] {" "}{ $known } personnes y étaient déjà.
    }{ $refused ->
        [0] {""}
        [one] {" "}Une ligne n'a pas pu servir.
       *[other] {" "}{ $refused } lignes n'ont pas pu servir.
    }
contact-import-pictures = { $count ->
        [one] J'ai laissé une image de côté.
       *[other] J'ai laissé { $count } images de côté.
    }
contact-import-report = Le rapport complet est dans le fichier.
contact-import-added = Ligne { $from } : ajouté
contact-import-added-all = Lignes { $from } à { $to } : ajouté
contact-import-completed = Ligne { $from } : complété
contact-import-completed-all = Lignes { $from } à { $to } : complété
contact-import-known = Ligne { $from } : déjà dans la liste
contact-import-known-all = Lignes { $from } à { $to } : déjà dans la liste
contact-import-no-name = Ligne { $from } : pas de nom, laissé de côté
contact-import-no-name-all = Lignes { $from } à { $to } : pas de nom, laissé de côté
contact-import-broken = Ligne { $from } : caractères illisibles, laissé de côté
contact-import-broken-all = Lignes { $from } à { $to } : caractères illisibles, laissé de côté
contact-import-unended = Ligne { $from } : s'arrête au milieu, laissé de côté
contact-import-unended-all = Lignes { $from } à { $to } : s'arrête au milieu, laissé de côté
choice-contact-write = Écrire un message
contact-remove-drafts = { $count ->
        [one] Un message sera effacé aussi, avec tout rappel à son sujet. Si vous l'avez envoyé, votre demande compte toujours.
       *[other] { $count } messages seront effacés aussi, avec tout rappel à leur sujet. Les demandes envoyées comptent toujours.
    }
