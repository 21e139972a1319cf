"""Our intent classifier and Rasa's default pipeline, both trained by Rasa on the same lines.

Runs in Rasa's environment, `python -m tests.bench.beside_rasa <trial> <folder> <lines> <without>`. Each
training and each reading is a process of its own on one core: ours without TensorFlow, as the product
runs, Rasa's with it.
"""
