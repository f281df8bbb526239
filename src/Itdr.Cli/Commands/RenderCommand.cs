using System.CommandLine;
using System.Text.Json;
using Itdr.Cli.Parsing;
using Itdr.Cli.Terminal;

namespace Itdr.Cli.Commands;

/// <summary><c>itdr render</c>: the exact text of one task that a model reads.</summary>
internal sealed class RenderCommand : Command
{
    private readonly Screen screen;
    private readonly Argument<string> subtask = new("SUBTASK") { Description = "The id of the subtask." };
    private readonly Option<string?> json = OptionOf.Value("--json", "FILE|-", "The task as a JSON object, or a line of an instance file; - reads standard input.", static text => text);
    private readonly Option<string[]> subtasks = AuthorAssemblies.Option();

    public RenderCommand(Screen screen)
        : base("render", "Print the user's turn of one task exactly as a model reads it; no model is needed.")
    {
        this.screen = screen;
        json.Required = true;
        Add(subtask);
        Add(json);
        Add(subtasks);
        SetAction(Run);
    }

    private int Run(ParseResult parsed)
    {
        var known = AuthorAssemblies.Load(parsed.GetValue(subtasks));
        var id = parsed.GetValue(subtask)!;
        if (!known.TryFind(id, out var descriptor))
        {
            throw Suggestion.Unknown("subtask", id, [.. known.Select(static subtask => subtask.Id)]);
        }

        var file = parsed.GetValue(json)!;
        using var document = TaskFile.Read(file, screen.In);
        try
        {
            screen.Out.Write(descriptor.Accept(new Turn(TaskFile.TaskOf(document.RootElement))));
        }
        catch (JsonException error)
        {
            throw new UsageException($"{TaskFile.NameOf(file)}: {error.Message}.", error);
        }

        catch (AnswerRefusedException error)
        {
            throw new UsageException($"{TaskFile.NameOf(file)}: the task has no answer: {error.Message}", error);
        }

        if (screen.ResultsAreWatched)
        {
            screen.Out.WriteLine();
        }

        return ExitCode.Done;
    }

    /// <summary>Renders the user's turn of a task.</summary>
    private sealed class Turn(JsonElement task) : ISubtaskVisitor<string>
    {
        public string Visit<TSubtask, TAnswer>(SubtaskDescriptor<TSubtask, TAnswer> descriptor)
            where TSubtask : ISubtask<TSubtask, TAnswer> =>
            TurnOf(descriptor, TSubtask.ReadJson(task));

        /// <summary>The turn of a task that can be answered: a scale whose lowest point is above its highest, for one, leaves nothing to say.</summary>
        private static string TurnOf<TSubtask, TAnswer>(SubtaskDescriptor<TSubtask, TAnswer> descriptor, TSubtask task)
            where TSubtask : ISubtask<TSubtask, TAnswer>
        {
            _ = TSubtask.Constrain(task);
            return descriptor.UserTurn(descriptor.Prompt(task));
        }
    }
}
