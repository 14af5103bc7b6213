"""Judges the metrics of a file with SciPy and NumPy, and says how long a round takes.

Arguments: file of JSON {"control": [[..], ..], "experiment": [[..], ..]}, rounds.
Prints milliseconds of the median round, then low and high of each metric's 98 % shift interval.
"""
import json
import math
import statistics
import sys
import time

import numpy
from scipy.stats import mannwhitneyu, norm

with open(sys.argv[1], encoding="utf-8") as file:
    data = json.load(file)
controls = [numpy.array(each) for each in data["control"]]
experiments = [numpy.array(each) for each in data["experiment"]]
Z = norm.ppf(0.99)


def interval(experiment, control):
    """The ends that invert the test: order statistics of all differences, found without sorting the rest."""
    m, n = len(experiment), len(control)
    rank = math.floor(m * n / 2 - Z * math.sqrt(m * n * (m + n + 1) / 12) - 0.5)
    differences = numpy.subtract.outer(experiment, control).ravel()
    differences.partition([rank, m * n - 1 - rank])
    return differences[rank], differences[m * n - 1 - rank]


def judge():
    found = []
    for experiment, control in zip(experiments, controls):
        mannwhitneyu(experiment, control, alternative="two-sided", method="asymptotic")
        found.append(interval(experiment, control))
    return found


judge()
took = []
for _ in range(int(sys.argv[2])):
    begun = time.perf_counter()
    found = judge()
    took.append(1000 * (time.perf_counter() - begun))
print(statistics.median(took))
for low, high in found:
    print(low, high)
