source-s0 = a
source-s1 = a
source-s2 = a
source-s3 = a
source-s4 = a
list-joined = { $head } { $last }
advice-with-sources = { $advice } { $sources }
advice-disagreement = { $positions }
