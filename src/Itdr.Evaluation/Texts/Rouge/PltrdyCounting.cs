namespace Itdr.Evaluation;

/// <summary>What pltrdy/rouge counts; its option <c>exclusive</c>.</summary>
public enum PltrdyCounting
{
    /// <summary>Different n-grams, each once: its default.</summary>
    Exclusive,

    /// <summary>Every n-gram. Its ROUGE-L adds up the subsequences of all pairs of sentences, so it can pass 1.</summary>
    All,
}
