# Mock-interview nights: planned, announced, joined, moved, called off.

flow-nights = a mock-interview night
command-night = Evenings on which a group practises together, in threes
command-night-list = The nights that are planned
command-night-plan = Plan a night (hosts), for example: tomorrow 7pm nursing
command-night-move = Give a night another time (hosts)
command-night-cancel = Call a night off (hosts)
command-night-join = Sign up for a night
command-night-leave = Give up your place at a night
command-option-night = Which night, by its number
command-option-night-when = When, for example: Thursday 7pm
night-when-minutes = Each conversation will take { $minutes } minutes. When does the night begin? For example: Thursday 7pm.
command-option-night-topic = What you practise that night, in a few words
command-option-night-minutes = How long one conversation is
command-option-night-rounds = How many rounds; left out, everybody asks once
command-option-night-people = How many people can take part
command-option-night-language = The language of the announcement
command-option-night-as = Say that you can be a guest
night-as-guest = I can be a guest
whose-clocks = { " " }({ $zone } time)

invited-discord = Thank you for having me in { $name }. What I say to one person, only they can see; what people write to each other in channels I do not read. To meet me, type `start`.
    To practise together, plan a mock-interview night: type `night plan` in the channel where it should be announced and held. Whoever may manage the server is a host and can do that; I need to be allowed to see that channel and to write there.
invited-matrix = Thank you for having me in { $name }. What I say to one person comes in a direct chat like this one; in the room I answer only to commands and to my name. To meet me, type `start` here.
    To practise together, plan a mock-interview night: type `night plan` in the room where it should be announced and held. Whoever has power level 50 or more there is a host and can do that.
night-where = A night belongs to a room or a server. Type this there, where people will see it.
night-hosts = Only hosts can do that. `night list` shows the nights that you can join.
host-asked-long-ago = That was a while ago, and I cannot see from here whether you still host there. Please type the command again in the room or server itself.
night-none = No night is planned here.
night-gone = That night is over, or was called off. `night list` shows the next ones.
night-reminder-not-in = You are not on the list for that night any more, so I do not remind you of it. `night list` shows the next ones.
night-not-in = You were not on the list for that night, so there is nothing to undo. `night list` shows the next ones.
night-full = { $most } nights are planned here, and that is as many as I can keep. `night cancel` makes room.
night-which = Which night?
night-any-topic = open topic
choice-night = { $day }, { $clock }, { $topic }

night-zone-guess = One question first, so that everybody sees the right hour: is your time zone { $zone }?
night-zone = One question first, so that everybody sees the right hour: which large city is in your time zone? For example: Toronto, or Casablanca.
night-when = When does the night begin? You can add what you practise, for example: Thursday 7pm, first questions.
night-no-time = I cannot read “{ $typed }” as a time. For example: tomorrow 7pm, or 3 December 7:30pm. To leave it: `stop`.
night-one-at-a-time = I plan one night at a time. When is the first? For example: Thursday 7pm.
night-too-far = That is more than a year away. Choose an earlier day, such as Thursday 7pm.
night-over-by-now = That time has gone by while we talked. When does the night begin? For example: tomorrow 7pm.
night-hour = { $day }: at what time? For example: 7pm.
night-ready = This is what I would announce in { $place }:
night-ready-most = Up to { $most } people can sign up; those after them go on a waiting list.
night-ready-language = The announcement will be in { $language }; your topic stays as you wrote it.
choice-night-post = Announce it
choice-night-when = Another time
choice-night-topic = A topic
choice-night-more = More
night-more = What would you like to change?
choice-night-minutes = How long a round is
choice-night-rounds = How many rounds
choice-night-most = How many people
choice-night-meets = Where people talk
choice-night-language = The language
choice-night-more-done = That is all
night-topic = What will you practise? A few words, such as: first questions, or nursing. To leave it open: `skip`.
night-minutes = How many minutes is one conversation? Two minutes of feedback follow each one.
choice-night-minutes-value = { $value } minutes
night-rounds = How many rounds? After each one the roles turn.
choice-night-rounds-value = { $value ->
        [one] { $value } round
       *[other] { $value } rounds
    }
