"""The three movielens-32m cells made with pandas in a straightforward way, to compare time and memory with.

Usage: python3 pandas_build.py FOLDER OUT

It reads ratings.csv and movies.csv, samples 6,250 users a cell and writes one JSON line an instance, split 8:1:1 by user:
rating-prediction (11 ratings), top-k (10 ratings from 4.0, 5 negatives) and next-item (6 ratings, 4 negatives).
"""

import hashlib
import json
import os
import sys

import numpy as np
import pandas as pd

LIMIT = 6250
SEED = 42


def split_of(user):
    place = int.from_bytes(hashlib.md5(f"split|{SEED}|{user}".encode()).digest()[:8], "little") % 10
    return "train" if place < 8 else "val" if place == 8 else "test"


def sample_users(ratings, least):
    counts = ratings.groupby("userId").size()
    eligible = counts[counts >= least].index.to_series()
    return eligible.sample(min(LIMIT, len(eligible)), random_state=SEED)


def windows(ratings, users, size):
    picked = ratings[ratings["userId"].isin(users)]
    return picked.groupby("userId").tail(size)


def negatives(rng, catalogue, titles, touched, count):
    taken = {titles[movie] for movie in touched}
    drawn = []
    while len(drawn) < count:
        movie = catalogue[rng.integers(len(catalogue))]
        if titles[movie] not in taken:
            taken.add(titles[movie])
            drawn.append(movie)
    return drawn


def write(out, cell, rows):
    files = {split: open(os.path.join(out, f"{cell}.{split}.jsonl"), "w", encoding="utf-8") for split in ("train", "val", "test")}
    for user, row in rows:
        files[split_of(user)].write(json.dumps({"id": f"{cell}.{user}", "user": str(user), **row}, ensure_ascii=False) + "\n")
    for file in files.values():
        file.close()


def rating_prediction(ratings, titles):
    for user, group in windows(ratings, sample_users(ratings, 11), 11).groupby("userId"):
        movies, scores = group["movieId"].to_list(), group["rating"].to_list()
        history = [{"title": titles[movie], "rating": score} for movie, score in zip(movies[:-1], scores[:-1])]
        yield user, {"history": history, "target": titles[movies[-1]], "answer": f"{scores[-1]:.1f}"}


def top_k(ratings, titles, catalogue):
    rng = np.random.default_rng(SEED)
    liked = ratings[ratings["rating"] >= 4.0]
    users = sample_users(liked, 10)
    touched = ratings[ratings["userId"].isin(users)].groupby("userId")["movieId"].apply(list)
    for user, group in windows(liked, users, 10).groupby("userId"):
        movies = group["movieId"].to_list()
        drawn = negatives(rng, catalogue, titles, touched[user], 5)
        candidates = movies[5:] + drawn
        rng.shuffle(candidates)
        best = group.iloc[5:].sort_values(["rating", "timestamp", "movieId"], ascending=False)["movieId"].to_list()
        ranking = best + [movie for movie in candidates if movie in drawn]
        yield user, {
            "history": [titles[movie] for movie in movies[:5]],
            "candidates": [titles[movie] for movie in candidates],
            "answer": [titles[movie] for movie in ranking],
        }


def next_item(ratings, titles, genres, catalogue):
    rng = np.random.default_rng(SEED)
    users = sample_users(ratings, 6)
    touched = ratings[ratings["userId"].isin(users)].groupby("userId")["movieId"].apply(list)
    for user, group in windows(ratings, users, 6).groupby("userId"):
        movies = group["movieId"].to_list()
        candidates = [movies[-1]] + negatives(rng, catalogue, titles, touched[user], 4)
        rng.shuffle(candidates)
        tagged = lambda movie: {"title": titles[movie], "tag": genres[movie]}
        yield user, {
            "history": [tagged(movie) for movie in movies[:-1]],
            "candidates": [tagged(movie) for movie in candidates],
            "answer": titles[movies[-1]],
        }


def main(folder, out):
    os.makedirs(out, exist_ok=True)
    movies = pd.read_csv(os.path.join(folder, "movies.csv"))
    titles = movies.set_index("movieId")["title"].str.strip().to_dict()
    genres = movies.set_index("movieId")["genres"].replace("(no genres listed)", "").to_dict()
    ratings = pd.read_csv(os.path.join(folder, "ratings.csv"))
    ratings = ratings[ratings["movieId"].isin(titles)]
    ratings = ratings.sort_values(["userId", "timestamp", "movieId"]).drop_duplicates(["userId", "movieId"])
    catalogue = ratings["movieId"].unique()
    write(out, "rating-prediction", rating_prediction(ratings, titles))
    write(out, "top-k", top_k(ratings, titles, catalogue))
    write(out, "next-item", next_item(ratings, titles, genres, catalogue))


if __name__ == "__main__":
    main(*sys.argv[1:])
