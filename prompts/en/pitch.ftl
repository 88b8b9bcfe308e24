# The elevator pitch: a first attempt, feedback, another attempt.

flow-pitch = practising your elevator pitch

pitch-ask =
    Write your pitch as you would say it to someone you hope to learn from. You have { $target } seconds: up to { $budget } words.
    It helps to say who you are, what you do or bring, what you want to learn, why this person, and one small ask, such as 15 minutes.
pitch-ask-target = If you would like more or less time, choose it here; otherwise just write.
pitch-ask-again = Attempt { $number }. Same person, same { $target } seconds. Change one or two things, not everything.
choice-seconds = { $value } seconds
pitch-target-changed = { $target } seconds it is: up to { $budget } words. Write when you are ready.
pitch-no-words = I cannot find any words in that. Write one or two sentences, as you would say them.
pitch-too-little = That is very short. Tell me who you are and what you would like to learn, in a sentence or two.
pitch-other-script = I can only read pitches in English or French for now. Write this one in either of them; it does not have to be perfect.

pitch-length-typed = Attempt { $number }: { $words ->
        [one] 1 word
       *[other] { $words } words
    }, about { $from } to { $to } seconds aloud. { $length ->
        [short] That is short for { $target } seconds, so there is room for more.
        [long] The aim is { $target } seconds, or { $budget } words.
       *[fits] That fits your { $target } seconds.
    }
pitch-typed-note = (I count words. Typed text cannot show me your pace.)
pitch-length-spoken = Attempt { $number }: { $seconds } seconds. { $length ->
        [short] That is short for { $target } seconds, so there is room for more.
        [long] The aim is { $target } seconds.
       *[fits] That fits your { $target } seconds.
    }
pitch-voice-note = I can hear how long it took, not the words. If you type the same pitch, I can look at those too.
pitch-compared-words = Last time it was { $before } words.
pitch-compared-seconds = Last time it was { $before } seconds.
pitch-compared-parts = New this time: { $parts }.

part-who = who you are
part-bring = what you bring
part-learn = what you want to learn
part-why-you = why this person
part-ask = the small ask

pitch-worked = What works:
worked-who = “{ $quote }” tells me who is speaking.
worked-bring = “{ $quote }” shows what you bring.
worked-learn = “{ $quote }” makes it clear what you want to learn.
worked-why-you = “{ $quote }” shows why you chose this person.
worked-ask = “{ $quote }” is an ask that is easy to answer.
worked-begun = You began: “{ $quote }”. Now there is something to build on.

pitch-sharpen = { $count ->
        [one] One thing to sharpen:
       *[other] { $count } things to sharpen:
    }
pitch-nothing-to-sharpen = I have nothing to sharpen this time. Say it aloud a few times, until it sounds like you.

sharpen-job-ask = { $letter }. “{ $quote }”: this asks for a job, and the person may feel that the conversation was never the point. Ask for what they know instead: “I am not asking for a job. I would like to know what would make someone like me ready for this work.” (Source: { source-s4 }.)
sharpen-too-long = { $letter }. It is { $over } words over. A short pitch leaves them time to answer. You could leave out “{ $quote }” and tell it when they ask. (Source: { source-s4 }.)
sharpen-too-long-bare = { $letter }. It is { $over } words over. A short pitch leaves them time to answer. Read “{ $quote }” again and keep only what this person needs to know. (Source: { source-s4 }.)
sharpen-missing-who = { $letter }. Before “{ $quote }”, say who you are: people listen better once they can place you. For example: “My name is Ana, and I taught chemistry in Lima.” (Source: { source-s4 }.)
sharpen-missing-bring = { $letter }. After “{ $quote }”, add one thing you have done or can do: it gives them something to respond to. For example: “I ran the front desk of a busy clinic.” (Source: { source-s2 }.)
sharpen-missing-learn = { $letter }. After “{ $quote }”, say what you would like to learn: then they know how they can help. For example: “I would like to understand how people find their first contract.” (Source: { source-s0 }.)
sharpen-missing-why-you = { $letter }. After “{ $quote }”, say why you are asking this person: it shows that you chose them. For example: “You changed fields too, and I would like to know how.” (Source: { source-s0 }.)
sharpen-missing-ask = { $letter }. After “{ $quote }”, end with a small ask that is easy to answer. For example: “Could we talk for 15 minutes next week?” (Source: { source-s3 }.)
sharpen-apology = { $letter }. “{ $quote }”: you need not apologise, most people like to talk about their work. Say what you do have instead: “I am new to this, and I learn fast.” (Source: { source-s4 }.)
sharpen-long-sentence = { $letter }. “{ $quote }” is a lot for one breath. Pause in the middle: “{ $instead }” (Source: { source-s3 }, on speaking slowly and clearly.)
sharpen-long-sentence-bare = { $letter }. “{ $quote }” is a lot for one breath. Make two sentences of it, one thought each, such as: “I taught for six years. Now I want to work in health.” (Source: { source-s3 }, on speaking slowly and clearly.)
sharpen-acronym = { $letter }. Not everyone knows “{ $quote }”. Say it in full words the first time, such as “{ $instead }”. (Source: { source-s3 }, on being clear.)
sharpen-acronym-bare = { $letter }. Not everyone knows “{ $quote }”. Say what it stands for the first time, as in “registered nurse (RN)”. (Source: { source-s3 }, on being clear.)
sharpen-filler = { $letter }. “{ $quote }” softens what you say. It is stronger without: “{ $instead }” (Source: { source-s3 }, on keeping to the point.)
sharpen-filler-bare = { $letter }. “{ $quote }” softens what you say. Leave it out and say the thing itself, as in “I managed stock”. (Source: { source-s3 }, on keeping to the point.)

