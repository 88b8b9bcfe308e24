# After a round of a mock-interview night: feedback for whoever asked, the asker's own lines, a report to the hosts.

command-night-feedback = Feedback on a round: for whoever asked, or your own thoughts if you did
command-night-report = Tell the hosts of a night, and only them, what happened
command-option-night-round = Which round
command-option-night-report = What happened, in your words
flow-feedback = feedback on a round
flow-report = a report to the hosts

feedback-none = You have not been in a group in the last two weeks, so there is nothing to look back on yet. `night list` shows the nights ahead.
feedback-not-there = You were not in a group for the whole of round { $round }, so there is nothing to look back on there. For the last round that you finished: `night feedback`.
feedback-nobody = Whoever asked in round { $round } had to go before the end, so there is nobody to give feedback to. Thank you for staying.
feedback-given = You have already given your feedback on round { $round } to { $asker }. Thank you.
feedback-not-yet = Round { $round } is still under way. When its time is up, “Feedback” in your thread is the way, or `night feedback`.
feedback-gone = There is nothing here any more. `night feedback` shows what there is.
feedback-nothing = Then there is nothing to pass on. Thank you for listening.
feedback-stop = Nothing was sent. `night feedback` starts again.
feedback-long = That is { $length } characters, and there is room for { $most }. Could you say it in fewer words?

feedback-begin = Your feedback on round { $round }, for { $asker } and nobody else. Say what you saw and heard; “I could not tell” is a good answer too.
feedback-ask-opening = { $at } of { $of }. Did they say early who they are and why they wanted this talk?
feedback-ask-open = { $at } of { $of }. Were their questions open, so that the answer was more than a yes or a no?
feedback-ask-example = { $at } of { $of }. When an answer was vague, did they ask for an example?
feedback-ask-subjects = { $at } of { $of }. Did they leave out age, family, where somebody lives, and pay?
feedback-ask-time = { $at } of { $of }. Did they keep to the time, and say when it was almost up?
feedback-ask-closing = { $at } of { $of }. At the end, did they say thank you, and ask who else they could talk to?
feedback-ask-job = { $at } of { $of }. Did they ask for information, and not for a job?
feedback-ask-upfront = { $at } of { $of }. If they hope to work there, did they say so openly and early?
choice-feedback-worked = Yes, that worked
choice-feedback-next = Something for next time
choice-feedback-unseen = I could not tell
feedback-words = And in your own words? One or two sentences that would help { $asker }: what you saw, and what effect it had. They choose whether to read it.
form-feedback-words = In your own words
choice-feedback-no-words = No, that is all
feedback-ready = This would go to { $asker }:
feedback-ready-words = And this, if { $asker } wants to read it:
feedback-most = (I pass on the first { $most } things to try: more at once is hard to take in.)
choice-feedback-send = Send it
choice-feedback-again = Start again
choice-feedback-drop = Send nothing
feedback-sent = Sent to { $asker }, and to nobody else. Thank you for listening so carefully.

