using System.ComponentModel.DataAnnotations;

namespace Itdr.Subtasks;

/// <summary>Predicting what kind of person likes the given items (ITDR §3, user attribute prediction).</summary>
/// <param name="Domain">What the items are.</param>
/// <param name="Items">Items that the user has engaged with.</param>
/// <param name="Attributes">The names of the attributes asked for, as the answer writes them: <c>age group</c>, <c>gender</c>.</param>
[Subtask("user-attributes", RootTask = RootTask.UserItemUnderstanding, Method = "PredictAttributes")]
[Instruction("""
    Predict attributes of a user, judging by the items that the user has engaged with. Answer with one line for each attribute that is asked for, as name: value with the name as it is given, and write nothing else.
    """)]
[Prompt("""
    The user has {Domain.Engaged} these {Domain}: {Items:described}.
    Predict these attributes of the user: {Attributes}.
    {?Forms}
    Write them in these forms:
    {Forms}
    {/Forms}
    """)]
public sealed partial record UserAttributePrediction(
    ItemDomain Domain,
    [List(ListStyle.Inline, Separator = "; ")] IReadOnlyList<Item> Items,
    [List(ListStyle.Inline)] IReadOnlyList<string> Attributes)
{
    /// <summary>How the source writes the attributes, for those that have a form of their own; null says nothing of it.</summary>
    [List(ListStyle.Bulleted)]
    public IReadOnlyList<AttributeForm>? Forms { get; init; }

    /// <summary>The predicted attributes; what is null is not asked for or not known.</summary>
    /// <param name="Country">The country's name.</param>
    /// <param name="Location">A place in free form, such as <c>city, state, country</c>.</param>
    /// <param name="Gender">The gender, in the words of the source.</param>
    /// <param name="AgeGroup">A range of years, such as <c>25-34</c>.</param>
    /// <param name="Age">The age in years, 0 to 150.</param>
    /// <param name="BirthYear">The year of birth, 1850 to 2100.</param>
    /// <param name="Occupation">The occupation, in the words of the source.</param>
    [Answer("""
        {?Country}country: {Country}{/Country}
        {?Location}location: {Location}{/Location}
        {?Gender}gender: {Gender}{/Gender}
        {?AgeGroup}age group: {AgeGroup}{/AgeGroup}
        {?Age}age: {Age}{/Age}
        {?BirthYear}birth year: {BirthYear}{/BirthYear}
        {?Occupation}occupation: {Occupation}{/Occupation}
        """)]
    public sealed partial record Answer(
        [Metrics("accuracy")] string? Country = null,
        [Metrics("accuracy")] string? Location = null,
        [Metrics("accuracy")] string? Gender = null,
        [Metrics("accuracy")] string? AgeGroup = null,
        [Range(0, 150), Metrics("rmse")] int? Age = null,
        [Range(1850, 2100), Metrics("rmse")] int? BirthYear = null,
        [Metrics("accuracy")] string? Occupation = null);
}
