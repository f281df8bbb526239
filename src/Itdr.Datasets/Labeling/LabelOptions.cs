using Itdr.Instances;

namespace Itdr.Datasets;

/// <summary>How a dataset folder is labelled by a teacher.</summary>
public sealed record LabelOptions
{
    /// <summary>The dataset folder.</summary>
    public required string Dataset { get; init; }

    /// <summary>Who answers.</summary>
    public required IRecommender Teacher { get; init; }

    /// <summary>The teacher's name in the journal, the manifest and the card: the name of the model.</summary>
    public required string TeacherName { get; init; }

    /// <summary>
    /// The file to which every answer is appended as soon as it is there, so that a run that was killed pays for
    /// nothing twice. Null for a file beside the folder, named like it with <c>.labels.jsonl</c>. One journal may serve
    /// several folders.
    /// </summary>
    public string? Journal { get; init; }

    /// <summary>The subtasks that are known.</summary>
    public required SubtaskSet Subtasks { get; init; }

    /// <summary>The cells to label; empty for all that lack labels.</summary>
    public IReadOnlyList<CellName> Cells { get; init; } = [];

    /// <summary>How many calls may be under way, from 1.</summary>
    public int Concurrency { get; init; } = 8;

    /// <summary>The most tokens, of prompts and answers together, that this folder may cost with what its journal holds already; null for no bound.</summary>
    public long? BudgetTokens { get; init; }

    /// <summary>How many tokens of the budget are set aside for the answer of a call that is under way.</summary>
    public int AnswerTokens { get; init; } = 1024;

    /// <summary>The least characters of a free text; a shorter one is refused.</summary>
    public int LeastCharacters { get; init; } = 40;

    /// <summary>The most characters of a free text; a longer one is refused.</summary>
    public int MostCharacters { get; init; } = 6000;

    /// <summary>Whether what the journal has as refused is asked again.</summary>
    public bool AskRefusedAgain { get; init; }

    /// <summary>How many calls may fail one after another before the run gives up.</summary>
    public int FailuresInARow { get; init; } = 10;

    /// <summary>The journal's path.</summary>
    internal string JournalPath => Journal ?? $"{Path.TrimEndingDirectorySeparator(Path.GetFullPath(Dataset))}.labels.jsonl";

    internal void Validate()
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(TeacherName);
        ArgumentOutOfRangeException.ThrowIfLessThan(Concurrency, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(AnswerTokens, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(FailuresInARow, 1);
        ArgumentOutOfRangeException.ThrowIfNegative(LeastCharacters);
        ArgumentOutOfRangeException.ThrowIfLessThan(MostCharacters, LeastCharacters);
        ArgumentOutOfRangeException.ThrowIfNegative(BudgetTokens ?? 0);
    }
}
