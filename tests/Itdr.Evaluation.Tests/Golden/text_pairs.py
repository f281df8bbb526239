"""Invents pairs of texts and writes what the references say of them; see README.md."""
import argparse, json, os, random, subprocess, sys, types, warnings

HERE = os.path.dirname(os.path.abspath(__file__))
ORDERS = (1, 2, 4)

SYLLABLES = "ba ce di fo gu ha je ki lo mu na pe qi ro su ta ve wi xo yu".split()
ODD = ["don't", "3.14", "1,000", "U.S.A.", "e-mail", "5-star", "(really)", "\"quoted\"", "naïve", "ÜBER", "日本", "😀", "a.b",
       "...", "&amp;", "&lt;b&gt;", "<skipped>", "x\u00a0y", "K\u212a", "\u0130stanbul", "1-2-3", "$9.99", "half-\nway", ".5", "5."]
BY_HAND = [
    ("", ""), ("", "word"), ("word", ""), ("word", "word"), ("word", "other"), ("Word", "word"), ("😀", "😀"), ("😀 🎬", "🎬 😀"),
    (" ", "a"), ("a", " \t\n"), ("...", "a b."), (".", "."), ("a. . b", "a b"), ("the the the the", "the cat"), ("a b c d e", "a b c d e"),
    ("a\nb", "b\na"), ("a b\n\nc d", "c d\na b"), ("\n\n", "a"), ("x y z", "X Y Z"), ("-", "--"), ("1,2,,3", "1,2,,3"), ("9.", "9"),
    ("a\x1cb", "a b"), ("a\u2028b", "a b"), ("a\u3000b", "a b"), ("\u200ba", "a"), ("e\u0301 é", "é e\u0301"),
]


def word(rng):
    if rng.random() < 0.12:
        return rng.choice(ODD)
    text = "".join(rng.choice(SYLLABLES) for _ in range(1 if rng.random() < 0.7 else 2))
    return text.capitalize() if rng.random() < 0.1 else text


def text(rng, words, vocabulary):
    parts = []
    for _ in range(words):
        parts.append(rng.choice(vocabulary))
        draw = rng.random()
        parts.append(". " if draw < 0.08 else ", " if draw < 0.12 else "\n" if draw < 0.16 else "  " if draw < 0.18 else " ")
    return "".join(parts) if rng.random() < 0.2 else "".join(parts).strip()


def pairs(count, seed):
    rng = random.Random(seed)
    made = list(BY_HAND)
    while len(made) < count:
        vocabulary = [word(rng) for _ in range(rng.choice((3, 8, 20, 60)))]
        reference = text(rng, rng.randrange(0, 20), vocabulary)
        if rng.random() < 0.4:
            kept = [w for w in reference.split(" ") if rng.random() < 0.8]
            if rng.random() < 0.3:
                rng.shuffle(kept)
            prediction = " ".join(kept)
        else:
            prediction = text(rng, rng.randrange(0, 20), vocabulary)
        made.append((prediction, reference))
    return made


def nltk_scores(data):
    from nltk.translate.bleu_score import SmoothingFunction, corpus_bleu, sentence_bleu
    warnings.simplefilter("ignore")
    s = SmoothingFunction()
    methods = [s.method0, s.method1, s.method2, s.method3, s.method4]
    weights = {n: tuple([1.0 / n] * n) for n in ORDERS}
    rows = [[sentence_bleu([r.split()], p.split(), weights[n], smoothing_function=m) for n in ORDERS for m in methods] for p, r in data["pairs"]]
    corpora = [[corpus_bleu([[r.split()] for _, r in c], [p.split() for p, _ in c], weights[n], smoothing_function=m) for n in ORDERS for m in methods]
               for c in data["corpora"]]
    return {"pairs": rows, "corpora": corpora}


def sacrebleu_scores(data):
    root = types.ModuleType("sacrebleu.version")
    root.__version__ = "2.6.0"
    sys.modules["sacrebleu.version"] = root
    from sacrebleu.metrics.bleu import BLEU
    from sacrebleu.tokenizers.tokenizer_13a import Tokenizer13a
    sentence = [BLEU(effective_order=True, max_ngram_order=n) for n in ORDERS]
    corpus = [BLEU(max_ngram_order=n) for n in ORDERS]
    tokenizer = Tokenizer13a()
    rows = [[b.sentence_score(p, [r]).score for b in sentence] for p, r in data["pairs"]]
    corpora = [[b.corpus_score([p for p, _ in c], [[r for _, r in c]]).score for b in corpus] for c in data["corpora"]]
    return {"pairs": rows, "corpora": corpora, "tokens": [tokenizer(t.rstrip()) for t in data["texts"]]}


