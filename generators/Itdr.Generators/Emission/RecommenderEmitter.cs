using Itdr.Generators.Model;

namespace Itdr.Generators.Emission;

/// <summary>Writes the client method of a subtask.</summary>
internal static class RecommenderEmitter
{
    /// <summary>Writes the class with the extension method.</summary>
    public static void Emit(SourceWriter source, SubtaskModel model)
    {
        var access = model.Hierarchy.IsPublic ? "public" : "internal";
        var task = model.Hierarchy.FullName;
        var name = string.Concat(model.Hierarchy.TypeNames.Select(part => part.TrimStart('@'))) + "Recommender";
        var result = $"global::System.Threading.Tasks.Task<global::Itdr.AnswerResult<{task}.{model.Answer.Type.Name}>>";
        source.Line($"/// <summary>Asks a recommender for <see cref=\"{task}\"/>.</summary>");
        source.Open($"{access} static class {name}");
        source.Line($"/// <summary>Answers a task of the subtask <c>{model.Id}</c>.</summary>");
        source.Line("/// <param name=\"recommender\">The recommender.</param>");
        source.Line("/// <param name=\"task\">The task.</param>");
        source.Line("/// <param name=\"cancellationToken\">Ends the call early.</param>");
        source.Line("/// <returns>The answer, or why there is none.</returns>");
        source.Line($"public static {result} {model.Method}Async(");
        source.Continue("this global::Itdr.IRecommender recommender,");
        source.Continue($"{task} task,");
        source.Continue("global::System.Threading.CancellationToken cancellationToken = default) =>");
        source.Continue("recommender.AnswerAsync(task, cancellationToken);");
        source.Close();
    }
}
