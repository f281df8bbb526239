"""Invents ranked lists and writes what scikit-learn says of them; see README.md."""
import json, os, random
import numpy
from sklearn.metrics import average_precision_score, label_ranking_average_precision_score, ndcg_score, precision_score, recall_score

HERE = os.path.dirname(os.path.abspath(__file__))


def main():
    rng = random.Random(20261123)
    with open(os.path.join(HERE, "rankings.jsonl"), "w", newline="\n") as out:
        for _ in range(1000):
            count = rng.randrange(2, 21)
            graded = rng.random() < 0.4
            gains = [rng.choice((0, 0, 1, 2, 3, 0.5)) if graded else int(rng.random() < rng.choice((0.1, 0.5))) for _ in range(count)]
            scores = numpy.arange(count, 0, -1, dtype=float)
            hits = [int(g > 0) for g in gains]
            row = {"gains": gains}
            for k in (1, 3, 5, 10):
                top = [int(place < k) for place in range(count)]
                row[f"ndcg@{k}"] = ndcg_score([gains], [scores], k=k, ignore_ties=True)
                if k <= count:  # scikit-learn has no way to divide by more places than there are
                    row[f"precision@{k}"] = precision_score(hits, top, zero_division=0)
                row[f"recall@{k}"] = recall_score(hits, top, zero_division=0)
            if any(hits):
                first = [int(place == hits.index(1)) for place in range(count)]
                row["mrr"] = label_ranking_average_precision_score([first], [scores])
                row["map"] = average_precision_score(hits, scores)
            out.write(json.dumps(row, separators=(",", ":")) + "\n")


if __name__ == "__main__":
    main()
