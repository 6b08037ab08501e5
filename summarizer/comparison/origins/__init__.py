"""Who retells whom, and what each retelling changed. Pure.

Touch this to change what counts as one source.
"""
