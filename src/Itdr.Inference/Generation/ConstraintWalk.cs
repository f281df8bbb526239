namespace Itdr.Inference;

/// <summary>Lets a model write an answer by walking the tree of what the answer may look like.</summary>
internal sealed class ConstraintWalk
{
    private readonly Lane lane;
    private readonly GenerationOptions options;
    private readonly TrieWalk walk;
    private readonly AnswerText answer;
    private readonly FreeText freeText;
    private readonly MaskedValue maskedValue;

    public ConstraintWalk(Lane lane, Vocabulary vocabulary, GenerationOptions options, double speculationCost, Action<string>? hear)
    {
        this.lane = lane;
        this.options = options;
        walk = new TrieWalk(lane, speculationCost);
        answer = new AnswerText(lane, hear);
        freeText = new FreeText(lane, vocabulary, options.Sampling);
        maskedValue = new MaskedValue(lane, vocabulary);
    }

    public string Text => answer.ToString();

    public double LogProbability => walk.LogProbability + freeText.LogProbability + maskedValue.LogProbability;

    public double SmallestMargin => walk.SmallestMargin;

    /// <summary>Writes the whole answer.</summary>
    public ValueTask RunAsync(OutputConstraint constraint) => WriteAsync(constraint, [Opening.End]);

    private async ValueTask WriteAsync(OutputConstraint part, List<Opening> follow)
    {
        switch (part)
        {
            case LiteralConstraint literal:
                answer.Write(literal.Text);
                break;
            case SequenceConstraint sequence:
                for (var index = 0; index < sequence.Parts.Count; index++)
                {
                    await WriteAsync(sequence.Parts[index], Opening.From(sequence.Parts, index + 1, follow)).ConfigureAwait(false);
                }

                break;
            case OptionalConstraint { IsNever: true }:
                break;
            case OptionalConstraint section:
                if (await IsNextAsync(Opening.Of(section.Content), follow).ConfigureAwait(false))
                {
                    await WriteAsync(section.Content, follow).ConfigureAwait(false);
                }

                break;
            case LinesConstraint lines:
                await WriteLinesAsync(lines, follow).ConfigureAwait(false);
                break;
            case SlotConstraint slot:
                await WriteSlotAsync(slot, follow).ConfigureAwait(false);
                break;
            default:
                throw new NotSupportedException($"An engine cannot walk a {part.GetType().Name}.");
        }
    }

    private ValueTask WriteSlotAsync(SlotConstraint slot, List<Opening> follow) => slot switch
    {
        RankingConstraint ranking => WriteRankingAsync(ranking),
        ChoiceConstraint choice => WriteOneOfAsync(choice.Texts, slot.Slot.EndsBefore),
        NumberConstraint { Texts.Count: > 0 } number => WriteOneOfAsync(number.Texts, slot.Slot.EndsBefore),
        NumberConstraint number => maskedValue.WriteAsync(answer, slot.Slot, new NumberForm(number)),
        DateConstraint date => maskedValue.WriteAsync(answer, slot.Slot, new DateForm(date)),
        ListConstraint list => WriteListAsync(list, follow),
        TextConstraint text => freeText.WriteAsync(answer, text),
        _ => throw new NotSupportedException($"An engine cannot walk a {slot.GetType().Name}."),
    };

    /// <summary>Lines of which some may be missing, each with the line break before it unless it is the first.</summary>
    private async ValueTask WriteLinesAsync(LinesConstraint lines, List<Opening> follow)
    {
        for (var index = 0; index < lines.Parts.Count; index++)
        {
            var line = lines.Parts[index];
            if (line is OptionalConstraint { IsNever: true })
            {
                continue;
            }

            var joint = answer.IsEmpty ? "" : "\n";
            if (line is OptionalConstraint section)
            {
                var opening = new Opening(joint + Opening.Of(section.Content).Text);
                if (!await IsNextAsync(opening, Opening.FromLines(lines, index + 1, joint, follow)).ConfigureAwait(false))
                {
                    continue;
                }

                line = section.Content;
            }

            answer.Write(joint);
            await WriteAsync(line, Opening.FromLines(lines, index + 1, "\n", follow)).ConfigureAwait(false);
        }
    }

    /// <summary>A list to which the model adds entries until it writes what follows the list.</summary>
    private async ValueTask WriteListAsync(ListConstraint list, List<Opening> follow)
    {
        if (!list.Slot.IsOptional && await IsEmptyAsync(list, follow).ConfigureAwait(false))
        {
            return;
        }

        answer.Write(list.Layout.Mark(0));
        for (var count = 1; ; count++)
        {
            var next = new Opening(list.Layout.Separator + list.Layout.Mark(count));
            await WriteAsync(list.Entry, [next, .. follow]).ConfigureAwait(false);
            if (count >= options.MaxListEntries || !await IsNextAsync(next, follow).ConfigureAwait(false))
            {
                return;
            }

            answer.Write(next.Text);
        }
    }

    /// <summary>Whether a list that may be empty is: if the model goes on with what follows it rather than with an entry.</summary>
    private async ValueTask<bool> IsEmptyAsync(ListConstraint list, List<Opening> follow)
    {
        var start = new Opening(list.Layout.Mark(0));
        if (!start.IsUnknown)
        {
            return !await IsNextAsync(start, follow).ConfigureAwait(false);
        }

        // An answer always has some text.
        foreach (var opening in follow.Where(opening => !(opening.IsEnd && answer.IsEmpty)))
        {
            if (await IsMostLikelyAsync(opening).ConfigureAwait(false))
            {
                answer.Foresee(opening);
                return true;
            }
        }

        return false;
    }

