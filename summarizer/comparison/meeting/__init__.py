"""Which statements meet: rows of the table, how alike they are, one name for each body, near neighbours. Pure.

Touch this to change what stands in a row, or which rows are laid side by side.
"""
