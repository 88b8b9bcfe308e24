# Messages to people one would like to talk to, and to those one has talked to.

flow-outreach = your messages
command-outreach = Your messages: ask, follow up, thank; I help with the words, you send them
command-outreach-draft = Put a message together from your own words
command-outreach-check = What works in a message of yours, and what to sharpen
command-outreach-list = Your messages, and what became of them
command-outreach-sent = You sent a message: it counts, and I remind you to follow up once
command-option-kind = What the message is for
command-option-text = The message, with “Subject: …” on the first line if it has one
command-option-draft = Which message, by its number
outreach-kind = What would you like to write?
outreach-kind-email = a request by e-mail
outreach-kind-linkedin = a request on LinkedIn
outreach-kind-phone = what to say on the phone
outreach-kind-pre-warm = ask whoever gave me the name to ask first
outreach-kind-may-i-name = ask whether I may use a name
outreach-kind-follow-up = a follow-up
outreach-kind-thank-you = a thank-you
outreach-kind-loop-back = tell somebody what came of it
outreach-kind-keep-in-touch = stay in touch
outreach-whom = Whom is it to? Choose, or write a name. `skip` if you do not know yet.
outreach-about-whom = About whom? Choose the person whose name you were given.
outreach-whom-unknown = I found nobody in your list for “{ $typed }”. Add them first: `contact add`.
outreach-whom-several = { $count } people in your list fit that. Write a little more of the name.
outreach-no-referrer = I do not know yet who gave you the name of { $name }.
outreach-no-referrer-new = Choose somebody from your list whose name you were given. `contact refer` notes who gave it to you.
outreach-ask-who = { $step } of { $steps }. Who are you, in a sentence? For example: “I am a nurse from Ghana, new to Toronto.”
outreach-ask-purpose = { $step } of { $steps }. Why are you writing, in one sentence? For example: “I would like to understand how hospital wards work here.”
outreach-ask-learn = { $step } of { $steps }. What would you like to learn? Up to three things, with commas or one a line: “how you got in, what nights are like”.
outreach-ask-found = { $step } of { $steps }. How did you come to { $name ->
        [0] this person
       *[other] { $name }
    }? For example: “We met at the job fair in March.”
outreach-ask-minutes = { $step } of { $steps }. How many minutes will you ask for? 15 is easy to say yes to.
outreach-ask-times = { $step } of { $steps }. When would it suit you, and where? For example: “Tuesday or Thursday after 3pm, by phone or where you work”.
outreach-ask-signature = { $step } of { $steps }. How do you sign? Your name and e-mail are enough; a phone number or an address only if you want.
outreach-ask-learned = { $step } of { $steps }. What is one thing you learned from the talk?
outreach-ask-next = { $step } of { $steps }. What will you do with it? Or `skip`.
outreach-ask-did = { $step } of { $steps }. Which advice did you follow, and how did it go? Or `skip`.
outreach-ask-met = { $step } of { $steps }. Did you meet somebody because of them? Write the name, or `skip`.
outreach-ask-news = { $step } of { $steps }. What is new with you, or what could be of use to them?
outreach-known = I have: “{ $known }”
choice-outreach-keep = Keep that
outreach-minutes = Choose 10, 15, 20 or 30 minutes.
outreach-no-words = I found no words in that. Please write it in a few words.
outreach-answer-long = That is long for this place. Say it in one or two sentences.
form-outreach-who = Who you are, in a sentence
form-outreach-purpose = Why you write, in a sentence
form-outreach-learn = Up to three things to learn
form-outreach-found = How you came to this person
form-outreach-minutes = Minutes
form-outreach-times = When, and where
form-outreach-signature = How you sign
form-outreach-learned = One thing you learned
form-outreach-next = What you will do with it
form-outreach-did = The advice you followed
form-outreach-met = Whom you met because of them
form-outreach-news = What is new
form-outreach-text = Your text

outreach-head = Message { $number }, { $kind }, to { $name }:
outreach-head-nobody = Message { $number }, { $kind }:
outreach-subject = Subject: { $subject }
outreach-when-now = If they say that now is a good time:
outreach-when-busy = If they are busy:
outreach-when-voicemail = If nobody picks up:
outreach-when-thanks = At the end:
outreach-name-not-asked = I left the name of { $by } out: you have not asked yet whether you may use it. A first line with a name that is known often opens a door.
outreach-name-refused = I left the name of { $by } out, as they wished.
outreach-fine = I have nothing to sharpen. Read it aloud once, and it is ready for you to send.
outreach-sharpen = { $count ->
        [one] One thing to sharpen:
       *[other] { $count } things to sharpen:
    }
