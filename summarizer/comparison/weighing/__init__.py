"""Propose, merge, weigh: what readers of the table propose and code finds, made one question each, and read in the passages.

Touch this to change what the model is asked, how much of it, and in which order.
"""
