# The bank of questions, and questions of one's own.

flow-questions = the questions
questions-which = What would you like to ask about? Choose a topic, or write it in your own words. When questions appeal to you, put them on your list; a plan for a meeting can use them.
questions-no-topic = I found no topic in that. Choose one of these, or write what you would like to know, such as: “the hours”.
questions-shelf-own = Your list
questions-shelf-closing = The closing asks
questions-shelf-community = From this community
choice-shelf = { $name }
questions-page = { $name }: { $from } to { $to } of { $count }.
questions-entry =
    { $letter }. “{ $question }”
    { $reveals }{ $candid ->
        [yes] {" "}(Frank: fine here, and rarely asked in a job interview.)
       *[no] {""}
    }{ $suits ->
        [none] {""}
       *[other] {" "}(Above all for { $suits }.)
    }
    If the answer stays vague: “{ $follow_up }” (Source: { $sources }.)
questions-entry-own = { $letter }. “{ $question }”
questions-entry-community = { $letter }. “{ $question }” (From this community.)
choice-question-add = Add { $letter } to my list
choice-question-remove = Remove { $letter }
choice-questions-more = More
choice-questions-topics = Another topic
questions-added = On your list. It has { $count ->
        [one] one question
       *[other] { $count } questions
    } now.
questions-already = That one is on your list already.
questions-full = Your list holds { $most } questions, and it is full. Take some off first: `questions browse mine`.
questions-none-left = There is nothing left here.
questions-community-none = No community of yours shows its own questions here: they are seen where it talks, once a host has added some. Choose a topic instead.
questions-own-none = Your list is empty. Choose a topic, and put on it what you would like to ask.

questions-check = What would you like to ask? Write the question as you would say it.
form-question = The question
questions-no-words = I cannot find any words in that. Write one question, such as: “How did you come to this work?”
questions-other-script = I can judge questions in English and in French. Please write it in one of them.
questions-check-long = That is a long text for one question. Write one at a time, in up to { $most } characters.
questions-checked-open = “{ $quote }” is an open question: it leaves room for a story.
questions-checked-closed = “{ $quote }” is clear, and easy to answer.
questions-checked-about = I take it as a question about { $topic }.
questions-checked-fine = I have nothing to sharpen. Ask it as it is.
questions-sharpen = { $count ->
        [one] One thing to sharpen:
       *[other] { $count } things to sharpen:
    }
questions-no-question = That does not look like a question to me. Write it as you would ask it, such as: “How did you come to this work?”
question-sharpen-closed-how = { $letter }. “{ $quote }” can be answered with yes, no or one fact, and then the talk stops. Begin with how, what or why. (Source: { source-s4 }.)
question-sharpen-closed = { $letter }. “{ $quote }” can be answered with yes, no or one fact, and then the talk stops. Try: “{ $instead }” (Source: { source-s4 }.)
question-sharpen-double = { $letter }. “{ $quote }” is a second question, and one of the two gets lost. Try first: “{ $instead }” (Source: { source-s4 }.)
questions-checked-next = What next?
choice-question-keep = Put it on my list
choice-question-another = Check another one

questions-add-where = Questions are added where your community talks: type `questions add` in one of its channels or rooms.
questions-add-hosts = Only hosts can add questions for a community. On your own list you can put what you like: `questions browse`.
questions-add = Which question shall people in this community find? Write it as one would ask it.
questions-add-full = This community has { $most } questions of its own, and that is all I keep. Take some away first: `questions browse community`.
questions-add-known = This community has that question already.
questions-add-doubt = I would rather not add this one without asking you again:
questions-add-doubt-next = Shall I add it all the same?
choice-question-change = Write it anew
choice-question-confirm = Add it all the same
choice-question-leave = Leave it
questions-add-left = Nothing was added.
questions-add-done = Added for this community: “{ $quote }” Nobody else sees it. To take it away again: `questions browse community`.
questions-add-hint = It could be sharper still:

command-questions = Good questions to ask, and your own
command-questions-browse = Questions by topic, with what each reveals; put them on your list
command-questions-check = Is this a good question? What could be sharper?
command-questions-add = For hosts: add a question for this community
command-option-topic = What you would like to ask about, such as: the hours
command-option-question = The question, as you would say it

# A plan for a real meeting.

flow-plan = a question plan
plan-before = Show one, or make a new one?
choice-plan-show = { $all ->
        [one] Show it
       *[other] Show plan { $number }
    }
plan-numbered = Plan { $number }:
choice-plan-new = Make a new one
plan-minutes = { $step } of { $steps }. How many minutes did you agree on? If nothing is agreed yet, ask for fifteen.
plan-minutes-no-number = How many minutes? A number from 10 to 30, such as 15.
plan-whom = { $step } of { $steps }. { $known ->
        [yes] When do you meet { $whom }? For example: Thursday 2pm.
       *[no] Whom do you meet, and when? For example: Ana Silva, Thursday 2pm.
    } A name or a day alone will do.