def rouge_score_scores(data):
    from rouge import rouge_scorer
    types_ = ["rouge1", "rouge2", "rougeL", "rougeLsum"]
    scorer = rouge_scorer.RougeScorer(types_)
    rows = []
    for p, r in data["pairs"]:
        scores = scorer.score(r, p)
        rows.append([value for t in types_ for value in (scores[t].precision, scores[t].recall, scores[t].fmeasure)])
    return {"pairs": rows}


def pltrdy_scores(data):
    sys.setrecursionlimit(100000)
    from rouge import Rouge
    rows = []
    for p, r in data["pairs"]:
        row = []
        for exclusive in (True, False):
            try:
                scores = Rouge(exclusive=exclusive).get_scores(p, r)[0]
                row += [scores[m]["f"] for m in ("rouge-1", "rouge-2", "rouge-l")]
            except ValueError:
                row = None  # a text without a sentence is refused
                break
        rows.append(row)
    return {"pairs": rows}


REFERENCES = {"nltk": nltk_scores, "sacrebleu": sacrebleu_scores, "rouge_score": rouge_score_scores, "pltrdy": pltrdy_scores}


def ask(reference, folder, data):
    environment = dict(os.environ, PYTHONPATH=folder or "")
    done = subprocess.run([sys.executable, os.path.abspath(__file__), "--only", reference], input=json.dumps(data), env=environment,
                          stdout=subprocess.PIPE, check=True, encoding="utf-8")
    return json.loads(done.stdout)


def main():
    arguments = argparse.ArgumentParser()
    for name in ("--rouge-score", "--pltrdy", "--sacrebleu", "--only"):
        arguments.add_argument(name)
    chosen = arguments.parse_args()
    if chosen.only:
        print(json.dumps(REFERENCES[chosen.only](json.load(sys.stdin))))
        return
    made = pairs(2000, 20261123)
    rng = random.Random(7)
    glue = ["", " ", ".", ",", "-", "\n", "9", "0", "a", "Z", "&quot;", "&amp;", "&", "'", "😀", "é", "<skipped>", "/", "~", "{", "\t", "..", ",,", "-\n"]
    texts = ["".join(rng.choice(glue) for _ in range(rng.randrange(0, 30))) for _ in range(1000)]
    data = {"pairs": made, "corpora": [made[i:i + 20] for i in range(0, len(made), 20)], "texts": texts}
    nltk = ask("nltk", None, data)
    sacrebleu = ask("sacrebleu", chosen.sacrebleu, data)
    rouge_score = ask("rouge_score", chosen.rouge_score, data)
    pltrdy = ask("pltrdy", chosen.pltrdy, data)
    with open(os.path.join(HERE, "texts.jsonl"), "w", encoding="utf-8", newline="\n") as out:
        for i, (p, r) in enumerate(made):
            row = {"p": p, "r": r, "nltk": nltk["pairs"][i], "sacrebleu": sacrebleu["pairs"][i], "rougeScore": rouge_score["pairs"][i],
                   "pltrdy": pltrdy["pairs"][i]}
            out.write(json.dumps(row, ensure_ascii=False, separators=(",", ":")) + "\n")
    with open(os.path.join(HERE, "corpora.jsonl"), "w", encoding="utf-8", newline="\n") as out:
        for i, first in enumerate(range(0, len(made), 20)):
            row = {"first": first, "count": 20, "nltk": nltk["corpora"][i], "sacrebleu": sacrebleu["corpora"][i]}
            out.write(json.dumps(row, separators=(",", ":")) + "\n")
    with open(os.path.join(HERE, "tokens-13a.jsonl"), "w", encoding="utf-8", newline="\n") as out:
        for raw, tokens in zip(texts, sacrebleu["tokens"]):
            out.write(json.dumps([raw, tokens], ensure_ascii=False, separators=(",", ":")) + "\n")


if __name__ == "__main__":
    main()
