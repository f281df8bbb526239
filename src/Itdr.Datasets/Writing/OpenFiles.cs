using System.Runtime.ExceptionServices;

namespace Itdr.Datasets;

/// <summary>Closes several files. Closing writes what is left, which a full disk refuses, and the others must be closed all the same.</summary>
internal static class OpenFiles
{
    /// <summary>Closes all of them, and then throws what the first one threw that could not be written to its end.</summary>
    public static void Close(IEnumerable<IDisposable> files)
    {
        IOException? first = null;
        foreach (var file in files)
        {
            try
            {
                file.Dispose();
            }
            catch (IOException error)
            {
                first ??= error;
            }
        }

        if (first is not null)
        {
            ExceptionDispatchInfo.Throw(first);
        }
    }
}
