using System.Collections;

namespace Itdr.Datasets.Synthesis;

/// <summary>Named values in their order: a JSON object or a Python dictionary before it is written.</summary>
internal sealed class ValueFields : IEnumerable<(string Name, object? Value)>
{
    private readonly List<(string Name, object? Value)> fields = [];

    public void Add(string name, object? value) => fields.Add((name, value));

    /// <summary>Puts a field first, as a dictionary without an order of its own may.</summary>
    public void AddFirst(string name, object? value) => fields.Insert(0, (name, value));

    public IEnumerator<(string Name, object? Value)> GetEnumerator() => fields.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
