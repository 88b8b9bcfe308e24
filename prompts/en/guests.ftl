# The board: members who offer to be guests at the nights of their community.

command-guest = Members who offer to be guests at mock-interview nights
command-guest-signup = Offer to be a guest: others ask you about your work
command-guest-pause = Take a break from being a guest
command-guest-resume = Be a guest again after a break
command-guest-list = Who offers to be a guest here
command-option-guest-work = Which work you can tell others about
command-option-guest-field = A field, or a word such as “abroad”
flow-guests = your offer to be a guest

guest-where = The board belongs to a room or a server. Type this there; nobody but you sees the answer.
guest-not-on-board = You are not on the board of guests yet. To offer: `guest signup`, in the room or server where the nights are held.
guest-signup = As a guest you answer questions about your own work at a mock-interview night, for a quarter of an hour. You need not prepare anything, and no career is too short.
guest-work = 1 of 3. Which work can you tell others about? A few words are enough, such as: nursing in a small hospital.
guest-work-few = A few words about the work, please: at most { $most } characters. For example: nursing in a small hospital.
guest-tags = 2 of 3. “{ $work }”. Is there something else that others may want to hear about? Choose what fits.
guest-tags-so-far = 2 of 3. So far: { $tags }. Anything else?
guest-tag-abroad = trained abroad
guest-tag-changed = changed career
guest-tag-returned = came back to work after a break
choice-guest-abroad = I trained abroad
choice-guest-changed = I changed career
choice-guest-returned = I came back after a break
choice-guest-no-tags = None of these
choice-guest-tags-done = That is all
guest-often = 3 of 3. For how many nights a month may I ask you, at most? If any number is fine: `skip`.
guest-often-number = Please choose one, or type a number from 1 to { $most }.
choice-guest-once = 1 night a month
choice-guest-twice = 2 nights a month
choice-guest-weekly = 4 nights a month
guest-signed-up = You are on the board. Thank you. Members here see this with your name, in `guest list`:
guest-offer = “{ $work }”{ $count ->
        [0] { "" }
       *[other] { " " }({ $tags })
    }
guest-monthly = { $most ->
        [one] I ask you for one night a month at most.
       *[other] I ask you for { $most } nights a month at most.
    }
guest-any-number = I may ask you for any number of nights.
guest-is-paused = You are taking a break: nobody sees your offer, and I do not ask you. `guest resume` ends the break.
guest-after = I write to you when a night is announced, and you say yes or no. For a break: `guest pause`. To change it, or to leave the board: `guest signup`.
guest-known = You are on the board here:
choice-guest-change = Change it
choice-guest-off = Take me off the board
choice-guest-keep = Leave it as it is
guest-off = You are off the board. Thank you for having offered.
guest-stop = Nothing has changed on the board.
guest-paused = Enjoy the break. Nobody sees your offer now, and I do not ask you. `guest resume` when you want to go on.
guest-paused-already = You are taking a break already. `guest resume` ends it.
guest-resumed = Welcome back. Your offer is on the board again.
guest-resumed-already = Your offer is on the board; there is no break to end.
guest-list = { $count ->
        [one] One member offers to be a guest:
       *[other] { $count } members offer to be guests:
    }
guest-listed = • { $name }: “{ $work }”{ $count ->
        [0] { "" }
       *[other] { " " }({ $tags })
    }
guest-listed-full = • { $name }: “{ $work }”{ $count ->
        [0] { "" }
       *[other] { " " }({ $tags })
    }; free again next month
guest-list-more = … and { $more } more. A word narrows it down, for example: `guest list nursing`.
guest-list-none = Nobody is on the board yet.
guest-list-none-for = Nobody on the board speaks of “{ $field }”. `guest list` shows everybody.
guest-list-how = They come to the nights as guests, and sit first with those who are curious about their work.
guest-list-offer = You can offer, too: `guest signup`. Somebody is curious about what you do.
guest-invited = A mock-interview night is announced: { $day }, { $clock }{ $zone } ({ $topic }), in { $place }. You offered to speak of your work, “{ $work }”. Would you come as a guest?
choice-guest-come = Yes, I'll come
choice-guest-not-now = Not this time
guest-invited-how = If so, press “I can be a guest” on the announcement there.
guest-invited-no = That is fine. Should you find the time after all: the announcement has a button.
night-posted-asked = { $count ->
        [one] I am asking one member of the board to come as a guest.
       *[other] I am asking { $count } members of the board to come as guests.
    }