outreach-sharpen-job-ask = { $letter }. “{ $quote }” asks for work, and people who would gladly talk may step back. Try: “{ $instead }” (Source: { source-s4 }.)
outreach-sharpen-upfront = { $letter }. “{ $quote }” says that you would like to work there. In this community that is fine (source: { source-s1 }); others warn that people may feel misled (source: { source-s4 }).
outreach-sharpen-name = { $letter }. “{ $quote }” stands in it, and I have no yes from them to that. Ask first, or leave the name out. (Source: { source-s2 }.)
outreach-sharpen-placeholder = { $letter }. “{ $quote }” looks like a gap in a template. Put the real words there, such as: “{ $instead }” (Source: { source-s0 }.)
outreach-sharpen-no-identity = { $letter }. After “{ $quote }” it does not say yet who you are. One sentence is enough, such as: “{ $instead }” (Source: { source-s4 }.)
outreach-sharpen-no-reason = { $letter }. After “{ $quote }” it does not say yet why you write. Try: “{ $instead }” (Source: { source-s4 }.)
outreach-sharpen-no-learned-thing = { $letter }. “{ $quote }” thanks them, and could name one thing you learned: it shows that you listened. For example: “{ $instead }” (Source: { source-s2 }.)
outreach-sharpen-no-minutes = { $letter }. “{ $quote }” does not say how long it would take. A small number makes a yes easy: “{ $instead }” (Source: { source-s4 }.)
outreach-sharpen-hard-to-answer = { $letter }. After “{ $quote }” it is not clear what they can say yes or no to. End with a question: “{ $instead }” (Source: { source-s4 }.)
outreach-sharpen-not-personal = { $letter }. “{ $quote }” could go to anybody. Say in a few words why you chose this person: “{ $instead }” (Source: { source-s0 }.)
outreach-sharpen-too-long = { $letter }. It is long, and short messages are answered more often. Could “{ $quote }” go? (Source: { source-s2 }.)
outreach-sharpen-junk-subject = { $letter }. The subject “{ $quote }” could be taken for junk. Say what it is about: “{ $instead }” (Source: { source-s3 }.)
outreach-sharpen-phone-or-address = { $letter }. “{ $quote }” gives away how to reach you at home. In a first message that is not needed, unless you want it. (Source: { source-s0 } would put it in a thank-you.)
outreach-sharpen-cliche = { $letter }. “{ $quote }” is how many messages begin. Begin with what joins you and them: “{ $instead }” (Source: { source-s2 }.)
outreach-sharpen-grammar = { $letter }. “{ $quote }”: { $instead ->
        [none] look at the spelling here once more.
       *[other] perhaps “{ $instead }”?
    } (Source: { source-s0 }.)
choice-outreach-sent = I sent it
choice-outreach-part = Change a part
choice-outreach-whole = Paste my own text
choice-outreach-earlier = The version before
choice-outreach-drill = Practise: they say yes at once
choice-outreach-may-i-name = Ask whether I may use the name
choice-outreach-pre-warm = Ask whoever gave the name to ask first
choice-outreach-in-french = Put it in French
choice-outreach-in-english = Put it in English
choice-outreach-file = As a file
outreach-file = Here it is as a file.
outreach-other-language = Here it is in English. Your own sentences stay as you typed them: please look at those.
outreach-other-language-french = Here it is in French. Your own sentences stay as you typed them: please look at those.
outreach-earlier = The version before is back. Once more, and the other one returns. It begins: “{ $words }”
outreach-which-part = Which part shall I change?
outreach-part-subject = The subject
outreach-part-greeting = The greeting
outreach-part-who = Who you are
outreach-part-found = How you came to them
outreach-part-purpose = Why you write
outreach-part-learn = What you would like to learn
outreach-part-purpose-kind = That it is not about a job
outreach-part-ask = What you ask for
outreach-part-times = When and where
outreach-part-way-out = That a no is fine
outreach-part-signature = The signature
outreach-part-now = If now is a good time
outreach-part-busy = If they are busy
outreach-part-voicemail = If nobody picks up
outreach-part-thanks = The thanks
outreach-part-learned = What you learned
choice-outreach-words = { $words }
outreach-write-part = It says now: “{ $words }” What shall it say instead?
outreach-write-whole = Paste your whole text. If it has a subject, put “Subject: …” on the first line.
choice-outreach-leave-out = Leave this part out
outreach-text-long = That has { $length } characters, and { $most } fit here. Please shorten it; the message is as it was.
outreach-gone = That message is no longer here: it went with the person it was about.
outreach-text-gone = What it said went with the person it was about. That you asked still counts.

