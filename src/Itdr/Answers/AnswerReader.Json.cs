using System.Diagnostics.CodeAnalysis;
using System.Text;
using System.Text.Json;

namespace Itdr;

/// <content>Reading an answer in its JSON form.</content>
public ref partial struct AnswerReader
{
    private const string JsonForm = "an answer in its JSON form";

    // A field that is there twice leaves open which of the two is meant.
    private static readonly JsonDocumentOptions JsonOptions = new() { AllowDuplicateProperties = false };

    /// <summary>Reads the answer as JSON, if what is left is a JSON object.</summary>
    internal bool TryReadJson([NotNullWhen(true)] out JsonDocument? json)
    {
        json = null;
        if (Failure is not null)
        {
            return false;
        }

        if (FencedText(Rest).StartsWith('{'))
        {
            EnterFence();
        }

        if (!Rest.StartsWith('{'))
        {
            return false;
        }

        try
        {
            json = JsonDocument.Parse(Utf8(Rest), JsonOptions);
            log!.Add(RepairKind.Json, Position);
            return true;
        }
        catch (Exception error) when (IsNoJson(error))
        {
            // Text that only starts like JSON is read as text.
            return false;
        }
    }

    /// <summary>Reads the one JSON object that the text holds; a strict reader takes nothing around it. Null after a failure.</summary>
    internal JsonDocument? ReadJson()
    {
        if (Failure is null && log is not null && !Rest.StartsWith('{'))
        {
            FindJson();
        }

        if (Failure is not null)
        {
            return null;
        }

        if (!Rest.StartsWith('{'))
        {
            Fail(null, JsonForm);
            return null;
        }

        // Comments and trailing commas are no JSON; what follows the object is looked at below.
        var bytes = Utf8(Rest);
        var reader = new Utf8JsonReader(bytes);
        JsonDocument json;
        try
        {
            json = ReadObject(ref reader, bytes);
        }
        catch (Exception error) when (IsNoJson(error))
        {
            var read = Encoding.UTF8.GetCharCount(bytes.AsSpan(0, (int)reader.BytesConsumed));
            FailAt(null, $"{JsonForm} ({error.Message})", Position + read);
            return null;
        }

        Position += Encoding.UTF8.GetCharCount(bytes.AsSpan(0, (int)reader.BytesConsumed));
        EndJson();
        if (Failure is null)
        {
            return json;
        }

        json.Dispose();
        return null;
    }

    /// <summary>Whether an error says that a text is no JSON; the second kind stands for half a character in a field's name.</summary>
    private static bool IsNoJson(Exception error) => error is JsonException or InvalidOperationException;

    private static JsonDocument ReadObject(ref Utf8JsonReader reader, byte[] bytes)
    {
        reader.Read();
        reader.Skip();
        return JsonDocument.Parse(bytes.AsMemory(0, (int)reader.BytesConsumed), JsonOptions);
    }

    private void FindJson()
    {
        if (FencedText(Rest).StartsWith('{'))
        {
            EnterFence();
            return;
        }

        var at = Rest.IndexOf('{');
        if (at < 0)
        {
            Fail(null, JsonForm);
            return;
        }

        NoteText(RepairKind.Preamble, Position, Position + at);
        Position += at;
    }

    private void EndJson()
    {
        if (log is null)
        {
            End();
            return;
        }

        // A second object, or a text that may be one, leaves open which is meant.
        if (Rest.IndexOf('{') is >= 0 and var second)
        {
            FailAt(null, "one answer in its JSON form, and no text with a brace after it", Position + second);
            return;
        }

        NoteText(RepairKind.ClosingText, Position, end);
        Position = end;
    }

    private static byte[] Utf8(ReadOnlySpan<char> text)
    {
        // Half a surrogate pair becomes the replacement character, which is no part of any candidate.
        var bytes = new byte[Encoding.UTF8.GetByteCount(text)];
        Encoding.UTF8.GetBytes(text, bytes);
        return bytes;
    }

    private static ReadOnlySpan<char> FencedText(ReadOnlySpan<char> text)
    {
        var fence = text.IndexOf(FenceMark);
        var line = fence < 0 ? -1 : text[fence..].IndexOf('\n');
        return line < 0 ? default : text[(fence + line)..].TrimStart();
    }
}
