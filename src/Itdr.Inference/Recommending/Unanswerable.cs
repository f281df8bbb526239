namespace Itdr.Inference;

/// <summary>Tasks that nobody can answer, such as one with two candidates that look the same; whoever would be asked.</summary>
internal static class Unanswerable
{
    /// <summary>Why a task was not asked.</summary>
    public static CallFailure Of(AnswerRefusedException refused) =>
        new(AnswerError.Unanswerable, $"The task has no answer that could be read back: its {refused.Message}");
}
