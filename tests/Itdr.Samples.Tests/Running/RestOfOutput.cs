using System.Diagnostics;

namespace Itdr.Samples.Tests.Running;

/// <summary>What a running program goes on to write, which nobody reads.</summary>
internal static class RestOfOutput
{
    /// <summary>Reads it all the same: a full pipe would stop the program.</summary>
    public static void IgnoreRest(this Process process)
    {
        _ = process.StandardOutput.BaseStream.CopyToAsync(Stream.Null);
        _ = process.StandardError.BaseStream.CopyToAsync(Stream.Null);
    }
}
