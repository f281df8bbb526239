using Itdr.Generators.Model;
using Itdr.Generators.Parsing;

namespace Itdr.Generators.Emission;

/// <summary>The local variables of one generated method.</summary>
internal sealed class LocalNames(params string[] parameters)
{
    private readonly UniqueNames names = new(parameters);

    /// <summary>A variable for a property's value, named after it.</summary>
    public string For(string property) => SymbolNames.Identifier(names.Take(SymbolNames.CamelCase(property.TrimStart('@'))));
}

/// <summary>The values that are known not to be null, by their path, and the variables that hold them.</summary>
internal sealed class Known(string root)
{
    private readonly List<(string Path, string Variable)> variables = [];

    /// <summary>Says that a variable holds a path's value, until the result is disposed.</summary>
    public void Add(EquatableArray<SegmentModel> path, string variable) => variables.Add((PathText(path, path.Count), variable));

    /// <summary>Forgets what was added last.</summary>
    public void RemoveLast() => variables.RemoveAt(variables.Count - 1);

    /// <summary>An expression for a path, and whether it may be null.</summary>
    public (string Expression, bool IsNullable) Read(EquatableArray<SegmentModel> path)
    {
        for (var count = path.Count; count > 0; count--)
        {
            var text = PathText(path, count);
            if (variables.FindLast(entry => entry.Path == text) is { Variable: { } variable })
            {
                return Continue(variable, false, path.Skip(count));
            }
        }

        return Continue(root, false, path);
    }

    private static (string Expression, bool IsNullable) Continue(string expression, bool isNullable, IEnumerable<SegmentModel> path)
    {
        var any = false;
        foreach (var segment in path)
        {
            expression += (isNullable ? "?." : ".") + segment.Name;
            isNullable = segment.IsNullable;
            any |= segment.IsNullable;
        }

        return (expression, any);
    }

    private static string PathText(EquatableArray<SegmentModel> path, int count) => string.Join(".", path.Take(count).Select(segment => segment.Name));
}
