namespace Itdr.Datasets.Sources.Containers;

/// <summary>The rules for names in archives. No name is ever used as a path, and one that asks to be is a sign of a hostile archive.</summary>
internal static class MemberName
{
    /// <summary>The name with forward slashes, without <c>./</c> before it.</summary>
    /// <param name="archive">What messages call the archive.</param>
    /// <param name="name">The name as the archive has it.</param>
    /// <exception cref="DatasetException">The name leads out of the archive.</exception>
    public static string Require(string archive, string name)
    {
        var path = name.Replace('\\', '/');
        while (path.StartsWith("./", StringComparison.Ordinal))
        {
            path = path[2..];
        }

        var isDrive = path.Length > 1 && path[1] == ':' && char.IsAsciiLetter(path[0]);
        if (path.StartsWith('/') || isDrive || path.Split('/').Contains("..") || path.Contains('\0', StringComparison.Ordinal))
        {
            throw new DatasetException($"{archive} has a member named \"{Reading.FoundText.Short(name)}\", which leads out of the archive; take the publisher's archive.");
        }

        return path;
    }

    /// <summary>What is said of a member that stands for something else.</summary>
    public static DatasetException IsLink(string archive, string name) =>
        new($"{archive} has a link or device named \"{Reading.FoundText.Short(name)}\" instead of a file; take the publisher's archive.");
}