pitch-next = { $variant ->
        [0] What next?
        [1] Where to from here?
       *[other] How would you like to go on?
    }
choice-again = Try again
choice-keep = Keep this version
choice-aloud = Say it aloud
choice-source-a = Who says so? (A)
choice-source-b = Who says so? (B)
choice-source-c = Who says so? (C)
pitch-choose = To change the pitch, choose “Try again” or just write a new one.

pitch-join = Is this more of the same pitch?
pitch-join-first = One thing first; then send your voice message once more.
choice-join-add = Add it to that
choice-join-new = It is a new attempt
choice-join-leave = Ignore it

pitch-aloud = Take a breath, smile, and say your pitch aloud, slowly and clearly. The clock runs now; I will tell you when { $target } seconds are over.
choice-aloud-done = I am done
pitch-aloud-time = { $target } seconds are over. Finish your sentence calmly, then choose “I am done”.
pitch-aloud-took = That took { $seconds } seconds. { $length ->
        [short] You have time left: slow down a little, or add a sentence.
        [long] It is over { $target } seconds. Leave one thing out, rather than speaking faster.
       *[fits] That fits { $target } seconds.
    }
pitch-aloud-lost = A good while went by, so I stopped the clock.
pitch-aloud-slip = That was only a moment, so I did not count it.

pitch-kept = Kept. This is your pitch for now:
pitch-kept-voice = Kept: { $seconds } seconds aloud. Write the words down too, so that you can find them again.
pitch-kept-next = Say it once to somebody who knows you well. When you want to change it, type `pitch practise`.

pitch-come-back = A pitch stays fresh when you say it again after a while. Shall I come back tomorrow, in three days and in a week?
choice-come-back-yes = Yes, come back
choice-come-back-no = No, thank you
pitch-come-back-set = I will: { $first }, { $second } and { $third }. To end it: `nudge stop`.
pitch-come-back-set-about = I will, at about this hour: tomorrow, in three days and in a week. To end it: `nudge stop`.
pitch-come-back-not = As you like. Your pitch is kept.

flow-pitch-build = putting your elevator pitch together
flow-pitch-history = your elevator pitches
pitch-build-begin = We put your pitch together from five short answers. A few words are enough, and you can leave any of them out with `skip`.
pitch-build-step = { $number } of 5.
pitch-build-who = Who are you? For example: Ana, a nurse from Lima.
pitch-build-bring = What do you do, or bring? For example: ten years in emergency care.
pitch-build-learn = What would you like to learn? For example: how people get their licence here.
pitch-build-why-you = Why this person, or this field? For example: you trained abroad too.
form-pitch-who = Who you are
form-pitch-bring = What you do or bring
form-pitch-learn = What you would like to learn
form-pitch-why-you = Why this person, or this field
form-pitch-ask = The small thing you ask for
pitch-build-ask = What small thing do you ask for? For example: 15 minutes by phone next week.
pitch-build-too-long = That has { $length } characters; up to { $most } fit here. Say it in a sentence: they can ask for more.
pitch-build-nothing = You left everything out, and that is fine. Type `pitch build` whenever you like.
pitch-build-stopped = Stopped. This is what you had, to begin again with:
pitch-build-done = This is your pitch, in your own words, cut three ways.
pitch-cut-person = In person, about { $from } to { $to } seconds:
pitch-cut-phone = On the phone, about { $from } to { $to } seconds:
pitch-cut-message = As a message, { $length } of { $most } characters:
pitch-cut-message-short = As a message, { $length } of { $most } characters, without { $parts }:
pitch-cut-long = That is more than { $target } seconds, and a short pitch leaves them time to answer. You can leave a part for when they ask. (Source: { source-s4 }.)
pitch-cut-over = It is { $over } characters too long for a message. Choose “Change a part” and say one thing in fewer words.
pitch-build-missing = You left out { $parts }. It can stay so, or you can add it with “Change a part”.
choice-build-keep = Keep all three
choice-build-change = Change a part
pitch-build-choose = Choose “Keep all three” when you are happy with it, or “Change a part”.
pitch-build-which = Which part?
choice-build-part = { $part }
pitch-build-before = Until now you have:
choice-build-leave-out = Leave it out
pitch-build-kept = All three are kept; `pitch history` shows them. Now say it aloud, with `pitch practise`.

pitch-history-none = You have not tried a pitch yet. Type `pitch build` to put one together, or `pitch practise` to try one.
pitch-history-kept = What you kept, the latest first:
pitch-history-version = { $day }:
pitch-history-person = { $day }, in person:
pitch-history-phone = { $day }, on the phone:
pitch-history-message = { $day }, as a message:
pitch-history-voice = { $day }, aloud: { $seconds } seconds.
pitch-history-lengths = How long your attempts were, in seconds. The line above them is your target, { $from } to { $to } seconds.
plot-seconds = { $to } s
plot-seconds-about = { $from } to { $to } s
plot-kept = kept

command-pitch-build = Put your pitch together, part by part
command-pitch-history = What you kept, and how long each attempt was
