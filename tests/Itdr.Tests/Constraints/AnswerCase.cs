using System.Text;
using System.Text.Json;

namespace Itdr.Tests.Constraints;

/// <summary>An answer to a task, written and read by slots in the way that generated code does it.</summary>
internal abstract record AnswerCase
{
    /// <summary>The constraint of the task.</summary>
    public abstract OutputConstraint Constraint { get; }

    /// <summary>The label of the answer, or null if it is refused.</summary>
    public string? Label
    {
        get
        {
            var writer = new PromptWriter([]);
            try
            {
                Write(ref writer);
                return writer.ToString();
            }
            catch (AnswerRefusedException)
            {
                return null;
            }
            finally
            {
                writer.Dispose();
            }
        }
    }

    /// <summary>The answer in its JSON form.</summary>
    public string Json
    {
        get
        {
            using var stream = new MemoryStream();
            using (var json = new Utf8JsonWriter(stream))
            {
                json.WriteStartObject();
                WriteJson(json);
                json.WriteEndObject();
            }

            return Encoding.UTF8.GetString(stream.ToArray());
        }
    }

    /// <summary>Whether a text is the label of some answer to the task.</summary>
    public bool Reads(string text)
    {
        var reader = new AnswerReader(text);
        Read(ref reader);
        reader.End();
        return reader.Failure is null;
    }

    /// <summary>Writes the label.</summary>
    protected abstract void Write(ref PromptWriter writer);

    /// <summary>Reads a label.</summary>
    protected abstract void Read(ref AnswerReader reader);

    /// <summary>Writes the members of the JSON form.</summary>
    protected abstract void WriteJson(Utf8JsonWriter json);
}

/// <summary>A ranking that is all of the answer.</summary>
internal sealed record RankingCase(RankingSlot Slot, string[] Candidates, string[] Ranking) : AnswerCase
{
    public override OutputConstraint Constraint
    {
        get
        {
            using var texts = CandidateTexts.Render(Candidates);
            return Slot.Constrain(texts);
        }
    }

    protected override void Write(ref PromptWriter writer)
    {
        using var texts = CandidateTexts.Render(Candidates);
        Slot.Write(ref writer, texts, Candidates, Ranking);
    }

    protected override void Read(ref AnswerReader reader)
    {
        using var texts = CandidateTexts.Render(Candidates);
        Slot.Read(ref reader, texts, Candidates);
    }

    protected override void WriteJson(Utf8JsonWriter json)
    {
        using var texts = CandidateTexts.Render(Candidates);
        Slot.WriteJson(json, texts, Candidates, Ranking);
    }
}

/// <summary>A choice between literals, with a rating and a reason behind it.</summary>
internal sealed record ReviewCase(string[] Candidates, string Choice, RatingScale Scale, decimal Rating, string Reason) : AnswerCase
{
    private static readonly ChoiceSlot ChoiceSlot = new("Choice", "Candidates", TextEnd.Before("\" at "));
    private static readonly ScaleSlot<decimal> RatingSlot = new("Rating", "Scale", TextEnd.Before("\nWhy: "));
    private static readonly TextSlot ReasonSlot = new("Reason", TextEnd.Before("\n\nEnd"));

    public override OutputConstraint Constraint
    {
        get
        {
            using var texts = CandidateTexts.Render(Candidates);
            return OutputConstraint.Sequence(
                OutputConstraint.Literal("I chose \""),
                ChoiceSlot.Constrain(texts),
                OutputConstraint.Literal("\" at "),
                RatingSlot.Constrain(Scale),
                OutputConstraint.Literal("\nWhy: "),
                ReasonSlot.Constrain(),
                OutputConstraint.Literal("\n\nEnd"));
        }
    }

    protected override void Write(ref PromptWriter writer)
    {
        using var texts = CandidateTexts.Render(Candidates);
        writer.Append("I chose \"");
        ChoiceSlot.Write(ref writer, texts, Candidates, Choice);
        writer.Append("\" at ");
        RatingSlot.Write(ref writer, Scale, Rating);
        writer.Append("\nWhy: ");
        ReasonSlot.Write(ref writer, Reason);
        writer.Append("\n\nEnd");
    }

    protected override void Read(ref AnswerReader reader)
    {
        using var texts = CandidateTexts.Render(Candidates);
        reader.Literal("I chose \"");
        ChoiceSlot.Read(ref reader, texts, Candidates);
        reader.Literal("\" at ");
        RatingSlot.Read(ref reader, Scale);
        reader.Literal("\nWhy: ");
        ReasonSlot.Read(ref reader);
        reader.Literal("\n\nEnd");
    }

    protected override void WriteJson(Utf8JsonWriter json)
    {
        using var texts = CandidateTexts.Render(Candidates);
        ChoiceSlot.WriteJson(json, texts, Candidates, Choice);
        json.WriteNumber("rating", Rating);
        json.WriteString("reason", Reason);
    }
}

/// <summary>Lines that are there or not, with a free text that ends before two of them, a number and a last free text.</summary>
internal sealed record LinesCase(string? Country, int? Age, string? Work) : AnswerCase
{
    private static readonly TextSlot CountrySlot = new("Country", TextEnd.BeforeOrAtEnd("\nage: ", "\nwork: ")) { IsOptional = true };
    private static readonly NumberSlot<int> AgeSlot = new("Age", TextEnd.BeforeOrAtEnd("\nwork: ")) { IsOptional = true, Minimum = 5, Maximum = 117 };
    private static readonly TextSlot WorkSlot = new("Work", TextEnd.OfAnswer) { IsOptional = true };

    public override OutputConstraint Constraint => OutputConstraint.Lines(
        OutputConstraint.Optional(OutputConstraint.Literal("country: "), CountrySlot.Constrain()),
        OutputConstraint.Optional(OutputConstraint.Literal("age: "), AgeSlot.Constrain()),
        OutputConstraint.Optional(OutputConstraint.Literal("work: "), WorkSlot.Constrain()));

    protected override void Write(ref PromptWriter writer)
    {
        if (Country is not null)
        {
            writer.Append("country: ");
            CountrySlot.Write(ref writer, Country);
        }

        if (Age is { } age)
        {
            writer.Append(writer.Length > 0 ? "\nage: " : "age: ");
            AgeSlot.Write(ref writer, age);
        }

        if (Work is not null)
        {
            writer.Append(writer.Length > 0 ? "\nwork: " : "work: ");
            WorkSlot.Write(ref writer, Work);
        }
    }

    protected override void Read(ref AnswerReader reader)
    {
        if (reader.TryLine("country: "))
        {
            CountrySlot.Read(ref reader);
        }

        if (reader.TryLine("age: "))
        {
            AgeSlot.Read(ref reader);
        }

        if (reader.TryLine("work: "))
        {
            WorkSlot.Read(ref reader);
        }
    }

    protected override void WriteJson(Utf8JsonWriter json)
    {
        json.WriteString("country", Country);
        if (Age is { } age)
        {
            json.WriteNumber("age", age);
        }

        if (Work is not null)
        {
            json.WriteString("work", Work);
        }
    }
}
