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
