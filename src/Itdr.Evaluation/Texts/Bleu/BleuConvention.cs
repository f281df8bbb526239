namespace Itdr.Evaluation;

/// <summary>How BLEU is computed, apart from its order: the tokens, and what an order without a match counts as.</summary>
/// <param name="Name">The name in metric names, such as <c>nltk-method0</c>.</param>
/// <param name="Tokenizer">What the tokens are.</param>
/// <param name="Smoothing">What an order without a match counts as.</param>
public sealed record BleuConvention(string Name, Tokenizer Tokenizer, BleuSmoothing Smoothing)
{
    /// <summary>NLTK's <c>sentence_bleu</c> and <c>corpus_bleu</c> over tokens by white space, without smoothing.</summary>
    public static BleuConvention NltkMethod0 { get; } = new("nltk-method0", Tokenizer.WhiteSpace, BleuSmoothing.NltkMethod0);

    /// <summary>The same with NLTK's smoothing method 1.</summary>
    public static BleuConvention NltkMethod1 { get; } = new("nltk-method1", Tokenizer.WhiteSpace, BleuSmoothing.NltkMethod1);

    /// <summary>The same with NLTK's smoothing method 2.</summary>
    public static BleuConvention NltkMethod2 { get; } = new("nltk-method2", Tokenizer.WhiteSpace, BleuSmoothing.NltkMethod2);

    /// <summary>The same with NLTK's smoothing method 3.</summary>
    public static BleuConvention NltkMethod3 { get; } = new("nltk-method3", Tokenizer.WhiteSpace, BleuSmoothing.NltkMethod3);

    /// <summary>The same with NLTK's smoothing method 4.</summary>
    public static BleuConvention NltkMethod4 { get; } = new("nltk-method4", Tokenizer.WhiteSpace, BleuSmoothing.NltkMethod4);

    /// <summary>
    /// sacrebleu's defaults: 13a tokens, <c>exp</c> smoothing; for sentences with <c>effective_order</c>, as sacrebleu
    /// recommends. The score is sacrebleu's divided by 100.
    /// </summary>
    public static BleuConvention SacreBleu { get; } = new("sacrebleu", Tokenizer.Mteval13a, BleuSmoothing.Exponential);

    /// <summary>All conventions.</summary>
    public static IReadOnlyList<BleuConvention> All { get; } = [NltkMethod0, NltkMethod1, NltkMethod2, NltkMethod3, NltkMethod4, SacreBleu];
}
