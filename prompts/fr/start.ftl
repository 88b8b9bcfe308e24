# La première rencontre.

flow-start = notre première rencontre
start-language = 1 sur 4. Dans quelle langue voulez-vous parler? (Which language shall we speak?) Vous pourrez écrire votre présentation dans l'une ou l'autre.
choice-english = English (anglais)
choice-french = Français (French)
start-zone-guess = 2 sur 4. Pour que je ne vous écrive jamais la nuit : est-ce que { $zone } est votre fuseau horaire?
choice-zone-yes = Oui
choice-zone-other = Non, un autre
start-zone-ask = 2 sur 4. Pour que je ne vous écrive jamais la nuit : quelle grande ville est dans votre fuseau horaire? Par exemple : Montréal ou Casablanca.
start-zone-unknown = Je n'ai pas trouvé « { $typed } ». Nommez une grande ville où il est la même heure que chez vous, comme Vancouver ou Paris; ou tapez `passer`.
start-field = 3 sur 4. Quel domaine ou quel métier vous intéresse? Quelques mots suffisent, comme « soins infirmiers » ou « panneaux solaires ».
form-start-field = Le domaine ou le métier qui vous intéresse
form-start-purpose = Ce que vous aimeriez apprendre
start-purpose = 4 sur 4. Qu'aimeriez-vous apprendre des gens de ce domaine? Une phrase, dans vos mots. Par exemple : « Je veux savoir si ma formation est reconnue ici. »
start-too-long = Cela fait { $length } caractères; il y a de la place pour { $most }. Dites-le en moins de mots, nous irons plus loin ensuite.
start-done = Merci. Je m'en souviendrai.
start-done-nothing = C'est tout ce qu'il me faut.
start-offer = Un bon premier pas, c'est votre présentation éclair : qui vous êtes et ce que vous espérez apprendre, en une demi-minute. Elle vous servira partout. On l'essaie?
choice-offer-yes = Essayer ma présentation
choice-offer-later = Plus tard
start-later = Quand vous voudrez : tapez `présentation pratiquer`. Il faut à peu près cinq minutes.
