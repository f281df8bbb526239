namespace Itdr.Datasets.Sources.Scanning;

/// <summary>
/// The bound below which a user's hash must lie, shared by all workers. It only falls, so a user who was once above it
/// never comes back, and whoever is below it in the end was kept by every worker from the first row.
/// </summary>
internal sealed class HashCeiling
{
    private ulong value = ulong.MaxValue;

    /// <summary>The bound now.</summary>
    public ulong Value => Volatile.Read(ref value);

    /// <summary>Whether no user was ever turned away.</summary>
    public bool IsOpen => Value == ulong.MaxValue;

    /// <summary>Lowers the bound, if it is not lower already.</summary>
    public void Lower(ulong bound)
    {
        for (var known = Value; bound < known;)
        {
            var found = Interlocked.CompareExchange(ref value, bound, known);
            if (found == known)
            {
                return;
            }

            known = found;
        }
    }
}
