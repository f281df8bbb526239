namespace Itdr.Datasets.Sources.Reading;

/// <summary>Why a row was not taken. Their order is the order in which a report lists them.</summary>
internal enum RowFault
{
    /// <summary>A line with nothing in it, which is not at the end of the file.</summary>
    EmptyLine,

    /// <summary>Fewer fields than the format has.</summary>
    TooFewFields,

    /// <summary>More fields than the format has.</summary>
    TooManyFields,

    /// <summary>The file ends in the middle of its last line.</summary>
    TruncatedLastLine,

    /// <summary>A quote is not closed, or something follows a closed one.</summary>
    BrokenQuotes,

    /// <summary>A line longer than any that the reader holds.</summary>
    LineTooLong,

    /// <summary>Bytes that are no text in the file's encoding.</summary>
    InvalidEncoding,

    /// <summary>A NUL byte, which no text file has.</summary>
    HoldsNul,

    /// <summary>A record that cannot be read as what the file holds, such as a JSON object.</summary>
    BrokenRecord,

    /// <summary>A field is missing that every record has.</summary>
    MissingField,

    /// <summary>A field that must be a number is not, or is empty.</summary>
    NotANumber,

    /// <summary>A rating that is no point of the source's scale.</summary>
    RatingOffScale,

    /// <summary>A time at which the source cannot have taken a row.</summary>
    TimeOutOfRange,

    /// <summary>An id that has not the form of the source's ids.</summary>
    BrokenId,

    /// <summary>A code that the source's documentation does not list.</summary>
    UnknownCode,

    /// <summary>A row for an item that the item file does not list.</summary>
    UnknownItem,

    /// <summary>A row for an item that the item file lacks, where it is known to lack some.</summary>
    UnlistedItem,

    /// <summary>An item, or a row for an item, that a rule of the reader leaves out: what is for adults alone.</summary>
    LeftOutItem,

    /// <summary>A second row for the same id, written in another way.</summary>
    OtherSpelling,

    /// <summary>A second row for the same id.</summary>
    RepeatedId,

    /// <summary>A row without an id, where the source is known to have such rows.</summary>
    NoId,

    /// <summary>One more row for an item, with the title that the item has.</summary>
    ItemAgain,

    /// <summary>A row without a user, where the source is known to have such rows.</summary>
    NoUser,

    /// <summary>A row without a time, where the source is known to have such rows.</summary>
    NoTime,

    /// <summary>An item without a title.</summary>
    NoTitle,

    /// <summary>A row for an item that has no title.</summary>
    UntitledItem,

    /// <summary>A user with rows whom the user file lacks. Only sampled users are looked up, and not rows but users are counted.</summary>
    UnlistedUser,

    /// <summary>One more row for a user and an item, of which the earliest by time is kept. Only rows of sampled users are compared.</summary>
    RepeatedRow,

    /// <summary>One more row for a user and an item, whose counts are added. Only rows of sampled users are compared.</summary>
    AddedRow,
}

/// <summary>What is said of a <see cref="RowFault"/>, and whether it speaks against the file.</summary>
internal static class RowFaults
{
    /// <summary>The number of faults.</summary>
    public static int Count { get; } = Enum.GetValues<RowFault>().Length;

    /// <summary>The fault as a clause of a report.</summary>
    public static string Text(this RowFault fault) => fault switch
    {
        RowFault.EmptyLine => "empty line",
        RowFault.TooFewFields => "too few fields",
        RowFault.TooManyFields => "too many fields",
        RowFault.TruncatedLastLine => "truncated last line",
        RowFault.BrokenQuotes => "broken quotes",
        RowFault.LineTooLong => "line too long",
        RowFault.InvalidEncoding => "not text in the file's encoding",
        RowFault.HoldsNul => "a NUL byte",
        RowFault.BrokenRecord => "no whole record",
        RowFault.MissingField => "missing field",
        RowFault.NotANumber => "not a number",
        RowFault.RatingOffScale => "rating out of range",
        RowFault.TimeOutOfRange => "time out of range",
        RowFault.BrokenId => "broken id",
        RowFault.UnknownCode => "unknown code",
        RowFault.UnknownItem => "unknown item",
        RowFault.UnlistedItem => "item that the item file lacks",
        RowFault.LeftOutItem => "item for adults alone, left out",
        RowFault.OtherSpelling => "another spelling of an id that is there",
        RowFault.RepeatedId => "repeated id",
        RowFault.NoId => "no id",
        RowFault.ItemAgain => "one more row for an item, of the same title",
        RowFault.NoUser => "no user",
        RowFault.NoTime => "no time",
        RowFault.NoTitle => "no title",
        RowFault.UntitledItem => "item without a title",
        RowFault.UnlistedUser => "user among the sampled ones whom the user file lacks",
        RowFault.RepeatedRow => "repeated user and item among the sampled users, the earliest by time kept",
        RowFault.AddedRow => "repeated user and item among the sampled users, the counts added",
        _ => throw new ArgumentOutOfRangeException(nameof(fault), fault, null),
    };

    /// <summary>Whether the row is broken. Rows without an id, a user or a time where that is known to happen, items told of again, rows about items that are left out, have no title or no row of their own, and repeated rows, are sound and only left out, so they do not count towards the limit of bad rows.</summary>
    public static bool IsBad(this RowFault fault) => fault is not (RowFault.NoId or RowFault.ItemAgain or RowFault.NoUser or RowFault.NoTime or RowFault.UnlistedItem or RowFault.LeftOutItem or RowFault.OtherSpelling
        or RowFault.NoTitle or RowFault.UntitledItem or RowFault.UnlistedUser or RowFault.RepeatedRow or RowFault.AddedRow);
}
