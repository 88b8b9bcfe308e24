# The evening of a mock-interview night: check-in, cells, rounds, signals, cards, feedback.

command-night-start = Begin a night now: the check-in opens (hosts)
command-night-next = Move on early: to the first round, the feedback or the next round (hosts)
command-night-extend = Add minutes to the part of the night that is running now (hosts)
command-night-end = End the night that runs now (hosts)
command-night-remove = Take somebody out of the night that runs now (hosts)
command-night-here = Say that you are here, at the check-in and before each round
command-night-card = Your own card for this round, for you alone
command-night-avoid = Somebody you would rather not sit with; nobody is told
command-option-night-more = How many minutes more
command-option-night-who = Who
command-option-night-avoid = Who you would rather not be in a group with

night-begun = The check-in is open in { $place }, for five minutes; `night next` ends it sooner. From then on I keep the time, even if you have to go. For more time: `night extend`. To stop everything: `night end`.
choice-night-start = Begin now
night-start-sure = That night is planned for { $day }, { $clock }{ $zone } ({ $topic }), in { $place }. Begin it now anyway?
night-who-of = More than one person goes by that name, such as “{ $one }” and “{ $other }”. Write the whole name of the one you mean.
night-begun-already = A night is under way already, in { $place }. `night next` moves on early, and `night end` ends it.
night-none-runs = No night is under way here. `night list` shows those that are planned.
night-several-run = More than one night is under way. Type this in the channel or room of the one you mean.
night-next-too-few = Fewer than two people are here, so no round can begin yet. The check-in stays open; `night end` ends the night.
night-next-done = Done: the night has moved on.
night-extended = { $minutes ->
        [one] One minute more
       *[other] { $minutes } minutes more
    }, until { $clock }{ $zone }.
night-end-sure = { $count } people are in the middle of round { $round }, which lasts until { $clock }{ $zone }. End the night for everybody now? `night next` ends only the round.
choice-night-end = End the night
choice-night-goes-on = Let it go on
night-end-done = The night is over. Thank you for hosting.
night-remove-whom = Who should I take out? For example: `night remove @ben`. I take them out of this night at once, and tell only them.
night-remove-nobody = I do not see “{ $who }” at this night. Write the name as it stands in their account, for example: `night remove @ben`.
night-removed = { $name } is out of this night and cannot come back to it. I have told them. The others only see that { $name } had to go.
night-told-removed = A host has taken you out of the mock-interview night in { $place } ({ $topic }). If you think that is a mistake, write to a host there.
night-opened-itself = Nobody had begun the night in { $place } ({ $topic }), so I have opened the check-in myself. I keep the time; `night end` there ends it.
night-room-gone = The place where the mock-interview night was held ({ $topic }) no longer exists, so the night cannot go on. I am sorry. To go on practising: `mock ask`.

night-card-begun = The mock-interview night of { $day }, { $clock }{ $zone } ({ $topic }) is under way. To join it, look for the latest message with “I am here” below.
night-card-over = The mock-interview night of { $day }, { $clock }{ $zone } ({ $topic }) is over.
night-check-in = The mock-interview night begins ({ $topic }). Press “I am here” if you want to take part, even if you did not sign up. The first round starts at { $clock }{ $zone }, or sooner if the host says so.
night-check-in-nobody = Nobody has pressed it yet.
night-check-in-people = Here: { $names }{ $more ->
        [0] { "" }
       *[other] { " " }and { $more } more
    }. That makes { $count }.
choice-night-here = I am here
choice-night-go = I must go
choice-night-role = My card
night-standing-talk = Round { $round } of { $rounds } is under way, until { $clock }{ $zone }. Whoever comes now can join the next one: press “I am here”.
night-standing-last = The last round, { $round } of { $rounds }, is under way.
night-standing-done = The last round, { $round } of { $rounds }, is over. The groups are giving feedback.
night-standing-feedback = Round { $round } of { $rounds } is over. The next one starts at { $clock }{ $zone }; to be in it, press “I am here”.

