"""Follow-up: what is said first, when nobody has asked: a reminder, a thank you, a kind question.

It reads cases, agreements and conversations; none of them knows it. What is to be said is found out
anew from them each time, so that nothing is said of what has changed meanwhile.
"""
