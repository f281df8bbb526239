using System.Text.Json.Serialization;

namespace Itdr.Instances;

/// <summary>What decides the split of an instance.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<SplitBy>))]
public enum SplitBy
{
    /// <summary>Its user within the source, so that nobody is trained on and tested on.</summary>
    [JsonStringEnumMemberName("user")]
    User,

    /// <summary>The instance alone, as in the paper; a user may stand in several splits.</summary>
    [JsonStringEnumMemberName("instance")]
    Instance,
}