night-here-first = Good to have you. The first round starts at { $clock }{ $zone }; your card with what to do comes then.
night-here-next = Good, you are in the next round. This part of the night goes on until { $clock }{ $zone }.
night-here-seated = You are in group { $number } already. For your card: `night card`.
night-here-too-late = This is the last round, and there is no other to join. To practise now with me: `mock ask`.
night-here-removed = A host has taken you out of this night. If you think that is a mistake, write to a host.
night-go-noted = Thank you for letting me know; your group goes on. If you can come back later, press “I am here”.
night-go-early = Thank you for letting me know. If you can come after all, press “I am here”.
night-go-over = Thank you for letting me know. See you another time.
night-no-card = You have no card at this moment: you get one when you sit in a group. Press “I am here” to be in the next round.
night-alone = I could not find a group for you this time. I am sorry. I can be your guest in the meantime: `mock ask`. If another round follows, you are in it.
night-alone-over = I could not make a group this time, so there is no round. I am sorry. I can be your guest instead: `mock ask`.
night-alone-after = I could not make another group, so there are no more rounds this time. I am sorry. I can be your guest instead: `mock ask`.
night-missed = I did not see an “I am here” from you, so this round begins without you. If another round follows, you can still join it: press “I am here”.
night-no-room = I am sorry, every place in this round is taken. If another round follows and a place is free, you are in it. I can be your guest in the meantime: `mock ask`.

night-cell = Group { $number }: { $names }. Everything else is in this thread.
night-cell-title = Group { $number }
night-round = Group { $number }, round { $round } of { $rounds }: { $minutes } minutes, until { $clock }{ $zone }.
night-roles = { $asker } asks. { $guest } is the guest.{ $count ->
        [0] { "" }
        [one] { " " }{ $observers } observes.
       *[other] { " " }{ $observers } observe.
    }
night-write-here = Write to each other here; I do not read it.
night-card-comes = Each of you gets a card, for your eyes only. If it has not come, press “My card”.
night-signal-thirds = ⏳ { $called }: two thirds of the time has passed, { $left ->
        [one] one minute is left
       *[other] { $left } minutes are left
    }.
night-signal-short = ⏳ { $called }: about three minutes are left. { $asker }, a good moment for your last question, and for asking who else you could talk to.
night-more-time = ⏳ { $called }: you have { $minutes ->
        [one] one minute
       *[other] { $minutes } minutes
    } more, until { $clock }{ $zone }.
night-time-up = ⌛ { $called }: the time is up. Thank each other.
night-feedback = Two minutes of feedback for whoever asked: { $count ->
        [0] the guest says one thing that worked, and one to try next time.
        [one] first the observer, then the guest, each with one thing that worked and one to try next time.
       *[other] first the observers, then the guest, each with one thing that worked and one to try next time.
    }
choice-night-feedback = Feedback
night-feedback-card = Press “Feedback”. If you asked, you can note three short lines for yourself alone. If you were the guest or observed, what you note goes to whoever asked, and to nobody else.
night-feedback-next = Then the roles turn. Press “I am here” to be in the next round.
night-feedback-last = That was the last round.
night-call = { $called }: would you like to be in the next round? If so, press “I am here”; otherwise it begins without you.
night-call-again = { $called }: too few have pressed “I am here” so far, and without you the night would end. Take your time: I wait until { $clock }{ $zone }.
night-turned = { $gone } had to go. { $asker } asks, { $guest } is the guest{ $count ->
        [0] { "" }
        [one] , { $observers } observes
       *[other] , { $observers } observe
    }.
night-merged = { $called } joins you and observes.
night-told-merged = Your group has become too small. For the rest of this round you observe in group { $number }.
night-ended-cell = A host has ended the night. Take a moment to thank each other.

night-back = I was away for a moment.
night-back-check-in = I was away for a moment. The first round starts at { $clock }{ $zone }; if you have not pressed “I am here”, there is still time.
night-back-talk = I was away for a moment. Round { $round } of { $rounds } goes on until { $clock }{ $zone }.
night-back-feedback = I was away for a moment. The next round starts at { $clock }{ $zone }; if you have not pressed “I am here”, there is still time.
night-back-last = I was away for a moment. That was the last round; you can finish in your own time.

