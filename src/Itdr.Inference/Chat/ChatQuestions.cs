using Microsoft.Extensions.AI;
using Microsoft.Extensions.Logging;

namespace Itdr.Inference;

/// <summary>Makes chats of tasks.</summary>
internal sealed class ChatQuestions(ChatRecommenderOptions options, ILogger logger)
{
    private readonly ControlTexts controls = new(options.MoreControlTexts);

    /// <summary>Makes the chat of a task.</summary>
    /// <returns>Why the task is not asked, or null if it is.</returns>
    public CallFailure? Of<TSubtask, TAnswer>(TSubtask task, out ChatQuestion? question)
        where TSubtask : ISubtask<TSubtask, TAnswer>
    {
        question = null;
        OutputConstraint constraint;
        try
        {
            constraint = TSubtask.Constrain(task);
        }
        catch (AnswerRefusedException refused)
        {
            return Unanswerable.Of(refused);
        }

        var descriptor = TSubtask.Descriptor;
        var prompt = descriptor.Prompt(task, options.Variant);
        var stretches = options.ControlText == ControlText.Keep ? [] : controls.In(prompt);
        if (stretches.Count > 0 && options.ControlText == ControlText.Refuse)
        {
            logger.ControlTextRefused(descriptor.Id, stretches.Count);
            var first = stretches[0];
            return new CallFailure(
                AnswerError.ControlText,
                $"The prompt holds control text of a chat template at character {first.Start.Value}, \"{prompt[first]}\"; take it out of the task's values, or let ControlText be Break.");
        }

        if (stretches.Count > 0)
        {
            logger.ControlTextBroken(descriptor.Id, stretches.Count);
        }

        var broken = BrokenText.Of(prompt, stretches);
        question = new ChatQuestion(Messages(descriptor.UserTurn(broken.Text)), Request(constraint), broken);
        return null;
    }

    /// <summary>The chat that asks once more, with what was wrong.</summary>
    public IReadOnlyList<ChatMessage> Again(ChatQuestion question, string answer, ParseFailure failure) =>
    [
        .. question.Messages,
        new ChatMessage(ChatRole.Assistant, Plain(answer)),
        new ChatMessage(ChatRole.User, Plain($"This answer cannot be read. {failure.Message} Answer again in the form that was asked for, and write nothing else.")),
    ];

    /// <summary>An answer that reached its bound.</summary>
    public static CallFailure Unfinished(int? most) =>
        new(AnswerError.Unfinished, $"The answer was not complete after the most tokens that it may have{(most is { } bound ? $", {bound}" : "")}; raise MaxOutputTokens or the server's own bound.");

    private string Plain(string text) => options.ControlText == ControlText.Keep ? text : BrokenText.Of(text, controls.In(text)).Text;

    private List<ChatMessage> Messages(string turn)
    {
        var user = new ChatMessage(ChatRole.User, turn);
        return options.SystemMessage is { } system ? [new ChatMessage(ChatRole.System, system), user] : [user];
    }

    private ChatOptions Request(OutputConstraint constraint)
    {
        var request = new ChatOptions
        {
            Temperature = options.Temperature,
            MaxOutputTokens = options.MaxOutputTokens,
            Seed = options.Seed,
        };
        ConstraintFields.Set(request, constraint, options.Server, options.Form);
        return request;
    }
}
