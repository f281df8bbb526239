namespace Itdr.Datasets;

/// <summary>
/// Something that the user of the SDK can mend: a missing file, a row that cannot be read, an option that does not
/// exist. The message is one sentence that says what is wrong, where, and what to do.
/// </summary>
public sealed class DatasetException : Exception
{
    /// <summary>Says what is wrong.</summary>
    /// <param name="message">One sentence for the user.</param>
    public DatasetException(string message)
        : base(message)
    {
    }

    /// <summary>Says what is wrong and keeps what caused it.</summary>
    /// <param name="message">One sentence for the user.</param>
    /// <param name="innerException">What caused it.</param>
    public DatasetException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