plan-whom-again = Write it once more, or the name alone.
choice-plan-unknown = I do not know yet
plan-goals = { $step } of { $steps }. What would you like to know at the end? Up to three things, one a line or with commas between them. Such as: how to get in, what is hard about it, who hires.
plan-goals-no-words = Write one thing that you would like to know, such as “how to get in”, or leave it out.
plan-goals-avoid = Pay and private matters are better found elsewhere: published tables tell what people earn. Write what you would like to know about the work instead, or leave it out.
choice-plan-same = The same as last time
choice-plan-no-goals = Leave it out
plan-needs = { $step } of { $steps }. Is there something about the working conditions that you must know, for your health, your family or your faith? Standing, nights, noise, breaks? I make a neutral question of it, that anybody could ask. Only you see this.
plan-needs-before = Last time it was: { $needs }.
plan-needs-taken = I find out about this with a neutral question: { $needs }.{ $others ->
        [none] {""}
       *[other] {" "}You could also have meant { $others }: type `back` to write it differently.
    }
plan-needs-unknown = I have no neutral question for that yet. Say it in other words, such as standing, evenings, noise, breaks, being alone, or choose “Nothing”.
choice-plan-no-needs = Nothing
plan-own = { $step } of { $steps }. Have you questions of your own? Write them, one a line. I look at each, and fit them in.
plan-own-list = From your list { $count ->
        [one] one question is
       *[other] { $count } questions are
    } with me already.
choice-plan-no-own = No others
plan-own-more = { $count ->
        [0] Write another one, or go on without.
        [one] One question is noted. Another one?
       *[other] { $count } questions are noted. Another one?
    }
choice-plan-no-more = That is all
plan-goal-unplaced = I could not tell what “{ $goal }” is about. Put it as a question of your own, with “Add a question”.
plan-left-out = “{ $quote }” stays out: { $why ->
        [job] it asks for a job, and they agreed to share what they know
        [pay] pay is a closed subject for many; published tables tell you
        [private] it is a private matter
       *[other] it is too long to ask in one breath
    }.
plan-did-not-fit = { $count ->
        [one] One of your questions does not fit the time. It stays on your list, if it is there:
       *[other] { $count } of your questions do not fit the time. They stay on your list, if they are there:
    }
plan-head = { $known ->
        [yes] Your plan for { $whom }
       *[no] Your plan
    }{ $dated ->
        [yes] , { $day }
       *[no] {""}
    }{ $timed ->
        [yes] , { $clock }
       *[no] {""}
    }: { $minutes } minutes, { $count ->
        [one] one question
       *[other] { $count } questions
    }.
plan-line = { $number }. “{ $question }”{ $drop ->
        [yes] {" "}(If time runs short, leave this one out first.)
       *[no] {""}
    }
plan-line-sharper = (It leaves more room like this: “{ $question }”)
plan-line-taken-back = (Your community has taken this question back. It is yours to keep or to leave out.)
plan-closing = In the last two minutes: “Who else would you talk to, in my place?” “May I say that you sent me?” “May I come back to you with a question?” “Where may I send a word of thanks?” And thank them, with one thing that helped you.
plan-find-out = Find out before, a search will tell:
plan-next = What next?
choice-plan-keep = Keep this plan
choice-plan-change = Change a line
choice-plan-add = Add a question
choice-plan-file = Take it as a file
choice-plan-source = Who says so?
plan-file = Here is your plan. Keep it in view when you talk; nobody expects you to know it by heart.
plan-full = { $count } questions are what { $minutes } minutes hold. Take one out first, under “Change a line”.
plan-which = Which line?
choice-plan-line = { $question }
plan-line-what = “{ $question }”: what shall become of it?
choice-plan-another = Another question
choice-plan-words = In my own words
choice-plan-sharper = Take the sharper wording
choice-plan-earlier = Earlier
choice-plan-later = Later
choice-plan-remove = Take it out
choice-plan-leave = Leave it as it is
plan-no-other = I have no other question on that topic. Write one in your own words, or leave it.
plan-words = How would you ask it?
plan-words-again = Write it differently, or type `skip` to leave the line as it was.
plan-kept = Kept. `questions plan` shows it again.
plan-kept-soon = Kept. The meeting is close: have the plan at hand. `questions plan` shows it again.
plan-kept-no-zone = Kept. `questions plan` shows it again. When I know your time zone, I can show it on the day: `settings timezone`.
plan-kept-until = Kept. I show it to you again { $day } at { $clock }, and `questions plan` shows it at any time.
command-questions-plan = A list of questions for a real meeting, fitted to the minutes
command-option-meeting-minutes = How long the meeting is, in minutes
command-option-contact = Whom you meet, and when, such as: Ana Silva, Thursday 2pm
