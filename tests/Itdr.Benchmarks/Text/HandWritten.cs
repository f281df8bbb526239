using System.Globalization;
using Itdr.Subtasks;

namespace Itdr.Benchmarks.Text;

/// <summary>What a careful person writes for the top-k subtask alone: the length is counted, then one string is filled.</summary>
internal static class HandWritten
{
    public static string Prompt(TopKRecommendation task)
    {
        var order = string.IsNullOrEmpty(task.HistoryOrder) ? 0 : ", ".Length + task.HistoryOrder.Length;
        var length = "The user has ".Length + task.Domain.Engaged.Length + " these ".Length + task.Domain.Items.Length + order
            + ":\n".Length + ListLength(task.History)
            + "\nRank these ".Length + task.Domain.Items.Length + " by how likely the user is to choose and like them:\n".Length
            + ListLength(task.Candidates);
        return string.Create(length, task, static (span, task) =>
        {
            Put(ref span, "The user has ");
            Put(ref span, task.Domain.Engaged);
            Put(ref span, " these ");
            Put(ref span, task.Domain.Items);
            if (!string.IsNullOrEmpty(task.HistoryOrder))
            {
                Put(ref span, ", ");
                Put(ref span, task.HistoryOrder);
            }

            Put(ref span, ":\n");
            PutList(ref span, task.History);
            Put(ref span, "\nRank these ");
            Put(ref span, task.Domain.Items);
            Put(ref span, " by how likely the user is to choose and like them:\n");
            PutList(ref span, task.Candidates);
        });
    }

    public static string Label(IReadOnlyList<Item> ranking) =>
        string.Create(ListLength(ranking), ranking, static (span, ranking) => PutList(ref span, ranking));

    private static int ListLength(IReadOnlyList<Item> items)
    {
        var length = items.Count - 1;
        for (var index = 0; index < items.Count; index++)
        {
            length += (index < 9 ? 3 : index < 99 ? 4 : 5) + items[index].Title.Length;
        }

        return length;
    }

    private static void PutList(ref Span<char> span, IReadOnlyList<Item> items)
    {
        for (var index = 0; index < items.Count; index++)
        {
            if (index > 0)
            {
                Put(ref span, "\n");
            }

            (index + 1).TryFormat(span, out var written, provider: CultureInfo.InvariantCulture);
            span = span[written..];
            Put(ref span, ". ");
            Put(ref span, items[index].Title);
        }
    }

    private static void Put(ref Span<char> span, string text)
    {
        text.CopyTo(span);
        span = span[text.Length..];
    }
}
