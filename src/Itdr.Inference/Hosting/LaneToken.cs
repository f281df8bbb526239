namespace Itdr.Inference;

/// <summary>A token of a lane's next batch, in an interval of the lane's own sequences.</summary>
internal readonly record struct LaneToken(int Token, int Position, int FirstSequence, int SequenceCount, bool WantLogits);
