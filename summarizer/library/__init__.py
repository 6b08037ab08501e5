"""The program as a library: `from summarizer import report, extract, compare`.

calls         the functions: report, extract, compare, and the same to be awaited
forecasts     what a report would cost
choosing      their arguments become settings; the environment is read when a function is called
inputs        paths, articles in memory, statements extracted before
work          what the thread of a call does;  steps  and what the commands share with it
carrying_out  a run in a thread of its own: no signal touched, nothing left behind
naming        what the options in an error are called here
results       what a call gives;  records  and the same as tables
samples       the shipped stories, to try it out
logs          what happens, by `logging`

Nothing here is imported before a name of it is used; nothing holds state between two calls.
"""
