namespace Itdr.Inference;

/// <summary>How a <see cref="ChatRecommender"/> asks its model.</summary>
public sealed class ChatRecommenderOptions
{
    /// <summary>What serves the model, which decides how <see cref="Form"/> is written into a request.</summary>
    public ChatServer Server { get; set; } = ChatServer.OpenAI;

    /// <summary>How the server is told what an answer may look like; <see cref="AnswerForm.Free"/> by default.</summary>
    public AnswerForm Form { get; set; } = AnswerForm.Free;

    /// <summary>The name of the wording of the prompt, or null for the one without a name, or else the first one declared.</summary>
    public string? Variant { get; set; }

    /// <summary>A system message, or null for none, which is what models were tuned with.</summary>
    public string? SystemMessage { get; set; }

    /// <summary>What becomes of control text in prompts.</summary>
    public ControlText ControlText { get; set; } = ControlText.Break;

    /// <summary>Control texts of the model beside those of common chat templates; each has two characters or more.</summary>
    public IList<string> MoreControlTexts { get; } = [];

    /// <summary>Whether an answer that cannot be read is asked for once more, with what is wrong with it. Not while streaming.</summary>
    public bool Reask { get; set; }

    /// <summary>The most tokens of an answer, or null for the server's own bound.</summary>
    public int? MaxOutputTokens { get; set; }

    /// <summary>The temperature, 0 by default; null for the server's own, which some models insist on.</summary>
    public float? Temperature { get; set; } = 0;

    /// <summary>The seed of sampling, or null for none.</summary>
    public long? Seed { get; set; }

    /// <summary>The longest time of a call with its retries, or null for no bound but the client's.</summary>
    public TimeSpan? Timeout { get; set; }

    /// <summary>The longest silence while an answer streams; 100 seconds by default.</summary>
    public TimeSpan StreamTimeout { get; set; } = TimeSpan.FromSeconds(100);

    /// <summary>Whether prompts and answers are logged, at the level Trace. They may hold what users wrote, so this is off by default.</summary>
    public bool LogTexts { get; set; }

    /// <summary>What is wrong with these options, each as a sentence; empty if nothing is.</summary>
    internal IEnumerable<string> Flaws()
    {
        if (!Enum.IsDefined(Server) || !Enum.IsDefined(Form) || !Enum.IsDefined(ControlText))
        {
            yield return $"Server {Server}, Form {Form} and ControlText {ControlText} must be named values.";
        }

        if (Server is ChatServer.OpenAI or ChatServer.Ollama && Form is not (AnswerForm.Free or AnswerForm.JsonSchema))
        {
            yield return $"{Server} takes no {Form}; use AnswerForm.JsonSchema or AnswerForm.Free.";
        }

        if (Form == AnswerForm.Regex && Server == ChatServer.LlamaServer)
        {
            yield return "llama-server takes no regular expression; use AnswerForm.Grammar.";
        }

        if (MaxOutputTokens is < 1)
        {
            yield return $"MaxOutputTokens is {MaxOutputTokens}; it must be 1 or more, or null.";
        }

        if (Temperature is { } temperature && !(temperature is >= 0 and < float.PositiveInfinity))
        {
            yield return $"Temperature is {temperature}; it must be 0 or more, or null.";
        }

        if (Timeout is { } timeout && timeout <= TimeSpan.Zero || StreamTimeout <= TimeSpan.Zero)
        {
            yield return "Timeout and StreamTimeout must be longer than nothing.";
        }

        if (MoreControlTexts.Any(static text => text is not { Length: >= 2 }))
        {
            yield return "MoreControlTexts holds a text of less than two characters, which cannot be broken up.";
        }
    }
}
