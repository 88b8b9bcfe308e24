# Said in every flow.

list-joined = { $head } and { $last }

greeting =
    Hello, I am Rapport. I help people prepare for informational interviews: short conversations with someone who does the work you are curious about. You ask about their work, and they answer.
    Nobody else reads what you write to me here, and there is no wrong answer.
greeting-again = Hello, good to see you again. `pitch practise` is for your elevator pitch, `mock ask` for a conversation with a guest whom I play, and `help` shows everything.
not-understood = I did not understand that. Type `pitch practise` to work on your elevator pitch, `start` to tell me a little about you, or `help` to see everything.
empty-message = Your message was empty. Write a few words, or type `help`.
too-long-message = That message has { $length } characters, and I read up to { $most }. Send a shorter one; nothing from before was lost.
no-files-here = I cannot read files here. Please type it, or send a voice message.
no-voice-here = I can only use a voice message when you practise out loud. Please type your answer here.
voice-when-practising = A voice message helps when you practise your pitch. Type `pitch practise` to begin.
no-files-yet = I can use a file only when I have asked for one: to bring in a list of people, type `contact import`. Type `help` to see what else we can do.

stopped = Stopped. What you wrote is kept, and you can begin again whenever you like.
nothing-running = Nothing is running here. Type `help` to see what we can do.
nothing-to-resume = There is nothing to take up again here. Type `help` to see what we can do.
nothing-to-go-back = This is the first step, so there is nothing before it. Type `stop` to leave.
cannot-skip = This one cannot be left out. Type `stop` to leave; what you wrote is kept.
unchanged = Nothing was changed.
here-we-were = This is where we were.
one-step-back = One step back.
choose-one = Please choose one of these, by its number or its words.
no-such-choice = There is no choice { $typed } here. These are the choices:
old-choice = That button belongs to an earlier moment, so I changed nothing. Type `resume` to see where we are now.

switch-question = You are in the middle of something: { $flow }. Shall I put it aside, so that you can take it up again with `resume`?
choice-switch-park = Put it aside
choice-switch-stay = Stay here
silence-question = We stopped in the middle yesterday: { $flow }. Would you like to go on? If not, that is fine; it stays here for two weeks.
choice-silence-go-on = Go on
choice-silence-close = Close it

distress = What you wrote sounds very heavy, and you should not have to carry it alone. I am only a program: please talk to a person now, and call { $line }.
distress-kept = What we were doing is kept. Type `resume` whenever you want it back.
emergency-number = your local emergency number

set-aside = I was updated since we last spoke, and I can no longer continue this one: { $flow }. I am sorry about that. Here is what you had typed; you can begin again with it.
set-aside-empty = I was updated since we last spoke, and I can no longer continue this one: { $flow }. I am sorry about that. You had not typed anything yet, so nothing of yours is lost.
flow-unknown = an earlier conversation
late-delivery = I could not deliver this before.
direct-refused-discord = I tried to send it to you directly, but your settings keep my direct messages out. To let them in: in a server that we share, tap the server's name, then Privacy Settings, and switch on Direct Messages. Or write to me directly once.
direct-refused = I tried to send it to you directly, but I could not reach you there. Write to me directly once, and it will work again.
trouble-gone = I wanted to post something for you in { $place }, but that place is no more. Ask me again in another one.
trouble-see = I wanted to post something for you in { $place }, but I cannot see that channel. Whoever manages the channels there can let me in: the permission is called “View Channel”. I keep trying.
trouble-write = I wanted to post something for you in { $place }, but I may not write there. Whoever manages the channels there can allow it: the permission is called “Send Messages”. I keep trying.
trouble-write-in-threads = I wanted to post something for you in { $place }, but I may not write in threads there. Whoever manages the channels there can allow it: the permission is called “Send Messages in Threads”. I keep trying.
trouble-open-threads = I could not open threads in { $place }, so the groups of the night talk in the channel itself. Whoever manages the channels there can change that for next time: the permission is called “Create Public Threads”.
answer-withdrawn = You took that back, and I have forgotten it. Here is the question again.
answer-withdrawn-kept = You took that message back. What I had put into your lists from it stays there until you take it out. Here is the question again.
answered-directly = I have answered you in our direct chat.
unreadable = I cannot read what you just sent: it is encrypted, and your app has not given me the key. Please send it once more. If that does not help, close the app and open it again, or start a new direct chat with me. Some apps have a setting that sends keys to verified devices only; for me it must be off.
trouble-write-matrix = I wanted to write something for you in { $place }, but I may not write there. Whoever manages that room can allow it by giving me a higher power level. I keep trying.
noted = Noted.
answer-button = Answer
form-answer = Your answer
old-form = That form belongs to an earlier moment, so I changed nothing. Here is what you wrote; type `resume` to see where we are now.
rest-of-form = I have not used these answers yet, so that nothing is lost:
went-wrong = Something went wrong on my side, and I could not use your last message. What you typed before is safe. Please try once more; if it happens again, tell whoever runs this bot the reference { $reference }.

