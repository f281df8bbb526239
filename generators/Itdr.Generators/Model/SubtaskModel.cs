namespace Itdr.Generators.Model;

/// <summary>All that the emission needs to know of one subtask. It holds plain values only: no symbol, no syntax, no location.</summary>
/// <param name="Hierarchy">Where the record is declared.</param>
/// <param name="Id">The id.</param>
/// <param name="Version">The version of the wording.</param>
/// <param name="RootTask">The name of the member of <c>Itdr.RootTask</c>.</param>
/// <param name="Method">The name of the client method without its <c>Async</c>, or null.</param>
/// <param name="Instruction">The instruction, its line ends made <c>\n</c>; empty if there is none.</param>
/// <param name="Prompts">The wordings.</param>
/// <param name="Answer">The answer.</param>
/// <param name="Fragments">Each fragment and format that a template of the subtask uses, in the order of first use.</param>
/// <param name="Json">The JSON form of the task.</param>
/// <param name="Objects">Each type that stands inside a task as a JSON object.</param>
/// <param name="ClosedSets">Each enumeration that a template or the JSON form uses.</param>
/// <param name="Equality">How tasks are compared, or null where the compiler's own comparison is right.</param>
/// <param name="TakenNames">The names of types that mean something else inside the subtask, and so are written in full.</param>
internal sealed record SubtaskModel(
    HierarchyModel Hierarchy,
    string Id,
    int Version,
    string RootTask,
    string? Method,
    string Instruction,
    EquatableArray<PromptModel> Prompts,
    AnswerModel Answer,
    EquatableArray<FragmentModel> Fragments,
    ObjectModel Json,
    EquatableArray<ObjectModel> Objects,
    EquatableArray<ClosedSetModel> ClosedSets,
    EqualityModel? Equality,
    EquatableArray<string> TakenNames);

/// <summary>One wording.</summary>
/// <param name="Variant">Its name, or null.</param>
/// <param name="Template">Its template, line ends made <c>\n</c>.</param>
/// <param name="Placeholders">Its placeholders, as written, each once.</param>
/// <param name="Body">What it writes.</param>
/// <param name="Writer">The name of the generated method that writes it, where there are several wordings.</param>
internal sealed record PromptModel(string? Variant, string Template, EquatableArray<string> Placeholders, BlockModel Body, string Writer);

/// <summary>One format of one fragment type.</summary>
/// <param name="TypeName">The type, as generated code names it.</param>
/// <param name="Writer">The name of the generated method that writes it.</param>
/// <param name="Template">Its template, line ends made <c>\n</c>.</param>
/// <param name="Body">What it writes.</param>
internal sealed record FragmentModel(string TypeName, string Writer, string Template, BlockModel Body);
