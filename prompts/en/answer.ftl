# The other chair: what guests like to ask back. And what went badly, to come back to.

flow-answer = the other chair
answer-intro = Now we change chairs: I ask what people like to ask you back, and you answer as you would say it. You type, so I hear no voice and no pace; I go by the words. Three minutes, about four hundred words, are the most that anybody listens to, and most answers want less than one.
answer-ask = { $step } of { $steps }. “{ $question }”
choice-answer-hint = Why do they ask this?
choice-answer-skip = Leave this one out
answer-hint = { $why } About { $seconds } seconds will do.
answer-hint-private = { $why } { $hint }
form-spoken-answer = Your answer, as you would say it
answer-no-words = I cannot find any words in that. Write what you would say; a sentence or two are enough to begin with.
answer-other-script = I can hear answers in English and in French. Please write yours in one of them.
answer-no-voice = I cannot listen to an answer yet. Please type it as you would say it.
answer-none = I have no questions to ask in your language yet.
answer-follow = “{ $question }”
choice-answer-leave = Leave it at that
answer-join = That came soon after. Does it belong to your answer?
answer-length = { $words ->
        [one] One word
       *[other] { $words } words
    }: about { $from } to { $to } seconds aloud.{ $first ->
        [yes] {" "}(Typed text shows no pace.)
       *[no] {""}
    }
answer-landed = What landed:
answer-landed-example = “{ $quote }” is something one can see. That is what people remember.
answer-landed-result = “{ $quote }” tells what came of it.
answer-landed-link = “{ $quote }” builds a bridge to the person who asks.
answer-landed-reason = “{ $quote }” gives your reason, in your own words.
answer-landed-next = “{ $quote }” shows where you are going.
answer-landed-length = It has the right length: they can answer, and a conversation begins.
answer-landed-begun = “{ $quote }” is a beginning, and yours.
answer-fine = I have nothing to sharpen. Say it aloud once or twice, until it sounds like you.
answer-sharpen = { $count ->
        [one] One thing to sharpen:
       *[other] { $count } things to sharpen:
    }
answer-sharpen-job-ask = { $letter }. “{ $quote }” asks for a job. They agreed to share what they know, and may feel misled. Try: “I would like to understand what it takes.” (Source: { source-s4 }.)
answer-sharpen-private = { $letter }. “{ $quote }” is yours to keep. Nobody may ask for it, and “I had to stop for a while, and now I am ready to go on” is enough. (Source: { source-s0 }.)
answer-sharpen-short = { $letter }. “{ $quote }” leaves them with nothing to go on with. Two sentences more: one on what you did, one on why. (Source: { source-s2 }.)
answer-sharpen-long = { $letter }. From “{ $quote }” on it takes much longer than { $seconds } seconds. Keep the one moment that says most, and stop there. (Source: { source-s4 }.)
answer-sharpen-too-long = { $letter }. From “{ $quote }” on it takes more than { $most } minutes. Nobody listens for so long without a word of their own: keep the one moment that says most. (Source: { source-s4 }.)
answer-sharpen-example = { $letter }. It stays general. Add one moment that one can see: “Last spring, for instance, I ...” (Source: { source-s4 }.)
answer-sharpen-result = { $letter }. What came of it? One sentence: “In the end we ...”, or “Since then I ...” (Source: { source-s2 }.)
answer-sharpen-link = { $letter }. Nothing leads over to the person who asks. Try: “That is why I wanted to talk to somebody who ...” (Source: { source-s0 }.)
answer-sharpen-reason = { $letter }. They do not hear why. Try: “What draws me to it is ...” (Source: { source-s0 }.)
answer-sharpen-next = { $letter }. They do not hear what you will do with it. Try: “My next step is ...” (Source: { source-s2 }.)
answer-sharpen-hint = { $letter }. For this question: { $hint } (Source: { source-s2 }.)
answer-next = What next?
choice-answer-next = Next question
choice-answer-again = Answer it again
choice-answer-round = Another round
answer-round-over = That was the round. `mock answer` begins another, `mock ask` changes the chairs again.
command-mock-answer = Answer what guests like to ask you back, and hear what landed
command-option-count = How many questions

mock-weak = From earlier practice, worth an eye this time: { $points }.
weak-comes-back = { $once ->
        [yes] We come back to what could be sharper { $first }.
       *[no] We come back to what could be sharper { $first }, and again until { $last }.
    } It rests when it has gone well twice; `nudge stop` ends it at once.
weak-now = Your meeting is so close that the best time to try it again is now.
weak-over = What you wanted to sharpen has gone well twice now, so I let it rest.
weak-job-ask = asking for a job
weak-tempted = the position that was mentioned
weak-private = private matters
weak-pay = pay
weak-insult = the tone
weak-off-topic = staying with the subject
weak-not-agreed = what you had agreed to talk about
weak-leading = questions that push the answer
weak-double = two questions in one
weak-searchable = questions that a search answers
weak-closed = questions that yes or no answers
weak-too-long = long questions
weak-overrun = saying when the time is over
weak-vague = asking for an example
weak-long-introduction = a short introduction
weak-no-thanks = thanks at the end
weak-no-referral = asking for another name
weak-no-touch = asking whether you may come back
weak-goal = your own goals

nudge-kind-practice = a short practice
nudge-told-practice = A good moment for a short practice. You wanted to sharpen { $points }. Ten minutes are enough, and today is as good as tomorrow.
nudge-told-practice-any = A good moment for a short practice. Ten minutes are enough.
choice-nudge-mock-ask = Practise asking
choice-nudge-mock-answer = Practise answering
choice-nudge-stop-practice = Stop the ones to practise conversations
choice-nudge-practice-again = Bring back the ones to practise conversations
nudge-practice-stopped = Done: I no longer remind you to practise conversations. `mock ask` and `mock answer` still begin with what you wanted to sharpen.
nudge-practice-again = Done: after a practice I come back to what could be sharper.
