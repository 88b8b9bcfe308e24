# The mock interview: the learner asks, the bot plays the professional.

flow-mock = a mock interview
somebody-says = { $who }: { $text }

mock-guest = { $step } of { $steps }. Whom would you like to talk to? I play this person; you ask the questions.
mock-no-such-guest = I know nobody called “{ $guest }”.
choice-guest = { $name }, { $title }
mock-about = { $about }
mock-minutes = { $step } of { $steps }. How many minutes did you ask { $name } for? Fifteen is usual.
choice-minutes = { $value } minutes
mock-agree = { $step } of { $steps }. What did you tell { $name } that you would like to talk about?
choice-agree-all = The work and the way into it
choice-agree-work = The work itself, day to day
choice-agree-way-in = The way into it
choice-agree-market = The job market
mock-goals = { $step } of { $steps }. What would you like to know at the end of this conversation? Up to three things, one a line or with commas between them. Such as: how to get in, what the hours are like, who hires.
choice-no-goals = Just begin
mock-goals-no-words = I cannot find any words in that. Write one thing that you would like to know, or choose “Just begin”.

mock-minutes-no-number = How many minutes did you ask for? A number from 10 to 30, such as 15.
mock-goals-avoid = Pay and private matters stay out of this conversation: published tables tell what people earn. Write what you would like to know about the work instead, or choose “Just begin”.
mock-goals-first = That is for the conversation itself. First, what would you like to know at the end? Or choose “Just begin”.

mock-begin = You meet { $name }, { $title }. You asked for { $minutes } minutes{ $area ->
        [work] , to hear about the work itself
        [way-in] , to hear how people get into it
        [market] , to hear about the job market
       *[all] {""}
    }. Here you lead: say hello, say who you are, ask your first question. Type `stop` when you have had enough; you get the report all the same.
mock-begin-simulated = (The time passes with what the two of you say. You can think for as long as you like.)
mock-begin-real = (The time is real: the clock runs from now.)

mock-call = You are calling { $name }, { $title }, to ask for an appointment. Say who you are, why you are calling, and how long it would take. Somebody picks up.
mock-call-now = (That happens. You have { $minutes } minutes, and they are listening: ask your first question.)

mock-signal-thirds = ⏳ { $used } of { $minutes } minutes are over.
mock-signal-short = ⏳ About three minutes are left. A good moment for your last question, and for asking who else you could talk to.
mock-signal-over = ⌛ The time is over. You could say: “Our time is up, and I do not want to overstay.”
mock-waits = ({ $name } waits for the rest.)
mock-your-turn = (Your turn: ask the next question.)
mock-hint = (If you are stuck, you could ask: “{ $question }”)
mock-repeated = (You have said this { $count } times. You could ask something else: “{ $question }”)
mock-other-language = { $language ->
        [fr] We were speaking French, and that was English.
       *[en] We were speaking English, and that was French.
    } In which language shall we go on?
mock-foreign = I can have this conversation in English or in French. Which one would you like?
mock-language-chosen = ({ $language ->
        [fr] We go on in French.
       *[en] We go on in English.
    } Your turn.)
mock-is-a-part = ({ $name } is a part that I play; I am Rapport, a program. `stop` ends the conversation.)
mock-one-language = This person speaks one language only. Go on as you began.
mock-no-voice = I cannot listen to a question yet. Please type it.
mock-guest-gone = The person you were talking to is not here any more: whoever runs this bot has changed the cards. Type `mock ask` to talk to somebody else.
choice-topic = { $topic }

choice-drill-now = You phone for an appointment, and they have time now
choice-timing-simulated = The time passes with what is said
choice-timing-real = The clock runs

mock-no-interview = There is no conversation to report on yet. Type `mock ask` to begin one.
mock-report = Your conversation with { $name }: { $exchanges ->
        [one] one exchange
       *[other] { $exchanges } exchanges
    }, { $used } of { $minutes } minutes.
mock-report-again = `mock report` shows this again, with the sources.
choice-mock-transcript = The conversation as a file
mock-transcript = Here is the conversation, as it was said.
mock-transcript-head = A practice conversation with { $name }, { $title }. { $day }.
mock-transcript-you = You: { $said }
mock-next = What next?
choice-mock-again = Another conversation

mock-worked = What worked:
mock-worked-followed-up-vague = “{ $quote }”: the answer before was vague, and you asked for something concrete. That is where people start to remember.
mock-worked-followed-up = “{ $quote }”: asking for an example brings the story behind the answer.
mock-worked-open = “{ $quote }” is an open question: it leaves room for a story.
mock-worked-not-tempted = A position was mentioned, and you went on with “{ $quote }”. They will remember that you came to learn.
mock-worked-introduced = “{ $quote }”: short, and they know who is asking.
mock-worked-noted-time = “{ $quote }”: you watched the time, so they did not have to.
mock-worked-asked-for-notes = “{ $quote }”: one line, and nobody wonders what you are writing.
mock-worked-offered-help = “{ $quote }”: it was an exchange, and not only a favour.
mock-worked-began = “{ $quote }” opened the conversation kindly.

