using System.Text;
using Itdr.Inference;
using LLama;
using LLama.Exceptions;

namespace Itdr.LLamaSharp.Tokens;

/// <summary>What a chat template puts around texts, found by filling it with marks and cutting it there.</summary>
internal sealed class ChatFrame
{
    private const string ModelKey = "tokenizer.chat_template";

    private readonly LLamaWeights weights;
    private readonly SeamTokenizer tokenizer;
    private readonly string? template;
    private readonly string path;

    public ChatFrame(LLamaWeights weights, SeamTokenizer tokenizer, string? template, string path)
    {
        (this.weights, this.tokenizer, this.template, this.path) = (weights, tokenizer, template, path);
        HasTemplate = template is not null || weights.Metadata.ContainsKey(ModelKey);
    }

    /// <summary>Whether there is a template; a model without one is prompted with the bare text.</summary>
    public bool HasTemplate { get; }

    /// <summary>The tokens around the last of some messages, whose text is tokenized later; those before it are in the tokens.</summary>
    /// <param name="roles">The messages' roles, the last one's last.</param>
    /// <param name="texts">The texts of all messages but the last.</param>
    /// <exception cref="LLamaSharpException">llama.cpp does not know the template.</exception>
    public PromptFrame Around(IReadOnlyList<string> roles, IReadOnlyList<string> texts)
    {
        var parts = HasTemplate ? Render(roles) : [.. Enumerable.Repeat("", roles.Count).Prepend("").Select((_, index) => index == 0 || index == roles.Count ? "" : "\n")];
        var before = new List<int>(tokenizer.Beginning(parts[0]).Select(static token => (int)token));
        for (var index = 0; index < texts.Count; index++)
        {
            before.AddRange(tokenizer.Plain(texts[index]).Select(static token => (int)token));
            before.AddRange(tokenizer.Control(parts[index + 1]).Select(static token => (int)token));
        }

        return new PromptFrame([.. before], [.. tokenizer.Control(parts[^1]).Select(static token => (int)token)]);
    }

    /// <summary>The template's text before, between and after messages.</summary>
    private string[] Render(IReadOnlyList<string> roles)
    {
        var rendered = Apply(roles);
        var parts = new string[roles.Count + 1];
        var start = 0;
        for (var index = 0; index < roles.Count; index++)
        {
            var found = rendered.IndexOf(Mark(index), start, StringComparison.Ordinal);
            if (found < 0)
            {
                throw new LLamaSharpException(LLamaSharpError.UnknownTemplate,
                    $"The model's chat template leaves out a message of the role '{roles[index]}'; use other roles, or set ChatTemplate to one that llama.cpp knows, such as chatml.");
            }

            parts[index] = rendered[start..found];
            start = found + Mark(index).Length;
        }

        parts[^1] = rendered[start..];
        return parts;
    }

    private string Apply(IReadOnlyList<string> roles)
    {
        // llama.cpp knows templates by their look and runs no Jinja; one that it does not know is an error here.
        try
        {
            var filled = template is null ? new LLamaTemplate(weights) : new LLamaTemplate(template);
            filled.AddAssistant = true;
            for (var index = 0; index < roles.Count; index++)
            {
                filled.Add(roles[index], Mark(index));
            }

            return Encoding.UTF8.GetString(filled.Apply());
        }
        catch (RuntimeError failure)
        {
            throw new LLamaSharpException(LLamaSharpError.UnknownTemplate,
                $"llama.cpp does not know the chat template {(template is null ? $"in {path}" : $"'{template}'")}; set ChatTemplate to one that it knows, such as chatml or llama3.", failure);
        }
    }

    /// <summary>A text that stands in no template, is no control text, and has no spaces that a template may trim.</summary>
    private static string Mark(int index) => $"\u27E6itdr-message-{index}\u27E7";
}
