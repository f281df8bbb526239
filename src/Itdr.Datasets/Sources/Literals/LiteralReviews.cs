using Itdr.Datasets.Sources.Reading;
using Itdr.Datasets.Sources.Records;
using Itdr.Datasets.Sources.Stored;
using Itdr.Datasets.Tables;

namespace Itdr.Datasets.Sources.Literals;

/// <summary>Who rated what, as a line of a review file tells it.</summary>
/// <param name="User">The user's id.</param>
/// <param name="Item">The item's index.</param>
/// <param name="Rating">The rating, or what stands in its place.</param>
/// <param name="Time">The source's time.</param>
internal readonly record struct RatedItem(string User, int Item, float Rating, long Time);

/// <summary>A file with one review a line: read once for who rated what, and once more for the texts that are wanted.</summary>
/// <param name="front">How many fields an interaction is made of; the others are a review's alone.</param>
/// <param name="context">How to read.</param>
internal abstract class LiteralReviews(int front, ReadContext context) : IReviewTable
{
    /// <summary>How to read.</summary>
    protected ReadContext Context => context;

    /// <summary>Reads all rows.</summary>
    /// <exception cref="DatasetException">The file cannot be read, or too many of its lines cannot.</exception>
    public IReadOnlyList<FileAudit> Read(RowWriter rows)
    {
        var audit = Scan().ReadFront(front, row =>
        {
            if (FaultOf(row, out var rated) is { } fault)
            {
                return fault;
            }

            rows.Add(rated.User, rated.Item, rated.Rating, rated.Time, row.Line);
            return null;
        });
        audit.Require(context.MaxBadRows);
        return [audit];
    }

    public void Read(Func<string, int, bool> isWanted, Action<Review> take) => Scan().ReadWanted(
        front,
        row => FaultOf(row, out var rated) is null && isWanted(rated.User, rated.Item),
        row =>
        {
            _ = FaultOf(row, out var rated);
            take(new Review(rated.User, rated.Item, rated.Rating, HelpfulOf(row), rated.Time, TextCleaning.Clean(TextOf(row))));
        });

    /// <summary>The lines of the file.</summary>
    protected abstract LiteralScan Scan();

    /// <summary>What is wrong with a line, or null.</summary>
    protected abstract RecordFault? FaultOf(LiteralRow row, out RatedItem rated);

    /// <summary>The text as the line has it.</summary>
    protected abstract string TextOf(LiteralRow row);

    /// <summary>How many people found the review helpful; 0 where the source does not say.</summary>
    protected virtual long HelpfulOf(LiteralRow row) => 0;
}