choice-night-rounds-all = As many as needed: everybody asks once
night-most = How many people can take part, at most?
choice-night-most-value = { $value } people
night-language = In which language shall I announce it?
night-meets = Where do people talk, once the groups of three are formed?
choice-night-threads = In writing, in threads
choice-night-voice = In voice channels
choice-night-link = In calls, by a link
night-voice = Which voice channels? Their names are enough, such as: Practice 1 to Practice 5. I do not join or listen.
night-link = Paste the link to the calls. It begins with https:// and everybody here will see it.
night-link-wrong = That is no link that I can show. It begins with https:// and has no spaces.
night-number = Choose a whole number from { $least } to { $most }.
night-posted = It is announced in { $place }. If plans change: `night move`, or `night cancel`. I tell everybody who signed up.
night-plan-stop = Nothing was announced.
form-night-when = When, and what you practise
form-night-hour = At what time?
form-night-topic = What you practise
form-night-meets = Where people talk
form-night-work = Your work

night-card = Mock-interview night: { $day }, { $clock }{ $zone }
night-card-topic = Topic: { $topic }
night-card-how = In threes: one asks, one is the guest, one observes. Each conversation takes { $minutes } minutes; then the roles turn, until everybody has asked once. In all, about { $total } minutes.
night-card-rounds = In threes: one asks, one is the guest, one observes. { $rounds ->
        [one] { $rounds } round
       *[other] { $rounds } rounds
    } of { $minutes } minutes; after each one the roles turn. In all, about { $total } minutes.
night-card-threads = We write to each other, each group in a thread of its own.
night-card-voice = We talk in { $where }.
night-card-link = We talk here: { $where }
night-card-nobody = Nobody has signed up yet. Be the first: it makes it easier for the next.
night-card-people = { $count } of { $most }: { $names }{ $more ->
        [0] { "" }
       *[other] { " " }and { $more } more
    }
night-card-guest = { $name } can be a guest: “{ $work }”
night-card-guests = { $told ->
        [0] { $count ->
            [one] One person has offered to be a guest.
           *[other] { $count } people have offered to be guests.
        }
       *[other] { $count ->
            [one] One more has offered to be a guest.
           *[other] { $count } more have offered to be guests.
        }
    }
night-card-waiting = On the waiting list: { $names }{ $more ->
        [0] { "" }
       *[other] { " " }and { $more } more
    }
night-card-cancelled = The mock-interview night on { $day }, { $clock }{ $zone } is called off.
choice-night-join = Sign up
choice-night-guest = I can be a guest
choice-night-leave = I can't come

night-joined = You are in: { $day }, { $clock }{ $zone }, in { $place } ({ $topic }).
night-joined-already = You are signed up already: { $day }, { $clock }{ $zone }, in { $place } ({ $topic }).
night-waits = { $place ->
        [one] All places are taken. You are first on the waiting list, and I will write to you when a place is free.
       *[other] All places are taken. You are number { $place } on the waiting list, and I will write to you when a place is free.
    }
night-work = As a guest you need not prepare anything: you talk about yourself. Which work can you tell others about? A few words are enough, such as: nursing in a small hospital. They will stand in the announcement.
night-work-few = The announcement needs a few words, up to { $most } characters, such as: nursing in a small hospital. Which work can you tell others about? They will ask you about it that evening.
night-work-noted = Thank you. I have put this into the announcement: “{ $work }”
choice-night-any-work = I would rather not say
night-reminder-day = I will send you a reminder the day before.
night-reminder-hour = I will send you a reminder an hour before.
night-reminder-quarter = I will send you a reminder a quarter of an hour before.
night-reminder-other = Would you rather have it at another moment?
night-reminder-none = No reminder, then. You can change that with `night join`.
night-reminder-too-soon = The moment for your reminder is over already. You can choose another one.
night-reminder-over = That moment is over already, so no reminder comes before the night.
night-reminder-stopped = You have turned these reminders off. Choose one, and they come again.
choice-night-day = The day before
choice-night-hour = An hour before
choice-night-quarter = 15 minutes before
choice-night-never = No reminder
night-joined-stop = You stay signed up. `night leave` gives up your place.
night-left = You are no longer signed up for { $day }, { $clock }{ $zone } in { $place } ({ $topic }). It helps the hosts that you said so.
night-seat-free = A place has become free: you are in. { $day }, { $clock }{ $zone }, in { $place } ({ $topic }). If you cannot come: `night leave`.

