"""Invents numbers and writes what scikit-learn and SciPy say of them; see README.md."""
import json, os, random, warnings
from scipy.stats import wilcoxon
from sklearn.metrics import mean_absolute_error, mean_squared_error

HERE = os.path.dirname(os.path.abspath(__file__))


def errors(rng):
    with open(os.path.join(HERE, "numbers.jsonl"), "w", newline="\n") as out:
        for _ in range(500):
            count = rng.randrange(1, 13)
            size = rng.choice((1, 5, 1e6, 1e-6))
            whole = rng.random() < 0.5
            draw = lambda: rng.randrange(1, 11) if whole else rng.gauss(0, size)
            predicted, expected = [draw() for _ in range(count)], [draw() for _ in range(count)]
            row = {"predicted": predicted, "expected": expected, "rmse": mean_squared_error(expected, predicted, squared=False),
                   "mae": mean_absolute_error(expected, predicted)}
            out.write(json.dumps(row, separators=(",", ":")) + "\n")


def signed_ranks(rng):
    warnings.simplefilter("ignore")
    with open(os.path.join(HERE, "wilcoxon.jsonl"), "w", newline="\n") as out:
        for _ in range(500):
            count = rng.choice((1, 2, 5, 8, 20, 50, 51, 80))
            tied = rng.random() < 0.5
            shift = rng.choice((0, 0, 0.3, 1))
            differences = [rng.randrange(-3, 5) if tied else round(rng.gauss(shift, 1), 6) for _ in range(count)]
            sizes = [abs(d) for d in differences]
            exact = count <= 50 and 0 not in sizes and len(set(sizes)) == count
            if not any(differences):
                continue
            result = wilcoxon(differences, mode="exact" if exact else "approx")
            row = {"differences": differences, "exact": exact, "statistic": float(result.statistic), "p": float(result.pvalue)}
            out.write(json.dumps(row, separators=(",", ":")) + "\n")


if __name__ == "__main__":
    errors(random.Random(20261123))
    signed_ranks(random.Random(11))
