using System.Text.Json.Serialization;

namespace Itdr.Instances;

/// <summary>The part of a dataset that an instance belongs to.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Split>))]
public enum Split
{
    /// <summary>What a model is trained on.</summary>
    [JsonStringEnumMemberName("train")]
    Train,

    /// <summary>What training is watched with.</summary>
    [JsonStringEnumMemberName("val")]
    Validation,

    /// <summary>What is measured at the end.</summary>
    [JsonStringEnumMemberName("test")]
    Test,
}
