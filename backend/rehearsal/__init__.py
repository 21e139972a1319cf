"""Talking with the running product from a terminal, and seeing what it made of each message.

It asks the product over HTTP like any page. What was understood and what acted is told in
demonstrations only: a debtor never gets it.
"""
