using Itdr.Generators.Model;

namespace Itdr.Generators.Emission;

/// <summary>Writes the prompt builder: one method for a single wording, one for each of several.</summary>
internal static class PromptEmitter
{
    /// <summary>Writes <c>WritePrompt</c> and what it calls.</summary>
    public static void Emit(SourceWriter source, SubtaskModel model, Dictionary<LayoutModel, string> layouts)
    {
        var self = model.Hierarchy.Self.Name;
        source.Line(Code.InheritDoc);
        source.Open($"public static void WritePrompt(ref {Code.Writer} writer, {self} task, string? variant = null)");
        if (model.Prompts.Count == 1)
        {
            Single(source, model.Prompts[0], layouts);
        }
        else
        {
            Choice(source, model);
        }

        source.Close();
        for (var index = 0; index < model.Prompts.Count && model.Prompts.Count > 1; index++)
        {
            source.Blank();
            source.Open($"private static void {model.Prompts[index].Writer}(ref {Code.Writer} writer, {self} task)");
            TextEmitter.Emit(source, "task", model.Prompts[index].Body, layouts);
            source.Close();
        }
    }

    /// <summary>Writes the method that writes a fragment.</summary>
    public static void EmitFragment(SourceWriter source, FragmentModel fragment, Dictionary<LayoutModel, string> layouts)
    {
        source.Open($"private static void {fragment.Writer}(ref {Code.Writer} writer, {fragment.TypeName} value)");
        TextEmitter.Emit(source, "value", fragment.Body, layouts);
        source.Close();
    }

    private static void Single(SourceWriter source, PromptModel prompt, Dictionary<LayoutModel, string> layouts)
    {
        var known = prompt.Variant is null ? "null" : $"null and not {Code.Literal(prompt.Variant)}";
        source.Open($"if (variant is not {known})");
        source.Line("throw Descriptor.UnknownVariant(variant);");
        source.Close();
        source.Blank();
        TextEmitter.Emit(source, "task", prompt.Body, layouts);
    }

    private static void Choice(SourceWriter source, SubtaskModel model)
    {
        var prompts = model.Prompts.ToList();
        var first = Math.Max(0, prompts.FindIndex(prompt => prompt.Variant is null));
        source.Open("switch (variant)");
        for (var index = 0; index < prompts.Count; index++)
        {
            var name = prompts[index].Variant;
            var label = index != first ? Code.Literal(name) : name is null ? "null" : $"null or {Code.Literal(name)}";
            source.Line($"case {label}:");
            source.Continue($"{model.Prompts[index].Writer}(ref writer, task);");
            source.Continue("break;");
        }

        source.Line("default:");
        source.Continue("throw Descriptor.UnknownVariant(variant);");
        source.Close();
    }
}
