# Nudges: messages that come because their time has come.

flow-nudges = your nudges
nudge-kind-pitch = say your pitch aloud

nudge-ask-what = What shall I remind you of? A few words are enough, such as “write to Ana”.
nudge-ask-when = When? For example: tomorrow 3pm, in 2 weeks, every Monday 9am, or 2026-12-01 09:30.
nudge-zone-guess = One question first, so that it comes at the right hour: is your time zone { $zone }?
nudge-zone-ask = One question first, so that it comes at the right hour: which large city is in your time zone? For example: Toronto, or Casablanca.
nudge-too-long = That has { $length } characters, and I keep up to { $most }. What shall I remind you of, in fewer words?
nudge-too-many = You have { $most } nudges planned, and that is as many as I can keep. `nudge list` shows them; `nudge cancel` makes room.

nudge-no-time = I cannot read “{ $typed }” as a time. For example: tomorrow 3pm, in 2 weeks, or 2026-12-01 09:30. To leave it: `stop`.
nudge-no-such-day = “{ $typed }”: there is no such day or hour. When would you like it? For example: 28 February 3pm.
nudge-past = “{ $typed }” is already over. Give a time that is still ahead, such as tomorrow 3pm.
nudge-too-far = “{ $typed }” is more than five years away, and I cannot promise to be here. Give an earlier time, such as in 6 months.
nudge-two-days = “{ $typed }” could be two different days. Write the month as a word, such as 3 April.

nudge-planned = On { $day } at { $clock } I will remind you: “{ $what }” (nudge { $number })
nudge-again = It comes again { $unit ->
        [day] { $count ->
            [one] every day
           *[other] every { $count } days
        }
        [week] { $count ->
            [one] every week
           *[other] every { $count } weeks
        }
        [month] { $count ->
            [one] every month
           *[other] every { $count } months
        }
       *[year] { $count ->
            [one] every year
           *[other] every { $count } years
        }
    }.
nudge-odd-skipped = The clocks go forward that night, so { $asked } does not exist; I took { $taken }.
nudge-odd-twice = The clocks go back that night, so { $taken } comes twice; I took the first.
nudge-after-pause = Your nudges are paused, so it will come on { $day } at { $clock }.
nudge-in-digest = It will come in that day's digest.

nudge-told = It is time for this: “{ $what }”
nudge-told-late = I am sorry, this one comes late; it was for { $day }: “{ $what }”
nudge-told-missed = I missed the hour, { $day } at { $clock }, and I am sorry. You wanted to hear this: “{ $what }”
nudge-told-held = This waited for the end of your pause: “{ $what }”
nudge-kind-plan = your plan for a meeting
nudge-told-plan = Your meeting is near. This is what you want to ask. Breathe, smile, and keep it in view.
choice-nudge-stop-plan = Stop showing me my plans on the day
choice-nudge-plan-again = Show me my plans on the day again
nudge-plan-stopped = Done: I no longer show you plans on the day. `questions plan` shows them at any time.
nudge-plan-again = Done: I show you your plans on the day again.
nudge-told-pitch = A good moment to say your pitch aloud once, without reading it. This is the one you kept:
nudge-pile-now = It is time for these:
nudge-pile-late = I could not reach you for a while, and I am sorry. These came up meanwhile:
nudge-pile-held = Your pause is over. These were waiting for you:
nudge-pile-line = { $number }. “{ $what }”
nudge-pile-line-late = { $number }. “{ $what }” (it was for { $day }, { $clock })
nudge-pile-hint = For one of them, type its number: `nudge done { $number }`, or `nudge snooze { $number } tomorrow`.
nudge-in-passing = No hurry. When we are done here: `nudge done { $number }`, or `nudge snooze { $number } tomorrow`.
nudge-say = Tell me that it is done, or when to come back, such as “tomorrow 3pm”.
nudge-waits = It waits. `nudge list` shows it.

choice-nudge = { $what }
choice-nudge-done = Done
choice-nudge-hour = In an hour
choice-nudge-tonight = Tonight
choice-nudge-tomorrow = Tomorrow
choice-nudge-next-week = Next week
choice-nudge-practise = Practise now
choice-nudge-stop-these = No more of these
choice-nudge-all-done = All done
choice-nudge-all-tomorrow = All tomorrow

nudge-done = Good. That is done: “{ $what }”
nudge-done-next = Good. “{ $what }” is done for this time. The next one comes on { $day } at { $clock }.
nudge-not-yet = “{ $what }” has not come round yet; the next time is { $day } at { $clock }. To end it: `nudge cancel { $number }`.
nudge-comes-anyway = It comes again anyway on { $day } at { $clock }: “{ $what }”
nudge-all-done = Good. { $count ->
        [one] That one is done.
        [2] Both are done.
       *[other] All { $count } are done.
    }
