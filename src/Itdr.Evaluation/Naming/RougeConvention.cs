namespace Itdr.Evaluation;

/// <summary>Whose ROUGE is computed.</summary>
public enum RougeConvention
{
    /// <summary>Google's rouge_score, without a stemmer.</summary>
    RougeScore,

    /// <summary>pltrdy/rouge by its default, over sets of n-grams. It has no ROUGE-Lsum; its ROUGE-L is one.</summary>
    Pltrdy,

    /// <summary>pltrdy/rouge with <c>exclusive=False</c>.</summary>
    PltrdyAll,
}