feedback-from-guest = Your guest in round { $round }, { $who }, has some feedback for you.
feedback-from-observer = { $who }, who observed in round { $round }, has some feedback for you.
feedback-from = From { $who }:
feedback-what-worked = What worked:
feedback-worked-opening = • You said early who you are and why you wanted this talk.
feedback-worked-open = • Your questions were open, and the answers were more than a yes or a no.
feedback-worked-example = • When an answer was vague, you asked for an example.
feedback-worked-subjects = • You kept to the work, and left private things out.
feedback-worked-time = • You kept to the time.
feedback-worked-closing = • At the end you said thank you, and asked who else you could talk to.
feedback-worked-job = • You asked for information, not for a job.
feedback-worked-upfront = • You said openly and early that you hope to work there.
feedback-to-try = To try next time:
feedback-next-opening = • Say early who you are and why you ask; then people know how to help. For example: “I moved here last year, and I would like to know how people get into this work.”
feedback-next-open = • Ask questions that need more than a yes or a no; you learn more. “How did you get into this?” rather than “Did you study this?”
feedback-next-example = • When an answer is vague, ask for an example; it shows you what the work is really like. “When did that last happen?”
feedback-next-subjects = • Leave out age, family, where somebody lives, and pay; such questions make people uneasy. “What is a hard week like?” tells you more.
feedback-next-time = • Say when the time is almost up; it shows respect. “I see that our time is almost up. May I ask one last thing?”
feedback-next-closing = • At the end, say thank you and ask for one more name; one talk leads to the next. “Who else could I talk to?”
feedback-next-job = • Ask about the work, and do not ask for a job; otherwise people may feel misled. “What helped you to get into this work?”
feedback-next-upfront = • If you hope to work there, say so early; then people know why you ask. “I would like to work here one day. What would it take?”
feedback-sources = (This advice comes from { $sources }.)
feedback-has-words-how = They also wrote to you in their own words. `night feedback` shows it when you want.
feedback-has-words = They also wrote to you in their own words. Do you want to read it?
choice-feedback-read = Read it
choice-feedback-later = Not now
feedback-later = It stays unread. `night feedback` shows it whenever you want, for two weeks.
feedback-words-from = { $who } wrote to you:
feedback-wrote = In their own words:
feedback-read-after = Take what helps you, and leave the rest. If something in it is hurtful or out of place, you can tell the hosts: `night report`.
feedback-unread = { $count ->
        [one] Somebody has written to you in their own words. Do you want to read it?
       *[other] { $count } people have written to you in their own words. Do you want to read it?
    }

feedback-reflect-begin = You asked in round { $round }. Three short lines, for you alone: they help you to keep what you learned. You can leave any of them out.
feedback-reflect-well = { $at } of { $of }. What went well?
feedback-reflect-change = { $at } of { $of }. What would you do differently next time?
feedback-reflect-learned = { $at } of { $of }. What did you learn, about this work or about yourself?
form-reflect-well = What went well?
form-reflect-change = What would you do differently?
form-reflect-learned = What did you learn?
choice-feedback-skip = Leave it out
choice-feedback-others = What the others noticed
feedback-reflect-stop = Nothing was kept. `night feedback` starts again.
feedback-reflect-none = Nothing was kept, and that is fine. `night feedback` asks again when you want.
feedback-goes-on = You are in the next round, too. If you have to go instead, press “I must go” in your thread.
feedback-reflect-kept = Kept, for you alone. `night feedback { $round }` shows it again.
feedback-reflect-comes = What the others noticed comes to you directly.
feedback-yours = Round { $round }, in which you asked. You noted:
feedback-nothing-yet = The others have sent no feedback on this round so far.

report-none = I know of no night in the last two weeks that you could mean. For anything else, please write to whoever runs your community.
report-no-hosts = I know of nobody else who hosts that night. Please write to whoever runs your community.
report-which = Which night is it about?
report-ask = What happened at the night of { $day }, { $clock }{ $zone } ({ $topic }), in { $place }? A few words are enough.
report-to = { $count ->
        [one] It goes to { $hosts }, the host, and to nobody else.
       *[other] It goes to the hosts, { $hosts }, and to nobody else.
    } They see your words and your name. If it is about a host, write to whoever runs your community instead.
form-report = What happened?
report-ready = Your report about the night of { $day }, { $clock }{ $zone } ({ $topic }), in { $place }:
choice-report-send = Send it
choice-report-change = Write it again
choice-report-drop = Send nothing
report-stop = Nothing was sent.
report-sent = { $count ->
        [one] I have sent it to { $hosts }, the host. Thank you for telling them.
       *[other] I have sent it to the hosts, { $hosts }. Thank you for telling them.
    } To leave your group, press “I must go”. To be kept apart from somebody from now on: `night avoid`.
report-told = A report to you as a host, from { $who }. Night of { $day }, { $clock }{ $zone } ({ $topic }), in { $place }:
report-told-how = To take somebody out of the night at once: `night remove`, there.
