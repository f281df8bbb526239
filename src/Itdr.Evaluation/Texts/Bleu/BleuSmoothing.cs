namespace Itdr.Evaluation;

/// <summary>What BLEU makes of an n-gram order without a match: NLTK's smoothing methods, and sacrebleu's default.</summary>
public enum BleuSmoothing
{
    /// <summary>NLTK's method0: the precision is the smallest normal number, about 2.2e-308, so the score is all but 0.</summary>
    NltkMethod0,

    /// <summary>NLTK's method1: 0.1 matches.</summary>
    NltkMethod1,

    /// <summary>NLTK's method2: one match and one n-gram more, for all orders from 2.</summary>
    NltkMethod2,

    /// <summary>NLTK's method3: 1/2 of a match for the first such order, 1/4 for the second, and so on.</summary>
    NltkMethod3,

    /// <summary>NLTK's method4: as method3, times ln(length of the prediction) / 5; an order stays out where the prediction has one token.</summary>
    NltkMethod4,

    /// <summary>sacrebleu's <c>exp</c>: as method3, but an order without any n-gram ends the score; see <see cref="BleuConvention.SacreBleu"/>.</summary>
    Exponential,
}
