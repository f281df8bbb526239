namespace Itdr.Datasets;

/// <summary>Says in one sentence why files cannot be written.</summary>
internal static class WriteFault
{
    // What Linux and macOS call a full disk, a full quota (of each), and a file that is larger than allowed; and Windows a full disk.
    private static readonly int[] Full = [28, 122, 69, 27, unchecked((int)0x80070070)];

    /// <summary>The error that ends some work.</summary>
    /// <param name="work">The work, such as <c>build</c>.</param>
    /// <param name="directory">The folder that was to be filled.</param>
    /// <param name="error">What happened.</param>
    public static DatasetException Stopped(string work, string directory, Exception error) => IsFull(error)
        ? new DatasetException($"The {work} stopped: the disk that holds {directory} has no space left, or no more may be written to it; free some, or name a folder elsewhere.", error)
        : new DatasetException($"The {work} stopped: {error.Message.TrimEnd('.')}.", error);

    private static bool IsFull(Exception error) =>
        Full.Contains(error.HResult) || error.Message.Contains("No space left on device", StringComparison.OrdinalIgnoreCase);
}
