using System.IO.Hashing;
using System.Runtime.InteropServices;
using Itdr.Instances;

namespace Itdr.Datasets.Checking;

/// <summary>The rules about all instances together: ids, users and prompts within and across splits.</summary>
internal sealed class SplitChecks(CheckLedger ledger, SplitBy splitBy)
{
    private readonly Dictionary<string, InstancePlace> ids = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Source, string Kind, string Key), InstancePlace> users = [];
    private readonly Dictionary<UInt128, InstancePlace> prompts = [];
    private readonly Dictionary<(string Cell, UInt128 Prompt), InstancePlace> promptsOfCells = [];

    /// <summary>Checks one instance against all before it.</summary>
    /// <param name="place">Where it stands.</param>
    /// <param name="id">Its id.</param>
    /// <param name="user">Its user, or null.</param>
    /// <param name="item">Its item, or null.</param>
    /// <param name="turn">The user's turn: instruction and prompt.</param>
    public void Check(InstancePlace place, string id, string? user, string? item, string turn)
    {
        CheckId(place, id, user, item);
        if (splitBy == SplitBy.User)
        {
            CheckOwner(place, "user", user);
            CheckOwner(place, "item", item);
        }

        CheckPrompt(place, turn);
    }

    private void CheckId(InstancePlace place, string id, string? user, string? item)
    {
        ledger.Try(CheckRule.Ids);
        var name = place.File.Name;
        if (!id.StartsWith(IdOf(name, ""), StringComparison.Ordinal))
        {
            place.Find(ledger, CheckRule.Ids, $"The id {id} does not name the cell {name.Cell}.");
        }
        else if (!ids.TryAdd(id, place))
        {
            place.Find(ledger, CheckRule.Ids, $"The id {id} stands at {ids[id]} already.");
        }
        else if ((user ?? item) is not { } owner)
        {
            place.Find(ledger, CheckRule.Ids, "The instance names neither the user nor the item that it was made from.");
        }
        else if (!IsOf(name, id, owner) && (item is null || !IsOf(name, id, item)))
        {
            place.Find(ledger, CheckRule.Ids, $"The id {id} does not name the {(user is null ? "item" : "user")} {owner} of the instance.");
        }
    }

    /// <summary>Whether an id names its owner: behind the cell, or behind a part of the cell.</summary>
    private static bool IsOf(InstanceFileName name, string id, string owner) =>
        id == IdOf(name, owner) || id.EndsWith($".{owner}", StringComparison.Ordinal);

    private static string IdOf(InstanceFileName name, string key) => InstanceId.Of(name.Subtask, name.Source, key);

    private void CheckOwner(InstancePlace place, string kind, string? key)
    {
        if (key is null)
        {
            return;
        }

        ledger.Try(CheckRule.Users);
        if (!users.TryAdd((place.Source, kind, key), place) && users[(place.Source, kind, key)] is var first && first.File.Name.Split != place.File.Name.Split)
        {
            place.Find(ledger, CheckRule.Users, $"The {kind} {key} of {place.Source} stands in {first.File.Name.Split.Name()} as well, at {first}.");
        }
    }

    private void CheckPrompt(InstancePlace place, string turn)
    {
        ledger.Try(CheckRule.SplitPrompts);
        ledger.Try(CheckRule.Prompts);
        var hash = XxHash128.HashToUInt128(MemoryMarshal.AsBytes(turn.AsSpan()));
        if (!prompts.TryAdd(hash, place) && prompts[hash] is var other && other.File.Name.Split != place.File.Name.Split)
        {
            place.Find(ledger, CheckRule.SplitPrompts, $"The prompt stands in {other.File.Name.Split.Name()} as well, at {other}.");
        }

        if (!promptsOfCells.TryAdd((place.File.Name.Cell, hash), place))
        {
            place.Find(ledger, CheckRule.Prompts, $"The prompt stands at {promptsOfCells[(place.File.Name.Cell, hash)]} already.");
        }
    }
}
