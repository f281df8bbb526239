using Itdr.Datasets.Sources.Reading;

namespace Itdr.Datasets.Tables;

/// <summary>The interactions of a source, far too many to keep: they are read anew for each sample of users.</summary>
internal interface IInteractionTable : IDisposable
{
    /// <summary>Reads all interactions once and keeps those of the users with the smallest sample hashes.</summary>
    /// <param name="users">How many users to keep, or a few more or fewer.</param>
    /// <exception cref="DatasetException">The file cannot be read, or too many of its rows cannot.</exception>
    UserSample Sample(int users);

    /// <summary>What the last reading found, or null before the first.</summary>
    FileAudit? Audit { get; }
}
