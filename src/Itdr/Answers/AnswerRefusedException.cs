namespace Itdr;

/// <summary>An answer cannot be written as a label, because the label would not read back as that answer.</summary>
public sealed class AnswerRefusedException : Exception
{
    /// <summary>Names the slot and the reason.</summary>
    /// <param name="slot">The slot of the answer.</param>
    /// <param name="reason">Why its value cannot be written, as a clause that follows the slot's name.</param>
    public AnswerRefusedException(string slot, string reason)
        : base($"{slot} {reason}.")
    {
        Slot = slot;
        Reason = reason;
    }

    /// <summary>The slot of the answer.</summary>
    public string Slot { get; }

    /// <summary>Why its value cannot be written.</summary>
    public string Reason { get; }
}
