using Itdr.Generators.Model;
using Itdr.Generators.Parsing;

namespace Itdr.Generators.Emission;

/// <summary>The layouts with a separator of their own that the texts of a subtask use: each is made once, in a field.</summary>
internal static class LayoutFields
{
    /// <summary>The class that holds the fields.</summary>
    public const string Class = "Layouts";

    /// <summary>What the fields are named after: the styles.</summary>
    public static IEnumerable<string> Names => ["Inline", "Numbered", "Bulleted"];

    /// <summary>Each layout with its field.</summary>
    public static Dictionary<LayoutModel, string> Of(SubtaskModel model)
    {
        var fields = new Dictionary<LayoutModel, string>();
        var names = new UniqueNames([]);
        foreach (var value in Values(model).Where(value => value.Layout is { Separator: not null }))
        {
            if (!fields.ContainsKey(value.Layout!))
            {
                fields[value.Layout!] = $"{Class}.{names.Take(value.Layout!.Style)}";
            }
        }

        return fields;
    }

    /// <summary>Every value of the texts.</summary>
    private static IEnumerable<ValueModel> Values(SubtaskModel model) =>
        model.Prompts.Select(prompt => prompt.Body).Concat(model.Fragments.Select(fragment => fragment.Body)).SelectMany(Values);

    private static IEnumerable<ValueModel> Values(BlockModel body) => body.Chunks.SelectMany(chunk =>
        chunk is PlainChunk plain ? plain.Nodes.SelectMany(Values) : Values(((LineSection)chunk).Body));

    private static IEnumerable<ValueModel> Values(NodeModel node) => node switch
    {
        ValueNode value => [value.Value],
        InlineSection section => Values(section.Body),
        _ => [],
    };
}
