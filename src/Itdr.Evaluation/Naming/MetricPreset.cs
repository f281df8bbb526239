using System.Diagnostics.CodeAnalysis;

namespace Itdr.Evaluation;

/// <summary>What a metric's plain name means where several conventions are in use; a name with a <c>:convention</c> overrides it.</summary>
/// <param name="Name">The name of the preset.</param>
public sealed record MetricPreset(string Name)
{
    /// <summary>
    /// What the published values of ITDR fit: precision over min(k, returned), BLEU by NLTK's method0 over tokens by
    /// white space, ROUGE as rouge_score, accuracy by exact match.
    /// </summary>
    public static MetricPreset Paper { get; } = new("paper") { Precision = PrecisionDivisor.Returned };

    /// <summary>Precision over k, BLEU by NLTK's method0 over tokens by white space, ROUGE as rouge_score.</summary>
    public static MetricPreset Nltk { get; } = new("nltk");

    /// <summary>Precision over k, BLEU as sacrebleu, ROUGE as rouge_score: what Google's and Hugging Face's tools report.</summary>
    public static MetricPreset RougeScore { get; } = new("rouge-score") { Bleu = BleuConvention.SacreBleu };

    /// <summary>As <see cref="Nltk"/>, with ROUGE as pltrdy/rouge.</summary>
    public static MetricPreset Pltrdy { get; } = new("pltrdy") { Rouge = RougeConvention.Pltrdy };

    /// <summary>All presets.</summary>
    public static IReadOnlyList<MetricPreset> All { get; } = [Paper, Nltk, RougeScore, Pltrdy];

    /// <summary>What precision@k is divided by.</summary>
    public PrecisionDivisor Precision { get; init; } = PrecisionDivisor.Depth;

    /// <summary>What is made alike before labels are compared.</summary>
    public LabelNormalization Labels { get; init; } = LabelNormalization.Exact;

    /// <summary>How BLEU is computed.</summary>
    public BleuConvention Bleu { get; init; } = BleuConvention.NltkMethod0;

    /// <summary>Whose ROUGE is computed.</summary>
    public RougeConvention Rouge { get; init; } = RougeConvention.RougeScore;

    /// <summary>Finds a preset by its name.</summary>
    /// <param name="name">The name.</param>
    /// <param name="preset">The preset.</param>
    /// <returns>Whether there is one.</returns>
    public static bool TryFind(string name, [NotNullWhen(true)] out MetricPreset? preset)
    {
        preset = All.FirstOrDefault(known => known.Name == name);
        return preset is not null;
    }
}
