# Everything here is a script too, so that a machine without make serves.

.PHONY: demo test format gallery bench bench-pictures fuzz large

demo: ; Scripts/demo

test: ; Scripts/test

format: ; swift format --in-place --recursive --parallel Package.swift Sources Tests

# Draws every picture of Queries/ into Diagrams/.
gallery: ; Scripts/gallery

# Times the sample questions on a generated graph of 100,000 statements.
bench: ; Scripts/bench

# Times pictures against the dot command.
bench-pictures: ; Scripts/bench-pictures

# The differential test against the reference evaluator, 100 times as long.
fuzz: ; STANCE_FUZZ_ROUNDS=100 Scripts/test --filter Differential

# The forms of a generated graph of 100,000 statements, of which the tests take 10,000.
large: ; STANCE_LARGE=1 Scripts/test --filter DumpTests
