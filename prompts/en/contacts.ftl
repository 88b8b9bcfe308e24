# The people in one's own list.

flow-contacts = your contacts
command-contact = The people in your list: who they are, and who led you to whom
command-contact-add = Add somebody: name, work, how you found them
command-contact-find = Find somebody by part of a name
command-contact-show = Everything you noted about somebody
command-contact-list = Everybody in your list
command-contact-note = Note something about somebody
command-contact-refer = Who gave you a name, and whether you may say so
command-contact-tree = Who led you to whom
command-contact-remove = Take somebody out of your list
command-contact-export = Your list as a file
command-option-contact-known = Somebody in your list, by any part of the name
command-option-who = In one line, such as: Ana Silva, nurse at St. Mary's, met at the job fair
command-option-note = What to note, such as: likes tea, back from leave in May
command-option-by = Who gave you the name
command-option-sheet = vcard, for address books, or csv, for spreadsheets
choice-sheet-vcard = vCard, for address books
choice-sheet-csv = CSV, for spreadsheets

contact-none = Your list is empty. Add the first person you could ask: a name is enough.
choice-contact-add = Add somebody
choice-contact-where = Where can I look?
contact-where = Where to look for people
contact-name = 1 of 4. Who is it? A name is enough, or everything in one line: “Ana Silva, nurse manager at St. Mary's, met at the job fair”.
contact-no-name = I need a name first, such as: “Ana Silva, nurse manager at St. Mary's”.
contact-work = 2 of 4. What does { $name } do, and where? For example: “nurse manager at St. Mary's”. Or `skip`.
contact-met = 3 of 4. How did you find { $name }? For example: “met at the job fair”, “LinkedIn”, “from Ben Okafor”. Or `skip`.
contact-ease = 4 of 4. How does it feel to write to { $name }? I suggest starting with whoever feels easiest.
choice-ease-easy = Easy
choice-ease-middling = A little daunting
choice-ease-daunting = Daunting
contact-same = Somebody called { $name } is in your list already. Is it the same person?
choice-contact-another = Somebody else
contact-added = { $name } is in your list.
contact-added-to = I added that to what you had about { $name }.
contact-kept-on-stop = Stopped. { $name } is in your list with what you told me so far.
contact-full = Your list holds { $most } people, and it is full. Take somebody out first: `contact remove`.
contact-gone = That person is no longer in your list.
contact-not-found = I found nobody for “{ $typed }”. Try another part of the name, or type `contact list`.
contact-which = Whom do you mean? Write any part of the name, or choose.
contact-which-of = I found { $count } people. Whom do you mean?
choice-contact = { $name }
contact-file-here = I cannot use a file here. To bring in a list, type `contact import`.

contact-card = { $name }
contact-card-met = How you found them: { $value }
contact-card-email = E-mail: { $value }
contact-card-phone = Phone: { $value }
contact-card-tags = Tags: { $value }
contact-card-easy = Easy to write to
contact-card-middling = A little daunting to write to
contact-card-daunting = Daunting to write to
contact-card-english = Write to them in English
contact-card-french = Write to them in French
contact-card-may-name = { $by } gave you this name, and you may say so
contact-card-may-not-name = { $by } gave you this name, and does not want to be named
contact-card-not-asked = { $by } gave you this name. You have not asked yet whether you may say so
contact-card-led-to = Led you to: { $names }
contact-card-note = { $day }: { $note }
contact-card-notes-earlier = { $count ->
        [one] (One earlier note is not shown.)
       *[other] ({ $count } earlier notes are not shown.)
    }
tag-similar-path = similar path
tag-trained-abroad = trained abroad
tag-decision-maker = decision maker
tag-former-employee = former employee
choice-contact-note = Note something
choice-contact-by = Who gave me this name
choice-contact-may-name = May I use the name?
choice-contact-change = Change something
choice-contact-remove = Remove

contact-note = What would you like to note about { $name }? A word with # becomes a tag: #mentor.
contact-noted = Noted for { $name }.
contact-note-empty = I found no words in that. Write what you would like to remember.
contact-note-long = That note has { $length } characters, and one can have { $most }. Please shorten it, or make two of it.
contact-notes-full = There are { $most } notes on this person, and that is all I keep.
contact-change = What shall I change about { $name }?
choice-contact-part-name = The name
choice-contact-part-work = What they do, and where
choice-contact-part-met = How I found them
choice-contact-part-reach = E-mail or phone
choice-contact-part-tags = The tags
choice-contact-part-ease = How it feels to write to them
choice-contact-part-language = The language I write to them in
choice-contact-leave = Leave it as it is
contact-part-ease = How does it feel to write to { $name }?
contact-part-name = What is the right name, instead of { $name }?
contact-part-work = What does { $name } do, and where?
contact-part-met = How did you find { $name }?
contact-part-reach = What is the e-mail address or the phone number of { $name }?
contact-part-tags = Which tags shall { $name } have? With commas: similar path, trained abroad, decision maker, former employee, or your own.
contact-part-language = In which language do you write to { $name }?
contact-no-reach = I found neither an e-mail address nor a phone number in that. For example: “ana.silva@example.org”.
contact-changed = Changed.
contact-remove = Shall I take { $name } out of your list? I cannot bring this back.
contact-remove-notes = { $count ->
        [one] One note goes with it.
       *[other] { $count } notes go with it.
    }
