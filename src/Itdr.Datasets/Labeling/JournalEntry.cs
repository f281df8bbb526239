using System.Text.Json;
using Itdr.Instances;

namespace Itdr.Datasets.Labeling;

/// <summary>One answer of a teacher.</summary>
/// <param name="Key">What it is known by; see <see cref="LabelJournal.KeyOf"/>.</param>
/// <param name="Teacher">The teacher's name.</param>
/// <param name="Instance">The id of the instance that was asked for.</param>
/// <param name="Verdict">What it is worth.</param>
/// <param name="Text">The label, or the text that is none.</param>
/// <param name="InputTokens">The tokens of the prompt.</param>
/// <param name="OutputTokens">The tokens of the answer.</param>
internal sealed record JournalEntry(string Key, string Teacher, string Instance, LabelVerdict Verdict, string Text, long InputTokens, long OutputTokens)
{
    private const string KeyField = "key";
    private const string TeacherField = "teacher";
    private const string InstanceField = "instance";
    private const string VerdictField = "verdict";
    private const string TextField = "text";
    private const string InputField = "inputTokens";
    private const string OutputField = "outputTokens";

    /// <summary>The tokens that it cost.</summary>
    public long Tokens => InputTokens + OutputTokens;

    /// <summary>Writes it as the object of a line.</summary>
    public void Write(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString(KeyField, Key);
        json.WriteString(TeacherField, Teacher);
        json.WriteString(InstanceField, Instance);
        json.WriteString(VerdictField, Verdict.Text());
        json.WriteString(TextField, Text);
        json.WriteNumber(InputField, InputTokens);
        json.WriteNumber(OutputField, OutputTokens);
        json.WriteEndObject();
    }

    /// <summary>Reads the line that a reader stands at.</summary>
    /// <exception cref="DatasetFormatException">It is no entry.</exception>
    public static JournalEntry Read(JsonLinesReader reader)
    {
        try
        {
            var fields = new JsonInput(reader.Root).Fields(KeyField, TeacherField, InstanceField, VerdictField, TextField, InputField, OutputField);
            return new JournalEntry(
                fields.Read(KeyField, static value => value.Text()),
                fields.Read(TeacherField, static value => value.Text()),
                fields.Read(InstanceField, static value => value.Text()),
                fields.Read(VerdictField, static value => LabelVerdicts.Parse(value.Text()) ?? throw value.Error("a verdict of itdr label")),
                fields.Read(TextField, static value => value.Text()),
                fields.Read(InputField, static value => value.Number<long>()),
                fields.Read(OutputField, static value => value.Number<long>()));
        }
        catch (JsonException error)
        {
            throw reader.Error(error.Message, error);
        }
    }
}