night-list = These nights are planned:
night-list-line = { $number }. { $day }, { $clock }{ $zone }: { $topic }. { $count ->
        [0] No place taken yet, of { $most }.
        [one] 1 place of { $most } taken.
       *[other] { $count } places of { $most } taken.
    }
night-list-line-in = { $number }. { $day }, { $clock }{ $zone }: { $topic }. { $count ->
        [one] 1 place of { $most } taken, yours.
       *[other] { $count } places of { $most } taken, one of them yours.
    }
night-list-line-waiting = { $number }. { $day }, { $clock }{ $zone }: { $topic }. All { $most } places are taken ({ $count }); you are on the waiting list.
night-list-mine = Your nights:
night-list-mine-line = { $day }, { $clock }{ $zone }, in { $place }: { $topic }.
night-list-mine-waiting = { $day }, { $clock }{ $zone }, in { $place }: { $topic }. You are on the waiting list.
night-list-mine-how = To give up your place: `night leave`.
night-list-how = To sign up: `night join`. To give up your place: `night leave`.
night-list-none = No night is planned here. Your hosts can plan one.
night-list-none-host = No night is planned here. You can plan one: `night plan Thursday 7pm`.
night-list-none-joined = You are not signed up for any night. You find them in the room or server where they are announced.

night-move-when = The night is on { $day }, { $clock }{ $zone } ({ $topic }), in { $place }. When shall it be instead?
night-moved = Moved: { $day }, { $clock }{ $zone }, in { $place } ({ $topic }). I have changed the announcement and told everybody who signed up.
night-told-moved = The mock-interview night in { $place } ({ $topic }) has moved. It was on { $old_day }, { $old_clock }; now it is on { $day }, { $clock }{ $zone }. You keep your place. If the new time does not suit you: `night leave`.
night-cancel-sure = Call off the night on { $day }, { $clock }{ $zone }: { $topic }? { $count ->
        [0] Nobody has signed up.
        [one] One person has signed up, and I will tell them.
       *[other] { $count } people have signed up, and I will tell them.
    }
choice-night-cancel = Call it off
choice-night-keep = Keep it
night-cancelled = It is called off. { $count ->
        [0] Nobody had signed up.
       *[other] Everybody who had signed up knows.
    }
night-told-cancelled = The mock-interview night on { $day }, { $clock }{ $zone } in { $place } ({ $topic }) is called off. You need do nothing. To practise alone meanwhile: `mock ask`.
night-join-where = You sign up where the night is announced: type this there, or press the button.
night-no-number = There is no night { $number } ahead here. `night list` shows the next ones.
night-not-in-any = You are not signed up for any night.
night-joined-guest = You are signed up, and you can be a guest: { $day }, { $clock }{ $zone }, in { $place } ({ $topic }).
night-card-beginners = You need no experience.
night-move-sure = Move it to { $day }, { $clock }{ $zone } ({ $topic })? { $count ->
        [0] Nobody has signed up.
        [one] One person has signed up, and I will tell them.
       *[other] { $count } people have signed up, and I will tell them.
    }
choice-night-move = Move it
night-move-same = It is at that time already: { $day }, { $clock }{ $zone }, in { $place } ({ $topic }). I have told nobody anything.
night-told-moved-waiting = The mock-interview night in { $place } ({ $topic }) has moved. It was on { $old_day }, { $old_clock }; now it is on { $day }, { $clock }{ $zone }. You stay on the waiting list. If the new time does not suit you: `night leave`.
night-entry = Mock-interview night ({ $topic })
