using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Itdr.Generators.Model;
using Itdr.Generators.Parsing;

namespace Itdr.Generators.Emission;

/// <summary>
/// The SHA-256 of all that decides about the text of a subtask: instruction, templates, inlined fragments, layouts and
/// slots. Neither the id nor the version is part of it, nor the name of any type.
/// </summary>
internal static class TemplateHash
{
    /// <summary>The hash in lower-case hexadecimal.</summary>
    public static string Of(SubtaskModel model)
    {
        using var sha = SHA256.Create();
        return string.Concat(sha.ComputeHash(Encoding.UTF8.GetBytes(Canonical(model))).Select(part => part.ToString("x2", CultureInfo.InvariantCulture)));
    }

    /// <summary>What is hashed: one line a fact, each text behind its length so that no two subtasks share a form.</summary>
    internal static string Canonical(SubtaskModel model)
    {
        var text = new StringBuilder();
        Add(text, "form", "itdr-template-1");
        Add(text, "instruction", model.Instruction);
        foreach (var prompt in model.Prompts)
        {
            Add(text, "variant", prompt.Variant);
            Add(text, "prompt", prompt.Template);
            AddBlock(text, model, prompt.Body);
        }

        Add(text, "answer", model.Answer.Template);
        foreach (var slot in model.Answer.Slots)
        {
            AddSlot(text, model, slot);
        }

        for (var index = 0; index < model.Fragments.Count; index++)
        {
            Add(text, "fragment", index.ToString(CultureInfo.InvariantCulture));
            Add(text, "template", model.Fragments[index].Template);
            AddBlock(text, model, model.Fragments[index].Body);
        }

        return text.ToString();
    }

    private static void AddBlock(StringBuilder text, SubtaskModel model, BlockModel body)
    {
        foreach (var chunk in body.Chunks)
        {
            if (chunk is LineSection section)
            {
                AddBlock(text, model, section.Body);
                continue;
            }

            foreach (var node in ((PlainChunk)chunk).Nodes)
            {
                switch (node)
                {
                    case InlineSection inline:
                        AddBlock(text, model, inline.Body);
                        break;
                    case ValueNode value:
                        AddValue(text, model, value.Value);
                        break;
                }
            }
        }
    }

    private static void AddValue(StringBuilder text, SubtaskModel model, ValueModel value)
    {
        Add(text, "value", value.Kind.ToString());
        AddSet(text, model, value.Set);
        AddWriter(text, model, value.Writer);
        AddLayout(text, value.Layout);
        if (value.Element is { } element)
        {
            AddValue(text, model, element);
        }
    }

    private static void AddSlot(StringBuilder text, SubtaskModel model, SlotModel slot)
    {
        Add(text, "slot", slot.Name);
        Add(text, "kind", slot.Kind.ToString());
        Add(text, "minimum", slot.Bounds?.Minimum);
        Add(text, "maximum", slot.Bounds?.Maximum);
        Add(text, "source", slot.Candidates?.Property ?? slot.Scale);
        Add(text, "top", slot.Top.ToString(CultureInfo.InvariantCulture));
        AddSet(text, model, slot.Set);
        AddWriter(text, model, slot.Candidates?.Writer);
        AddLayout(text, slot.Layout);
        if (slot.Entry is { } entry)
        {
            AddSlot(text, model, entry);
        }
    }

    /// <summary>The texts of an enumeration; those of true and false never change.</summary>
    private static void AddSet(StringBuilder text, SubtaskModel model, string? set)
    {
        foreach (var member in model.ClosedSets.Where(candidate => set == $"{ClosedSetTable.Class}.{candidate.Field}").SelectMany(candidate => candidate.Members))
        {
            Add(text, "member", member.Text);
        }
    }

    private static void AddWriter(StringBuilder text, SubtaskModel model, string? writer)
    {
        if (writer is not null)
        {
            var index = model.Fragments.ToList().FindIndex(fragment => fragment.Writer == writer);
            Add(text, "written by", index.ToString(CultureInfo.InvariantCulture));
        }
    }

    private static void AddLayout(StringBuilder text, LayoutModel? layout)
    {
        if (layout is not null)
        {
            Add(text, "style", layout.Style);
            Add(text, "separator", layout.Separator);
        }
    }

    private static void Add(StringBuilder text, string name, string? value) => text
        .Append(name).Append(' ')
        .Append(value?.Length.ToString(CultureInfo.InvariantCulture) ?? "-").Append(' ')
        .Append(value).Append('\n');
}