night-recap-done = The mock-interview night is over. Thank you, all of you.
night-recap-ended = The mock-interview night ends here. Thank you, all of you.
night-recap-nobody = Too few people are here for a round, so there is no night today. Thank you to whoever came.
night-recap-too-few = Too few people are left for another round, so the night ends here. Thank you, all of you.
night-recap-away = I was away for too long, and the night could not go on. I am sorry. Thank you, all of you.
night-recap = { $count } people took part, in { $rounds ->
        [one] one round
       *[other] { $rounds } rounds
    } ({ $topic }): { $names }.
night-recap-guests = A special thank you to those who were guests: { $names }.
night-recap-all-guests = Everybody was a guest at least once. Thank you for your answers.
night-recap-next = The next night: { $day }, { $clock }{ $zone }.
night-recap-no-next = `night list` shows when the next one is planned.

night-role-asker = Round { $round }, group { $number }: you ask, and { $guest } is your guest for { $minutes } minutes. You lead: say hello, say in two sentences who you are and why you wanted this talk, then ask your questions.
night-your-plan = Your questions, from your plan:
night-usual-plan = Questions that you can use, or replace with your own:
night-question = { $at }. “{ $question }”
night-role-guest = Round { $round }, group { $number }: you are the guest, and { $asker } asks. Answer as you would a stranger who is curious about your work: honestly, in a few sentences at a time.
night-guest-self = You offered to talk about your work: “{ $work }”. Be yourself; you do not need to prepare anything.
night-guest-own = You offered to be a guest. Be yourself, and talk about a job that you know.
night-guest-played = For this round you play somebody else. { $about }
night-guest-says = They could say, for example:
night-guest-line = “{ $words }”
night-guest-how = Put it in your own words, and invent what is missing. If a question has nothing to do with the work, you may say that you would rather not answer.
night-role-observer = Round { $round }, group { $number }: you observe. { $asker } asks, and { $guest } is the guest. Say nothing while they talk; note what you see:
night-look-opening = { $at }. Do they say early who they are and why they wanted this talk?
night-look-open = { $at }. Are the questions open, so that the answer is more than a yes or a no?
night-look-example = { $at }. When an answer is vague, do they ask for an example?
night-look-subjects = { $at }. Do they leave out age, family, where somebody lives, and pay?
night-look-time = { $at }. Do they keep to the time, and say when it is almost up?
night-look-closing = { $at }. At the end, do they say thank you, and ask who else they could talk to?
night-look-job = { $at }. Do they ask for information, and not for a job?
night-look-upfront = { $at }. If they hope to work there, do they say so openly and early?
night-look-sources = (These points come from { $sources }.)
night-role-observer-after = Afterwards you have a minute: one thing that worked, and one to try next time. Talk about what you saw, not about the person. “Feedback”, in your thread, goes through these points with you.

night-avoid-whom = Who would you rather not be in a group with? For example: `night avoid @ben`. I keep you apart at every night, and nobody is told.
night-avoid-nobody = I do not know who you mean by “{ $who }”. Write the name as it stands in their account, for example: `night avoid @ben`.
night-avoid-self = That is you. Who would you rather not be in a group with? For example: `night avoid @ben`.
night-avoid-noted = Noted: you will not sit with { $name }. Nobody is told, and they never learn of it from me. If you are in a group together right now, you can press “I must go”.
night-avoid-unknown = I have not met anybody of that name here yet. If it is misspelt: `night avoid` with the right one.
night-avoids-already = I already keep you and { $name } apart. Shall I keep doing that?
choice-night-avoid-keep = Yes, keep us apart
choice-night-avoid-end = No, that can end
night-avoid-ended = From now on you may sit with { $name } again.
night-avoided = I keep you apart from { $names }. To change that for one of them: `night avoid`, with the name.
