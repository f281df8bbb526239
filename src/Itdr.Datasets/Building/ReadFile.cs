using Itdr.Datasets.Sources.Reading;

namespace Itdr.Datasets.Building;

/// <summary>A raw file that was read, as manifest and report tell of it.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Size">Its size in bytes.</param>
/// <param name="Sha256">SHA-256 of its bytes, in lower-case hexadecimal.</param>
/// <param name="Rows">Its rows.</param>
/// <param name="Refused">The rows that were refused, by reason.</param>
internal sealed record ReadFile(string Name, long Size, string Sha256, long Rows, IReadOnlyList<RefusedRows> Refused)
{
    /// <summary>What was read of a file.</summary>
    public static ReadFile Of(FileAudit audit)
    {
        var report = audit.ToReport();
        var hash = audit.File.Sha256 ?? throw new InvalidOperationException($"{audit.File.Name} was read without taking its hash.");
        return new ReadFile(report.Name, audit.File.Size, hash, report.Rows, report.Refused);
    }

    /// <summary>The same for the report.</summary>
    public FileReport ToReport() => new(Name, Rows, Refused);
}