contact-remove-led-to = { $count ->
        [one] The person they led you to stays, but not who gave you that name.
       *[other] The { $count } people they led you to stay, but not who gave you those names.
    }
choice-contact-really = Take them out
choice-contact-keep = Keep them
contact-removed = { $name } is out of your list.

contact-by = Who gave you the name of { $name }? Somebody new is added to your list.
contact-by-ring = As you noted it, { $name } led you to { $by }, straight or through others, so it cannot also be the other way round. Who else gave you the name?
contact-by-self = Nobody gives their own name away. Who else than { $by } gave you the name of { $name }?
contact-nothing-new = There is nothing new in that about { $name }. Here is what you have.
contact-may-name = { $by } gave you the name of { $name }. May you say so when you write to { $name }?
choice-may-name-yes = Yes, I asked
choice-may-name-no = No, rather not
choice-may-name-not-asked = I have not asked yet

contacts-page = Your list: { $from } to { $to } of { $count }. Similar paths come first. Choose somebody, or write `contact find` and part of a name.
choice-contacts-more = More
contact-tree-none = Nobody in your list has led you to somebody else yet. When someone gives you a name, tell me with `contact refer`.
contact-tree = Who led you to whom.{ $steps ->
        [1] {""}
       *[other] {" "}The longest way has { $steps } steps.
    }{ $alone ->
        [0] {""}
        [one] {" "}One other person stands alone so far.
       *[other] {" "}{ $alone } others stand alone so far.
    }
contact-tree-line = { $arrows }{ $name }
contact-tree-line-yes = { $arrows }{ $name } (you may say who gave you the name)
contact-tree-line-no = { $arrows }{ $name } (without saying who gave you the name)
contact-tree-line-not-asked = { $arrows }{ $name } (not asked yet whether you may say who gave you the name)
contact-tree-more = … and { $count } more: take it as a file.
contact-tree-file = Here is the whole tree.
choice-contact-tree-file = As a file
contact-sheet = What kind of file would you like?
contact-exported = { $count ->
        [one] Here is your list: one person.
       *[other] Here is your list: { $count } people.
    } It holds private notes, so keep it to yourself.
form-contact = Name, or part of it
form-contact-name = Name
form-contact-work = What they do, and where
form-contact-met = How you found them
form-contact-note = Your note
form-contact-by = Who gave you the name
form-contact-reach = E-mail or phone
form-contact-tags = Tags, with commas

command-contact-import = Bring in a list: vCard or CSV
command-option-file = A vCard (.vcf) or a table (.csv)
contact-import = Send me the file: vCard (.vcf), as address books and phones write it, or a table (.csv).
contact-import-discord = In a channel I cannot see files: send it in our direct chat, or give it with the command `contact import`, as “file”.
contact-import-console = In a terminal, type its path.
contact-import-no-file = I am waiting for a file. Send it here, or type `stop`.
contact-import-too-large = That file is too large: I read up to { $most } MB. Nothing was added. Perhaps it holds pictures that can be left out?
contact-import-too-many-columns = That table has { $columns } columns, and I read up to { $most }. Nothing was added.
contact-import-too-many-rows = That file has more than { $most } people or rows, and I read no more at a time. Nothing was added.
contact-import-unreadable = I cannot read that file. Send a vCard (.vcf) or a table saved as CSV (.csv). Nothing was added.
contact-import-empty = I found nobody in that file. Nothing was added.
contact-import-gone = I could not get that file. Please send it once more.
contact-import-full = That file has more people than your list has room for: { $room } more would fit. Nothing was added.
contact-imported = { $added ->
        [0] Nobody new.
        [one] One person is new in your list.
       *[other] { $added } people are new in your list.
    }{ $completed ->
        [0] {""}
        [one] {" "}For one I learned something more.
       *[other] {" "}For { $completed } I learned something more.
    }{ $known ->
        [0] {""}
        [one] {" "}One was there already.
       *[other] {" "}{ $known } were there already.
    }{ $refused ->
        [0] {""}
        [one] {" "}One line could not be used.
       *[other] {" "}{ $refused } lines could not be used.
    }
contact-import-pictures = { $count ->
        [one] I left one picture out.
       *[other] I left { $count } pictures out.
    }
contact-import-report = The whole report is in the file.
contact-import-added = Line { $from }: added
contact-import-added-all = Lines { $from } to { $to }: added
contact-import-completed = Line { $from }: something more was added
contact-import-completed-all = Lines { $from } to { $to }: something more was added
contact-import-known = Line { $from }: there already
contact-import-known-all = Lines { $from } to { $to }: there already
contact-import-no-name = Line { $from }: no name in it, not used
contact-import-no-name-all = Lines { $from } to { $to }: no name in it, not used
contact-import-broken = Line { $from }: broken letters, not used
contact-import-broken-all = Lines { $from } to { $to }: broken letters, not used
contact-import-unended = Line { $from }: ends in the middle, not used
contact-import-unended-all = Lines { $from } to { $to }: ends in the middle, not used
choice-contact-write = Write a message
contact-remove-drafts = { $count ->
        [one] One message goes with it, and any reminder about it. If you sent it, it still counts as asked.
       *[other] { $count } messages go with it, and any reminder about them. What you sent still counts as asked.
    }
