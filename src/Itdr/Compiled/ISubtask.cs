using System.Text.Json;

namespace Itdr;

/// <summary>
/// What the source generator makes of a record declared with <see cref="SubtaskAttribute"/>. Nobody implements it by
/// hand. The dataset builder and the inference client call the same members, so what a model is trained on and what
/// it is asked cannot drift apart.
/// </summary>
/// <remarks>
/// Two laws hold for every task and answer. Parsing the label of an answer gives that answer, with no repair, for
/// every answer that <see cref="WriteAnswer"/> accepts. And no repair was recorded if and only if the label of the
/// parsed value equals the text.
/// </remarks>
/// <typeparam name="TSelf">The subtask.</typeparam>
/// <typeparam name="TAnswer">Its answer.</typeparam>
public interface ISubtask<TSelf, TAnswer>
    where TSelf : ISubtask<TSelf, TAnswer>
{
    /// <summary>What is known of the subtask without an instance.</summary>
    static abstract SubtaskDescriptor<TSelf, TAnswer> Descriptor { get; }

    /// <summary>Writes the prompt of a task: everything but the fixed instruction.</summary>
    /// <param name="writer">Where the text goes.</param>
    /// <param name="task">The task.</param>
    /// <param name="variant">The name of the wording, or null for the one without a name, or else the first one declared.</param>
    /// <exception cref="ArgumentException">The subtask has no such variant.</exception>
    static abstract void WritePrompt(ref PromptWriter writer, TSelf task, string? variant = null);

    /// <summary>Writes an answer as the label of a dataset row.</summary>
    /// <param name="writer">Where the text goes.</param>
    /// <param name="task">The task that was answered.</param>
    /// <param name="answer">The answer.</param>
    /// <exception cref="AnswerRefusedException">The label would not read back as this answer; it names the slot and the reason.</exception>
    static abstract void WriteAnswer(ref PromptWriter writer, TSelf task, TAnswer answer);

    /// <summary>Reads an answer from text: the inverse of <see cref="WriteAnswer"/>. It never throws on any text.</summary>
    /// <param name="task">The task that was answered.</param>
    /// <param name="text">The text, of any length.</param>
    /// <param name="options">How to read; null for <see cref="ParseOptions.Default"/>.</param>
    static abstract ParseResult<TAnswer> Parse(TSelf task, ReadOnlySpan<char> text, ParseOptions? options = null);

    /// <summary>
    /// Reads an answer from its JSON form, as a server gives it that decodes under the schema of <see cref="Constrain"/>.
    /// It never throws on any text. White space, escapes and the order of fields are JSON's own freedom and no repair;
    /// what stands around the object is one.
    /// </summary>
    /// <param name="task">The task that was answered.</param>
    /// <param name="text">The text, of any length.</param>
    /// <param name="options">How to read; null for <see cref="ParseOptions.Default"/>.</param>
    static abstract ParseResult<TAnswer> ParseJson(TSelf task, ReadOnlySpan<char> text, ParseOptions? options = null);

    /// <summary>What an answer to a task may look like: every label of the task is within it.</summary>
    /// <param name="task">The task.</param>
    /// <exception cref="AnswerRefusedException">A slot has no text for this task, be it one that an answer may lack: there are no candidates or they cannot be told apart, or the scale has no points.</exception>
    static abstract OutputConstraint Constrain(TSelf task);

    /// <summary>Writes a task as a JSON object.</summary>
    /// <param name="json">Where the object goes.</param>
    /// <param name="task">The task.</param>
    static abstract void WriteJson(Utf8JsonWriter json, TSelf task);

    /// <summary>Writes an answer as a JSON object; what was ranked or chosen stands there by its text.</summary>
    /// <param name="json">Where the object goes.</param>
    /// <param name="task">The task that was answered.</param>
    /// <param name="answer">The answer.</param>
    /// <exception cref="AnswerRefusedException">The answer ranks or chooses what is not among the task's candidates.</exception>
    static abstract void WriteJson(Utf8JsonWriter json, TSelf task, TAnswer answer);

    /// <summary>Reads a task from JSON.</summary>
    /// <param name="json">The object.</param>
    /// <exception cref="JsonException">The object is not such a task; the message names the field.</exception>
    static abstract TSelf ReadJson(JsonElement json);

    /// <summary>Reads an answer from JSON.</summary>
    /// <param name="task">The task that was answered.</param>
    /// <param name="json">The object.</param>
    /// <exception cref="JsonException">The object is not an answer to this task; the message names the field.</exception>
    static abstract TAnswer ReadJson(TSelf task, JsonElement json);
}
