using System.Runtime.CompilerServices;
using Xunit.Sdk;

namespace Itdr.Testing;

/// <summary>
/// Snapshot tests after the conventions of Verify.Xunit, to be replaced by that package where it can be had: a text is
/// compared with <c>Class.Method.verified.txt</c> beside the test's file. Where they differ, the text is written to
/// <c>Class.Method.received.txt</c>; renaming that file accepts it.
/// </summary>
public static class Verifier
{
    /// <summary>Requires that a text is the verified one.</summary>
    /// <param name="text">The text; line ends do not matter.</param>
    /// <param name="file">The test's file, whose name is the name of its class.</param>
    /// <param name="method">The test.</param>
    /// <exception cref="XunitException">The text differs, or nothing was verified yet.</exception>
    public static void Verify(string text, [CallerFilePath] string file = "", [CallerMemberName] string method = "")
    {
        var stem = Path.Combine(Path.GetDirectoryName(file)!, $"{Path.GetFileNameWithoutExtension(file)}.{method}");
        var (verifiedFile, receivedFile) = (stem + ".verified.txt", stem + ".received.txt");
        var received = text.ReplaceLineEndings("\n");
        var verified = File.Exists(verifiedFile) ? File.ReadAllText(verifiedFile).ReplaceLineEndings("\n") : null;
        if (verified == received)
        {
            File.Delete(receivedFile);
            return;
        }

        File.WriteAllText(receivedFile, received);
        throw new XunitException(verified is null
            ? $"Nothing was verified yet. Read {receivedFile} and rename it to {Path.GetFileName(verifiedFile)}."
            : $"The text is not the verified one. {FirstDifference(verified, received)}. Compare {receivedFile} with {Path.GetFileName(verifiedFile)}.");
    }

    private static string FirstDifference(string verified, string received)
    {
        var (expected, found) = (verified.Split('\n'), received.Split('\n'));
        var line = expected.Zip(found).TakeWhile(pair => pair.First == pair.Second).Count();
        return $"Line {line + 1}: expected {Line(expected, line)}, found {Line(found, line)}";
    }

    private static string Line(string[] lines, int index) => index < lines.Length ? $"\"{lines[index]}\"" : "the end";
}
