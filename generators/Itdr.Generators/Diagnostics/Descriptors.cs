using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace Itdr.Generators.Diagnostics;

/// <summary>Every diagnostic of a declaration. An id is never given a second meaning.</summary>
internal static class Descriptors
{
    private const string Category = "Itdr";

    public static readonly DiagnosticDescriptor UnknownPlaceholder = Error(
        "ITDR001", "A placeholder names no property", "{0} has no property '{1}' that a template can read{2}");

    public static readonly DiagnosticDescriptor UnusedProperty = Warning(
        "ITDR002", "No prompt uses the property", "No prompt names '{0}'; name it in a template, or mark it [NotRendered] if the model is not to read it");

    public static readonly DiagnosticDescriptor MalformedTemplate = Error(
        "ITDR003", "A template is malformed", "{0}");

    public static readonly DiagnosticDescriptor NotRenderable = Error(
        "ITDR004", "A value of this type cannot be used", "{0}");

    public static readonly DiagnosticDescriptor NotPartial = Error(
        "ITDR005", "A declaration is not partial", "'{0}' must be partial, because generated code adds members to it");

    public static readonly DiagnosticDescriptor NoAnswer = Error(
        "ITDR006", "A subtask has no answer", "'{0}' has no answer: declare a nested record with [Answer(\"…\")]");

    public static readonly DiagnosticDescriptor SeveralAnswers = Error(
        "ITDR007", "A subtask has several answers", "'{0}' has more than one nested record with [Answer]; keep one");

    public static readonly DiagnosticDescriptor BadSource = Error(
        "ITDR008", "A slot refers to what it cannot use", "{0}");

    public static readonly DiagnosticDescriptor AmbiguousAnswer = Error(
        "ITDR009", "An answer cannot be read back", "{0}");

    public static readonly DiagnosticDescriptor NoPrompt = Error(
        "ITDR010", "A subtask has no prompt", "'{0}' has no prompt: add [Prompt(\"…\")]");

    public static readonly DiagnosticDescriptor NoInstruction = Warning(
        "ITDR011", "A subtask has no instruction", "'{0}' has no [Instruction], or one without text; models are tuned and asked with one fixed task description before the prompt");

    public static readonly DiagnosticDescriptor BadFormat = Error(
        "ITDR012", "A placeholder's format does not exist", "{0}");

    public static readonly DiagnosticDescriptor BadRange = Error(
        "ITDR013", "A range does not fit its slot", "{0}");

    public static readonly DiagnosticDescriptor UnsupportedDeclaration = Error(
        "ITDR014", "This kind of declaration is not supported", "{0}");

    public static readonly DiagnosticDescriptor ReservedName = Error(
        "ITDR015", "A member has the name of a generated one", "'{0}' is the name of a member that is generated into '{1}'; rename it");

    public static readonly DiagnosticDescriptor CannotBeSet = Error(
        "ITDR016", "A value cannot be made from its properties", "{0}");

    public static readonly DiagnosticDescriptor DuplicateId = ErrorAtEnd(
        "ITDR017", "Two subtasks have the same id", "'{0}' and '{1}' both have the id \"{2}\"; an id is unique within an assembly");

    public static readonly DiagnosticDescriptor DuplicateMethod = ErrorAtEnd(
        "ITDR018", "Two subtasks have the same method", "'{0}' and '{1}' both have the method \"{2}\"; a method is unique within an assembly");

    public static readonly DiagnosticDescriptor OptionalSlot = Error(
        "ITDR019", "Whether a slot may be absent is not clear", "{0}");

    public static readonly DiagnosticDescriptor DuplicateVariant = Error(
        "ITDR020", "Two wordings have the same name", "{0}");

    public static readonly DiagnosticDescriptor BadName = Error(
        "ITDR021", "An id or method is malformed", "{0}");

    public static readonly DiagnosticDescriptor SlotNotInTemplate = Error(
        "ITDR022", "A label would lose a property of the answer", "The answer's template does not name '{0}', so no label could hold it; name it once, or remove it");

    public static readonly DiagnosticDescriptor BadWireName = Error(
        "ITDR023", "Wire names do not tell the values of an enum apart", "{0}");

    public static readonly DiagnosticDescriptor TextHoldsEnd = Info(
        "ITDR024", "A text can hold what ends it", "{0}");

    public static readonly DiagnosticDescriptor StrayAnswer = Error(
        "ITDR025", "An answer belongs to no subtask", "'{0}' has [Answer] and does not stand directly inside a record with [Subtask], so nothing is generated for it; move it into its subtask");

    public static readonly DiagnosticDescriptor BadVersion = Error(
        "ITDR026", "A version is below one", "The version {0} is below 1; versions of a wording count from 1");

    public static readonly DiagnosticDescriptor BadList = Error(
        "ITDR027", "A layout of a list lays out nothing", "{0}");

    /// <summary>All of them.</summary>
    public static ImmutableArray<DiagnosticDescriptor> All { get; } =
    [
        UnknownPlaceholder, UnusedProperty, MalformedTemplate, NotRenderable, NotPartial, NoAnswer, SeveralAnswers, BadSource,
        AmbiguousAnswer, NoPrompt, NoInstruction, BadFormat, BadRange, UnsupportedDeclaration, ReservedName, CannotBeSet,
        DuplicateId, DuplicateMethod, OptionalSlot, DuplicateVariant, BadName, SlotNotInTemplate, BadWireName,
        TextHoldsEnd, StrayAnswer, BadVersion, BadList,
    ];

    private static DiagnosticDescriptor Error(string id, string title, string message) =>
        new(id, title, message, Category, DiagnosticSeverity.Error, isEnabledByDefault: true, HelpPage(id));

    private static DiagnosticDescriptor Info(string id, string title, string message) =>
        new(id, title, message, Category, DiagnosticSeverity.Info, isEnabledByDefault: true, HelpPage(id));

    private static DiagnosticDescriptor Warning(string id, string title, string message) =>
        new(id, title, message, Category, DiagnosticSeverity.Warning, isEnabledByDefault: true, HelpPage(id));

    /// <summary>An error that is known only when all declarations were seen.</summary>
    private static DiagnosticDescriptor ErrorAtEnd(string id, string title, string message) =>
        new(id, title, message, Category, DiagnosticSeverity.Error, isEnabledByDefault: true, HelpPage(id), customTags: WellKnownDiagnosticTags.CompilationEnd);

    /// <summary>Where a diagnostic is explained: a file of the repository, since there is no public site to link to.</summary>
    private static string HelpPage(string id) => $"See docs/diagnostics/{id}.md";
}
