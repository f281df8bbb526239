using System.Runtime.CompilerServices;
using Itdr.Inference;
using Microsoft.Extensions.AI;

namespace Itdr.LLamaSharp;

/// <summary>
/// A chat client over a model in process. Unlike LLamaSharp's own, it uses the model's chat template, keeps control
/// text in messages plain text, and tells usage and why an answer ended.
/// </summary>
/// <remarks>
/// Of <see cref="ChatOptions"/> it honours <see cref="ChatOptions.Instructions"/>, <see cref="ChatOptions.Temperature"/>
/// (0 if not set: the most likely token), <see cref="ChatOptions.TopP"/>, <see cref="ChatOptions.TopK"/>,
/// <see cref="ChatOptions.FrequencyPenalty"/> and <see cref="ChatOptions.PresencePenalty"/> (of the answer's own
/// tokens), <see cref="ChatOptions.Seed"/> (0 if not set, so the same call gives the same answer),
/// <see cref="ChatOptions.MaxOutputTokens"/> (512 if not set), <see cref="ChatOptions.StopSequences"/> and
/// <see cref="ChatOptions.ResponseFormat"/>: text, any JSON object, or a JSON schema, whose keywords
/// <see cref="PlainTextOptions.JsonSchema"/> lists; the model is held to it byte by byte, but does not read it, so its
/// name and description reach nobody. <see cref="ChatOptions.RawRepresentationFactory"/> may give
/// <see cref="PlainTextOptions"/>, which hold where the other options say nothing.
/// <para>
/// It refuses with <see cref="NotSupportedException"/> what would change the answer and cannot be done: tools, a tool
/// mode that requires one, a conversation kept here, a continuation token, reasoning options, another model's id,
/// additional properties other than <c>strict</c> (a schema is always kept strictly). Without tools
/// <see cref="ChatOptions.AllowMultipleToolCalls"/> has no meaning, and <see cref="ChatOptions.AllowBackgroundResponses"/>
/// permits what is never needed here; both are left aside.
/// </para>
/// </remarks>
public sealed class LLamaChatClient : IChatClient
{
    private const string StrictKey = "strict";

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
    /// <exception cref="NotSupportedException">The messages or options ask for what a text model in process cannot do; the remarks of this class say what.</exception>
    /// <exception cref="ArgumentException">There is no message, an option is out of its range, or the JSON schema is none.</exception>
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
    /// <exception cref="NotSupportedException">The messages or options ask for what a text model in process cannot do; the remarks of this class say what.</exception>
    /// <exception cref="ArgumentException">There is no message, an option is out of its range, or the JSON schema is none.</exception>
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
        Refuse(options);
        var raw = options.RawRepresentationFactory?.Invoke(this);
        Refuse(raw is not null and not PlainTextOptions, $"a raw representation of the type {raw?.GetType().Name}, only {nameof(PlainTextOptions)}");
        var writing = (PlainTextOptions?)raw ?? new PlainTextOptions();
        var sampling = writing.Sampling;
        return writing with
        {
            MaxTokens = options.MaxOutputTokens ?? writing.MaxTokens,
            Stops = options.StopSequences is { } stops ? [.. stops] : writing.Stops,
            IsJson = options.ResponseFormat is null ? writing.IsJson : options.ResponseFormat is ChatResponseFormatJson,
            JsonSchema = options.ResponseFormat is null ? writing.JsonSchema : (options.ResponseFormat as ChatResponseFormatJson)?.Schema,
            Sampling = sampling with
            {
                Temperature = options.Temperature ?? sampling.Temperature,
                TopP = options.TopP ?? sampling.TopP,
                TopK = options.TopK ?? sampling.TopK,
                FrequencyPenalty = options.FrequencyPenalty ?? sampling.FrequencyPenalty,
                PresencePenalty = options.PresencePenalty ?? sampling.PresencePenalty,
                Seed = options.Seed ?? sampling.Seed,
            },
        };
    }

    private void Refuse(ChatOptions options)
    {
        Refuse(options.Tools is { Count: > 0 }, "Tools");
        Refuse(options.ToolMode is RequiredChatToolMode, "a ToolMode that requires a tool");
        Refuse(options.ConversationId is not null, "ConversationId (give all messages in each call)");
        Refuse(options.ContinuationToken is not null, "ContinuationToken (each call gives its whole answer)");
        Refuse(options.Reasoning is not null, "Reasoning");
        Refuse(options.ModelId is { } named && named != model.Engine.Name, $"another ModelId than {model.Engine.Name}");
        Refuse(
            options.AdditionalProperties?.Keys.FirstOrDefault(static key => key != StrictKey) is not null,
            $"AdditionalProperties other than {StrictKey}");
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
