using System.CommandLine;
using Itdr.Cli.Parsing;
using Itdr.Inference;
using Microsoft.Extensions.AI;

namespace Itdr.Cli.Endpoints;

/// <summary>The options by which a command finds a chat model behind an OpenAI-compatible address.</summary>
internal sealed class EndpointOptions
{
    /// <summary>The variable of the environment that holds the key. Arguments can be seen by every user of a machine, so there is no option for it.</summary>
    public const string KeyVariable = "ITDR_API_KEY";

    private static readonly (string Name, ChatServer Server)[] Servers =
    [
        ("openai", ChatServer.OpenAI), ("vllm", ChatServer.Vllm), ("vllm-guided", ChatServer.VllmGuided), ("llama-server", ChatServer.LlamaServer), ("ollama", ChatServer.Ollama),
    ];

    private static readonly (string Name, AnswerForm Form)[] Forms =
    [
        ("free", AnswerForm.Free), ("grammar", AnswerForm.Grammar), ("regex", AnswerForm.Regex), ("choice", AnswerForm.Choice), ("json", AnswerForm.JsonSchema),
    ];

    private static readonly ChatEndpointOptions Defaults = new();

    private readonly Option<int?> maxTokens = OptionOf.Value<int?>("--max-tokens", "N", "The most tokens of an answer.", static text => Quantities.Count(text, least: 1), $"{DefaultMaxTokens}");
    private readonly Option<double?> temperature = OptionOf.Value<double?>("--temperature", "T", "The temperature, or server for the server's own.", static text => ParseTemperature(text), "0");
    private readonly Option<int?> retries = OptionOf.Value<int?>("--retries", "N", "How often a call is tried again after a passing fault.", static text => Quantities.Between(text, 0, 20), $"{Defaults.Retries}");
    private readonly Option<int?> timeout = OptionOf.Value<int?>("--timeout", "SECONDS", "How long one try may take.", static text => Quantities.Between(text, 1, 86_400), $"{Defaults.Timeout.TotalSeconds}");
    private readonly Option<ChatServer?> server = OptionOf.Value<ChatServer?>("--server", NamesOf(Servers), "What serves the model, which decides how constraints are written.", static text => Named(Servers, "kind of server", text), "openai");
    private readonly Option<AnswerForm?> form = OptionOf.Value<AnswerForm?>("--form", NamesOf(Forms), "How the server is told what an answer may look like.", static text => Named(Forms, "form of answers", text), "free");

    /// <summary>The most tokens of an answer, if none are given.</summary>
    public const int DefaultMaxTokens = 1024;

    /// <summary>The address.</summary>
    public Option<string?> Address { get; } = OptionOf.Value("--endpoint", "URL", $"The address of an OpenAI-compatible server, up to and with /v1. The key, if it wants one, is read from {KeyVariable}.", static text => text);

    /// <summary>The model.</summary>
    public Option<string?> Model { get; } = OptionOf.Value("--model", "NAME", "The name of the model at the server.", static text => text);

    /// <summary>All of them.</summary>
    public IEnumerable<Option> All => [Address, Model, server, form, maxTokens, temperature, retries, timeout];

    /// <summary>The most tokens of an answer.</summary>
    public int MaxTokens(ParseResult parsed) => parsed.GetValue(maxTokens) ?? DefaultMaxTokens;

    /// <summary>Connects to the model.</summary>
    /// <exception cref="UsageException">An option is missing or wrong.</exception>
    public ConnectedModel Connect(ParseResult parsed)
    {
        var model = parsed.GetValue(Model) ?? throw new UsageException("--endpoint needs --model NAME; the server lists its names at /v1/models.");
        var temperatureGiven = parsed.GetValue(temperature);
        IChatClient? client = null;
        try
        {
            client = ChatEndpoint.Connect(new ChatEndpointOptions
            {
                Address = AddressOf(parsed.GetValue(Address)!),
                Model = model,
                ApiKey = Environment.GetEnvironmentVariable(KeyVariable) is { Length: > 0 } key ? key.Trim() : null,
                Retries = parsed.GetValue(retries) ?? Defaults.Retries,
                Timeout = parsed.GetValue(timeout) is { } seconds ? TimeSpan.FromSeconds(seconds) : Defaults.Timeout,
            });
            var recommender = new ChatRecommender(client, new ChatRecommenderOptions
            {
                Server = parsed.GetValue(server) ?? ChatServer.OpenAI,
                Form = parsed.GetValue(form) ?? AnswerForm.Free,
                MaxOutputTokens = MaxTokens(parsed),
                Temperature = temperatureGiven is null ? 0 : double.IsNaN(temperatureGiven.Value) ? null : (float)temperatureGiven.Value,
            });
            return new ConnectedModel(recommender, client, model);
        }
        catch (ArgumentException error)
        {
            client?.Dispose();
            throw new UsageException(WithoutParameter(error), error);
        }
    }

    // What cannot be read may hold a key, so it is not told.
    private static Uri AddressOf(string text) => Uri.TryCreate(text, UriKind.Absolute, out var address)
        ? address
        : throw new UsageException("--endpoint is no address; give one such as http://localhost:8000/v1.");

    private static string WithoutParameter(ArgumentException error) =>
        error.ParamName is { } name ? error.Message.Replace($" (Parameter '{name}')", "", StringComparison.Ordinal) : error.Message;

    private static double ParseTemperature(string text) =>
        text == "server" ? double.NaN
        : double.TryParse(text, System.Globalization.NumberStyles.AllowDecimalPoint, System.Globalization.CultureInfo.InvariantCulture, out var value) && value is >= 0 and <= 10 ? value
        : throw new UsageException($"{text} is no temperature; write a number from 0 to 10, or server for the server's own");

    private static string NamesOf<T>((string Name, T Value)[] known) => string.Join('|', known.Select(static pair => pair.Name));

    private static T Named<T>((string Name, T Value)[] known, string kind, string text)
    {
        foreach (var (name, value) in known)
        {
            if (name == text)
            {
                return value;
            }
        }

        throw Suggestion.Unknown(kind, text, [.. known.Select(static pair => pair.Name)]);
    }
}

/// <summary>A chat model that a command asks.</summary>
/// <param name="Recommender">Asks it.</param>
/// <param name="Client">Its connections.</param>
/// <param name="Model">Its name.</param>
internal sealed record ConnectedModel(IRecommender Recommender, IChatClient Client, string Model) : IDisposable
{
    public void Dispose() => Client.Dispose();
}