    /// <summary>Lets the model say whether a part comes next or one of what follows it.</summary>
    private async ValueTask<bool> IsNextAsync(Opening part, List<Opening> follow)
    {
        // An answer always has some text.
        var others = follow.Where(opening => opening != part && !(opening.IsEnd && answer.IsEmpty));
        var ways = answer.Agreeing([part, .. others.Distinct()]);
        if (!ways.Contains(part))
        {
            return false;
        }

        if (ways.Count == 1)
        {
            return true;
        }

        if (ways.Any(way => way.IsUnknown))
        {
            return !part.IsUnknown && await IsMostLikelyAsync(part).ConfigureAwait(false);
        }

        var chosen = ways[await ChooseAsync(ways.ConvertAll(way => way.WithoutLastSpaces())).ConfigureAwait(false)];
        answer.Foresee(chosen);
        return chosen == part;
    }

    /// <summary>Whether a way to go on begins with the token that the model finds most likely of all: how it is told from text that is not known.</summary>
    private async ValueTask<bool> IsMostLikelyAsync(Opening opening)
    {
        var lead = answer.Settle();
        var path = PathOf(lead, opening);
        var row = await lane.NextLogitsAsync().ConfigureAwait(false);
        var likely = MostLikely(lane.Logits(row));
        return likely == path[0] || (lane.Engine.IsEnd(likely) && lane.Engine.IsEnd(path[0]));
    }

    private int[] PathOf(string lead, Opening opening)
    {
        var text = answer.Tokens.Exact(lead + opening.Text);
        return opening.IsEnd ? [.. text, lane.Engine.EndToken] : text;
    }

    private static int MostLikely(ReadOnlySpan<float> logits)
    {
        var best = 0;
        for (var token = 1; token < logits.Length; token++)
        {
            best = logits[token] > logits[best] ? token : best;
        }

        return best;
    }

    private async ValueTask WriteOneOfAsync(IReadOnlyList<string> texts, TextEnd end)
    {
        var terminators = Terminators(end);
        if (texts.Count == 1)
        {
            answer.Write(texts[0]);
            return;
        }

        answer.Foresee(Opening.Unknown);
        var ways = texts.SelectMany(text => terminators.Select(terminator => terminator.WithoutLastSpaces().After(text))).ToList();
        var chosen = await ChooseAsync(ways).ConfigureAwait(false);
        answer.Write(texts[chosen / terminators.Length]);
        answer.Foresee(terminators[chosen % terminators.Length]);
    }

    /// <summary>What may follow a part, without literals that begin with another one.</summary>
    private static Opening[] Terminators(TextEnd end)
    {
        var literals = end.Literals.Where(literal =>
            !end.Literals.Any(other => other.Length < literal.Length && literal.StartsWith(other.TrimEnd(' '), StringComparison.Ordinal)));
        return [.. literals.Distinct().Select(literal => new Opening(literal)), .. end.AtEnd ? [Opening.End] : Array.Empty<Opening>()];
    }

    /// <summary>Lets the model choose one of some ways to go on; the text stays as it is, and the tokens of the chosen way stand ready.</summary>
    private async ValueTask<int> ChooseAsync(List<Opening> ways)
    {
        var lead = answer.Settle();
        var trie = new TokenTrie();
        for (var index = 0; index < ways.Count; index++)
        {
            if (!trie.TryAdd(index, PathOf(lead, ways[index])))
            {
                throw new TokenEngineException(TokenEngineError.Overlap,
                    $"\"{ways[index].Text.ReplaceLineEndings("\\n")}\" and another way for the answer to go on cannot be told apart, because one is the start of the other; change the candidates or the answer's template.");
            }
        }

        LaneDecoding.RequireRoom(lane, trie.Longest);
        return await walk.ChooseAsync(trie).ConfigureAwait(false);
    }

    private async ValueTask WriteRankingAsync(RankingConstraint ranking)
    {
        if (ranking.Places == 0)
        {
            return;
        }

        answer.Foresee(Opening.Unknown);
        answer.Settle();
        var entries = new EntryText(ranking.Layout, answer.Carry);
        if (options.Ranking == RankingMethod.Scores)
        {
            var scored = await CandidateScoring.ScoreAsync(lane, ranking.Texts, entries, options.Normalization).ConfigureAwait(false);
            for (var place = 0; place < ranking.Places; place++)
            {
                answer.Write(EntryOf(ranking, place, scored.Order[place]));
            }

            return;
        }

        var (order, lastStart) = await RankingWalk.RankAsync(
            walk, lane, ranking.Texts, entries, ranking.Places, (place, chosen) => answer.WriteSettled(EntryOf(ranking, place, chosen))).ConfigureAwait(false);
        answer.SettleUpTo(lastStart, entries.Lead(order.Length - 1) + ranking.Texts[order[^1]]);
    }

    /// <summary>The text of a place with what joins it to the next one, so that who hears it knows that it is whole.</summary>
    private static string EntryOf(RankingConstraint ranking, int place, int chosen) =>
        ranking.Layout.Mark(place) + ranking.Texts[chosen] + (place < ranking.Places - 1 ? ranking.Layout.Separator : "");
}
