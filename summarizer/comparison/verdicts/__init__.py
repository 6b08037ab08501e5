"""From answers and candidates to findings; the only place that writes them.

Touch this to change what is reported, under which verdict, and in which order.
"""
