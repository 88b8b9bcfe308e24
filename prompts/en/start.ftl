# The first meeting.

flow-start = our first meeting
start-language = 1 of 4. Which language shall we speak? (Dans quelle langue voulez-vous parler?) You can write your pitch in either one later.
choice-english = English (anglais)
choice-french = Français (French)
start-zone-guess = 2 of 4. So that I never write to you at night: is your time zone { $zone }?
choice-zone-yes = Yes
choice-zone-other = No, another one
start-zone-ask = 2 of 4. So that I never write to you at night: which large city is in your time zone? For example: Toronto, or Casablanca.
start-zone-unknown = I did not find “{ $typed }”. Name a large city where it is the same time as where you are, such as Vancouver or Paris; or type `skip`.
start-field = 3 of 4. Which field or job are you curious about? A few words are enough, such as “nursing” or “solar panels”.
form-start-field = The field or job you are curious about
form-start-purpose = What you would like to find out
start-purpose = 4 of 4. What would you like to find out from people in that field? One sentence in your own words. For example: “I want to know if my training counts here.”
start-too-long = That is { $length } characters; up to { $most } fit here. Say it in fewer words, and we can go deeper later.
start-done = Thank you. I will remember that.
start-done-nothing = That is all I need.
start-offer = A good first step is your elevator pitch: who you are and what you hope to learn, in half a minute. It is the part you will use everywhere. Shall we try it?
choice-offer-yes = Try my pitch
choice-offer-later = Later
start-later = Whenever you like: type `pitch practise`. It takes about five minutes.
