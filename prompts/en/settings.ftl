# Language, time zone, quiet hours, digest.

flow-settings = your settings
time-of-day = { $hour }:{ $minute }
time-of-day-sharp = { $hour }:00

settings-language-is = I speak { $language } with you.
settings-language-english = English
settings-language-french = French
settings-zone-is = Your time zone is { $zone }: it is { $time } there now.
settings-zone-nudges = Your nudges keep their hours: one for 9:00 now comes at 9:00 there.
settings-zone-unknown = I do not know your time zone yet.
settings-quiet-is = Between { $from } and { $to } I send you nothing, except a nudge for which you chose the hour.
settings-quiet-none = I may write to you at any hour.
settings-digest-is = You get the day's nudges in one message, at { $time }.
settings-digest-none = You get nudges at their own times.
settings-change = Would you like to change something?
choice-settings-language = Language
choice-settings-zone = Time zone
choice-settings-quiet = Quiet hours
choice-settings-digest = Digest

settings-set = Done.
settings-language-ask = Which language shall we speak? (Dans quelle langue voulez-vous parler?)
settings-language-set = From now on I speak English with you.
settings-zone-ask = Which large city is in your time zone? For example: Toronto, or Casablanca.
settings-zone-which = It is that time now in the places below, and not every place changes its clocks. Which one is like yours? If none is, name a city.
choice-zone-name = { $zone }
settings-zone-wrong = I did not find “{ $typed }”. Name a large city where it is the same time as where you are, such as Vancouver or Paris.
settings-quiet-ask = During which hours should I send you nothing? For example: 22:00 to 7:00.
choice-settings-quiet-none = No quiet hours
settings-quiet-wrong = I cannot read “{ $typed }” as quiet hours. Give the beginning and the end, with at least four hours left to write in. For example: 22:00 to 7:00.
settings-digest-ask = At what time would you like the day's nudges in one message? For example: 8:00.
choice-settings-digest-none = No digest
settings-digest-wrong = I cannot read “{ $typed }” as a time of the day. For example: 8:00.

command-settings-show = See your settings, and change them
command-settings-language = English or French
command-settings-timezone = Your time zone, by a city in it
command-settings-quiet = The hours at which I send you nothing
command-settings-digest = The day's nudges in one message
