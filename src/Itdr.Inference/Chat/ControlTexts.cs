using System.Text.RegularExpressions;

namespace Itdr.Inference;

/// <summary>Finds the control text of common chat templates.</summary>
internal sealed partial class ControlTexts
{
    private readonly string[] more;

    /// <summary>Finds the common ones, and some more.</summary>
    public ControlTexts(IEnumerable<string> more) => this.more = [.. more.OrderByDescending(static text => text.Length)];

    /// <summary>Every stretch of control text, in order; stretches do not overlap.</summary>
    public IReadOnlyList<Range> In(string text)
    {
        var found = new List<Range>();
        var position = 0;
        while (Next(text, position) is { } range)
        {
            found.Add(range);
            position = range.End.Value;
        }

        return found;
    }

    private Range? Next(string text, int from)
    {
        var match = Common().Match(text, from);
        var best = match.Success ? match.Index..(match.Index + match.Length) : default(Range?);
        foreach (var own in more)
        {
            var start = text.IndexOf(own, from, StringComparison.Ordinal);
            if (start >= 0 && (best is null || start < best.Value.Start.Value))
            {
                best = start..(start + own.Length);
            }
        }

        return best;
    }

    // ChatML, Llama 3, Phi, GLM, Cohere, gpt-oss and DeepSeek put names between bars, Gemma and many tokenizers
    // between angles, Llama 2 and Mistral between brackets. No name holds a bracket: else what stands between brackets
    // inside two bars would be hidden, and left whole.
    [GeneratedRegex(
        """
        <[|｜][^<>\[\]\r\n]{0,64}[|｜]>
        |<<\/?SYS>>
        |<\/?(?:s|bos|eos|pad|unk|mask|sop|eop|start_of_turn|end_of_turn|start_of_image|end_of_image|image|image_soft_token|img|audio|video|think|thinking|tool_call|tool_response|tools|unused\d+)>
        |\[\/?(?:INST|AVAILABLE_TOOLS|TOOL_RESULTS|TOOL_CALLS|TOOL_CONTENT|SYSTEM_PROMPT|THINK|ARGS|CALL_ID|MODEL_SETTINGS|gMASK|sMASK|MASK|CLS|SEP|PAD|UNK|BOS|EOS|IMG)\]
        """,
        RegexOptions.IgnorePatternWhitespace | RegexOptions.CultureInvariant)]
    private static partial Regex Common();
}
