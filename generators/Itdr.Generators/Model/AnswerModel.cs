namespace Itdr.Generators.Model;

/// <summary>The answer of a subtask.</summary>
/// <param name="Type">The nested record.</param>
/// <param name="Template">Its template, line ends made <c>\n</c>.</param>
/// <param name="Chunks">What its text is made of.</param>
/// <param name="Slots">Its slots, in the order of the template.</param>
/// <param name="Metrics">The metrics of the answer as a whole.</param>
/// <param name="Construction">How an answer is made from the slots' values.</param>
/// <param name="Equality">How answers are compared, or null where the compiler's own comparison is right.</param>
internal sealed record AnswerModel(
    TypeModel Type,
    string Template,
    EquatableArray<AnswerChunk> Chunks,
    EquatableArray<SlotModel> Slots,
    EquatableArray<string> Metrics,
    ConstructionModel Construction,
    EqualityModel? Equality);

/// <summary>A part of an answer's text; a line break joins the parts.</summary>
/// <param name="Nodes">What it is made of; of a section, what is inside it.</param>
/// <param name="Section">The place of the optional slot that the part depends on, or -1 if it always stands there.</param>
internal sealed record AnswerChunk(EquatableArray<AnswerNode> Nodes, int Section);

/// <summary>A piece of an answer's text inside its lines.</summary>
internal abstract record AnswerNode;

/// <summary>Text of the template itself.</summary>
/// <param name="Text">The text, not empty.</param>
internal sealed record AnswerLiteral(string Text) : AnswerNode;

/// <summary>A slot.</summary>
/// <param name="Slot">Its place among the slots.</param>
internal sealed record AnswerHole(int Slot) : AnswerNode;

/// <summary>A section inside a line, over an optional slot.</summary>
/// <param name="Slot">The slot's place among the slots.</param>
/// <param name="Nodes">What is inside: a literal, the slot, perhaps another literal.</param>
internal sealed record AnswerSection(int Slot, EquatableArray<AnswerNode> Nodes) : AnswerNode;

/// <summary>One slot of an answer.</summary>
/// <param name="Name">The property's name.</param>
/// <param name="Identifier">The property, as an identifier.</param>
/// <param name="JsonName">The name of its field in JSON.</param>
/// <param name="Kind">What the slot holds.</param>
/// <param name="TypeName">Its type without nullability, as generated code names it.</param>
/// <param name="IsValueType">Whether that is a value type.</param>
/// <param name="IsOptional">Whether it may be absent.</param>
/// <param name="Metrics">Its own metrics.</param>
/// <param name="End">What may follow it.</param>
internal sealed record SlotModel(
    string Name,
    string Identifier,
    string JsonName,
    SlotKind Kind,
    string TypeName,
    bool IsValueType,
    bool IsOptional,
    EquatableArray<string> Metrics,
    EndModel End)
{
    /// <summary>The format of a number or a date, or null.</summary>
    public string? Format { get; init; }

    /// <summary>The bounds of a number, or null.</summary>
    public BoundsModel? Bounds { get; init; }

    /// <summary>The expression for the values and texts of a closed set, or null.</summary>
    public string? Set { get; init; }

    /// <summary>The candidates of a ranking or a choice, or null.</summary>
    public CandidatesModel? Candidates { get; init; }

    /// <summary>The generated method that reads the slot from JSON by the texts of the candidates, or null.</summary>
    public string? JsonReader { get; init; }

    /// <summary>The task's property that holds the scale, or null.</summary>
    public string? Scale { get; init; }

    /// <summary>What an entry of a list holds, or null.</summary>
    public SlotModel? Entry { get; init; }

    /// <summary>How a ranking or a list is laid out, or null.</summary>
    public LayoutModel? Layout { get; init; }

    /// <summary>The type of the entries of a ranking or a list, or null.</summary>
    public string? ElementType { get; init; }

    /// <summary>Whether a ranking or a list is an <c>ImmutableArray&lt;T&gt;</c>, which is made from the array that is read.</summary>
    public bool IsImmutableArray { get; init; }

    /// <summary>How many places a ranking has, or 0 for all.</summary>
    public int Top { get; init; }

    /// <summary>The generated method that reads a ranking from text that arrives in pieces, or null for one that stands on one line.</summary>
    public string? Stream { get; init; }
}

/// <summary>What a slot holds.</summary>
internal enum SlotKind
{
    Text,
    Number,
    Date,
    Scale,
    Set,
    List,
    Ranking,
    Choice,
}

/// <summary>The bounds of a number, each as the number's text in the invariant culture.</summary>
/// <param name="Minimum">The least value.</param>
/// <param name="Maximum">The greatest value.</param>
internal sealed record BoundsModel(string Minimum, string Maximum);

/// <summary>The candidates of a ranking or a choice.</summary>
/// <param name="Property">The task's property that holds them, by name.</param>
/// <param name="Identifier">The same as an identifier.</param>
/// <param name="Writer">The generated method that writes one of them, or null if they are strings.</param>
internal sealed record CandidatesModel(string Property, string Identifier, string? Writer);

/// <summary>What may follow a slot.</summary>
/// <param name="AtEnd">Whether the answer may end there.</param>
/// <param name="Literals">The literals of which one may follow.</param>
internal sealed record EndModel(bool AtEnd, EquatableArray<string> Literals);
