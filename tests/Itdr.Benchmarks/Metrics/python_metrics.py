"""Times NLTK's sentence_bleu and rouge_score over the pairs that measure-metrics left; see README.md."""
import argparse, json, sys, time, warnings
from nltk.translate.bleu_score import sentence_bleu


def report(name, pairs, score):
    started = time.process_time()
    total = sum(score(prediction, reference) for prediction, reference in pairs)
    seconds = time.process_time() - started
    print(f"python    {name:<18} {1e6 * seconds / len(pairs):9.1f} µs a pair, mean {total / len(pairs):.12f}", flush=True)
    return seconds


def main():
    arguments = argparse.ArgumentParser()
    arguments.add_argument("file")
    arguments.add_argument("--rouge-score", help="the folder that holds rouge_score's package, named rouge")
    arguments.add_argument("--pairs", type=int, default=10_000)
    chosen = arguments.parse_args()
    warnings.simplefilter("ignore")
    with open(chosen.file, encoding="utf-8") as lines:
        pairs = [json.loads(line) for _, line in zip(range(chosen.pairs), lines)]
    for order in (1, 2):
        report(f"bleu-{order}", pairs, lambda p, r: sentence_bleu([r.split()], p.split(), tuple([1 / order] * order)))
    if chosen.rouge_score:
        sys.path.insert(0, chosen.rouge_score)
        from rouge import rouge_scorer
        for kind, name in (("rouge1", "rouge-1"), ("rouge2", "rouge-2"), ("rougeL", "rouge-l")):
            scorer = rouge_scorer.RougeScorer([kind])
            report(name, pairs, lambda p, r: scorer.score(r, p)[kind].fmeasure)


if __name__ == "__main__":
    main()
