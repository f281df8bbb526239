namespace Itdr;

/// <summary>
/// Declares a partial record as a subtask: its properties are what a prompt is made of, its nested
/// <see cref="AnswerAttribute">[Answer]</see> record is what a model gives back.
/// </summary>
/// <param name="id">The name of the subtask in files and on the command line, unique within an assembly: lower case, words joined by <c>-</c>.</param>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct, Inherited = false)]
public sealed class SubtaskAttribute(string id) : Attribute
{
    /// <summary>The name of the subtask in files and on the command line.</summary>
    public string Id { get; } = id;

    /// <summary>The root task of the paper that the subtask belongs to; <see cref="Itdr.RootTask.None"/> keeps it out of the aggregates.</summary>
    public RootTask RootTask { get; init; }

    /// <summary>The name of the generated client method without its <c>Async</c>: <c>"Rank"</c> makes <c>recommender.RankAsync(task)</c>. Null makes none.</summary>
    public string? Method { get; init; }

    /// <summary>The version of the wording, from 1; raise it when a change of the templates should be told apart by a person.</summary>
    public int Version { get; init; } = 1;
}
