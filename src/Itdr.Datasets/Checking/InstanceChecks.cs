using Itdr.Instances;

namespace Itdr.Datasets.Checking;

/// <summary>The rules about one instance by itself: its items, its candidates, its negatives.</summary>
internal sealed class InstanceChecks(CheckLedger ledger, Func<string, TouchedItems> evidenceOf)
{
    /// <summary>Checks the items of an instance.</summary>
    /// <param name="place">Where the instance stands.</param>
    /// <param name="items">The items of its task.</param>
    /// <param name="relevance">How much each candidate matters.</param>
    /// <param name="user">The user, or null.</param>
    public void Check(InstancePlace place, TaskItems items, IReadOnlyList<double> relevance, string? user)
    {
        CheckItems(place, items, relevance);
        CheckHistory(place, items, relevance);
        CheckCandidates(place, items);
        CheckNegatives(place, items, relevance, user);
    }

    private void CheckItems(InstancePlace place, TaskItems items, IReadOnlyList<double> relevance)
    {
        var evidence = evidenceOf(place.Source);
        if (!evidence.HasItems)
        {
            return;
        }

        // The evidence names all candidates of an instance with negatives; other items only if such a user touched them.
        var namesCandidates = items.Negatives(relevance).Any();
        foreach (var candidate in items.Candidates)
        {
            CheckItem(place, candidate, evidence, isNamed: namesCandidates);
        }

        foreach (var item in items.Others)
        {
            CheckItem(place, item, evidence, isNamed: false);
        }
    }

    private void CheckItem(InstancePlace place, TaskItem item, TouchedItems evidence, bool isNamed)
    {
        if (item.IsText)
        {
            return;
        }

        ledger.Try(CheckRule.Items);
        if (item.Id is not { } id)
        {
            place.Find(ledger, CheckRule.Items, $"The task names {item} without an id, so nothing shows which item of {place.Source} it is.");
        }
        else if (evidence.TitleOf(id) is not { } title)
        {
            if (isNamed)
            {
                place.Find(ledger, CheckRule.Items, $"The candidate {item} is not in {evidence.ItemsPath}.");
            }
        }
        else if (item.Title is not null && item.Title != title)
        {
            place.Find(ledger, CheckRule.Items, $"The task names {item}, and in {evidence.ItemsPath} its title is \"{title}\".");
        }
    }

    private void CheckHistory(InstancePlace place, TaskItems items, IReadOnlyList<double> relevance)
    {
        var history = items.History.Select(static item => item.Id).OfType<string>().ToHashSet(StringComparer.Ordinal);
        foreach (var target in items.Targets(relevance))
        {
            ledger.Try(CheckRule.Histories);
            if (target.Id is { } id && history.Contains(id))
            {
                place.Find(ledger, CheckRule.Histories, $"The target {target} stands in its own history.");
            }
        }
    }

    private void CheckCandidates(InstancePlace place, TaskItems items)
    {
        var ids = new HashSet<string>(StringComparer.Ordinal);
        var titles = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var candidate in items.Candidates)
        {
            ledger.Try(CheckRule.Candidates);
            if (candidate.Id is { } id && !ids.Add(id))
            {
                place.Find(ledger, CheckRule.Candidates, $"The candidate {candidate} is there twice.");
            }
            else if (candidate.Title is { } title && !titles.Add(title))
            {
                place.Find(ledger, CheckRule.Candidates, $"The candidate {candidate} has the title of another candidate.");
            }
        }
    }

    private void CheckNegatives(InstancePlace place, TaskItems items, IReadOnlyList<double> relevance, string? user)
    {
        var negatives = items.Negatives(relevance).ToList();
        if (negatives.Count == 0)
        {
            return;
        }

        ledger.Try(CheckRule.Negatives, negatives.Count);
        var evidence = evidenceOf(place.Source);
        var isWhole = evidence.IsWhole(ledger);
        if (user is null || evidence.Of(user) is not { } touched)
        {
            if (user is null || isWhole)
            {
                var unproven = user is null ? "The instance names no user" : $"There is no evidence of what user {user} touched";
                place.Find(ledger, CheckRule.Negatives, $"{unproven}, so its {negatives.Count} negatives prove nothing.");
            }

            return;
        }

        CheckPositives(place, items, relevance, user, touched);
        foreach (var negative in negatives)
        {
            if (negative.Id is { } id && touched.Items.Contains(id))
            {
                place.Find(ledger, CheckRule.Negatives, $"The negative {negative} was touched by user {user}.");
            }
            else if (negative.Title is { } title && touched.Titles.Contains(title))
            {
                place.Find(ledger, CheckRule.Negatives, $"The negative {negative} has the title of an item that user {user} touched.");
            }
        }
    }

    private void CheckPositives(InstancePlace place, TaskItems items, IReadOnlyList<double> relevance, string user, TouchedByUser touched)
    {
        foreach (var positive in items.Targets(relevance).Where(static item => item.Id is not null))
        {
            ledger.Try(CheckRule.Positives);
            if (!touched.Items.Contains(positive.Id!))
            {
                place.Find(ledger, CheckRule.Positives, $"The positive {positive} was never touched by user {user}.");
            }
        }
    }
}

/// <summary>Where an instance stands.</summary>
/// <param name="File">Its file.</param>
/// <param name="Line">Its line, from 1.</param>
internal readonly record struct InstancePlace(InstanceFile File, long Line)
{
    public string Source => File.Name.Source;

    public void Find(CheckLedger ledger, CheckRule rule, string problem) => ledger.Find(rule, File.Path, Line, problem);

    public override string ToString() => $"{File.Path}:{Line}";
}
