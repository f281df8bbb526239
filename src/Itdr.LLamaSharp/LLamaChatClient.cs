using System.Runtime.CompilerServices;
using Itdr.Inference;
using Microsoft.Extensions.AI;

namespace Itdr.LLamaSharp;

/// <summary>
/// A chat client over a model in process. Unlike LLamaSharp's own, it uses the model's chat template, keeps control
/// text in messages plain text, honours stop sequences and the response format, and tells usage and why an answer
/// ended. What it cannot do it refuses; it ignores nothing.
/// </summary>
public sealed class LLamaChatClient : IChatClient
{
    private const int UsualTokens = 512;

    private readonly LLamaSharpRecommender model;
    private readonly ChatClientMetadata metadata;

    /// <summary>Chats with a recommender's model.</summary>
    /// <param name="model">The model; it is not disposed of with this.</param>
    public LLamaChatClient(LLamaSharpRecommender model)
    {
        ArgumentNullException.ThrowIfNull(model);
        this.model = model;
        metadata = new ChatClientMetadata("llama.cpp", defaultModelId: model.Engine.Name);
    }

    /// <inheritdoc/>
    /// <exception cref="NotSupportedException">The messages or options ask for what a text model in process cannot do.</exception>
    /// <exception cref="ArgumentException">There is no message, or an option is out of its range.</exception>
    /// <exception cref="LLamaSharpException">The model's chat template has no place for a message of such a role.</exception>
    /// <exception cref="TokenEngineException">There is no answer; the message says why.</exception>
    public async Task<ChatResponse> GetResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
    {
        var output = await model.Host.WriteAsync(Prompt(messages, options), Writing(options), cancellationToken).ConfigureAwait(false);
        return new ChatResponse(new ChatMessage(ChatRole.Assistant, output.Text))
        {
            ModelId = model.Engine.Name,
            FinishReason = Reason(output.End),
            Usage = Usage(output.Usage),
        };
    }

    /// <inheritdoc/>
    /// <exception cref="NotSupportedException">The messages or options ask for what a text model in process cannot do.</exception>
    /// <exception cref="ArgumentException">There is no message, or an option is out of its range.</exception>
    /// <exception cref="LLamaSharpException">The model's chat template has no place for a message of such a role.</exception>
    /// <exception cref="TokenEngineException">There is no answer; the message says why.</exception>
    public async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        await foreach (var piece in model.Host.WriteStreamingAsync(Prompt(messages, options), Writing(options), cancellationToken).ConfigureAwait(false))
        {
            IList<AIContent> contents = piece.Output is { } output ? [new UsageContent(Usage(output.Usage))] : [new TextContent(piece.Text)];
            yield return new ChatResponseUpdate(ChatRole.Assistant, contents)
            {
                ModelId = model.Engine.Name,
                FinishReason = piece.Output is { End: var end } ? Reason(end) : null,
            };
        }
    }

    /// <inheritdoc/>
    public object? GetService(Type serviceType, object? serviceKey = null)
    {
        ArgumentNullException.ThrowIfNull(serviceType);
        return serviceKey is not null ? null
            : serviceType.IsInstanceOfType(this) ? this
            : serviceType.IsInstanceOfType(metadata) ? metadata
            : serviceType.IsInstanceOfType(model) ? model
            : null;
    }

    /// <summary>Does nothing: the model stays its owner's.</summary>
    public void Dispose()
    {
    }

    private EnginePrompt Prompt(IEnumerable<ChatMessage> messages, ChatOptions? options)
    {
        ArgumentNullException.ThrowIfNull(messages);
        var all = messages.ToList();
        if (all.Count == 0)
        {
            throw new ArgumentException("There is no message; give at least the user's.", nameof(messages));
        }

        if (all.Find(static message => message.Contents.Any(static content => content is not TextContent)) is { } other)
        {
            throw new NotSupportedException($"A message of the role '{other.Role}' holds something else than text, which this model cannot read; leave it out.");
        }

        if (options?.Instructions is { } instructions)
        {
            all.Insert(0, new ChatMessage(ChatRole.System, instructions));
        }

        string[] roles = [.. all.Select(static message => message.Role.Value)];
        string[] earlier = [.. all.SkipLast(1).Select(static message => message.Text)];
        return new EnginePrompt(all[^1].Text) { Frame = () => model.Engine.Chat.Around(roles, earlier) };
    }

    private PlainTextOptions Writing(ChatOptions? options)
    {
        options ??= new ChatOptions();
        Refuse(options.Tools is { Count: > 0 }, "Tools");
        Refuse(options.TopK is not null, "TopK");
        Refuse(options.FrequencyPenalty is not null and not 0, "FrequencyPenalty");
        Refuse(options.PresencePenalty is not null and not 0, "PresencePenalty");
        Refuse(options.ConversationId is not null, "ConversationId (give all messages in each call)");
        Refuse(options.Reasoning is not null, "Reasoning");
        Refuse(options.ModelId is { } named && named != model.Engine.Name, $"another ModelId than {model.Engine.Name}");
        Refuse(options.AdditionalProperties is { Count: > 0 }, "AdditionalProperties");
        Refuse(
            options.ResponseFormat is ChatResponseFormatJson { Schema: not null },
            "a JSON schema (ChatResponseFormat.Json gives any JSON object, and LLamaSharpRecommender typed answers)");
        return new PlainTextOptions
        {
            MaxTokens = options.MaxOutputTokens ?? UsualTokens,
            Stops = [.. options.StopSequences ?? []],
            IsJson = options.ResponseFormat is ChatResponseFormatJson,
            Sampling = new SamplingOptions { Temperature = options.Temperature ?? 0, TopP = options.TopP ?? 1, Seed = options.Seed ?? 0 },
        };
    }

    private static void Refuse(bool asked, string what)
    {
        if (asked)
        {
            throw new NotSupportedException($"This chat client does not support {what}, and does not ignore it either; leave it unset.");
        }
    }

    private static ChatFinishReason Reason(PlainTextEnd end) => end == PlainTextEnd.Length ? ChatFinishReason.Length : ChatFinishReason.Stop;

    private static UsageDetails Usage(EngineUsage usage) => new()
    {
        InputTokenCount = usage.PromptTokens,
        CachedInputTokenCount = usage.ReusedTokens,
        OutputTokenCount = usage.OutputTokens,
        TotalTokenCount = usage.PromptTokens + usage.OutputTokens,
    };
}
