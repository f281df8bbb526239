namespace Itdr.Inference.Tests.Engine;

/// <summary>The tokenizer and the model that the tests share, fitted once on a text of the tests' own.</summary>
internal static class TestModel
{
    private const string Text =
        """
        The user has watched these movies, oldest first:
        1. The Quiet Harbor (1995)
        2. The Quiet Island (1998)
        3. Night Train to Lisbon (2001)
        4. Night Train to Porto (2003)
        5. A Garden in Winter (1987)
        Rank these movies by how likely the user is to choose and like them:
        1. A Garden in Spring (1990)
        2. The Last Lighthouse (2010)
        3. The Last Lantern (2011)
        4. Paper Boats (1979)
        5. Paper Birds (1980)
        The user has rated these movies: Paper Boats (4.0), The Quiet Harbor (3.5), Night Train to Lisbon (5.0).
        The scale runs from 0.5 to 5.0 in steps of 0.5.
        Which rating will the user give to this movie? 4.5
        country: Portugal
        gender: female
        age group: 25-34
        age: 31
        occupation: baker
        country: Japan
        gender: male
        age group: 35-44
        age: 42
        occupation: nurse
        This reader likes slow stories by the sea. This reader likes trains and winter gardens.
        1. Paper Birds (1980)
        2. The Quiet Harbor (1995)
        3. The Last Lantern (2011)
        4. A Garden in Spring (1990)
        10. Night Train to Porto (2003)
        11. The Last Lighthouse (2010)
        """;

    public static BytePairTokenizer Tokenizer { get; } = new(Text, 220);

    /// <summary>The control tokens follow those of the tokenizer.</summary>
    public static int Start => Tokenizer.Count;

    public static int Turn => Tokenizer.Count + 1;

    public static int End => Tokenizer.Count + 2;

    public static int OtherEnd => Tokenizer.Count + 3;

    public static int VocabularySize => Tokenizer.Count + 4;

    public static NGramModel Model { get; } = Fit();

    public static List<int> Encode(string text)
    {
        var tokens = new List<int>();
        Tokenizer.Encode(text, tokens);
        return tokens;
    }

    public static string Decode(IEnumerable<int> tokens) =>
        System.Text.Encoding.UTF8.GetString([.. tokens.SelectMany(token => token < Start ? Tokenizer.Bytes(token).ToArray() : [])]);

    private static NGramModel Fit()
    {
        var tokens = new List<int>();
        foreach (var line in Text.Split('\n'))
        {
            Tokenizer.Encode(line + "\n", tokens);
            if (tokens.Count % 3 == 0)
            {
                tokens.Add(Tokenizer.Count + 2);
            }
        }

        return new NGramModel(Tokenizer.Count + 4, tokens);
    }
}
