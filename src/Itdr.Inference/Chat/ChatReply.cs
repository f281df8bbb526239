using System.Text;
using Microsoft.Extensions.AI;

namespace Itdr.Inference;

/// <summary>What came back for one question: text as far as it arrived, its usage, and how it ended.</summary>
internal sealed class ChatReply
{
    private const string RefusalCode = "Refusal";

    private readonly StringBuilder text = new();

    /// <summary>The text as the server sent it.</summary>
    public string Text => text.ToString();

    /// <summary>Why there is no answer to read, or null.</summary>
    public CallFailure? Failure { get; private set; }

    /// <summary>Whether the answer reached the most tokens that it may have.</summary>
    public bool IsCut { get; private set; }

    /// <summary>The tokens of the prompt, or null if unknown.</summary>
    public long? InputTokens { get; private set; }

    /// <summary>How many of them the server had at hand, or null if unknown.</summary>
    public long? CachedTokens { get; private set; }

    /// <summary>The tokens of the answer, or null if unknown.</summary>
    public long? OutputTokens { get; private set; }

    private bool IsEnded { get; set; }

    /// <summary>A whole reply.</summary>
    public static ChatReply Of(ChatResponse response)
    {
        var reply = new ChatReply();
        reply.text.Append(response.Text);
        reply.Take(response.Messages.SelectMany(static message => message.Contents), response.FinishReason);
        reply.Take(response.Usage);
        return reply;
    }

    /// <summary>A call that failed.</summary>
    public static ChatReply Of(CallFailure failure) => new() { Failure = failure };

    /// <summary>Adds a piece of a streamed reply and gives its text.</summary>
    public string Add(ChatResponseUpdate update)
    {
        var piece = update.Text;
        text.Append(piece);
        Take(update.Contents, update.FinishReason);
        foreach (var usage in update.Contents.OfType<UsageContent>())
        {
            Take(usage.Details);
        }

        return piece;
    }

    /// <summary>Says that the stream broke.</summary>
    public void Fail(CallFailure failure) => Failure ??= failure;

    /// <summary>Says that no more pieces come. A server that stops without a reason was cut off, be it that its connection closed in good order.</summary>
    public void Complete()
    {
        if (!IsEnded)
        {
            Fail(ChatFailures.CutOff());
        }
    }

    private void Take(IEnumerable<AIContent> contents, ChatFinishReason? reason)
    {
        IsEnded |= reason is not null;
        IsCut |= reason == ChatFinishReason.Length;
        if (reason == ChatFinishReason.ContentFilter)
        {
            Failure ??= new CallFailure(AnswerError.Refused, "A content filter of the server withheld the answer; look at what the task holds, or use a model without that filter.");
        }
        else if (contents.OfType<ErrorContent>().Any(static error => error.ErrorCode == RefusalCode))
        {
            Failure ??= new CallFailure(AnswerError.Refused, "The model declined to answer; look at what the task holds, or use another model.");
        }
    }

    private void Take(UsageDetails? usage)
    {
        InputTokens = usage?.InputTokenCount ?? InputTokens;
        CachedTokens = usage?.CachedInputTokenCount ?? CachedTokens;
        OutputTokens = usage?.OutputTokenCount ?? OutputTokens;
    }
}
