namespace Itdr;

/// <summary>Why a text is not an answer.</summary>
/// <param name="Slot">The slot that was being read, or null between slots.</param>
/// <param name="Position">Where reading stopped, in UTF-16 code units from the start of the text.</param>
/// <param name="Expected">What would have been read.</param>
/// <param name="Found">What stands there instead, shortened.</param>
public sealed record ParseFailure(string? Slot, int Position, string Expected, string Found)
{
    /// <summary>The failure as one sentence.</summary>
    public string Message => $"{Slot ?? "The answer"} at character {Position}: expected {Expected}, found {Found}.";

    /// <summary>The failure as one sentence.</summary>
    public override string ToString() => Message;
}