error-unknown-command = I do not know that command. Type `help` to see them all.
error-did-you-mean = I do not know that command. Did you mean `{ $command }`?
error-unknown-word = “{ $word }” does not fit there. For example: `{ $example }`.
error-too-much = I did not expect “{ $word }” there. The command goes like this: `{ $example }`.
error-number = “{ $word }” does not fit here. Choose a whole number from { $least } to { $most }. For example: `{ $example }`.

help-title = Here is what we can do together:
help-line = `{ $usage }`: { $description }
help-group = `{ $group }`: { $description } ({ $words })
help-more = To see how one of them is used: `help questions`, for example.
help-controls = At any step you can type `stop`, `back`, `skip`, `help` or `resume`.
help-in-flow = We are in the middle of this: { $flow }. Type `back` for the step before, `skip` to leave a question out, `stop` to end. Nothing you typed is lost.

command-start = Tell me a little about you: language, time zone, field, purpose
command-pitch-practise = Try your elevator pitch and get feedback
command-pitch = Your elevator pitch: who you are and what you hope to learn, in half a minute
command-mock = A mock interview: you ask, I play the professional
command-mock-ask = Talk to a guest whom I play, and get a report
command-mock-report = What worked in your last mock interview, and what to sharpen
command-option-guest = Whom you would like to talk to, by name or field
command-option-minutes = How many minutes you have asked for: 10 to 30
command-option-drill = now: you phone for an appointment, and they have time at once
command-option-timing = real: the clock runs; simulated: the time passes with what is said
command-settings = Language, time zone, quiet hours, daily summary
command-nudge = What I remind you of, and when
command-option-seconds = How many seconds you have: 10 to 120
command-option-what = What to remind you of, and when, such as: write to Ana in 2 weeks
command-option-nudge = Which nudge, by its number
command-option-when = When, such as: tomorrow 3pm
command-option-until = Until when, such as: next Monday
command-option-language = The language that we speak
command-option-timezone = A large city in your time zone, such as Toronto
command-option-quiet = From when to when I send nothing, such as: 22:00-07:00; or none
command-option-digest = When the day's nudges come together, such as: 8am; or none
command-option-command = The command that you want to know more about
command-resume = Take up where you were
command-back = Go one step back
command-skip = Leave this question out
command-stop = End what we are doing
command-help = What I can do

source-s0 = NIC Online (Achēv)
source-s1 = a Canadian résumé and career site
source-s2 = a university career centre
source-s3 = Alberta's career service
source-s4 = Cancer and Work
advice-with-sources = { $advice } (Source: { $sources }.)
advice-disagreement = Not everyone agrees. { $positions }

day = { $weekday ->
        [1] Monday
        [2] Tuesday
        [3] Wednesday
        [4] Thursday
        [5] Friday
        [6] Saturday
       *[7] Sunday
    } { $day } { $month ->
        [1] January
        [2] February
        [3] March
        [4] April
        [5] May
        [6] June
        [7] July
        [8] August
        [9] September
        [10] October
        [11] November
       *[12] December
    }
day-and-year = { $day } { $year }
stopped-here = All right, we stop here. What was noted stays.
