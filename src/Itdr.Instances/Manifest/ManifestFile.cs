using System.Security.Cryptography;

namespace Itdr.Instances;

/// <summary>A file of a dataset folder.</summary>
/// <param name="Path">Its path inside the folder, with forward slashes.</param>
/// <param name="Size">Its size in bytes.</param>
/// <param name="Sha256">SHA-256 of its bytes, in lower-case hexadecimal.</param>
public sealed record ManifestFile(string Path, long Size, string Sha256)
{
    /// <summary>Measures a file.</summary>
    /// <param name="directory">The dataset folder.</param>
    /// <param name="path">The file's path inside it, with forward slashes.</param>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static ManifestFile Of(string directory, string path)
    {
        using var stream = File.OpenRead(System.IO.Path.Combine(directory, path));
        var hash = SHA256.HashData(stream);
        return new ManifestFile(path, stream.Position, Convert.ToHexStringLower(hash));
    }
}