outreach-sent-request = { $count ->
        [one] Noted. That is your first request: the hardest one is behind you.
       *[other] Noted. That is request number { $count }. Each one counts, whatever the answer.
    }
outreach-sent-noted = Noted.
outreach-sent-already = You noted that before.
outreach-sent-on = Sent on { $day }
outreach-follow-up = If you hear nothing, I will remind you on { $day } to follow up, once.
outreach-follow-up-no-zone = If you hear nothing after five working days, follow up once. I can remind you when I know your time zone: `settings timezone`.
outreach-follow-up-stopped = If you hear nothing after five working days, follow up once. (You have stopped these reminders: `nudge stop` brings them back.)
outreach-answered-yes = They said yes.
outreach-answered-no = They said no.
choice-outreach-yes = They said yes
choice-outreach-no = They said no
choice-outreach-follow-up = Write the follow-up
choice-outreach-thank-you = Write the thank-you
choice-outreach-list = My messages
outreach-yes = Good. Answer within a day, and keep to the minutes you asked for. Shall we prepare your questions?
choice-outreach-plan = Prepare my questions
outreach-no-first = A no counts as well: you asked, and the next one is easier. It says something about their week, and nothing about you. Did they name somebody else?
outreach-no = Noted. The more you ask, the more often somebody says yes. Did they name somebody else?
choice-outreach-named = Yes, they named somebody
choice-outreach-next = Whom to ask next
outreach-named = Who is it? A name is enough, or a line: “Ben Okafor, electrician at Hydro One”.
outreach-write-to = Shall we write to { $name } now?
choice-outreach-write = Yes, now
choice-outreach-later = Later
outreach-write-later = Whenever you like: `outreach draft`.
outreach-no-such-draft = You have no message with the number { $number }. See them all: `outreach list`.
outreach-which-sent = Which one did you send?
outreach-list-none = You have no messages yet. Shall we write the first one?
outreach-list = { $asks ->
        [0] Your messages:
        [one] Your messages. You have asked once so far.
       *[other] Your messages. You have asked { $asks } times so far.
    }{ $refused ->
        [0] {""}
        [one] {" "}One no so far; that is part of asking.
       *[other] {" "}{ $refused } times the answer was no; that is part of asking.
    }
choice-draft = { $number }. { $kind }, { $name }{ $status ->
        [draft] {""}
        [sent] {" "}(sent)
        [yes] {" "}(yes)
       *[no] {" "}(no)
    }
choice-draft-nobody = { $number }. { $kind }{ $status ->
        [draft] {""}
       *[other] {" "}(sent)
    }
choice-outreach-new = A new one
outreach-check = Paste your message. If it has a subject, put “Subject: …” on the first line.
outreach-other-script = I can look at messages in English and in French. Please send it in one of them.
outreach-channel = How will you send it?
choice-channel-email = By e-mail
choice-channel-linkedin = On LinkedIn
choice-channel-phone = I will say it on the phone
choice-channel-thanks = It is a thank-you
outreach-length-words = { $length } words. Up to { $most } is a good length.
outreach-length-characters = It has { $length } characters; a note holds { $most }, on a free account 200.
choice-outreach-another = Another one
choice-outreach-by-hand = By hand instead
outreach-by-hand = Copy it onto a card in your own hand; leave your e-mail out, and ask for the postal address of where they work. It takes longer and is kept longer. An e-mail within a day is just as good.
choice-outreach-which-kind = Which one suits?
choice-outreach-leave = Leave it out
outreach-follow-up-answered = You have had an answer, so there is nothing to follow up.
outreach-follow-up-once = You have followed up once already. One follow-up is polite; a second one presses.
outreach-follow-up-none = You have not noted a request to them as sent, so there is nothing to follow up yet. `outreach sent` notes one.
outreach-more = { $count ->
        [one] There is one more thing; these come first.
       *[other] There are { $count } more things; these come first.
    }
outreach-what-answer = You have sent it. What did they say?
choice-outreach-may-yes = I may use the name
choice-outreach-may-no = Rather not
outreach-may-yes = Good: a new message to { $name } says who gave you the name. Shall we write it now?
outreach-may-no = Noted: nothing to { $name } will say who gave you the name. Shall we write to them now?
outreach-kept-on-stop = Stopped. What you told me so far is kept as message { $number }: `outreach list` shows it.
outreach-works-personal = “{ $quote }” shows why you chose this person.
outreach-works-reason = “{ $quote }” says what you want to learn.
outreach-works-identity = “{ $quote }” says who you are.
outreach-works-minutes = “{ $quote }” says how long it will take.
outreach-works-easy = “{ $quote }” makes it easy to answer.
outreach-works-learned = “{ $quote }” names what you learned.
