"""A program of its own: a PDF on standard input, its words with their places as JSON on standard output.

A PDF is a program for the parser, and parsers have holes. Here it can use up its own memory and time only. The package
imports nothing of the house, so that it starts fast. The parser is PDFium (https://pdfium.googlesource.com/pdfium/).
"""
