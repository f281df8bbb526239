namespace Itdr.Datasets.Labeling;

/// <summary>One instance that lacks a label.</summary>
/// <param name="Cell">The cell.</param>
/// <param name="Key">What its answer is known by.</param>
/// <param name="Instance">The id of the instance.</param>
/// <param name="TurnBytes">The length of the user's turn in UTF-8.</param>
/// <param name="Ask">Asks the teacher.</param>
internal sealed record LabelTask(CellName Cell, string Key, string Instance, int TurnBytes, Func<CancellationToken, Task<TeacherAnswer>> Ask)
{
    // English takes four to five bytes a token; three leave room for other scripts.
    private const int BytesPerToken = 3;

    /// <summary>About how many tokens the prompt has, rather too many than too few.</summary>
    public long InputTokens => (TurnBytes / BytesPerToken) + 1;
}

/// <summary>What a teacher said.</summary>
/// <param name="Verdict">What it is worth; null if the call failed.</param>
/// <param name="Text">The label, or the text that is none.</param>
/// <param name="Usage">What it took.</param>
/// <param name="Failure">Why the call failed, or null.</param>
internal sealed record TeacherAnswer(LabelVerdict? Verdict, string Text, AnswerUsage? Usage, CallFailure? Failure);