nudge-all-later = { $count ->
        [2] Both
       *[other] All { $count }
    } will come again on { $day } at { $clock }.
nudge-until = “{ $what }”: when shall I remind you again?
nudge-cancelled = I will not remind you of this any more: “{ $what }”
nudge-gone = You have no nudge { $number } that is still open. `nudge list` shows the ones you have.
nudge-gone-now = That one is done or cancelled already, so I changed nothing. `nudge list` shows the ones you have.
nudge-which = Which one?

nudge-none = You have no nudges. To plan one, type for example: `nudge add write to Ana in 2 weeks`.
nudge-none-own = You have no nudges that you planned yourself.
nudge-list-planned = Planned:
nudge-list-told = I told you about these; they are still open:
nudge-list-line = { $number }. { $day }, { $clock }: “{ $what }”
nudge-list-more = { $count ->
        [one] One more is further off.
       *[other] { $count } more are further off.
    }
nudge-list-hint = For one of them, type its number: `nudge done { $number }`, `nudge snooze { $number } tomorrow`, `nudge cancel { $number }`.

nudge-paused = Your nudges are paused until { $day } at { $clock }.
nudge-pause-ask = Until when shall I keep quiet? For example: Friday, in 10 days, or 1 April.
nudge-pause-set = Enjoy the quiet. Your nudges come back on { $day } at { $clock }; nothing is lost meanwhile.
nudge-pause-over = The pause is over. If anything was waiting, it comes now.
nudge-pause-none = Your nudges are not paused.
choice-nudge-pause-week = For a week
choice-nudge-pause-weeks = For two weeks
choice-nudge-pause-month = For a month
choice-nudge-pause-end = End the pause
choice-nudge-pause-keep = Keep it

nudge-stop-ask = What would you like to change?
choice-nudge-stop-pitch = Stop the ones to practise my pitch
choice-nudge-pitch-again = Bring back the ones to practise my pitch
choice-nudge-stop-own = Cancel the ones I planned
nudge-pitch-stopped = I will not remind you to practise your pitch any more. To have these back: `nudge stop`, and choose them again.
nudge-pitch-again = Gladly. The next time you keep a pitch, I will offer to come back.
nudge-cancel-own = { $count ->
        [one] You planned one nudge. Cancel it?
       *[other] You planned { $count } nudges. Cancel them all?
    }
choice-nudge-cancel-all = Yes, cancel
choice-nudge-keep-all = No, keep
nudge-own-cancelled = { $count ->
        [one] It is cancelled.
        [2] Both are cancelled.
       *[other] All { $count } are cancelled.
    }

command-nudge-list = See your nudges: what I will remind you of, and when
command-nudge-add = Plan a nudge, for example: write to Ana in 2 weeks
command-nudge-done = Tell me that something is done
command-nudge-snooze = Be reminded later
command-nudge-cancel = Cancel a nudge
command-nudge-pause = No nudges until a day you choose
command-nudge-stop = Stop one kind of nudge

# What is suggested while a time is being typed: each is one that is understood.
suggest-hour = in 1 hour
suggest-tonight = tonight
suggest-tomorrow = tomorrow 9am
suggest-monday = next Monday
suggest-weeks = in 2 weeks
nudge-kind-follow-up = a follow-up
nudge-told-follow-up = Five working days ago you wrote to { $name }. If there was no answer, one follow-up is polite; after that, let it be.
nudge-told-follow-up-nobody = Five working days ago you sent a request. If there was no answer, one follow-up is polite; after that, let it be.
choice-nudge-follow-up = Write the follow-up
choice-nudge-answered = They answered
choice-nudge-stop-follow-up = Follow-ups to your requests
choice-nudge-follow-up-again = Follow-ups to your requests again
nudge-follow-up-stopped = I will not remind you to follow up any more.
nudge-follow-up-again = I will remind you to follow up again.
nudge-kind-night = a mock-interview night
nudge-told-night = The mock-interview night in { $place } ({ $topic }) begins on { $day }, { $clock }{ $zone }. Come as you are.
nudge-told-night-begun = I am sorry, this reminder comes late. The mock-interview night in { $place } ({ $topic }) began on { $day }, { $clock }{ $zone }. You can still go there.
nudge-told-night-gone = I wanted to remind you of a mock-interview night, and it is over. I am sorry that this comes late.
choice-nudge-coming = I'm coming
choice-nudge-not-coming = I can't come
choice-nudge-stop-night = Mock-interview nights
choice-nudge-night-again = Mock-interview nights again
nudge-night-stopped = I will not remind you of mock-interview nights any more.
nudge-night-again = I will remind you of mock-interview nights again, from the next one you sign up for.
nudge-night-coming = Good. See you there.
nudge-night-say = Are you coming? Choose one, or say “I'm coming” or “I can't come”.
nudge-night-in-passing = If you cannot come: `night leave`.
