namespace Itdr.Datasets.Labeling;

/// <summary>What an answer of a teacher is worth.</summary>
internal enum LabelVerdict
{
    /// <summary>It is a label.</summary>
    Label,

    /// <summary>The teacher declined.</summary>
    Refused,

    /// <summary>The text is too short to say anything.</summary>
    TooShort,

    /// <summary>The text is longer than a label may be.</summary>
    TooLong,

    /// <summary>The answer was cut at the most tokens that it may have.</summary>
    Unfinished,

    /// <summary>The text is no answer to the task.</summary>
    Unreadable,

    /// <summary>The answer cannot be written as a label that reads back.</summary>
    NoLabel,

    /// <summary>The task and its answer do not fit in the teacher's context; nothing was paid.</summary>
    DoesNotFit,

    /// <summary>The task has no answer, or holds what may not be sent; nothing was paid.</summary>
    NotAsked,
}

/// <summary>The verdicts in words.</summary>
internal static class LabelVerdicts
{
    public static string Text(this LabelVerdict verdict) => verdict switch
    {
        LabelVerdict.Label => "label",
        LabelVerdict.Refused => "refused",
        LabelVerdict.TooShort => "too short",
        LabelVerdict.TooLong => "too long",
        LabelVerdict.Unfinished => "unfinished",
        LabelVerdict.Unreadable => "unreadable",
        LabelVerdict.NoLabel => "no label",
        LabelVerdict.DoesNotFit => "longer than the teacher's context",
        LabelVerdict.NotAsked => "not asked",
        _ => throw new ArgumentOutOfRangeException(nameof(verdict), verdict, "There is no such verdict."),
    };

    public static LabelVerdict? Parse(string text) =>
        Enum.GetValues<LabelVerdict>().Cast<LabelVerdict?>().FirstOrDefault(verdict => verdict!.Value.Text() == text);
}