mock-nothing-to-sharpen = I have nothing to sharpen this time. Try somebody who talks in another way.
mock-sharpen = { $count ->
        [one] One thing to sharpen:
       *[other] { $count } things to sharpen:
    }
mock-sharpen-job-ask = { $letter }. “{ $quote }” asks for a job. They agreed to share what they know, and may feel misled. Try: “{ $instead }” (Source: { source-s4 }.)
mock-sharpen-tempted = { $letter }. “{ $quote }”: they had mentioned a position, so it is natural to ask. In this conversation it puts them on the spot. Ask what they look for, and apply the usual way afterwards: “{ $instead }” (Source: { source-s4 }.)
mock-sharpen-age = { $letter }. “{ $quote }”: somebody's age is their own affair, and at work the question puts people on guard. Try: “{ $instead }” (Source: { source-s0 }.)
mock-sharpen-family = { $letter }. “{ $quote }”: family and marriage stay out of this conversation. If you want to know how the work goes with a life, ask that: “{ $instead }” (Source: { source-s0 }.)
mock-sharpen-address = { $letter }. “{ $quote }”: where somebody lives is private. Try: “{ $instead }” (Source: { source-s0 }.)
mock-sharpen-personal = { $letter }. “{ $quote }” is a private matter, so keep to the work. Try: “{ $instead }” (Source: { source-s0 }.)
mock-sharpen-pay = { $letter }. “{ $quote }”: what somebody earns is a closed subject in many places. Published tables tell you the usual range. Try: “{ $instead }” (Source: { source-s0 }.)
mock-sharpen-insult = { $letter }. “{ $quote }”: nobody goes on talking after that. If an answer annoys you, let a moment pass, then ask: “{ $instead }” (Source: { source-s3 }.)
mock-sharpen-off-topic = { $letter }. “{ $quote }” has nothing to do with what you came for, and the time is short. Try: “{ $instead }” (Source: { source-s0 }.)
mock-sharpen-not-agreed = { $letter }. “{ $quote }” is outside what you had agreed to talk about. Ask first: “May I ask about something else as well?” (Source: { source-s0 }.)
mock-sharpen-leading = { $letter }. “{ $quote }” already holds the answer, so you only hear your own opinion again. Try: “{ $instead }” (Source: { source-s4 }.)
mock-sharpen-double = { $letter }. “{ $quote }” asks two things, and one of them gets lost. Ask the first, wait, then ask the second. (Source: { source-s4 }.)
mock-sharpen-searchable = { $letter }. “{ $quote }”: a search tells you that beforehand, and leaves the time for what only they know. Try: “{ $instead }” (Source: { source-s3 }.)
mock-sharpen-closed = { $letter }. “{ $quote }” can be answered in a word or two, and so could those before. Try: “{ $instead }” (Source: { source-s4 }.)
mock-sharpen-too-long = { $letter }. “{ $quote }” went on for too long to follow. Say the question first, then one sentence on why you ask. (Source: { source-s3 }.)
mock-sharpen-overrun = { $letter }. At “{ $quote }” the time was over, and nobody had said so. Say it yourself: “Our time is up, and I do not want to overstay.” Then they decide. (Source: { source-s4 }.)
mock-sharpen-vague = { $letter }. After “{ $quote }” the answer stayed vague. Ask: “Could you give me an example?” (Source: { source-s4 }.)
mock-sharpen-long-introduction = { $letter }. “{ $quote }”: your introduction took more than half a minute. Two or three sentences do, and `pitch practise` helps you to find them. (Source: { source-s4 }.)
mock-sharpen-no-thanks = { $letter }. The last thing they heard was “{ $quote }”. End with thanks, and name one thing that helped you. (Source: { source-s3 }.)
mock-sharpen-no-referral = { $letter }. You ended with “{ $quote }” and did not ask for another name. “Who else would you talk to, in my place?” brings the next conversation. (Source: { source-s4 }.)
mock-sharpen-no-touch = { $letter }. After “{ $quote }”, ask whether you may come back with a question later. Most people say yes. (Source: { source-s0 }.)
mock-sharpen-goal = { $letter }. You wanted to know about “{ $quote }”, and did not ask. Put what matters most first: the time is always shorter than you think. (Source: { source-s4 }.)

mock-fact-open = Questions about the work: { $open } of { $all } were open.
mock-fact-goal-covered = ✓ Your goal “{ $goal }” came up.
mock-fact-goal-open = ○ Your goal “{ $goal }” did not come up.
mock-fact-goal-unclear = Your goal “{ $goal }”: you know best whether you heard enough.
mock-fact-topics = You spoke about: { $topics }.
mock-fact-call = On the phone: { $who ->
        [yes] ✓
       *[no] ○
    } who you are, { $why ->
        [yes] ✓
       *[no] ○
    } why you call, { $long ->
        [yes] ✓
       *[no] ○
    } how long it takes.
mock-fact-closing = Closing asks, { $count } of 5: { $made }.
mock-fact-closing-missing = Still to try: { $missing }.
closing-thanks = thanks at the end
closing-referral = another name
closing-use-name = leave to use their name
closing-keep-in-touch = leave to come back
closing-contact-details = an address for a thank-you note
